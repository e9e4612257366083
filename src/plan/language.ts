/** In which language documents are written, and by which region's manners they write dates. */
import { badInput } from '../errors.ts';

export const LANGUAGES = ['en', 'de', 'es', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A BCP 47 tag whose language is one of ours: `de`, `de-AT`, `en-US`. */
export type LanguageTag = Language | `${Language}-${string}`;

/** English with the day before the month, and weeks from Monday. */
export const DEFAULT_LANGUAGE: LanguageTag = 'en';

const isOurs = (word: string): word is Language => (LANGUAGES as readonly string[]).includes(word);

const isTag = (tag: string): tag is LanguageTag => isOurs(tag.split('-')[0] ?? '');

/** English for a tag that is none of ours, as a plan of a newer version may have. */
export const languageOf = (tag: LanguageTag): Language => {
  const [language = ''] = tag.split('-');
  return isOurs(language) ? language : 'en';
};

/**
 * What `--lang` takes: `de`, `de-AT`, also as environments write it, `de_AT.UTF-8`, `de_DE@euro`. Of a tag only
 * language, script and region are kept.
 * @throws UserError, exit code 2
 */
export function parseLanguage(text: string): LanguageTag {
  const written = text
    .trim()
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-');
  let tag: string;
  try {
    const { language, script, region } = new Intl.Locale(written);
    tag = [language, script, region].filter((part) => part !== undefined).join('-');
  } catch {
    throw unknownLanguage(text);
  }
  if (!isTag(tag)) throw unknownLanguage(text);
  return tag;
}

const unknownLanguage = (text: string): Error =>
  badInput(
    'unknown-language',
    `--lang: there are no documents in "${text}"`,
    `languages are ${LANGUAGES.join(', ')}, with a region for its dates if you like: de-AT, en-US`,
  );
