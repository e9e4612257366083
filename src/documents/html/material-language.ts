/** Material is in English; a page in another language says so where its texts stand. */
import { DEFAULT_LANGUAGE, languageOf } from '../../plan/language.ts';
import type { Words } from '../words/words.ts';

/** The attribute, with a blank before it; nothing where the page is in English, too. */
export const materialLanguage = ({ tag }: Pick<Words, 'tag'>): string => {
  const language = languageOf(DEFAULT_LANGUAGE);
  return languageOf(tag) === language ? '' : ` lang="${language}"`;
};
