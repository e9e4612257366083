/** Text from strangers inside Org mode: shown as it is; no link to run, no macro, no mark-up. */
import { encodeIn, safeUrl } from '../safe-url.ts';

/** Org's own names for characters (its "special symbols"); the braces end the name. */
const ENTITIES: Readonly<Record<string, string>> = {
  '*': '\\ast{}',
  '/': '\\slash{}',
  _: '\\under{}',
  '=': '\\equal{}',
  '~': '\\tilde{}',
  '+': '\\plus{}',
  '^': '\\asciicirc{}',
  '|': '\\vert{}',
  '<': '\\lt{}',
  '>': '\\gt{}',
  $: '\\dollar{}',
  ':': '\\colon{}',
};
/** Nothing is shown for it, and what stood around it is no longer one mark. */
const NOTHING = '\\zwnj{}';

const entity = (character: string): string => ENTITIES[character] ?? '';

/** Escapes what means something inside a line, and at its beginning. */
export const escapeOrg = (text: string): string =>
  text
    .replace(
      // A backslash begins a symbol or a formula; doubled brackets a link, braces a macro.
      /\\|\[(?=\[)|\](?=\])|\{(?=\{)|[_^|<>$]|(?<=[A-Za-z]):(?=\S)|(?<![\p{L}\p{N}])[*/=~+]|[*/=~+](?![\p{L}\p{N}])/gu,
      (found) => (/[\\[\]{]/.test(found) ? found + NOTHING : entity(found)),
    )
    // Lists, comments, keywords, fixed-width lines.
    .replace(/^(?=(?:[-#:]|\d+[.)])(?:\s|$))/, NOTHING);

/** A link's target: nothing in it can end the brackets. */
export const orgUrl = (url: string): string => encodeIn(safeUrl(url) ?? '', /[[\]]/g);
