/** Text over several lines, broken between words. */
import { plainText } from '../../text/plain-text.ts';
import { padEnd } from './layout.ts';
import { stringWidth } from './string-width.ts';

/** Narrower than this no words are broken into lines any more. */
const NARROWEST = 16;

/** A figure keeps its unit: no line begins with "%" or "h". What is set in at the start stays there. */
const WORD_GAP = /(?<=\S) (?=\S)(?!%|×|[hm]\b)/;

/**
 * @param width most columns of a line; a longer word stands alone and keeps its length
 * @param indent put before every line but the first; the width includes it
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  const lead = /^ */.exec(text)?.[0] ?? '';
  for (const word of plainText(text).split(WORD_GAP)) {
    if (line === '') line = (lines.length === 0 ? lead : indent) + word;
    else if (stringWidth(`${line} ${word}`) <= Math.max(NARROWEST, width)) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}

/** A label in a column of its own, and beside it the text, in as many lines as it takes. */
export function labelled(label: string, text: string, labelWidth: number, width: number): string[] {
  return wrap(text, width - labelWidth).map(
    (line, index) => padEnd(index === 0 ? label : '', labelWidth) + line,
  );
}
