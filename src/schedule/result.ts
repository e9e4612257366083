import { type DayNumber, dayNumber } from '../time/civil-date.ts';
import { offeredUntil } from './capacity.ts';
import { type ExamDay, examStart } from './last-exam.ts';
import type { Opening } from './openings.ts';
import type { Placement } from './placement.ts';
import { fillReviews, tasksMetTooSeldom } from './reviews.ts';
import type { FittingResult, ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import type { Work } from './work.ts';

/** Placements in order of time, with each review slot given its task. */
export const finished = (
  work: Work,
  placements: readonly Placement[],
  horizon: DayNumber,
): Placement[] => {
  const { domains, guide, clock } = work.input;
  return fillReviews(byTime(placements), domains, guide, horizon, clock);
};

/** True when every task is met again often enough (rule 9). */
export const meetsEnough = (work: Work, placements: readonly Placement[]): boolean =>
  tasksMetTooSeldom(placements, work.input.domains, work.input.guide, work.input.clock).length ===
  0;

const byTime = (placements: readonly Placement[]): Placement[] =>
  [...placements].sort((a, b) => a.start - b.start);

/** A schedule that fits before an exam day. */
export function fitting(
  work: Work,
  openings: readonly Opening[],
  table: Timetable,
  exam: ExamDay & { readonly source: 'given' | 'suggested' },
): FittingResult {
  return {
    fits: true,
    schedule: {
      placements: finished(work, table.placements, dayNumber(exam.date)),
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
