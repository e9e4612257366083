/**
 * The words of documents. A language is a folder with a file for each part; English defines what there is, and
 * a language that lacks a word does not build. Texts of curricula and of the plan itself (titles, reasons,
 * warnings) stay as they are.
 */
import {
  DEFAULT_LANGUAGE,
  type Language,
  type LanguageTag,
  languageOf,
} from '../../plan/language.ts';
import { type Dates, datesOf } from './dates.ts';
import type { CommonWords } from './en/common.ts';
import type { EventsWords } from './en/events.ts';
import type { PageWords } from './en/page.ts';
import type { PdfWords } from './en/pdf.ts';

export interface Catalogue {
  readonly common: CommonWords;
  readonly events: EventsWords;
  readonly page: PageWords;
  readonly pdf: PdfWords;
  /** What a font for East Asia must have to print these words; empty where every font will do. */
  readonly letters: string;
}

export interface Words extends Catalogue {
  /** For `lang` attributes. */
  readonly tag: LanguageTag;
  readonly dates: Dates;
}

const CATALOGUES = {
  en: () => import('./en/catalogue.ts'),
  de: () => import('./de/catalogue.ts'),
  es: () => import('./es/catalogue.ts'),
  ja: () => import('./ja/catalogue.ts'),
} as const satisfies Record<Language, () => Promise<{ readonly catalogue: Catalogue }>>;

/** Loads the words of one language; English ones, dates and all, for the language of a newer version's plan. */
export async function wordsIn(asked: LanguageTag): Promise<Words> {
  const language = languageOf(asked);
  const { catalogue } = await CATALOGUES[language]();
  const tag = asked.split('-')[0] === language ? asked : DEFAULT_LANGUAGE;
  return { ...catalogue, tag, dates: datesOf(tag) };
}
