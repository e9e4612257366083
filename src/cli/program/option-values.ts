/** Values of options that are checked while the command line is read. */
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../../curriculum/nearest.ts';
import { PDF_SECTIONS, type PdfSection } from '../../documents/pdf/sections.ts';
import { type CivilDate, isCivilDate } from '../../time/civil-date.ts';

export const collect = (value: string, previous: readonly string[] = []): string[] => [
  ...previous,
  value,
];

export function hours(text: string): number {
  const value = Number(text);
  if (!/^\d+([.]\d+)?$/.test(text.trim()) || value < 1 || value > 60 || (value * 2) % 1 !== 0) {
    throw new InvalidArgumentError(
      `hours a week are a number from 1 to 60, halves allowed, for example 7.5`,
    );
  }
  return value;
}

/** Dollars. */
export function budget(text: string): number {
  const value = Number(text);
  if (!/^\d+([.]\d{1,2})?$/.test(text.trim()) || value > 100_000) {
    throw new InvalidArgumentError(
      'a budget is a number of US dollars from 0 to 100000, for example 300',
    );
  }
  return value;
}

export function sessionMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || value < 40 || value > 240) {
    throw new InvalidArgumentError(
      'the longest sitting is a whole number of minutes from 40 to 240',
    );
  }
  return value;
}

export function sessionNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text.trim()) || value < 1) {
    throw new InvalidArgumentError('a session is named by its number, for example 12');
  }
  return value;
}

export function notEmpty(text: string): string {
  if (text === '')
    throw new InvalidArgumentError('it is empty; leave the option out, or give a value');
  return text;
}

export function percent(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}([.]\d+)?$/.test(text.trim()) || value > 100) {
    throw new InvalidArgumentError('a score is a number of per cent from 0 to 100, for example 72');
  }
  return value;
}

export function spentMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text.trim()) || value < 1 || value > 1440) {
    throw new InvalidArgumentError('minutes are a whole number from 1 to 1440, for example 50');
  }
  return value;
}

export function dayCount(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text.trim()) || value < 1 || value > 366) {
    throw new InvalidArgumentError('days are a whole number from 1 to 366, for example 14');
  }
  return value;
}

/** @returns the first day of the month */
export function month(text: string): CivilDate {
  const first = `${text.trim()}-01`;
  if (!isCivilDate(first)) {
    throw new InvalidArgumentError('a month is written as year and month, for example 2027-01');
  }
  return first;
}

export function questionCount(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text.trim()) || value < 1 || value > 1000) {
    throw new InvalidArgumentError('questions are a whole number from 1 to 1000, for example 65');
  }
  return value;
}

export function timeoutSeconds(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text.trim()) || value < 1 || value > 120) {
    throw new InvalidArgumentError('seconds are a whole number from 1 to 120, for example 20');
  }
  return value;
}

/** More at once is a slip of the keyboard. */
const MOST_NUMBERS = 1000;

/** `12`, `14-16`, `20,21`: adds to the numbers of the arguments before, each once. */
export function sessionNumbers(text: string, previous: readonly number[] = []): number[] {
  const numbers = new Set(previous);
  const example = 'sessions are named by numbers and ranges, for example 12 14-16 20,21';
  for (const part of text.split(',')) {
    const match = /^(\d{1,6})(?:(?:-|–|\.\.)(\d{1,6}))?$/.exec(part.trim());
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? from);
    if (!match || from < 1) throw new InvalidArgumentError(example);
    if (to < from) throw new InvalidArgumentError(`"${part.trim()}" runs backwards; ${example}`);
    if (to - from >= MOST_NUMBERS) throw new InvalidArgumentError(`so many at once? ${example}`);
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return [...numbers];
}

/** A number of a session, or the id of a practice exam. */
export function sessionOrId(text: string): number | string {
  if (/^\d+$/.test(text.trim())) return sessionNumber(text);
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/i.test(text.trim())) {
    throw new InvalidArgumentError(
      'name a session by its number, for example 61, or a practice exam by its id',
    );
  }
  return text.trim().toLowerCase();
}

/** `d1=70,d2=55`: adds to the values of the options before. */
export function domainScores(
  text: string,
  previous: Readonly<Record<string, number>> = {},
): Record<string, number> {
  const scores: Record<string, number> = { ...previous };
  for (const part of text.split(',')) {
    const match = /^([a-z0-9][a-z0-9._-]*)=(\d{1,3}(?:\.\d+)?) ?%?$/i.exec(part.trim());
    const value = Number(match?.[2]);
    if (!match || value > 100) {
      throw new InvalidArgumentError(
        `"${part.trim()}" is no domain with its per cent, for example d1=70,d2=55`,
      );
    }
    scores[(match[1] ?? '').toLowerCase()] = value;
  }
  return scores;
}

const isSection = (word: string): word is PdfSection =>
  (PDF_SECTIONS as readonly string[]).includes(word);

/** `cover,weeks`: adds to the sections of the options before. */
export function pdfSections(text: string, previous: readonly PdfSection[] = []): PdfSection[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  const sections = words.map((word) => {
    if (isSection(word)) return word;
    throw new InvalidArgumentError(
      `there is no section "${word}"${didYouMean(word, PDF_SECTIONS)}; sections are ${PDF_SECTIONS.join(', ')}`,
    );
  });
  return [...previous, ...sections];
}
