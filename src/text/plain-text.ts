/**
 * What strangers wrote (titles, links, reasons), made safe for any document and any terminal: one line, nothing
 * invisible that could steer a terminal, turn the reading direction or end a line of a calendar.
 */

/** Line ends and tabs, which become a space so that words do not run together. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/**
 * Controls, format characters (bidi overrides, zero width), halves of pairs, non-characters. The
 * two joiners that build emoji and some scripts are harmless and stay.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Letters and signs of most texts; much faster than asking what each character is. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*$/;

/** One line without control characters; blanks at both ends are cut off. */
export const plainText = (text: string): string =>
  (PLAIN.test(text) ? text : text.replace(BREAKS, ' ').replace(UNSEEN, '')).trim();

/** Finds what is neither plain nor a line end. */
const NOT_PLAIN = /[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]/;

/** Like `plainText`, but keeps line ends (as LF); for what a template has written. */
export function plainLines(text: string): string {
  if (NOT_PLAIN.test(text)) return cleanLines(text);
  return text.includes(' \n') || text.endsWith(' ') ? text.replace(/(?<! ) +$/gm, '') : text;
}

const cleanLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) =>
      (PLAIN.test(line) ? line : line.replace(/\t/g, '  ').replace(UNSEEN, '')).trimEnd(),
    )
    .join('\n');
