import { offeredUntil } from './capacity.ts';
import { type ExamDay, examStart } from './last-exam.ts';
import type { Opening } from './openings.ts';
import type { Placement } from './placement.ts';
import type { ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import type { Work } from './work.ts';

export const byTime = (placements: readonly Placement[]): Placement[] =>
  [...placements].sort((a, b) => a.start - b.start);

/** A schedule that fits before an exam day. */
export function fitting(
  work: Work,
  openings: readonly Opening[],
  table: Timetable,
  exam: ExamDay & { readonly source: 'given' | 'suggested' },
): ScheduleResult {
  return {
    fits: true,
    schedule: {
      placements: byTime(table.placements),
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
