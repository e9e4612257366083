/** Every text document of a plan, with the templates that ship. */
import { readFileSync } from 'node:fs';
import { renderAnki } from '../../src/documents/anki/render-anki.ts';
import {
  CHECKLIST_TEMPLATES,
  type ChecklistTemplateName,
} from '../../src/documents/checklist/built-in-templates.ts';
import { renderChecklist } from '../../src/documents/checklist/render-checklist.ts';
import { renderCsv } from '../../src/documents/csv/render-csv.ts';
import { type PageTemplates, renderHtml } from '../../src/documents/html/render-html.ts';
import { type IcsOptions, renderIcs } from '../../src/documents/ics/render-ics.ts';
import { renderTodo, type TodoOptions } from '../../src/documents/todo/render-todo.ts';
import { type Words, wordsIn } from '../../src/documents/words/words.ts';
import type { Plan } from '../../src/plan/plan.ts';

export const template = (name: string): string =>
  readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

export const STAMP = new Date('2026-11-25T12:34:56Z');

/** The words that documents have unless they are asked for in another language. */
export const ENGLISH: Words = await wordsIn('en');

export const icsOf = (plan: Plan, options: Partial<IcsOptions> = {}): string =>
  renderIcs(plan, {
    words: ENGLISH,
    stamp: STAMP,
    ...options,
  });

export const todoOf = (plan: Plan, options: Partial<TodoOptions> = {}): string =>
  renderTodo(plan, { words: ENGLISH, stamp: STAMP, ...options });

/** @param name of one of the templates that ship */
export const checklistOf = (
  plan: Plan,
  name: ChecklistTemplateName = 'markdown',
  words = ENGLISH,
): string => {
  const file = CHECKLIST_TEMPLATES[name];
  return renderChecklist(plan, { words, template: { name: file, text: template(file) } });
};

export const csvOf = (plan: Plan): string => renderCsv(plan);

export const PAGE: PageTemplates = {
  page: template('page.html.liquid'),
  style: template('page.css'),
  script: template('page.js'),
};

export const htmlOf = (plan: Plan, words = ENGLISH): string => renderHtml(plan, { words, ...PAGE });

export const ankiOf = (plan: Plan, words = ENGLISH): string => renderAnki(plan, { words });

export const DOCUMENTS: Readonly<Record<string, (plan: Plan, words?: Words) => string>> = {
  ics: (plan, words = ENGLISH) => icsOf(plan, { words }),
  todo: (plan, words = ENGLISH) => todoOf(plan, { words }),
  checklist: (plan, words) => checklistOf(plan, 'markdown', words),
  'checklist as text': (plan, words) => checklistOf(plan, 'text', words),
  'checklist for Org': (plan, words) => checklistOf(plan, 'org', words),
  'checklist as todo.txt': (plan, words) => checklistOf(plan, 'todo.txt', words),
  csv: csvOf,
  anki: ankiOf,
  html: htmlOf,
};
