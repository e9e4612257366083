/** Reviews of the last days: as many tasks as half of the hours there allow are met once more. */
import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { type CapacityTerms, offeredUntil } from './capacity.ts';
import { EVE_MINUTES, LAST_DAYS, LAST_REVIEWS_SHARE } from './constants.ts';
import { dayAt, type Opening, weekAt } from './openings.ts';
import type { Timetable } from './timetable.ts';

export interface LastReviewBounds {
  /** First and last date, in the order in which they are filled: the last days first. */
  readonly spans: readonly { readonly firstDay: DayNumber; readonly lastDay: DayNumber }[];
  readonly notBefore: EpochMinutes;
  /** The day before the exam holds an hour at most; null without an exam. */
  readonly eve: DayNumber | null;
  /** Most reviews on one date. */
  readonly mostADay: number;
}

/** The spans of the last 14 days before an exam: first the five without content, then the others. */
const lastSpans = (examDay: DayNumber): LastReviewBounds['spans'] => [
  { firstDay: examDay - 5, lastDay: examDay - 1 },
  { firstDay: examDay - LAST_DAYS, lastDay: examDay - 6 },
];

/** Half of what the last 14 days offer, in reviews (rule 9). */
export function roomForLastReviews(
  openings: readonly Opening[],
  examDay: DayNumber,
  each: number,
  terms: CapacityTerms,
): number {
  const last = openings.filter(({ day }) => day >= examDay - LAST_DAYS && day < examDay);
  const offered = offeredUntil(last, Number.POSITIVE_INFINITY, terms);
  return Math.floor((offered * LAST_REVIEWS_SHARE) / each);
}

/**
 * Books up to `count` reviews in free openings, spread over the dates of each span, each date's
 * reviews in one run.
 * @returns how many were booked
 */
export function bookLastReviews(
  table: Timetable,
  slot: WorkItem,
  count: number,
  bounds: LastReviewBounds,
): number {
  let left = count;
  for (const span of bounds.spans) {
    // Even shares first; what does not fit in its share goes where there is room.
    for (let round = 0; round < 2 && left > 0; round += 1) {
      const dates = new Set(
        openingsIn(table, span, bounds.notBefore, slot.minutes).map(({ day }) => day),
      );
      const share = Math.max(1, Math.ceil(left / Math.max(1, dates.size)));
      for (const date of [...dates].sort((a, b) => b - a)) {
        const wanted = Math.min(left, share);
        left -= bookRun(table, slot, wanted, date, bounds);
        if (left === 0) break;
      }
    }
  }
  return count - left;
}

/** Before the last days: what was learned up to then can be met again without taking a turn of another task. */
const DAYS_FOR_MORE = 28;

/** The reviews of the days before an exam. */
export interface ReviewsBeforeExam {
  readonly examDay: DayNumber;
  readonly notBefore: EpochMinutes;
  /** Reviews that rule 9 asks of the last days. */
  readonly asked: number;
  /** On top of those, for tasks that are met too seldom. */
  readonly more: number;
}

/**
 * Books the reviews of the last days, and more: as late as may be before those days, else in them.
 * @returns how many were booked in all, and how many of those that are more stand in the last days
 */
export function bookReviewsBefore(
  table: Timetable,
  slot: WorkItem,
  { examDay, notBefore, asked, more }: ReviewsBeforeExam,
): { readonly booked: number; readonly spareLast: number } {
  const terms = { notBefore, eve: examDay - 1, mostADay: Number.POSITIVE_INFINITY };
  const spans = lastSpans(examDay);
  const booked = bookLastReviews(table, slot, asked, { ...terms, spans });
  const lastDay = examDay - LAST_DAYS - 1;
  const early = bookLastReviews(table, slot, more, {
    ...terms,
    spans: [{ firstDay: lastDay - DAYS_FOR_MORE, lastDay }],
    // Rule 9 allows 30 minutes on any date.
    mostADay: 2,
  });
  const late = bookLastReviews(table, slot, more - early, { ...terms, spans });
  return { booked: booked + early + late, spareLast: late };
}

const openingsIn = (
  table: Timetable,
  { firstDay, lastDay }: { firstDay: DayNumber; lastDay: DayNumber },
  notBefore: EpochMinutes,
  minutes: number,
): { day: DayNumber; index: number; opening: Opening }[] =>
  table.openings.flatMap((opening, index) => {
    const start = Math.max(opening.start, notBefore);
    const day = dayAt(opening, start);
    const end = start < opening.midnight ? Math.min(opening.end, opening.midnight) : opening.end;
    return day >= firstDay && day <= lastDay && end - start >= minutes
      ? [{ day, index, opening }]
      : [];
  });

/** One run of reviews on one date: as many as fit, at most so many; returns how many. */
function bookRun(
  table: Timetable,
  slot: WorkItem,
  most: number,
  day: DayNumber,
  bounds: LastReviewBounds,
): number {
  const onEve =
    day === bounds.eve
      ? Math.floor((EVE_MINUTES - minutesOn(table, day)) / slot.minutes)
      : Number.POSITIVE_INFINITY;
  const onDate = bounds.mostADay - reviewsOn(table, day);
  const [first] = openingsIn(
    table,
    { firstDay: day, lastDay: day },
    bounds.notBefore,
    slot.minutes,
  );
  if (!first) return 0;
  const start = Math.max(first.opening.start, bounds.notBefore);
  const room = Math.min(
    // A run does not reach into the next date, which has limits of its own.
    (start < first.opening.midnight
      ? Math.min(first.opening.end, first.opening.midnight)
      : first.opening.end) - start,
    table.terms.sessionMinutes,
    table.leftInWeek(weekAt(first.opening, start)),
  );
  const count = Math.min(most, onEve, onDate, Math.floor(room / slot.minutes));
  if (count <= 0) return 0;
  table.reserveRun(
    Array.from({ length: count }, () => slot),
    { opening: first.index, start, day },
  );
  return count;
}

const minutesOn = (table: Timetable, day: DayNumber): number =>
  table.placements.reduce(
    (sum, placement) => sum + (placement.day === day ? placement.minutes : 0),
    0,
  );

const reviewsOn = (table: Timetable, day: DayNumber): number =>
  table.placements.filter(({ item, day: on }) => on === day && item.kind === 'review').length;
