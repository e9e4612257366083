/** How many spaced reviews the plan aims at, and how long each is. */
import {
  REVIEW_MINUTES,
  REVIEW_SHARE,
  REVIEWS_PER_TASK,
  REVIEWS_WORTH_FULL_LENGTH,
  SHORT_REVIEW_MINUTES,
} from './constants.ts';

export interface ReviewNeed {
  readonly count: number;
  /** Minutes of one review. */
  readonly each: number;
}

/**
 * @param otherMinutes minutes of everything but reviews
 * @param tasks number of tasks of the exam guide
 */
export function reviewNeed(otherMinutes: number, tasks: number): ReviewNeed {
  const budget = (otherMinutes * REVIEW_SHARE) / (1 - REVIEW_SHARE);
  const each =
    budget >= tasks * REVIEWS_WORTH_FULL_LENGTH * REVIEW_MINUTES
      ? REVIEW_MINUTES
      : SHORT_REVIEW_MINUTES;
  const [least, most] = REVIEWS_PER_TASK;
  const count = Math.min(tasks * most, Math.max(tasks * least, Math.floor(budget / each)));
  return { each, count };
}
