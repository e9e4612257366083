/** An exam day is given: the plan spreads to use the time, and says when it does not fit. */
import { type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { offeredUntil } from './capacity.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CONTENT_SHARE_OF_SPAN,
  LAST_DAYS,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from './constants.ts';
import { type ForwardResult, forwardPass } from './forward-pass.ts';
import { type ExamDay, enoughContentBefore, examStart, isReady, tails } from './last-exam.ts';
import { bookReviewsBefore, roomForLastReviews } from './last-reviews.ts';
import { LEVEL_ATTEMPTS, levelMinutesPerWeek } from './level-load.ts';
import type { Opening } from './openings.ts';
import { fitting, meetsEnough, withEnoughReviews } from './result.ts';
import { reviewSlot } from './reviews.ts';
import type { FittingResult, ScheduleResult } from './schedule.ts';
import type { Timetable } from './timetable.ts';
import { emptyTimetable, openingsUntil, type Work } from './work.ts';

interface Attempt {
  readonly table: Timetable;
  readonly unplaced: readonly WorkItem[];
  /** Reviews of the last days beyond what rule 9 asks of them. */
  readonly spareLast: number;
}

export function scheduleTowards(work: Work, exam: ExamDay): ScheduleResult {
  const { input } = work;
  const examDay = dayNumber(exam.date);
  const firstDay = dayNumber(input.start);
  const openings = openingsUntil(work, exam.minute === null ? examDay - 1 : examDay);
  const availableMinutes = offeredUntil(openings, examStart(exam, input.clock), work.capacity);
  if (availableMinutes < input.needMinutes) {
    return { fits: false, reason: 'hours', availableMinutes, unplaced: work.items };
  }
  const latest = examDay - CONTENT_ENDS_DAYS_BEFORE_EXAM;
  const wanted = Math.min(
    latest,
    firstDay + Math.floor((examDay - firstDay) * CONTENT_SHARE_OF_SPAN),
  );
  const { reviews } = input;
  const minutes =
    work.items.reduce((sum, item) => sum + item.minutes, 0) +
    Math.max(0, reviews.count - work.taskCount) * reviews.each;
  const level = (factor: number): number =>
    Math.min(
      work.capacity.minutesPerWeek,
      levelMinutesPerWeek(openings, wanted, minutes * factor, work.capacity),
    );
  // The goals of a level load and of an early end give way before the plan does.
  const attempts: { soft: number; contentLastDay: DayNumber; relaxed: boolean }[] = [
    ...LEVEL_ATTEMPTS.map((factor) => ({
      soft: level(factor),
      contentLastDay: wanted,
      relaxed: false,
    })),
    { soft: work.capacity.minutesPerWeek, contentLastDay: latest, relaxed: false },
    { soft: work.capacity.minutesPerWeek, contentLastDay: latest, relaxed: true },
  ];
  let unplaced: readonly WorkItem[] = work.items;
  let almost: ScheduleResult | null = null;
  for (const attempt of attempts) {
    const plan = withEnoughReviews(work, (more): FittingResult | null => {
      const result = attemptTowards(work, openings, exam, attempt, more);
      if (more === 0) unplaced = result.unplaced;
      if (result.unplaced.length > 0) return null;
      return fitting(work, openings, result.table, { ...exam, source: 'given' }, result.spareLast);
    });
    if (!plan) continue;
    if (meetsEnough(work, plan.schedule.placements)) return plan;
    almost ??= plan;
  }
  if (almost) return almost;
  return { fits: false, reason: 'hours', availableMinutes, unplaced };
}

/** @param more reviews before the exam on top of one for each task in the last days */
function attemptTowards(
  work: Work,
  openings: readonly Opening[],
  exam: ExamDay,
  terms: { readonly soft: number; readonly contentLastDay: DayNumber; readonly relaxed: boolean },
  more: number,
): Attempt {
  const empty = emptyTimetable(work, openings);
  let best: Attempt = { table: empty, unplaced: [work.lastExam.exam], spareLast: 0 };
  let fewest = Number.POSITIVE_INFINITY;
  const examDay = dayNumber(exam.date);
  const { count, each } = work.input.reviews;
  const kept = Math.min(
    count,
    work.taskCount,
    roomForLastReviews(openings, examDay, each, work.capacity),
  );
  for (const tail of tails(work, empty, exam, terms.relaxed)) {
    const { booked, spareLast } = bookReviewsBefore(tail.table, reviewSlot(each), {
      examDay,
      notBefore: work.input.notBefore,
      asked: kept,
      more,
    });
    const passUntil = (contentLastDay: DayNumber): ForwardResult =>
      forwardPass(tail.table, work.items, {
        softMinutesPerWeek: terms.soft,
        contentLastDay,
        lastDay: examDay - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
        longestStretch: work.longestStretch,
        exams: work.earlierExams,
        examsBefore: { day: tail.day, instant: tail.start },
        reviews: { count: Math.max(0, count - booked), each, until: examDay - LAST_DAYS - 1 },
        guide: work.input.guide,
      });
    let result = passUntil(terms.contentLastDay);
    // What the last practice exam waits for has to be done before it: then all content has.
    if (result.unplaced.length === 0 && !isReady(work.lastExam.exam, result.table, tail.start)) {
      result = passUntil(Math.min(terms.contentLastDay, tail.day - 1));
    }
    if (
      result.unplaced.length === 0 &&
      isReady(work.lastExam.exam, result.table, tail.start) &&
      enoughContentBefore(result.table, tail.start)
    ) {
      return { ...result, spareLast };
    }
    if (result.unplaced.length < fewest) {
      fewest = result.unplaced.length;
      best = {
        table: result.table,
        unplaced: fewest > 0 ? result.unplaced : [work.lastExam.exam],
        spareLast: 0,
      };
    }
    // Content that does not fit before one date of the last exam will not before another.
    if (result.unplaced.length > 1) return best;
  }
  return best;
}
