/**
 * Which title of one exam guide is which title of another. Two titles are as alike as the words they
 * share, 0 to 1: endings do not count, and a word that many titles have ("solution", "AI") counts less.
 */

/** Pairs below this are no pairs. Found by reading the pairs of AI-102 and AI-103, MLS-C01 and MLA-C02. */
const LEAST_ALIKE = 0.5;
/** A title that kept its number needs that much less. */
const SAME_ID = 0.2;

const EMPTY_WORDS = new Set('a an and the of for to by using use with in on given'.split(' '));
const ENDING = /(ations?|ing|ions?|ized?|izes?|ies|ed|es|s|ly|e|y|is)$/;
const STEM_LENGTH = 6;

export interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface Pair<T extends Titled> {
  readonly before: T;
  readonly after: T;
  /** 0 to 1: how alike the titles are. */
  readonly alike: number;
}

const stem = (word: string): string =>
  (word.length > 4 ? word.replace(ENDING, '') : word.replace(/s$/, '')).slice(0, STEM_LENGTH);

const wordsOf = (title: string): Set<string> =>
  new Set(
    (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => !EMPTY_WORDS.has(word))
      .map(stem),
  );

/** Each title at most once, the most alike first; of pairs that are equally alike, the earlier ones. */
export function matchTitles<T extends Titled>(
  before: readonly T[],
  after: readonly T[],
): Pair<T>[] {
  const words = new Map([...before, ...after].map(({ title }) => [title, wordsOf(title)]));
  const titlesWith = new Map<string, number>();
  for (const { title } of [...before, ...after]) {
    for (const word of words.get(title) ?? []) {
      titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
    }
  }
  const weight = (list: readonly string[]): number =>
    list.reduce((sum, word) => sum + 1 / Math.sqrt(titlesWith.get(word) ?? 1), 0);
  const likeness = (a: string, b: string): number => {
    const first = [...(words.get(a) ?? [])];
    const second = words.get(b) ?? new Set();
    const all = weight(first) + weight([...second]);
    return all === 0 ? 0 : (2 * weight(first.filter((word) => second.has(word)))) / all;
  };
  const candidates = before
    .flatMap((one) =>
      after.map((other) => {
        const alike = likeness(one.title, other.title);
        return {
          before: one,
          after: other,
          alike,
          score: alike + (one.id === other.id ? SAME_ID : 0),
        };
      }),
    )
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<T>();
  const pairs: Pair<T>[] = [];
  for (const { before: one, after: other, alike } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push({ before: one, after: other, alike });
  }
  return pairs;
}
