/** Where Chinese and Japanese text may break: between any two letters, but for a few signs (kinsoku). */

const EAST_ASIAN =
  /[\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]/;
/** Words and numbers of other scripts stay whole; every other letter stands for itself. */
const PARTS = /[\x21-\x7e\u00a1-\u052f]+|./gu;
/** Never first on a line: closing marks, small kana, the signs of a long vowel and of repetition. */
const NOT_FIRST =
  /^[、。，．・：；？！）］｝〕〉》」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ％～…),.;:!?%\]]/;
/** Never last on a line. */
const NOT_LAST = /[（［｛〔〈《「『【([]$/;
const DIGIT_LAST = /\d$/;
const LETTER_FIRST = /^\p{L}/u;

export const isEastAsian = (text: string): boolean => EAST_ASIAN.test(text);

/** A stretch without blanks, cut at the places where it may break. */
export const breakable = (text: string): readonly string[] =>
  isEastAsian(text) ? (text.match(PARTS) ?? []) : [text];

/** True where no line may end between two parts that stand without a blank: `「` and what it opens, `30` and `分`. */
export function staysWith(before: string, after: string): boolean {
  if (!isEastAsian(before) && !isEastAsian(after)) return false;
  return (
    NOT_FIRST.test(after) ||
    NOT_LAST.test(before) ||
    (DIGIT_LAST.test(before) && LETTER_FIRST.test(after))
  );
}
