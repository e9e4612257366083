/** Text from strangers inside Markdown (CommonMark, GitHub's kind): shown as it is, never obeyed. */
import { encodeIn, safeUrl } from '../safe-url.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const SPECIAL = /[&<>\\`*_[\]~|$]|^(?:[#+\-=]|\d+[.)])/;

/** Escapes what means something inside a line, and at its beginning. */
export function escapeMarkdown(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return (
    text
      // As entities, which also those renderers know that let HTML through.
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
      .replace(/[\\`*_[\]~|$]/g, '\\$&')
      .replace(/^([#+\-=])/, '\\$1')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** A link's target: nothing in it can end the parentheses or be read as markup. */
export const markdownUrl = (url: string): string =>
  encodeIn(safeUrl(url) ?? '', /[^A-Za-z0-9\-._~:/?#@!$&+=%]/gu).replaceAll('&', '&amp;');

/** A name or an instant inside an HTML comment: what the importer reads back letter for letter. */
export const commentWord = (text: string): string => text.replace(/[^A-Za-z0-9._:+-]/g, '');
