/** The learner's weekly windows laid on the calendar: stretches of real time, cut by what is taken. */

import type { Learner } from '../learner/learner.ts';
import {
  type DayNumber,
  dayNumber,
  isoWeekIndex,
  WEEKDAYS,
  weekdayIndex,
} from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';

/** A stretch in which sessions may lie; never longer than one window. */
export interface Opening {
  readonly start: EpochMinutes;
  readonly end: EpochMinutes;
  /** Local date of the start. */
  readonly day: DayNumber;
  /** The instant at which the next local date begins. */
  readonly midnight: EpochMinutes;
}

/** A session counts on the date of its start. */
export const dayAt = (opening: Opening, instant: EpochMinutes): DayNumber =>
  instant < opening.midnight ? opening.day : opening.day + 1;

export const weekAt = (opening: Opening, instant: EpochMinutes): number =>
  isoWeekIndex(dayAt(opening, instant));

/**
 * Openings whose window begins on a date in [firstDay, lastDay], in order of time, without overlap.
 * @param taken busy times, in any order
 * @param notBefore nothing opens before this instant
 */
export function layOpenings(
  learner: Pick<Learner, 'windows' | 'daysOff'>,
  clock: ZoneClock,
  firstDay: DayNumber,
  lastDay: DayNumber,
  taken: readonly Span[],
  notBefore: EpochMinutes,
): Opening[] {
  const byWeekday = WEEKDAYS.map((weekday) =>
    learner.windows.filter((window) => window.weekday === weekday),
  );
  const off: Span[] = learner.daysOff
    .map(dayNumber)
    .filter((day) => day >= firstDay - 1 && day <= lastDay + 2)
    // A day off frees every minute of its date, the tail of the evening before included.
    .map((day) => ({ start: clock.toInstant(day, 0), end: clock.toInstant(day + 1, 0) }));
  const blocked = [...taken, ...off]
    .filter((span) => span.end > span.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);

  const openings: Opening[] = [];
  let freeFrom = notBefore;
  let firstBlock = 0;
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const window of byWeekday[weekdayIndex(day)] ?? []) {
      // Where the clock is set forward two windows can fall together: the later one is shortened.
      const start = Math.max(clock.toInstant(day, window.from), freeFrom);
      const end = clock.toInstant(day, window.to);
      if (end <= start) continue;
      freeFrom = end;
      while ((blocked[firstBlock]?.end ?? Number.POSITIVE_INFINITY) <= start) firstBlock += 1;
      let from = start;
      for (let index = firstBlock; from < end; index += 1) {
        const block = blocked[index];
        if (!block || block.start >= end) {
          openings.push(opening(day, from, end, clock));
          break;
        }
        if (block.start > from) openings.push(opening(day, from, block.start, clock));
        from = Math.max(from, block.end);
      }
    }
  }
  return openings;
}

function opening(
  windowDay: DayNumber,
  start: EpochMinutes,
  end: EpochMinutes,
  clock: ZoneClock,
): Opening {
  const nextDay = clock.toInstant(windowDay + 1, 0);
  return start < nextDay
    ? { start, end, day: windowDay, midnight: nextDay }
    : { start, end, day: windowDay + 1, midnight: clock.toInstant(windowDay + 2, 0) };
}
