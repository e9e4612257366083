/** Text over several lines, broken between words. */
import { plainText } from '../../text/plain-text.ts';
import { stringWidth } from './string-width.ts';

/** @param indent put before every line but the first; the width includes it */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  // What is set in at the start of the text stays there.
  const lead = /^ */.exec(text)?.[0] ?? '';
  for (const word of plainText(text).split(/(?<=\S) (?=\S)/)) {
    const start = lines.length === 0 ? lead : indent;
    if (line === '') line = start + word;
    else if (stringWidth(line) + 1 + stringWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}
