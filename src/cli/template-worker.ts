/** Fills one template of a stranger's, in a thread that can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  type ChecklistTemplate,
  renderChecklist,
} from '../documents/checklist/render-checklist.ts';
import { wordsIn } from '../documents/words/words.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../plan/language.ts';
import type { Plan } from '../plan/plan.ts';

export interface TemplateTask {
  readonly plan: Plan;
  readonly template: ChecklistTemplate;
  readonly language: LanguageTag;
}

/** Errors lose their class on the way between threads. */
export type TemplateAnswer =
  | { readonly text: string }
  | { readonly code: string; readonly message: string; readonly hint: string | null };

async function answer({ plan, template, language }: TemplateTask): Promise<TemplateAnswer> {
  const words = await wordsIn(language);
  try {
    return { text: renderChecklist(plan, { words, template }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, message: error.message, hint: error.hint };
  }
}

parentPort?.postMessage(await answer(workerData));
