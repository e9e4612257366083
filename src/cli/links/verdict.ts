/** What is found out about an address. */

/**
 * - fine: it answers
 * - moved: it answers for good at another address, or by https where http is written
 * - doubtful: nobody can tell without looking: it wants a login, keeps programs out, or sends on to a front page
 * - broken: it is gone, fails, does not answer, or leads astray
 */
export const VERDICTS = ['fine', 'moved', 'doubtful', 'broken'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One request of the chain, and what came back. */
export interface Hop {
  readonly url: string;
  readonly method: 'HEAD' | 'GET';
  /** null: no answer. */
  readonly status: number | null;
}

export interface LinkResult {
  readonly verdict: Verdict;
  /** Why, in words; empty where it is simply fine. */
  readonly reason: string;
  /** From the first request to the last. */
  readonly hops: readonly Hop[];
  /** Where it answers in the end; null where it does not. */
  readonly finalUrl: string | null;
}
