import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignReviews,
  type ReviewSlot,
  type ReviewTask,
} from '../../src/memory/assign-reviews.ts';
import { recallOn } from '../../src/memory/memory.ts';

type Assignment = readonly (number | null)[];

/** Weighted recall on the exam day. */
function recallOf(
  tasks: readonly ReviewTask[],
  slots: readonly ReviewSlot[],
  assigned: Assignment,
  exam: number,
): number {
  return tasks.reduce((sum, task, index) => {
    const days = [
      ...task.days,
      ...slots.filter((_, slot) => assigned[slot] === index).map(({ day }) => day),
    ];
    return (
      sum +
      task.weight *
        recallOn(
          exam,
          days.sort((a, b) => a - b),
        )
    );
  }, 0);
}

/** The best of all assignments. */
function bestRecall(tasks: readonly ReviewTask[], slots: readonly ReviewSlot[], exam: number) {
  let best = 0;
  const extend = (assigned: Assignment): void => {
    const slot = slots[assigned.length];
    if (!slot) {
      best = Math.max(best, recallOf(tasks, slots, assigned, exam));
      return;
    }
    extend([...assigned, null]);
    tasks.forEach((task, index) => {
      const sameDay = slots.some(({ day }, other) => assigned[other] === index && day === slot.day);
      if (slot.day >= task.from && !sameDay) extend([...assigned, index]);
    });
  };
  extend([]);
  return best;
}

const smallCase = fc.record({
  tasks: fc.array(
    fc
      .record({ weight: fc.integer({ min: 1, max: 30 }), day: fc.integer({ min: 0, max: 5 }) })
      .map(({ weight, day }): ReviewTask => ({ weight, days: [day], from: day + 1, atLeast: 0 })),
    { minLength: 1, maxLength: 3 },
  ),
  slots: fc
    .array(fc.integer({ min: 1, max: 12 }), { maxLength: 5 })
    .map((days) => days.sort((a, b) => a - b).map((day): ReviewSlot => ({ day, last: false }))),
  exam: fc.integer({ min: 13, max: 40 }),
});

describe('which task is reviewed when', () => {
  it('comes within 2 % of the best of all assignments on small cases', () => {
    fc.assert(
      fc.property(smallCase, ({ tasks, slots, exam }) => {
        const found = recallOf(tasks, slots, assignReviews(tasks, slots, exam), exam);
        expect(found).toBeGreaterThanOrEqual(0.98 * bestRecall(tasks, slots, exam));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the best where it takes three changes at once', () => {
    const tasks = [
      { weight: 13, days: [4], from: 5, atLeast: 0 },
      { weight: 6, days: [0], from: 1, atLeast: 0 },
      { weight: 23, days: [3], from: 4, atLeast: 0 },
    ];
    const slots = [4, 8].map((day) => ({ day, last: false }));
    const found = recallOf(tasks, slots, assignReviews(tasks, slots, 22), 22);
    expect(found).toBeCloseTo(bestRecall(tasks, slots, 22), 9);
  });

  it('reviews nothing before it was learned, and nothing twice on a day', () => {
    fc.assert(
      fc.property(smallCase, ({ tasks, slots, exam }) => {
        const assigned = assignReviews(tasks, slots, exam);
        const seen = new Set<string>();
        assigned.forEach((task, slot) => {
          if (task === null) return;
          const day = slots[slot]?.day ?? -1;
          expect(day).toBeGreaterThanOrEqual(tasks[task]?.from ?? Number.POSITIVE_INFINITY);
          expect(seen.has(`${task}:${day}`)).toBe(false);
          seen.add(`${task}:${day}`);
        });
      }),
    );
  });

  it('gives a light task its due returns where a heavy one could do more with them', () => {
    const tasks: ReviewTask[] = [
      { weight: 100, days: [0], from: 1, atLeast: 0 },
      { weight: 1, days: [0], from: 1, atLeast: 2 },
    ];
    const slots = [3, 7, 12].map((day) => ({ day, last: false }));
    const counts = assignReviews(tasks, slots, 20).filter((task) => task === 1).length;
    expect(counts).toBe(2);
  });

  it.each([0, 20])(
    'returns to a task on a day of its further learning where no other is left, among %i more slots',
    (more) => {
      const slots = [1, 8, ...Array.from({ length: more }, (_, index) => 9 + index)].map((day) => ({
        day,
        last: false,
      }));
      const others = Array.from({ length: more }, () => ({
        weight: 50,
        days: [0, 8],
        from: 1,
        atLeast: 1,
      }));
      const learnedAgain: ReviewTask = { weight: 1, days: [7, 8], from: 8, atLeast: 1 };
      const light = [learnedAgain, { ...learnedAgain, practised: [8] }].map(
        (task) =>
          assignReviews([task, ...others], slots.slice(0, 2), 30).filter((one) => one === 0).length,
      );
      // What is practised on the day is met already: a review there would be no other return.
      expect(light).toEqual([1, 0]);
    },
  );

  it('meets every task once in the last days before it meets one twice', () => {
    const tasks: ReviewTask[] = [40, 30, 20, 10].map((weight) => ({
      weight,
      days: [0],
      from: 1,
      atLeast: 0,
    }));
    const slots = [50, 51, 52, 53].map((day) => ({ day, last: true }));
    expect(new Set(assignReviews(tasks, slots, 56)).size).toBe(4);
  });
});
