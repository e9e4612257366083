import { closest, distance } from 'fastest-levenshtein';

/** The most similar of the known words, or null when none is near (more than half would change). */
export function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const candidate = closest(word, known as string[]);
  return distance(word, candidate) <= Math.max(2, Math.floor(candidate.length / 2))
    ? candidate
    : null;
}

/** `; did you mean "glue-labs"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const match = nearest(word, known);
  return match === null ? '' : `; did you mean "${match}"?`;
}
