/** The last practice exam and its review: backwards from the exam day, or at the end of the plan. */
import { isContent } from '../curriculum/vocabulary.ts';
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import { type CivilDate, type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { EpochMinutes, MinuteOfDay, ZoneClock } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { bookExam, bookParts } from './book-exam.ts';
import {
  CONTENT_SHARE_BEFORE_EXAMS,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  DAYS_FOR_A_CUT_EXAM,
  EXAM_REVIEW_WITHIN_DAYS,
  LAST_PRACTICE_EXAM_ORDER,
  LAST_PRACTICE_EXAM_RELAXED_ORDER,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from './constants.ts';
import { endOf, type Placement } from './placement.ts';
import type { Timetable } from './timetable.ts';
import type { Work } from './work.ts';

export interface ExamDay {
  readonly date: CivilDate;
  /** Local time; null where none is known: then the whole day is free of study. */
  readonly minute: MinuteOfDay | null;
}

/** When an exam begins: its time, or the first minute of its date. */
export const examStart = (exam: ExamDay, clock: ZoneClock): EpochMinutes =>
  clock.toInstant(dayNumber(exam.date), exam.minute ?? 0);

export interface Tail {
  readonly table: Timetable;
  /** Date and start of the last practice exam. */
  readonly day: DayNumber;
  readonly start: EpochMinutes;
}

/**
 * Timetables with the last practice exam and its review booked, best date first: 3 to 10 days
 * before the exam; then, with `relaxed`, earlier ones.
 */
export function* tails(
  work: Work,
  table: Timetable,
  exam: ExamDay,
  relaxed: boolean,
): Generator<Tail> {
  const examDay = dayNumber(exam.date);
  const { lastExam, longestStretch } = work;
  const earliest = lastExamDayOf(table.placements) + DAYS_BETWEEN_PRACTICE_EXAMS;
  const notBefore = Math.max(work.input.notBefore, afterReviews(table.placements));
  const spread = lastExam.exam.minutes > longestStretch ? DAYS_FOR_A_CUT_EXAM : 0;
  for (const before of relaxed ? LAST_PRACTICE_EXAM_RELAXED_ORDER : LAST_PRACTICE_EXAM_ORDER) {
    const day = examDay - before;
    if (day < earliest) continue;
    const booked = bookExam(
      table,
      lastExam.exam,
      lastExam.review,
      {
        notBefore,
        firstDay: Math.max(earliest, day - spread),
        lastDay: day,
        reviewEndsBefore: examStart(exam, work.input.clock),
        reviewLastDay: examDay - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
        reviewWithinDays: relaxed ? Number.POSITIVE_INFINITY : EXAM_REVIEW_WITHIN_DAYS,
      },
      longestStretch,
    );
    const first = booked?.table.placements.find(({ item }) => item.id === lastExam.exam.id);
    if (booked && first) yield { table: booked.table, day: first.day, start: first.start };
  }
}

/** The last practice exam and its review, as soon as all else is done; null where no time is left. */
export function appendLastExam(work: Work, table: Timetable): Timetable | null {
  const { lastExam, longestStretch } = work;
  const never = Number.POSITIVE_INFINITY;
  const notBefore = Math.max(...table.placements.map(endOf)) + BREAK_MINUTES;
  const firstDay = lastExamDayOf(table.placements) + DAYS_BETWEEN_PRACTICE_EXAMS;
  const booked = bookExam(
    table,
    lastExam.exam,
    lastExam.review,
    {
      notBefore,
      firstDay,
      lastDay: never,
      reviewEndsBefore: never,
      reviewLastDay: never,
      reviewWithinDays: EXAM_REVIEW_WITHIN_DAYS,
    },
    longestStretch,
  );
  if (booked) return booked.table;
  // Not within three dates: then as early as possible (a relaxed rule 6, found when it is checked).
  const relaxed = table.copy();
  const exam = bookParts(relaxed, lastExam.exam, longestStretch, notBefore, firstDay, never, never);
  const end = exam?.[exam.length - 1];
  if (!end) return null;
  const review = bookParts(
    relaxed,
    lastExam.review,
    work.capacity.sessionMinutes,
    endOf(end) + BREAK_MINUTES,
    end.day,
    never,
    never,
  );
  return review ? relaxed : null;
}

export const lastExamDayOf = (placements: readonly Placement[]): DayNumber =>
  placements.reduce(
    (last, { item, day }) => (item.kind === 'practice-exam' ? Math.max(last, day) : last),
    Number.NEGATIVE_INFINITY,
  );

const afterReviews = (placements: readonly Placement[]): EpochMinutes =>
  placements.reduce(
    (last, placement) =>
      placement.item.kind === 'exam-review'
        ? Math.max(last, endOf(placement) + BREAK_MINUTES)
        : last,
    Number.NEGATIVE_INFINITY,
  );

/** Rule 5: all that a practice exam waits for ends before it starts. */
export function isReady(exam: WorkItem, table: Timetable, start: EpochMinutes): boolean {
  const before = new Set(exam.after);
  return table.placements.every(
    (placement) => !before.has(placement.item.id) || endOf(placement) <= start,
  );
}

/** Rule 6: at least 80 % of the content ends before the exam starts. */
export function enoughContentBefore(table: Timetable, start: EpochMinutes): boolean {
  let before = 0;
  let total = 0;
  for (const placement of table.placements) {
    if (!isContent(placement.item.kind)) continue;
    total += placement.minutes;
    if (endOf(placement) <= start) before += placement.minutes;
  }
  return before >= CONTENT_SHARE_BEFORE_EXAMS * total;
}
