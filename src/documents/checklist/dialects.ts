/** In what a checklist can be written, and how values are made safe there. */
import { escapeHtml, htmlCode } from '../html/escape-html.ts';
import type { Escape } from '../liquid.ts';
import { safeUrl } from '../safe-url.ts';
import { escapeMarkdown, markdownUrl } from './escape-markdown.ts';
import { escapeOrg, orgUrl } from './escape-org.ts';
import { escapeTodoTxt } from './escape-todo-txt.ts';

export interface Dialect {
  /** null: a value is one line without control characters already, and nothing in it means more. */
  readonly escape: Escape | null;
  /** For `| link`: an address as the target of a link. */
  readonly link: Escape;
  /** For commands in `| marked`, which stand between backticks there. */
  readonly code: Escape;
}

const plainUrl = (url: string): string => safeUrl(url) ?? '';

export const DIALECTS = {
  markdown: { escape: escapeMarkdown, link: markdownUrl, code: (text) => `\`${text}\`` },
  org: { escape: escapeOrg, link: orgUrl, code: (text) => `~${text.replaceAll('~', '')}~` },
  'todo.txt': { escape: escapeTodoTxt, link: plainUrl, code: escapeTodoTxt },
  html: { escape: escapeHtml, link: (url) => escapeHtml(plainUrl(url)), code: htmlCode },
  text: { escape: null, link: plainUrl, code: (text) => text },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof DIALECTS;

const BY_ENDING: readonly (readonly [RegExp, DialectName])[] = [
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.org$/i, 'org'],
  [/(^|[./\\])todo\.txt$/i, 'todo.txt'],
  [/\.html?$/i, 'html'],
];

/** By the file that a template makes: `mine.org.liquid` and `mine.org` make Org mode. Else plain text. */
export function dialectOf(templateName: string): DialectName {
  const made = templateName.replace(/\.liquid$/i, '');
  return BY_ENDING.find(([ending]) => ending.test(made))?.[1] ?? 'text';
}
