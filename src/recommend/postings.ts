/** What job postings ask for: each posting counts once for a name, however often it says it. */
import { cloudsOf, type FoundTerm, type TermFinder } from './find-terms.ts';
import type { Term } from './schema.ts';
import { PLATFORMS, type Platform } from './vocabulary.ts';

export interface AskedTerm {
  readonly id: string;
  /** Today's name. */
  readonly name: string;
  readonly kind: Term['kind'];
  readonly cloud: Platform | null;
  /** How many of the postings name it. */
  readonly postings: number;
  /** The words that were matched, as they stand in the postings, each once. */
  readonly words: readonly string[];
  /** Those of the words that are former names. */
  readonly former: readonly string[];
}

/** What the postings ask for together. */
export interface Demand {
  readonly postings: number;
  /** How many postings name the platform, by itself or by one of its services. */
  readonly platforms: Readonly<Record<Platform, number>>;
  /** What most postings name comes first; ties in the order of the table. */
  readonly terms: readonly AskedTerm[];
}

/** @param texts one posting each */
export function demandOf(texts: readonly string[], find: TermFinder): Demand {
  const found = texts.map(find);
  const platforms = { aws: 0, azure: 0, google: 0 };
  for (const posting of found) {
    const named = cloudsOf(posting);
    for (const platform of PLATFORMS) if (named.has(platform)) platforms[platform] += 1;
  }
  const asked = new Map<string, AskedTerm>();
  for (const one of found.flat()) asked.set(one.term.id, added(asked.get(one.term.id), one));
  return {
    postings: texts.length,
    platforms,
    terms: [...asked.values()].sort((a, b) => b.postings - a.postings),
  };
}

function added(before: AskedTerm | undefined, { term, words, former }: FoundTerm): AskedTerm {
  return {
    id: term.id,
    name: term.name,
    kind: term.kind,
    cloud: 'cloud' in term ? term.cloud : null,
    postings: (before?.postings ?? 0) + 1,
    words: [...new Set([...(before?.words ?? []), ...words])],
    former: [...new Set([...(before?.former ?? []), ...former])],
  };
}
