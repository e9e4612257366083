/** In which language a PDF can be written here, and with which font of the system. */
import type { Words } from '../documents/words/words.ts';
import { DEFAULT_LANGUAGE, type LanguageTag } from '../plan/language.ts';
import type { Plan } from '../plan/plan.ts';

export interface Lettering {
  readonly words: Words;
  /** For letters that the fonts of the PDF lack; null: there are none, or no font for them. */
  readonly font: Uint8Array | null;
  /** What to tell; null: all can be printed as asked. */
  readonly note: string | null;
}

const NO_FONT_FOR_TITLES =
  'the PDF has [no font] in place of Chinese, Japanese or Korean letters: no font for them was found; install one such as Noto Sans CJK, or name its folder in CERTPLAN_FONTS';
const NO_FONT_FOR_WORDS =
  'the PDF is written in English: no font with the letters of its language was found; install fonts-noto-cjk or fonts-droid-fallback, or name a folder with such a font in CERTPLAN_FONTS';

/**
 * The language asked for where a font has its letters, else English.
 * @param language absent: that of the plan, else English
 */
export async function lettering(
  plan: Plan,
  owner?: string,
  language: LanguageTag = plan.language ?? DEFAULT_LANGUAGE,
): Promise<Lettering> {
  const { eastAsianFont, eastAsianLetters } = await import('./east-asian-font.ts');
  const { wordsIn } = await import('../documents/words/words.ts');
  const titles = plan.sessions.map(({ title, label, first }) => [title, label, first]);
  const words = await wordsIn(language);
  const letters = eastAsianLetters([words.letters, owner, titles].flat(3).join(' '));
  if (letters.length === 0) return { words, font: null, note: null };
  const font = eastAsianFont(letters);
  if (!(await prints(font, words.letters))) {
    const english = await wordsIn(DEFAULT_LANGUAGE);
    return { words: english, font, note: NO_FONT_FOR_WORDS };
  }
  return { words, font, note: font === null ? NO_FONT_FOR_TITLES : null };
}

async function prints(font: Uint8Array | null, letters: string): Promise<boolean> {
  if (letters === '') return true;
  if (font === null) return false;
  const { readFont } = await import('../documents/pdf/font-file.ts');
  const { has } = readFont(font);
  return [...letters].every((letter) => has(letter.codePointAt(0) ?? 0));
}

/**
 * What to tell where a PDF cannot be printed here as asked; null: it can.
 * @param language absent: that of the plan
 */
export const missingFontNote = async (
  plan: Plan,
  owner?: string,
  language?: LanguageTag,
): Promise<string | null> => (await lettering(plan, owner, language)).note;
