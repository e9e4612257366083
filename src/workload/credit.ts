/**
 * What need not be learned again: it comes earlier in the same plan (for another certification), or
 * was finished in another plan. Plain data, so that a plan can keep it for its re-plans.
 */
export interface Credit {
  /** Activities and bridges that are not planned again, by id, with the place where they were: "AIF-C01". */
  readonly done: Readonly<Record<string, string>>;
  /** Tasks that another certification teaches, with the reason in words: their readings become checks. */
  readonly tasks: Readonly<Record<string, string>>;
  /** The vendor's account is open already. */
  readonly account: boolean;
}

export const NO_CREDIT: Credit = { done: {}, tasks: {}, account: false };
