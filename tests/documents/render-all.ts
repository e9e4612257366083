/** Every text document of a plan, with the templates that ship. */
import { readFileSync } from 'node:fs';
import { renderChecklist } from '../../src/documents/checklist/render-checklist.ts';
import { renderCsv } from '../../src/documents/csv/render-csv.ts';
import { type PageTemplates, renderHtml } from '../../src/documents/html/render-html.ts';
import { type IcsOptions, renderIcs } from '../../src/documents/ics/render-ics.ts';
import { renderTodo } from '../../src/documents/todo/render-todo.ts';
import type { Plan } from '../../src/plan/plan.ts';

export const template = (name: string): string =>
  readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');

export const STAMP = new Date('2026-11-25T12:34:56Z');

export const icsOf = (plan: Plan, options: Partial<IcsOptions> = {}): string =>
  renderIcs(plan, {
    stamp: STAMP,
    alarmMinutes: 15,
    descriptionTemplate: template('event-description.txt.liquid'),
    ...options,
  });

export const todoOf = (plan: Plan): string => renderTodo(plan, { stamp: STAMP });

export const checklistOf = (plan: Plan): string =>
  renderChecklist(plan, template('checklist.md.liquid'));

export const csvOf = (plan: Plan): string => renderCsv(plan);

export const PAGE: PageTemplates = {
  page: template('page.html.liquid'),
  style: template('page.css'),
  script: template('page.js'),
};

export const htmlOf = (plan: Plan): string => renderHtml(plan, PAGE);

export const DOCUMENTS: Readonly<Record<string, (plan: Plan) => string>> = {
  ics: icsOf,
  todo: todoOf,
  checklist: checklistOf,
  csv: csvOf,
  html: htmlOf,
};
