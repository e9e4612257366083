import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewNeed } from '../../src/workload/review-need.ts';

const minutes = fc.integer({ min: 0, max: 30_000 });
const tasks = fc.integer({ min: 1, max: 40 });
const total = (otherMinutes: number, ofTasks: number): number => {
  const { count, each } = reviewNeed(otherMinutes, ofTasks);
  return count * each;
};

describe('spaced reviews', () => {
  it('take at most 15 % of the need, except for the two of each task that are owed', () => {
    fc.assert(
      fc.property(minutes, tasks, (other, ofTasks) => {
        const { count, each } = reviewNeed(other, ofTasks);
        const share = (count * each) / (other + count * each);
        if (count > 2 * ofTasks) expect(share).toBeLessThanOrEqual(0.15 + 1e-9);
      }),
    );
  });

  it('are two to four of each task, of 10 or 15 minutes', () => {
    fc.assert(
      fc.property(minutes, tasks, (other, ofTasks) => {
        const { count, each } = reviewNeed(other, ofTasks);
        expect(count).toBeGreaterThanOrEqual(2 * ofTasks);
        expect(count).toBeLessThanOrEqual(4 * ofTasks);
        expect([10, 15]).toContain(each);
      }),
    );
    expect(reviewNeed(30_000, 10)).toEqual({ count: 40, each: 15 });
    expect(reviewNeed(0, 10)).toEqual({ count: 20, each: 10 });
  });

  it('are shorter, not fewer, where the share is too small for three of each task', () => {
    // 15 % are 450 minutes beside 2550 others: just three full reviews for each of ten tasks.
    expect(reviewNeed(2550, 10)).toEqual({ count: 30, each: 15 });
    expect(reviewNeed(2549, 10)).toEqual({ count: 40, each: 10 });
    expect(reviewNeed(1700, 10)).toEqual({ count: 30, each: 10 });
  });

  it('never take less time when there is more to review', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 500 }), tasks, (other, more, ofTasks) => {
        expect(total(other + more, ofTasks)).toBeGreaterThanOrEqual(total(other, ofTasks));
      }),
      { numRuns: 1000 },
    );
  });
});
