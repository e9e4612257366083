/**
 * Templates from strangers see plain data and have limits of their own (`documents/liquid.ts`). Here is the
 * wall around those: a thread with little memory, ended when its time is up.
 */
import { Worker } from 'node:worker_threads';
import type { ChecklistTemplate } from '../documents/checklist/render-checklist.ts';
import { badInput } from '../errors.ts';
import type { LanguageTag } from '../plan/language.ts';
import type { Plan } from '../plan/plan.ts';
import type { TemplateAnswer, TemplateTask } from './template-worker.ts';

/** A checklist takes a tenth of a second; a slow machine has time to start the thread. */
const PATIENCE_MILLISECONDS = 15_000;
const MEMORY_MEGABYTES = 256;

/** @throws UserError, exit code 2, for a mistake in the template or one that goes on and on */
export async function runTemplate(
  plan: Plan,
  template: ChecklistTemplate,
  language: LanguageTag,
): Promise<string> {
  const task: TemplateTask = { plan, template, language };
  const worker = new Worker(new URL('./template-worker.mjs', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  let timer: NodeJS.Timeout | undefined;
  const tooMuch = (of: string): Error =>
    badInput(
      'endless-template',
      `${template.name} was stopped: it takes too much ${of}`,
      'mend the template; docs/templates.md tells what it can use',
    );
  try {
    const answer = await new Promise<TemplateAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory') : error),
      );
      timer = setTimeout(() => reject(tooMuch('time')), PATIENCE_MILLISECONDS);
    });
    if ('text' in answer) return answer.text;
    throw badInput(answer.code, answer.message, answer.hint);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
