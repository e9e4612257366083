/** Text that does not fit a line, broken between words. */
import stringWidth from 'fast-string-width';
import { padEnd } from './layout.ts';

/** Narrower than this no words are broken into lines any more. */
const NARROWEST = 16;

/** A figure keeps its unit: no line begins with "%" or "h". */
const WORD_GAP = / (?!%|×|[hm]\b)/;

/** @param width most columns of a line; a longer word stands alone and keeps its length */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(WORD_GAP)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > Math.max(NARROWEST, width)) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A label in a column of its own, and beside it the text, in as many lines as it takes. */
export function labelled(label: string, text: string, labelWidth: number, width: number): string[] {
  return wrap(text, width - labelWidth).map(
    (line, index) => padEnd(index === 0 ? label : '', labelWidth) + line,
  );
}
