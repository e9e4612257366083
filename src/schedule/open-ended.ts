/** No exam day is given: everything as early as the hours allow, then a day is suggested, or none. */

import type { ExamLife } from '../curriculum/lifecycle.ts';
import { isContent } from '../curriculum/vocabulary.ts';
import { civilDate, type DayNumber, dayNumber, weekdayIndex } from '../time/civil-date.ts';
import { offeredUntil } from './capacity.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CUSHION_SHARE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from './constants.ts';
import { forwardPass } from './forward-pass.ts';
import {
  appendLastExam,
  type ExamDay,
  enoughContentBefore,
  lastExamDayOf,
  tails,
} from './last-exam.ts';
import type { Opening } from './openings.ts';
import type { Placement } from './placement.ts';
import { byTime, fitting, noWindow } from './result.ts';
import type { ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import { emptyTimetable, openingsUntil, type Work } from './work.ts';

/** A plan that would take longer than this is refused as impossible. */
const LONGEST_PLAN_DAYS = 366 * 20;
/** How many later exam days are tried before the tail is placed as well as may be. */
const EXAM_DAYS_TRIED = 40;

interface Forwards {
  readonly openings: readonly Opening[];
  readonly table: Timetable;
}

/** Everything but the last practice exam. */
function forwards(work: Work): Forwards | null {
  const { input } = work;
  const firstDay = dayNumber(input.start);
  for (let days = firstGuessOfDays(work); ; days *= 2) {
    const lastDay = firstDay + Math.min(days, LONGEST_PLAN_DAYS);
    const openings = openingsUntil(work, lastDay);
    const { table, unplaced } = forwardPass(emptyTimetable(work, openings), work.items, {
      softMinutesPerWeek: work.softMinutesPerWeek,
      contentLastDay: lastDay,
      lastDay,
      longestStretch: work.longestStretch,
      exams: work.earlierExams,
      examsBefore: null,
    });
    const end = Math.max(firstDay, lastDayOf(table.placements));
    // Room behind the end for the last exam, the cushion and days off.
    const enoughRoom = end + 60 + (end - firstDay) * 0.3 < lastDay;
    if (unplaced.length === 0 && (enoughRoom || days >= LONGEST_PLAN_DAYS)) {
      return { openings, table: table.withoutPlaced() };
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
  const table = forward && appendLastExam(work, forward.table);
  if (!table) return noWindow(work);
  return {
    fits: true,
    schedule: { placements: byTime(table.placements), exam: null, availableMinutes: null },
  };
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
  const suggested = (table: Timetable, day: DayNumber): ScheduleResult =>
    fitting(work, forward.openings, table, {
      date: civilDate(day),
      minute: null,
      source: 'suggested',
    });

  const wanted = input.needMinutes * (1 + CUSHION_SHARE);
  const laidUntil = forward.openings[forward.openings.length - 1]?.day ?? 0;
  let day = Math.max(earliestExam(forward.table.placements), lifeFirst);
  while (day < laidUntil && available(day) < wanted) day += 1;
  const withCushion = day;
  for (let tried = 0; tried < EXAM_DAYS_TRIED; day += 1) {
    if (day > lifeLast) return afterLife();
    if (weekdayIndex(day) > 4) continue;
    tried += 1;
    const exam: ExamDay = { date: civilDate(day), minute: null };
    for (const tail of tails(work, forward.table, exam, false)) {
      if (enoughContentBefore(tail.table, tail.start)) return suggested(tail.table, day);
    }
  }
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
      if (enoughContentBefore(tail.table, tail.start)) return suggested(tail.table, near);
    }
  }
  const table = appendLastExam(work, forward.table);
  if (!table) return noWindow(work);
  const day = workday(Math.max(earliest, earliestExam(table.placements)));
  return day > lifeLast ? null : suggested(table, day);
}

/** The first day that keeps the distances of rule 7, and of rule 6 to the last practice exam. */
const earliestExam = (placements: readonly Placement[]): DayNumber =>
  Math.max(
    lastContentDay(placements) + CONTENT_ENDS_DAYS_BEFORE_EXAM,
    lastDayOf(placements) + OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
    lastExamDayOf(placements) + LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  );
