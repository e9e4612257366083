/**
 * Our forward pass on content alone, with rules 4, 6, 7 and 9 off: no exams, no reviews, sittings
 * without end. Parts of at least 20 minutes are built into the pass; with `finest` every minute is
 * laid out as four, so that the shortest part becomes the 5 minutes that TaskJuggler has.
 */
import { forwardPass } from '../../src/schedule/forward-pass.ts';
import { layOpenings, type Opening } from '../../src/schedule/openings.ts';
import { endOf } from '../../src/schedule/placement.ts';
import { inOrderOfPriority } from '../../src/schedule/priority.ts';
import { Timetable } from '../../src/schedule/timetable.ts';
import { type DayNumber, dayNumber } from '../../src/time/civil-date.ts';
import { type EpochMinutes, startOfDay, zoneClock } from '../../src/time/wall-clock.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';
import type { Planned } from './learners.ts';

const FINEST = 4;
const NO_LIMIT = 1e9;

/** The end of the content; null where it does not end by the last day. */
export function endOfContent(
  { request }: Planned,
  content: readonly WorkItem[],
  lastDay: DayNumber,
  finest: boolean,
): EpochMinutes | null {
  const { learner, start, busy, curriculum } = request;
  const clock = zoneClock(learner.timeZone);
  const origin = startOfDay(start, clock);
  const factor = finest ? FINEST : 1;
  const stretched = (instant: EpochMinutes): EpochMinutes => (instant - origin) * factor;
  const openings = layOpenings(learner, clock, dayNumber(start), lastDay, busy, origin).map(
    (opening): Opening => ({
      ...opening,
      start: stretched(opening.start),
      end: stretched(opening.end),
      midnight: stretched(opening.midnight),
    }),
  );
  const minutesPerWeek = learner.minutesPerWeek * factor;
  const items = inOrderOfPriority(content, curriculum.domains).map((item) => ({
    ...item,
    minutes: item.minutes * factor,
  }));
  const { table, unplaced } = forwardPass(
    new Timetable(openings, { sessionMinutes: NO_LIMIT, minutesPerWeek }),
    items,
    {
      softMinutesPerWeek: minutesPerWeek,
      contentLastDay: lastDay,
      lastDay,
      longestStretch: NO_LIMIT,
      exams: [],
      examsBefore: null,
      reviews: { count: 0, each: 10, until: null },
      guide: curriculum.guide,
    },
  );
  if (unplaced.length > 0) return null;
  return origin + Math.max(...table.placements.map(endOf)) / factor;
}
