import type { SkillLevels } from '../curriculum/vocabulary.ts';

/**
 * What need not be learned again: it comes earlier in the same plan (for another certification), or
 * was finished in another plan. Plain data, so that a plan can keep it for its re-plans.
 */
export interface Credit {
  /** Activities and bridges that are not planned again, by id, with the reason: "comes with AIF-C01". */
  readonly done: Readonly<Record<string, string>>;
  /** Tasks that another certification teaches: their readings become checks. */
  readonly tasks: Readonly<Record<string, CreditedTask>>;
  /** The vendor's account is open already. */
  readonly account: boolean;
}

export interface CreditedTask {
  /** In words: "security: AIF-C01 task 5.1 teaches it". */
  readonly because: string;
  /** Readings that build on more than these levels are deeper than what was learned: they stay. */
  readonly upTo: SkillLevels;
}

export const NO_CREDIT: Credit = { done: {}, tasks: {}, account: false };
