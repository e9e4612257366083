/** Finds platforms, services, skills and topics in a text, by the keyword table. */
import type { KeywordTable, Term } from './schema.ts';
import type { Platform } from './vocabulary.ts';

export interface FoundTerm {
  readonly term: Term;
  /** As they stand in the text, each spelling once, in the order of the text. */
  readonly words: readonly string[];
  /** Those of the words that are names of former times. */
  readonly former: readonly string[];
}

interface Pattern {
  readonly term: Term;
  readonly former: boolean;
  /** Counts only where the text names the term's cloud. */
  readonly beside: boolean;
  readonly expression: RegExp;
  /** In small letters, what any text with the word contains: much faster to look for. */
  readonly probe: string;
}

interface Match {
  readonly pattern: Pattern;
  readonly from: number;
  readonly to: number;
}

/** Stands in for a phrase that is taken out: no word, and no blank either. */
const TAKEN_OUT = '\u00b6';

/**
 * A word of the table as an expression: whole words, an "s" at the end allowed, a blank as any blank or hyphen.
 * In small letters it is found in any case; with a capital as it is written.
 */
function expressionOf(word: string): RegExp {
  const body = word
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '[\\s\\u00a0\\u2010\\u2011-]{1,4}');
  const flags = word === word.toLowerCase() ? 'giu' : 'gu';
  return new RegExp(`(?<![\\p{L}\\p{N}_])${body}s?(?![\\p{L}\\p{N}_])`, flags);
}

const longestPart = (word: string): string =>
  word
    .toLowerCase()
    .split(' ')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');

export type TermFinder = (text: string) => FoundTerm[];

/** Prepares the table once; what it gives is used for any number of texts. */
export function termFinder({ never, terms }: KeywordTable): TermFinder {
  const phrases = never.map(expressionOf);
  const patterns = terms.flatMap((term): Pattern[] => {
    const made = (words: readonly string[] | undefined, former: boolean, beside: boolean) =>
      (words ?? []).map((word) => ({
        term,
        former,
        beside,
        expression: expressionOf(word),
        probe: longestPart(word),
      }));
    return [
      ...made(term.words, false, false),
      ...made(term.formerly, true, false),
      ...made(term.beside, false, true),
    ];
  });
  return (text) => {
    const clean = phrases.reduce(
      (rest, phrase) => rest.replaceAll(phrase, (found) => TAKEN_OUT.repeat(found.length)),
      text,
    );
    return inText(clean, terms, patterns);
  };
}

function inText(text: string, terms: readonly Term[], patterns: readonly Pattern[]): FoundTerm[] {
  const small = text.toLowerCase();
  const all = patterns
    .filter(({ probe }) => small.includes(probe))
    .flatMap((pattern) =>
      [...text.matchAll(pattern.expression)].map(
        (found): Match => ({ pattern, from: found.index, to: found.index + found[0].length }),
      ),
    );
  const named = new Set(
    all.flatMap(({ pattern: { beside, term } }) =>
      beside || !('cloud' in term) ? [] : [term.cloud],
    ),
  );
  const counted = all.filter(
    ({ pattern: { beside, term } }) => !beside || ('cloud' in term && named.has(term.cloud)),
  );
  const whole = withoutContained(counted);
  return terms.flatMap((term) => {
    const own = whole
      .filter(({ pattern }) => pattern.term === term)
      .sort((a, b) => a.from - b.from || b.to - a.to)
      // "Google Cloud" in "Google Cloud Platform".
      .filter(({ to }, index, sorted) => index === 0 || to > (sorted[index - 1]?.to ?? 0));
    if (own.length === 0) return [];
    const words = (matches: readonly Match[]): string[] => [
      ...new Set(matches.map(({ from, to }) => text.slice(from, to).replaceAll(/\s+/g, ' '))),
    ];
    return [
      { term, words: words(own), former: words(own.filter(({ pattern }) => pattern.former)) },
    ];
  });
}

/**
 * A word inside the longer name of a service is that name ("Kinesis" in "Kinesis Data Firehose", "API" in "Gemini
 * API"). Platforms are counted there too: who asks for "Azure AI Search" asks for Azure.
 */
function withoutContained(matches: readonly Match[]): Match[] {
  const services = matches.filter(({ pattern }) => pattern.term.kind === 'service');
  // By each place in the text the longest name that stands there.
  const longest = new Map<number, Match>();
  for (const service of services) {
    for (let place = service.from; place < service.to; place += 1) {
      const before = longest.get(place);
      if (!before || lengthOf(before) < lengthOf(service)) longest.set(place, service);
    }
  }
  return matches.filter((match) => {
    const around = longest.get(match.from);
    return (
      match.pattern.term.kind === 'platform' ||
      around === undefined ||
      match.to > around.to ||
      lengthOf(match) >= lengthOf(around)
    );
  });
}

const lengthOf = ({ from, to }: Match): number => to - from;

/** The clouds that a text names, by themselves or by one of their services. */
export const cloudsOf = (found: readonly FoundTerm[]): Set<Platform> =>
  new Set(found.flatMap(({ term }) => ('cloud' in term ? [term.cloud] : [])));
