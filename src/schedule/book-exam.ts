/** Books a practice exam and, within its dates, the review that belongs to it. */
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import { SHORTEST_PART } from '../workload/segments.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { weekAt } from './openings.ts';
import { endOf, type Placement } from './placement.ts';
import type { Timetable } from './timetable.ts';

/** How many places for the exam are tried before giving up. */
const TRIES = 10;

export interface ExamBounds {
  readonly notBefore: EpochMinutes;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** The review ends before this instant. */
  readonly reviewEndsBefore: EpochMinutes;
  /** Last date of the review, where an exam day is near. */
  readonly reviewLastDay: DayNumber;
  /** The review begins on the day of the exam or on one of so many dates after it. */
  readonly reviewWithinDays: number;
}

export interface BookedExam {
  readonly table: Timetable;
  readonly day: DayNumber;
  readonly reviewEnd: EpochMinutes;
}

/**
 * The earliest place within the bounds, on a copy of the timetable.
 * @param maxPart longest unbroken stretch that this learner's windows have; a longer exam is cut
 * @returns null when no place leaves room for the review
 */
export function bookExam(
  table: Timetable,
  exam: WorkItem,
  review: WorkItem,
  bounds: ExamBounds,
  maxPart: number,
): BookedExam | null {
  let notBefore = bounds.notBefore;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const trial = table.copy();
    const parts =
      exam.minutes <= maxPart
        ? bookWhole(trial, exam, notBefore, bounds.firstDay, bounds.lastDay)
        : bookParts(
            trial,
            exam,
            maxPart,
            notBefore,
            bounds.firstDay,
            bounds.lastDay,
            Number.POSITIVE_INFINITY,
          );
    const first = parts?.[0];
    const last = parts?.[parts.length - 1];
    if (!parts || !first || !last) return null;
    const reviewed = bookReview(trial, review, last, bounds);
    const reviewLast = reviewed?.[reviewed.length - 1];
    if (reviewLast) return { table: trial, day: last.day, reviewEnd: endOf(reviewLast) };
    // The same window would give the same answer: on to the next.
    notBefore = table.openings[table.openingAfter(first.start)]?.end ?? Number.POSITIVE_INFINITY;
  }
  return null;
}

function bookWhole(
  table: Timetable,
  item: WorkItem,
  notBefore: EpochMinutes,
  firstDay: DayNumber,
  lastDay: DayNumber,
): Placement[] | null {
  const place = table.findPlace(table.openingAfter(notBefore), item.minutes, notBefore, (day) =>
    day > lastDay ? 'stop' : day >= firstDay,
  );
  return place ? [table.reserve(item, place, item.minutes, null)] : null;
}

/**
 * Cuts an item into parts, each a sitting of its own, as early as may be.
 * @returns null when not all of it fits before the bounds
 */
export function bookParts(
  table: Timetable,
  item: WorkItem,
  maxPart: number,
  notBefore: EpochMinutes,
  firstDay: DayNumber,
  lastDay: DayNumber,
  endsBefore: EpochMinutes,
): Placement[] | null {
  const parts: Placement[] = [];
  let left = item.minutes;
  let from = notBefore;
  while (left > 0) {
    let booked = false;
    for (let index = table.openingAfter(from); index < table.openings.length; index += 1) {
      const opening = table.openings[index];
      if (!opening) break;
      const start = Math.max(opening.start, from);
      const day = start < opening.midnight ? opening.day : opening.day + 1;
      if (day > lastDay) return null;
      if (day < firstDay) continue;
      const room = Math.min(
        opening.end - start,
        maxPart,
        table.leftInWeek(weekAt(opening, start)),
        endsBefore - start,
      );
      const minutes =
        room >= left ? left : Math.floor(Math.min(room, left - SHORTEST_PART) / 5) * 5;
      if (minutes < SHORTEST_PART && minutes < left) continue;
      if (minutes <= 0) continue;
      const part = table.reserve(item, { opening: index, start, day }, minutes, null);
      parts.push(part);
      left -= minutes;
      from = endOf(part) + BREAK_MINUTES;
      booked = true;
      break;
    }
    if (!booked) return null;
  }
  return parts;
}

/**
 * The review of an exam: in one sitting on the same or one of the next three dates, else in parts
 * that begin then.
 */
function bookReview(
  table: Timetable,
  review: WorkItem,
  exam: Placement,
  bounds: ExamBounds,
): Placement[] | null {
  const notBefore = endOf(exam) + BREAK_MINUTES;
  const lastDay = Math.min(exam.day + bounds.reviewWithinDays, bounds.reviewLastDay);
  if (review.minutes <= table.terms.sessionMinutes) {
    const place = table.findPlace(
      table.openingAfter(notBefore),
      review.minutes,
      notBefore,
      (day) => (day > lastDay ? 'stop' : true),
    );
    if (place && place.start + review.minutes <= bounds.reviewEndsBefore) {
      return [table.reserve(review, place, review.minutes, null)];
    }
  }
  const before = table.copy();
  const parts = bookParts(
    before,
    review,
    table.terms.sessionMinutes,
    notBefore,
    exam.day,
    bounds.reviewLastDay,
    bounds.reviewEndsBefore,
  );
  const first = parts?.[0];
  if (!parts || !first || first.day > lastDay) return null;
  table.adopt(before);
  return parts;
}
