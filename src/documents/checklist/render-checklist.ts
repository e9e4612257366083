/** The plan as a list to tick off anywhere, in the words of a template. */
import type { Plan } from '../../plan/plan.ts';
import { plainLines } from '../../text/plain-text.ts';
import { compileTemplate } from '../liquid.ts';
import { markedText } from '../marked-text.ts';
import { templateData } from '../template-data.ts';
import type { Words } from '../words/words.ts';
import { columnOf } from './column.ts';
import { DIALECTS, type Dialect, dialectOf } from './dialects.ts';
import { commentWord } from './escape-markdown.ts';

export interface ChecklistTemplate {
  /** Its file, as messages name it; the ending says what it makes, e.g. `mine.org.liquid`. */
  readonly name: string;
  /** Liquid; sees `templateData`, as docs/templates.md tells. */
  readonly text: string;
}

export interface ChecklistOptions {
  readonly words: Words;
  readonly template: ChecklistTemplate;
}

/** `practice-exam` as `practice_exam`: a tag in every app. */
const tagWord = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');

/** @throws UserError, exit code 2, for a mistake in the template or one that goes on and on */
export function renderChecklist(plan: Plan, { words, template }: ChecklistOptions): string {
  const { name, text } = template;
  const dialect: Dialect = DIALECTS[dialectOf(name)];
  const safe = dialect.escape ?? ((value: string) => value);
  const column = columnOf(words);
  const render = compileTemplate(text, {
    name,
    escape: dialect.escape,
    safeFilters: {
      link: dialect.link,
      word: commentWord,
      tag: tagWord,
      marked: markedText(safe, dialect.code),
      column: (value) => column(safe(value)),
    },
  });
  return `${plainLines(render(templateData(plan, words))).trim()}\n`;
}
