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
import type { Plan } from '../../src/plan/plan.ts';

export const template = (name: string): string =>
  readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

export const STAMP = new Date('2026-11-25T12:34:56Z');

export const icsOf = (plan: Plan, options: Partial<IcsOptions> = {}): string =>
  renderIcs(plan, {
    stamp: STAMP,
    descriptionTemplate: template('event-description.txt.liquid'),
    ...options,
  });

export const todoOf = (plan: Plan, options: Partial<TodoOptions> = {}): string =>
  renderTodo(plan, { stamp: STAMP, ...options });

/** @param name of one of the templates that ship */
export const checklistOf = (plan: Plan, name: ChecklistTemplateName = 'markdown'): string => {
  const file = CHECKLIST_TEMPLATES[name];
  return renderChecklist(plan, { name: file, text: template(file) });
};

export const csvOf = (plan: Plan): string => renderCsv(plan);

export const PAGE: PageTemplates = {
  page: template('page.html.liquid'),
  style: template('page.css'),
  script: template('page.js'),
};

export const htmlOf = (plan: Plan): string => renderHtml(plan, PAGE);

export const ankiOf = (plan: Plan): string => renderAnki(plan);

export const DOCUMENTS: Readonly<Record<string, (plan: Plan) => string>> = {
  ics: icsOf,
  todo: todoOf,
  checklist: (plan) => checklistOf(plan),
  'checklist as text': (plan) => checklistOf(plan, 'text'),
  'checklist for Org': (plan) => checklistOf(plan, 'org'),
  'checklist as todo.txt': (plan) => checklistOf(plan, 'todo.txt'),
  csv: csvOf,
  anki: ankiOf,
  html: htmlOf,
};
