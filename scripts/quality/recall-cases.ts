/** Small cases of assigning reviews, solved by trying everything. */
import fc from 'fast-check';
import type { ReviewSlot, ReviewTask } from '../../src/memory/assign-reviews.ts';
import { recallOn } from '../../src/memory/memory.ts';
import { sumOf } from './statistics.ts';

export interface RecallCase {
  readonly tasks: readonly ReviewTask[];
  readonly slots: readonly ReviewSlot[];
  readonly examDay: number;
}

export type Assignment = readonly (number | null)[];

const MOST_DAYS = 12;

const days = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 2 });

/** At most 3 tasks, 12 days, 5 reviews; every second case counts all slots as last ones. */
export const recallCases: fc.Arbitrary<RecallCase> = fc
  .record({
    tasks: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 30 }),
        days,
        atLeast: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    slots: fc.array(fc.integer({ min: 1, max: MOST_DAYS - 1 }), { minLength: 1, maxLength: 5 }),
    examDay: fc.integer({ min: 9, max: MOST_DAYS }),
    lastDays: fc.constantFrom(14, 3),
  })
  .map(({ tasks, slots, examDay, lastDays }) => ({
    tasks: tasks.map((task): ReviewTask => {
      const sorted = [...task.days].sort((a, b) => a - b);
      return { ...task, days: sorted, from: (sorted[0] ?? 0) + 1 };
    }),
    slots: slots
      .filter((day) => day < examDay)
      .sort((a, b) => a - b)
      .map((day) => ({ day, last: day >= examDay - lastDays })),
    examDay,
  }));

/** Σ task weight × recall on the exam day, as a share of the whole weight. */
export function recallOf({ tasks, slots, examDay }: RecallCase, assignment: Assignment): number {
  const recalls = tasks.map((task, index) => {
    const reviews = slots.filter((_, slot) => assignment[slot] === index).map(({ day }) => day);
    const met = [...task.days, ...reviews].sort((a, b) => a - b);
    return task.weight * recallOn(examDay, met);
  });
  return sumOf(recalls) / sumOf(tasks.map(({ weight }) => weight));
}

/** Reviews that rule 9 asks for and that the assignment does not give. */
export const owedReviews = ({ tasks }: RecallCase, assignment: Assignment): number =>
  sumOf(
    tasks.map(({ atLeast }, index) =>
      Math.max(0, atLeast - assignment.filter((task) => task === index).length),
    ),
  );

/**
 * What no assignment may do: review before the task was learned or twice on one day; on a day of its
 * learning, unless rule 9 asks for all of its reviews; meet one in the last days twice more than all could
 * be met.
 */
export function isAllowed({ tasks, slots }: RecallCase, assignment: Assignment): boolean {
  const most = Math.ceil(slots.filter(({ last }) => last).length / tasks.length);
  return tasks.every((task, index) => {
    const own = slots.filter((_, slot) => assignment[slot] === index);
    const reviewed = new Set(own.map(({ day }) => day));
    return (
      own.every(({ day }) => day >= task.from) &&
      reviewed.size === own.length &&
      (own.length <= task.atLeast || task.days.every((day) => !reviewed.has(day))) &&
      own.filter(({ last }) => last).length <= most
    );
  });
}

function* allAssignments(slots: number, tasks: number): Generator<(number | null)[]> {
  if (slots === 0) {
    yield [];
    return;
  }
  for (const rest of allAssignments(slots - 1, tasks)) {
    yield [...rest, null];
    for (let task = 0; task < tasks; task += 1) yield [...rest, task];
  }
}

/** The highest recall among the allowed assignments that owe the fewest reviews. */
export function bestByTryingAll(each: RecallCase): { recall: number; owed: number } {
  let best = { recall: 0, owed: Number.POSITIVE_INFINITY };
  for (const assignment of allAssignments(each.slots.length, each.tasks.length)) {
    if (!isAllowed(each, assignment)) continue;
    const owed = owedReviews(each, assignment);
    if (owed > best.owed) continue;
    const recall = recallOf(each, assignment);
    if (owed < best.owed || recall > best.recall) best = { recall, owed };
  }
  return best;
}
