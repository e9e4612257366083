/** Titles may come from strangers: what may be printed, in which face, and what may be linked. */
import type { FontMetrics } from './font-file.ts';

export const FACES = ['regular', 'bold', 'oblique'] as const;
export type Face = (typeof FACES)[number];
export type Faces = Readonly<Record<Face, FontMetrics>>;

export interface CleanText {
  readonly text: string;
  readonly face: Face;
}

export interface TextCleaner {
  /** Printable text on one line, and the face that has most of it. */
  clean(text: string, face: Face): CleanText;
  /** True once a character was replaced because no face has it. */
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

export function textCleaner(faces: Faces): TextCleaner {
  const missing = faces.regular.has(0x25a1) ? '□' : '?';
  let replaced = false;
  let needsShaping = false;
  const covers = (face: Face, text: string): boolean =>
    [...text].every((letter) => faces[face].has(letter.codePointAt(0) ?? 0));
  return {
    clean(raw, wanted) {
      if (PLAIN.test(raw)) return { text: raw, face: wanted };
      const text = raw
        .normalize('NFC')
        .replace(SPACES, ' ')
        .replace(NOT_PRINTED, '')
        .replace(HYPHENS, '-');
      if (SHAPED.test(text)) needsShaping = true;
      if (covers(wanted, text)) return { text, face: wanted };
      // DejaVu's oblique faces lack Arabic and some signs that the upright ones have.
      const face = covers('regular', text) ? 'regular' : wanted;
      const printable = [...text].map((letter) => {
        if (faces[face].has(letter.codePointAt(0) ?? 0)) return letter;
        replaced = true;
        return missing;
      });
      return { text: printable.join(''), face };
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
