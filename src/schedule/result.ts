import { type DayNumber, dayNumber } from '../time/civil-date.ts';
import { offeredUntil } from './capacity.ts';
import { type ExamDay, examStart } from './last-exam.ts';
import type { Opening } from './openings.ts';
import type { Placement } from './placement.ts';
import { fillReviews, tasksMetTooSeldom } from './reviews.ts';
import type { FittingResult, ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import type { Work } from './work.ts';

/**
 * Placements in order of time, with each review slot given its task.
 * @param spareLast slots of the last days beyond what rule 9 asks of them
 */
export const finished = (
  work: Work,
  placements: readonly Placement[],
  horizon: DayNumber,
  spareLast = 0,
): Placement[] => {
  const { domains, guide, clock } = work.input;
  return fillReviews(byTime(placements), domains, guide, horizon, clock, spareLast);
};

/** Tasks that are not met again often enough (rule 9). */
const metTooSeldom = (work: Work, placements: readonly Placement[]): number =>
  tasksMetTooSeldom(placements, work.input.domains, work.input.guide, work.input.clock).length;

/** True when every task is met again often enough (rule 9). */
export const meetsEnough = (work: Work, placements: readonly Placement[]): boolean =>
  metTooSeldom(work, placements) === 0;

/**
 * What is learned late may have no second day before the last ones, and those have one review for each
 * task: then once more with some on top.
 * @param attempt makes the schedule with so many more reviews before the exam
 */
export function withEnoughReviews<Result extends FittingResult | null>(
  work: Work,
  attempt: (more: number) => Result,
): Result {
  const result = attempt(0);
  if (result === null) return result;
  const seldom = metTooSeldom(work, result.schedule.placements);
  if (seldom === 0) return result;
  // Two at most are owed to each, and one of those it has in nearly every case.
  for (const more of [seldom, 2 * seldom]) {
    const again = attempt(more);
    if (again && meetsEnough(work, again.schedule.placements)) return again;
  }
  return result;
}

const byTime = (placements: readonly Placement[]): Placement[] =>
  [...placements].sort((a, b) => a.start - b.start);

/**
 * A schedule that fits before an exam day.
 * @param spareLast reviews of the last days beyond what rule 9 asks of them
 */
export function fitting(
  work: Work,
  openings: readonly Opening[],
  table: Timetable,
  exam: ExamDay & { readonly source: 'given' | 'suggested' },
  spareLast = 0,
): FittingResult {
  return {
    fits: true,
    schedule: {
      placements: finished(work, table.placements, dayNumber(exam.date), spareLast),
      exam,
      availableMinutes: offeredUntil(openings, examStart(exam, work.input.clock), work.capacity),
    },
  };
}

export const noWindow = (work: Work): ScheduleResult => ({
  fits: false,
  reason: 'no-window',
  availableMinutes: 0,
  unplaced: work.items,
});
