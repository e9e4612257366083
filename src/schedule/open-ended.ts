/** No exam day is given: everything as early as the hours allow, then a day is suggested, or none. */

import type { ExamLife } from '../curriculum/lifecycle.ts';
import { isContent } from '../curriculum/vocabulary.ts';
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import { civilDate, type DayNumber, dayNumber, weekdayIndex } from '../time/civil-date.ts';
import { offeredUntil } from './capacity.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CUSHION_SHARE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  LAST_REVIEWS_SPREAD_DAYS,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from './constants.ts';
import { forwardPass } from './forward-pass.ts';
import {
  appendLastExam,
  type ExamDay,
  enoughContentBefore,
  isReady,
  lastExamDayOf,
  type Tail,
  tails,
} from './last-exam.ts';
import { bookLastReviews, bookReviewsBefore, roomForLastReviews } from './last-reviews.ts';
import type { Opening } from './openings.ts';
import { endOf, type Placement } from './placement.ts';
import { finished, fitting, meetsEnough, noWindow, withEnoughReviews } from './result.ts';
import { reviewSlot } from './reviews.ts';
import type { FittingResult, ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import { emptyTimetable, openingsUntil, type Work } from './work.ts';

/** A plan that would take longer than this is refused as impossible. */
const LONGEST_PLAN_DAYS = 366 * 20;
/** How many later exam days are tried before the tail is placed as well as may be. */
const EXAM_DAYS_TRIED = 40;
/** How many later exam days are tried for the sake of a second return of each task alone. */
const EXAM_DAYS_FOR_REVIEWS = 10;

interface Forwards {
  readonly openings: readonly Opening[];
  readonly table: Timetable;
  /** Reviews that are kept for the last days. */
  readonly lastReviews: number;
}

/** Everything but the last practice exam. */
function forwards(work: Work): Forwards | null {
  const { input } = work;
  const firstDay = dayNumber(input.start);
  const { count, each } = input.reviews;
  // One return of each task is kept for the last days.
  const kept = Math.min(count, work.taskCount);
  for (let days = firstGuessOfDays(work); ; days *= 2) {
    const lastDay = firstDay + Math.min(days, LONGEST_PLAN_DAYS);
    const openings = openingsUntil(work, lastDay);
    const { table, unplaced, reviewsLeft } = forwardPass(
      emptyTimetable(work, openings),
      work.items,
      {
        softMinutesPerWeek: work.capacity.minutesPerWeek,
        contentLastDay: lastDay,
        lastDay,
        longestStretch: work.longestStretch,
        exams: work.earlierExams,
        examsBefore: null,
        reviews: { count: count - kept, each, until: null },
        guide: input.guide,
      },
    );
    const end = Math.max(firstDay, lastDayOf(table.placements));
    // Room behind the end for the last exam, the cushion and days off.
    const enoughRoom = end + 60 + (end - firstDay) * 0.3 < lastDay;
    if (unplaced.length === 0 && (enoughRoom || days >= LONGEST_PLAN_DAYS)) {
      return { openings, table: table.withoutPlaced(), lastReviews: kept + reviewsLeft };
    }
    if (days >= LONGEST_PLAN_DAYS) return null;
  }
}

/** From what an ordinary week offers, days off aside; the pass is repeated when it was too low. */
function firstGuessOfDays(work: Work): number {
  const { learner, needMinutes } = work.input;
  const inWindows = learner.windows.reduce((sum, window) => sum + window.to - window.from, 0);
  const weekly = Math.max(1, Math.min(inWindows, learner.minutesPerWeek));
  return Math.ceil((needMinutes / weekly) * 7 * 1.5) + 100;
}

const lastDayOf = (placements: readonly Placement[]): DayNumber =>
  placements.reduce((last, { day }) => Math.max(last, day), Number.NEGATIVE_INFINITY);

const lastContentDay = (placements: readonly Placement[]): DayNumber =>
  lastDayOf(placements.filter(({ item }) => isContent(item.kind)));

/** A retired exam: the plan ends with a practice exam and its review. */
export function scheduleWithoutExam(work: Work): ScheduleResult {
  const forward = forwards(work);
  if (!forward) return noWindow(work);
  let result: FittingResult | null = null;
  for (const days of LAST_REVIEWS_SPREAD_DAYS) {
    const ended = withEnoughReviews(work, (more) => endWithin(work, forward, days, more));
    if (!ended) break;
    result = ended;
    if (meetsEnough(work, result.schedule.placements)) break;
  }
  return result ?? noWindow(work);
}

/** The last reviews, and some more, within so many days after all else, then the last practice exam. */
function endWithin(
  work: Work,
  forward: Forwards,
  days: number,
  more: number,
): FittingResult | null {
  const table = forward.table.copy();
  const day = lastDayOf(table.placements);
  const asked = forward.lastReviews;
  const booked = bookLastReviews(table, reviewSlot(work.input.reviews.each), asked + more, {
    spans: [{ firstDay: day, lastDay: day + days }],
    notBefore: Math.max(...table.placements.map(endOf)) + BREAK_MINUTES,
    eve: null,
    // Rule 9 allows 30 minutes on any date, and these may lie more than 14 days before the end.
    mostADay: 2,
  });
  const ended = appendLastExam(work, table);
  if (!ended) return null;
  const horizon = lastDayOf(ended.placements) + 1;
  const spare = Math.max(0, booked - asked);
  const placements = finished(work, ended.placements, horizon, spare);
  return { fits: true, schedule: { placements, exam: null, availableMinutes: null } };
}

/** The earliest Monday–Friday on which every rule holds and the cushion is 10 % of the need. */
export function scheduleAndSuggest(work: Work, life: ExamLife): ScheduleResult {
  const { input } = work;
  const forward = forwards(work);
  if (!forward) return noWindow(work);
  const lifeFirst = life.first === null ? Number.NEGATIVE_INFINITY : dayNumber(life.first);
  const lifeLast = life.last === null ? Number.POSITIVE_INFINITY : dayNumber(life.last);
  const available = (day: DayNumber): number =>
    offeredUntil(forward.openings, input.clock.toInstant(day, 0), work.capacity);
  const afterLife = (): ScheduleResult => ({
    fits: false,
    reason: 'life',
    availableMinutes: available(lifeLast + 1),
    unplaced: [],
  });
  const suggested = (tail: Timetable, day: DayNumber): FittingResult =>
    withEnoughReviews(work, (more): FittingResult => {
      const table = tail.copy();
      const { spareLast } = bookReviewsBefore(table, reviewSlot(input.reviews.each), {
        examDay: day,
        notBefore: input.notBefore,
        asked: reviewsBefore(day),
        more,
      });
      const exam = { date: civilDate(day), minute: null, source: 'suggested' } as const;
      return fitting(work, forward.openings, table, exam, spareLast);
    });
  const reviewsBefore = (day: DayNumber): number =>
    Math.min(
      forward.lastReviews,
      roomForLastReviews(forward.openings, day, input.reviews.each, work.capacity),
    );

  const wanted = input.needMinutes * (1 + CUSHION_SHARE);
  const laidUntil = forward.openings[forward.openings.length - 1]?.day ?? 0;
  let day = Math.max(earliestExam(forward.table.placements), lifeFirst);
  while (day < laidUntil && available(day) < wanted) day += 1;
  const withCushion = day;
  let almost: ScheduleResult | null = null;
  for (let tried = 0; tried < EXAM_DAYS_TRIED; day += 1) {
    if (day > lifeLast) return afterLife();
    if (weekdayIndex(day) > 4) continue;
    tried += 1;
    const exam: ExamDay = { date: civilDate(day), minute: null };
    for (const tail of tails(work, forward.table, exam, false)) {
      if (!mayBeSat(work, tail)) continue;
      const result = suggested(tail.table, day);
      if (meetsEnough(work, result.schedule.placements)) return result;
      almost ??= result;
    }
    // Later days bring more room for reviews, but not without end.
    if (almost && tried > EXAM_DAYS_FOR_REVIEWS) return almost;
  }
  if (almost) return almost;
  return suggestRelaxed(work, forward, withCushion, lifeLast, suggested) ?? afterLife();
}

/** Where no day keeps the distances of the practice exams: the last one as near to them as may be. */
function suggestRelaxed(
  work: Work,
  forward: Forwards,
  earliest: DayNumber,
  lifeLast: DayNumber,
  suggested: (table: Timetable, day: DayNumber) => ScheduleResult,
): ScheduleResult | null {
  const workday = (day: DayNumber): DayNumber =>
    weekdayIndex(day) > 4 ? day + 7 - weekdayIndex(day) : day;
  const near = workday(earliest);
  if (near <= lifeLast) {
    for (const tail of tails(work, forward.table, { date: civilDate(near), minute: null }, true)) {
      if (mayBeSat(work, tail)) return suggested(tail.table, near);
    }
  }
  const table = appendLastExam(work, forward.table);
  if (!table) return noWindow(work);
  const day = workday(Math.max(earliest, earliestExam(table.placements)));
  return day > lifeLast ? null : suggested(table, day);
}

/** The last practice exam comes after enough content, and after what it waits for. */
const mayBeSat = ({ lastExam }: Work, { table, start }: Tail): boolean =>
  enoughContentBefore(table, start) && isReady(lastExam.exam, table, start);

/** The first day that keeps the distances of rule 7, and of rule 6 to the last practice exam. */
const earliestExam = (placements: readonly Placement[]): DayNumber =>
  Math.max(
    lastContentDay(placements) + CONTENT_ENDS_DAYS_BEFORE_EXAM,
    lastDayOf(placements) + OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
    lastExamDayOf(placements) + LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  );
