/** The words of documents that are English in every language, as programs read them. */
import { DEFAULT_LANGUAGE } from '../../plan/language.ts';
import { datesOf } from './dates.ts';
import { catalogue } from './en/catalogue.ts';
import type { Words } from './words.ts';

export const ENGLISH_WORDS: Words = {
  ...catalogue,
  tag: DEFAULT_LANGUAGE,
  dates: datesOf(DEFAULT_LANGUAGE),
};
