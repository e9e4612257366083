/** Text for terminals that have no more than ASCII. */
import { stringWidth } from './string-width.ts';

const DOTS = '...';

/** Without the characters that an ASCII terminal lacks. */
export function toAscii(text: string): string {
  const plain: Readonly<Record<string, string>> = {
    '–': '-',
    '—': '-',
    '−': '-',
    '→': '->',
    '·': '-',
    '×': 'x',
    '…': DOTS,
    '▸': '>',
    '✓': 'x',
    '≈': '~',
    '“': '"',
    '”': '"',
    '’': "'",
  };
  return text.replace(/[^\n\t\u0020-\u007e]/g, (character) => plain[character] ?? '?');
}

/** The same for text that may hold colours of our own. */
export const asciiKeepingColour = (text: string): string =>
  text
    .split(/(\p{Cc}\[\d+m)/u)
    .map((part, index) => (index % 2 === 1 ? part : toAscii(part)))
    .join('');

/**
 * A line for an ASCII terminal. One that fitted the width before its signs were spelt out ("..." for
 * an ellipsis) is cut, so that it fits again.
 */
export function asciiLine(line: string, width: number): string {
  const ascii = asciiKeepingColour(line);
  if (stringWidth(ascii) <= width || stringWidth(line) > width) return ascii;
  let room = Math.max(0, width - DOTS.length);
  return ascii
    .split(/(\p{Cc}\[\d+m)/u)
    .map((part, index) => {
      if (index % 2 === 1 || room < 0) return index % 2 === 1 ? part : '';
      const kept = part.slice(0, room);
      const isCut = kept.length < part.length;
      room = isCut ? -1 : room - kept.length;
      return isCut ? `${kept}${DOTS}` : kept;
    })
    .join('');
}
