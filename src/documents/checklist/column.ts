/** A column of names in plain text. */
import type { Words } from '../words/words.ts';

/** Letters of East Asia and what stands beside them are as wide as two others. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** For the filter `column`: as wide as the longest name at the head of a checklist, and a blank. */
export function columnOf({ events: { labels } }: Words): (text: string) => string {
  const { exam, study, verdict, times, note } = labels;
  const width = Math.max(...[exam, study, verdict, times, note].map(widthOf)) + 1;
  return (text) => text + ' '.repeat(Math.max(1, width - widthOf(text)));
}
