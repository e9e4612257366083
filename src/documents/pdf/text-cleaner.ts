/** Titles may come from strangers: what may be printed, in which face, and what may be linked. */
import type { FontMetrics } from './font-file.ts';

/** `fallback` has scripts that the others lack; where there is none it is the regular one. */
export const FACES = ['regular', 'bold', 'oblique', 'fallback'] as const;
export type Face = (typeof FACES)[number];
export type Faces = Readonly<Record<Face, FontMetrics>>;

/** A stretch that one face can print. */
export interface FaceRun {
  readonly text: string;
  readonly face: Face;
}

export interface CleanText {
  /** All of it. */
  readonly text: string;
  readonly runs: readonly FaceRun[];
}

export interface TextCleaner {
  /** Printable text on one line, and which face has which stretch of it. */
  clean(text: string, face: Face): CleanText;
  /** The face that prints a letter: the wanted one where it has it. */
  faceOf(letter: string, wanted: Face): Face;
  /** True once something was replaced because no face has it. */
  readonly replaced: boolean;
  /** True once a script came by whose letters must be joined or ordered (Arabic, accents apart). */
  readonly needsShaping: boolean;
}

const PLAIN = /^[\x20-\x7e]*$/;
const NOT_PRINTED = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
const SPACES = /[\s\p{Z}]+/gu;
/** In DejaVu these share a glyph with the hyphen, so text copied from the PDF would carry them. */
const HYPHENS = /[\u2010\u2011]/g;
const SHAPED = /[\p{M}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}]/u;

const IS_LETTER = /\p{L}/u;
/** Stands for a stretch of letters: a row of boxes tells nobody what is wrong. */
const NO_FONT = '[no font]';

/** True for text whose letters must be joined or ordered. */
export const isShaped = (text: string): boolean => SHAPED.test(text);

export function textCleaner(faces: Faces): TextCleaner {
  const missing = faces.regular.has(0x25a1) ? '□' : '?';
  const has = (face: Face, letter: string): boolean => faces[face].has(letter.codePointAt(0) ?? 0);
  let replaced = false;
  let needsShaping = false;
  // DejaVu's oblique faces lack Arabic and some signs that the upright ones have.
  const find = (letter: string, wanted: Face): Face | null =>
    [wanted, 'regular' as const, 'fallback' as const].find((face) => has(face, letter)) ?? null;
  return {
    faceOf: (letter, wanted) => find(letter, wanted) ?? wanted,
    clean(raw, wanted) {
      if (PLAIN.test(raw)) return { text: raw, runs: [{ text: raw, face: wanted }] };
      const text = raw
        .normalize('NFC')
        .replace(SPACES, ' ')
        .replace(NOT_PRINTED, '')
        .replace(HYPHENS, '-');
      if (isShaped(text)) needsShaping = true;
      const runs: { text: string; face: Face }[] = [];
      for (const letter of text) {
        const last = runs.at(-1);
        const face = find(letter, wanted);
        if (face === null) replaced = true;
        const sign = face !== null ? letter : IS_LETTER.test(letter) ? NO_FONT : missing;
        if (sign === NO_FONT && last?.text.endsWith(NO_FONT)) continue;
        // Marks stay with their letter; so do the signs and spaces between letters of one script.
        const stays = last !== undefined && !IS_LETTER.test(letter) && has(last.face, sign);
        const own = stays ? last.face : (face ?? wanted);
        if (last !== undefined && last.face === own) last.text += sign;
        else runs.push({ text: sign, face: own });
      }
      return { text: runs.map((run) => run.text).join(''), runs };
    },
    get replaced() {
      return replaced;
    },
    get needsShaping() {
      return needsShaping;
    },
  };
}

/** The address when it is one that may be clicked, else null: only http and https. */
export function safeLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}

/** Host and path for print: `docs.aws.amazon.com/athena/latest/ug/partitions.html`. */
export function printedAddress(url: string | null): string {
  const link = safeLink(url);
  if (link === null) return '';
  const { host, pathname } = new URL(link);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}
