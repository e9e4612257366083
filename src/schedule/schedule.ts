/**
 * The dated plan of sessions: content forwards from the start; the last practice exam and its
 * review backwards from the exam day, if there is one.
 */
import type { Domain } from '../curriculum/curriculum.ts';
import type { ExamLife } from '../curriculum/lifecycle.ts';
import type { Learner } from '../learner/learner.ts';
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import { civilDate, type CivilDate, dayNumber, type DayNumber, weekdayIndex } from '../time/civil-date.ts';
import type { EpochMinutes, MinuteOfDay, ZoneClock } from '../time/wall-clock.ts';
import { REVIEW_SHARE } from '../workload/constants.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { bookExam, bookParts } from './book-exam.ts';
import { type CapacityTerms, offeredUntil } from './capacity.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CONTENT_SHARE_OF_SPAN,
  CUSHION_SHARE,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  LAST_PRACTICE_EXAM_ORDER,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from './constants.ts';
import { type ExamPair, type ForwardTerms, forwardPass } from './forward-pass.ts';
import { LEVEL_ATTEMPTS, levelMinutesPerWeek } from './level-load.ts';
import { layOpenings, type Opening, type Span } from './openings.ts';
import { endOf, type Placement } from './placement.ts';
import { inOrderOfPriority } from './priority.ts';
import { Timetable } from './timetable.ts';
import { isContent } from '../curriculum/vocabulary.ts';

export interface ExamDay {
  readonly date: CivilDate;
  /** Local time; null where none is known: then the whole day is free of study. */
  readonly minute: MinuteOfDay | null;
}

/** What the plan aims at: a day given, a day to be suggested within the exam's life, or none. */
export type Aim =
  | { readonly kind: 'given'; readonly exam: ExamDay }
  | { readonly kind: 'suggest'; readonly life: ExamLife }
  | { readonly kind: 'none' };

export interface ScheduleInput {
  readonly items: readonly WorkItem[];
  readonly domains: readonly Domain[];
  readonly learner: Learner;
  readonly clock: ZoneClock;
  readonly start: CivilDate;
  /** Nothing is planned before this instant. */
  readonly notBefore: EpochMinutes;
  readonly busy: readonly Span[];
  readonly needMinutes: number;
  readonly aim: Aim;
}

export interface Schedule {
  /** In order of time. */
  readonly placements: readonly Placement[];
  readonly exam: (ExamDay & { readonly source: 'given' | 'suggested' }) | null;
  /** Minutes that the windows offer before the exam; null without an exam. */
  readonly availableMinutes: number | null;
}

export type ScheduleResult =
  | { readonly fits: true; readonly schedule: Schedule }
  | {
      readonly fits: false;
      readonly reason: 'hours' | 'no-window' | 'life';
      readonly availableMinutes: number;
      readonly unplaced: readonly WorkItem[];
    };

/** A plan that would take longer than this is refused as impossible. */
const LONGEST_PLAN_DAYS = 366 * 20;
/** How many later exam days are tried before the tail is placed as well as may be. */
const EXAM_DAYS_TRIED = 60;

interface Work {
  readonly input: ScheduleInput;
  /** In order of priority, without practice exams and their reviews. */
  readonly items: readonly WorkItem[];
  readonly exams: readonly ExamPair[];
  readonly capacity: CapacityTerms;
  readonly longestStretch: number;
  readonly softMinutesPerWeek: number;
}

export function makeSchedule(input: ScheduleInput): ScheduleResult {
  const work = prepare(input);
  switch (input.aim.kind) {
    case 'given':
      return towards(work, input.aim.exam);
    case 'suggest':
      return suggest(work, input.aim.life);
    case 'none':
      return withoutExam(work);
  }
}

function prepare(input: ScheduleInput): Work {
  const { learner, items, domains } = input;
  const reviewOf = (exam: WorkItem): WorkItem => {
    const review = items.find((item) => item.kind === 'exam-review' && item.after.includes(exam.id));
    if (!review) throw new RangeError(`no review for ${exam.id}`);
    return review;
  };
  const longestWindow = Math.max(...learner.windows.map((window) => window.to - window.from));
  const longestStretch = Math.min(longestWindow, learner.minutesPerWeek);
  // A learner whose windows hold no exam or lab in one piece gets it in parts (a relaxed rule 4).
  const ownItems = items
    .filter((item) => item.kind !== 'practice-exam' && item.kind !== 'exam-review')
    .map((item) => fitToStretch(item, longestStretch));
  const longestUnbroken = Math.max(
    0,
    ...items
      .filter((item) => item.unbroken && item.minutes <= longestStretch)
      .map((item) => item.minutes),
  );
  return {
    input,
    items: inOrderOfPriority(ownItems, domains),
    exams: items
      .filter((item) => item.kind === 'practice-exam')
      .map((exam) => ({ exam, review: reviewOf(exam) })),
    capacity: {
      sessionMinutes: learner.sessionMinutes,
      minutesPerWeek: learner.minutesPerWeek,
      longestUnbroken,
    },
    longestStretch,
    softMinutesPerWeek: Math.max(20, Math.floor((learner.minutesPerWeek * (1 - REVIEW_SHARE)) / 5) * 5),
  };
}

/** Cuts what is longer than any window of this learner. */
function fitToStretch(item: WorkItem, longestStretch: number): WorkItem {
  const pieces = item.segments.length > 0 ? item.segments : [{ title: item.title, minutes: item.minutes }];
  const uncut = item.unbroken || (item.kind === 'lab' && item.segments.length > 0);
  if (!uncut || pieces.every((piece) => piece.minutes <= longestStretch)) return item;
  return { ...item, unbroken: false, segments: [] , kind: item.kind };
}

function openingsUntil(work: Work, lastDay: DayNumber): Opening[] {
  const { learner, clock, start, busy, notBefore } = work.input;
  // The evening before the start can run past midnight into it.
  return layOpenings(learner, clock, dayNumber(start), lastDay, busy, notBefore);
}

const timetable = (work: Work, openings: readonly Opening[]): Timetable =>
  new Timetable(openings, {
    sessionMinutes: work.capacity.sessionMinutes,
    minutesPerWeek: work.capacity.minutesPerWeek,
  });

const byTime = (placements: readonly Placement[]): Placement[] =>
  [...placements].sort((a, b) => a.start - b.start);

const lastContentDay = (placements: readonly Placement[]): DayNumber =>
  placements.reduce(
    (last, { item, day }) => (isContent(item.kind) ? Math.max(last, day) : last),
    Number.NEGATIVE_INFINITY,
  );

/** When an exam of the day begins: its time, or the first minute of its date. */
const examStart = (exam: ExamDay, clock: ZoneClock): EpochMinutes =>
  clock.toInstant(dayNumber(exam.date), exam.minute ?? 0);

// ---------------------------------------------------------------- no exam day given

interface Forwards {
  readonly openings: readonly Opening[];
  readonly table: Timetable;
}

/** Everything but the last practice exam, as early as the hours allow. */
function forwards(work: Work): Forwards | null {
  const { input } = work;
  const firstDay = dayNumber(input.start);
  const weekly = Math.max(1, offeredInOneWeek(work));
  let days = Math.ceil((input.needMinutes / weekly) * 7 * 1.4) + 90;
  for (; ; days *= 2) {
    const lastDay = firstDay + Math.min(days, LONGEST_PLAN_DAYS);
    const openings = openingsUntil(work, lastDay);
    const result = forwardPass(timetable(work, openings), work.items, {
      ...openTerms(work, lastDay),
      exams: work.exams.slice(0, -1),
      examsBefore: null,
    });
    // Room behind the end for the last exam and for the cushion.
    const end = Math.max(firstDay, ...result.table.placements.map(({ day }) => day));
    const span = end - firstDay + 30;
    if (result.unplaced.length === 0 && end + 60 + span * 0.3 < lastDay) {
      return { openings, table: result.table };
    }
    if (days >= LONGEST_PLAN_DAYS) {
      return result.unplaced.length === 0 ? { openings, table: result.table } : null;
    }
  }
}

const openTerms = (work: Work, lastDay: DayNumber): Omit<ForwardTerms, 'exams' | 'examsBefore'> => ({
  softMinutesPerWeek: work.softMinutesPerWeek,
  contentLastDay: lastDay,
  lastDay,
  longestStretch: work.longestStretch,
});

/** What an ordinary week offers, days off aside: only a first guess of the plan's length. */
function offeredInOneWeek(work: Work): number {
  const { learner } = work.input;
  const minutes = learner.windows.reduce((sum, window) => sum + window.to - window.from, 0);
  return Math.min(minutes, learner.minutesPerWeek);
}

function noWindow(work: Work): ScheduleResult {
  return { fits: false, reason: 'no-window', availableMinutes: 0, unplaced: work.items };
}

function withoutExam(work: Work): ScheduleResult {
  const forward = forwards(work);
  if (!forward) return noWindow(work);
  const table = appendLastExam(work, forward.table);
  if (!table) return noWindow(work);
  return {
    fits: true,
    schedule: { placements: byTime(table.placements), exam: null, availableMinutes: null },
  };
}

const lastExamDayOf = (placements: readonly Placement[]): DayNumber =>
  placements.reduce(
    (last, { item, day }) => (item.kind === 'practice-exam' ? Math.max(last, day) : last),
    Number.NEGATIVE_INFINITY,
  );

/** The last practice exam and its review, as soon as all else is done. */
function appendLastExam(work: Work, table: Timetable): Timetable | null {
  const last = work.exams[work.exams.length - 1];
  if (!last) return table;
  const end = Math.max(...table.placements.map(endOf));
  const bounds = {
    notBefore: end + BREAK_MINUTES,
    firstDay: lastExamDayOf(table.placements) + DAYS_BETWEEN_PRACTICE_EXAMS,
    lastDay: Number.POSITIVE_INFINITY,
    reviewEndsBefore: Number.POSITIVE_INFINITY,
    reviewLastDay: Number.POSITIVE_INFINITY,
  };
  const booked = bookExam(table, last.exam, last.review, bounds, work.longestStretch);
  if (booked) return booked.table;
  // Not within three dates: then as early as possible (a relaxed rule 6, found when it is checked).
  const relaxed = table.copy();
  const exam = bookParts(relaxed, last.exam, work.longestStretch, bounds.notBefore, bounds.firstDay, bounds.lastDay, bounds.reviewEndsBefore);
  const examEnd = exam?.[exam.length - 1];
  if (!examEnd) return null;
  const review = bookParts(relaxed, last.review, work.longestStretch, endOf(examEnd) + BREAK_MINUTES, examEnd.day, bounds.lastDay, bounds.reviewEndsBefore);
  return review ? relaxed : null;
}

function suggest(work: Work, life: ExamLife): ScheduleResult {
  const { input } = work;
  const forward = forwards(work);
  if (!forward) return noWindow(work);
  const lifeFirst = life.first === null ? Number.NEGATIVE_INFINITY : dayNumber(life.first);
  const lifeLast = life.last === null ? Number.POSITIVE_INFINITY : dayNumber(life.last);
  const wanted = input.needMinutes * (1 + CUSHION_SHARE);
  const available = (day: DayNumber): number =>
    offeredUntil(forward.openings, input.clock.toInstant(day, 0), work.capacity);
  const laidUntil = forward.openings[forward.openings.length - 1]?.day ?? 0;

  let day = Math.max(lastContentDay(forward.table.placements) + CONTENT_ENDS_DAYS_BEFORE_EXAM, lifeFirst);
  const lastOther = Math.max(...forward.table.placements.map((placement) => placement.day));
  day = Math.max(day, lastOther + OTHER_WORK_ENDS_DAYS_BEFORE_EXAM);
  while (day < laidUntil && available(day) < wanted) day += 1;

  let tried = 0;
  for (; tried < EXAM_DAYS_TRIED && day <= lifeLast; day += 1) {
    if (weekdayIndex(day) > 4) continue;
    tried += 1;
    const exam: ExamDay = { date: civilDate(day), minute: null };
    const table = bookTail(work, forward.table, exam);
    if (table) return fitting(work, forward.openings, table, { ...exam, source: 'suggested' });
  }
  if (day > lifeLast) {
    return {
      fits: false,
      reason: 'life',
      availableMinutes: available(lifeLast + 1),
      unplaced: [],
    };
  }
  const relaxed = appendLastExam(work, forward.table);
  if (!relaxed) return noWindow(work);
  const end = Math.max(...relaxed.placements.map((placement) => placement.day));
  day = Math.max(lifeFirst, end + OTHER_WORK_ENDS_DAYS_BEFORE_EXAM, lastContentDay(relaxed.placements) + CONTENT_ENDS_DAYS_BEFORE_EXAM, lastExamDayOf(relaxed.placements) + LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE);
  while (weekdayIndex(day) > 4) day += 1;
  if (day > lifeLast) {
    return { fits: false, reason: 'life', availableMinutes: available(lifeLast + 1), unplaced: [] };
  }
  return fitting(work, forward.openings, relaxed, { date: civilDate(day), minute: null, source: 'suggested' });
}

function fitting(
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

/** The last practice exam 3 to 10 days before the exam, with its review; null where there is no place. */
function bookTail(work: Work, table: Timetable, exam: ExamDay): Timetable | null {
  const last = work.exams[work.exams.length - 1];
  if (!last) return table;
  const examDay = dayNumber(exam.date);
  const earlier = lastExamDayOf(table.placements);
  const notBefore = Math.max(
    work.input.notBefore,
    ...table.placements
      .filter(({ item }) => item.kind === 'exam-review')
      .map((placement) => endOf(placement) + BREAK_MINUTES),
  );
  const attempt = (firstDay: DayNumber, lastDay: DayNumber): Timetable | null =>
    bookExam(
      table,
      last.exam,
      last.review,
      {
        notBefore,
        firstDay,
        lastDay,
        reviewEndsBefore: examStart(exam, work.input.clock),
        reviewLastDay: examDay - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
      },
      work.longestStretch,
    )?.table ?? null;
  for (const before of LAST_PRACTICE_EXAM_ORDER) {
    const day = examDay - before;
    if (day < earlier + DAYS_BETWEEN_PRACTICE_EXAMS) continue;
    const booked = attempt(day, day);
    if (booked && enoughContentBefore(booked, last.exam)) return booked;
  }
  return null;
}

/** Rule 6: at least 80 % of the content ends before the exam starts. */
function enoughContentBefore(table: Timetable, exam: WorkItem): boolean {
  const start = table.placements.find((placement) => placement.item.id === exam.id)?.start ?? 0;
  let before = 0;
  let total = 0;
  for (const placement of table.placements) {
    if (!isContent(placement.item.kind)) continue;
    total += placement.minutes;
    if (endOf(placement) <= start) before += placement.minutes;
  }
  return before >= 0.8 * total;
}

// ---------------------------------------------------------------- exam day given

function towards(work: Work, exam: ExamDay): ScheduleResult {
  const { input } = work;
  const examDay = dayNumber(exam.date);
  const firstDay = dayNumber(input.start);
  const lastDay = exam.minute === null ? examDay - 1 : examDay;
  const openings = openingsUntil(work, lastDay);
  const availableMinutes = offeredUntil(openings, examStart(exam, input.clock), work.capacity);
  const contentLastDay = Math.min(
    examDay - CONTENT_ENDS_DAYS_BEFORE_EXAM,
    firstDay + Math.floor((examDay - firstDay) * CONTENT_SHARE_OF_SPAN),
  );
  const forwardMinutes = work.items.reduce((sum, item) => sum + item.minutes, 0);

  let unplaced: readonly WorkItem[] = work.items;
  const levels = [
    ...LEVEL_ATTEMPTS.map((factor) =>
      levelMinutesPerWeek(openings, contentLastDay, forwardMinutes * factor, work.capacity),
    ),
    work.softMinutesPerWeek,
    work.capacity.minutesPerWeek,
  ];
  let latest = contentLastDay;
  for (const [index, level] of levels.entries()) {
    // The goal of an early end gives way before the plan does.
    if (index >= LEVEL_ATTEMPTS.length - 1) latest = examDay - CONTENT_ENDS_DAYS_BEFORE_EXAM;
    const result = attemptTowards(work, openings, exam, Math.min(level, work.softMinutesPerWeek), latest);
    if (result.unplaced.length === 0) {
      return fitting(work, openings, result.table, { ...exam, source: 'given' });
    }
    unplaced = result.unplaced;
  }
  return { fits: false, reason: 'hours', availableMinutes, unplaced };
}

function attemptTowards(
  work: Work,
  openings: readonly Opening[],
  exam: ExamDay,
  softMinutesPerWeek: number,
  contentLastDay: DayNumber,
): { table: Timetable; unplaced: readonly WorkItem[] } {
  const examDay = dayNumber(exam.date);
  const last = work.exams[work.exams.length - 1];
  const empty = timetable(work, openings);
  if (!last) throw new RangeError('a curriculum has at least two practice exams');
  const pass = (table: Timetable, tailDay: DayNumber, tailStart: EpochMinutes) =>
    forwardPass(table, work.items, {
      softMinutesPerWeek,
      contentLastDay,
      lastDay: examDay - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
      longestStretch: work.longestStretch,
      exams: work.exams.slice(0, -1),
      examsBefore: { day: tailDay, instant: tailStart },
    });
  let best: { table: Timetable; unplaced: readonly WorkItem[] } = {
    table: empty,
    unplaced: [last.exam],
  };
  for (const before of LAST_PRACTICE_EXAM_ORDER) {
    const day = examDay - before;
    if (
      before > LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE ||
      before < LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE
    ) {
      continue;
    }
    const tail = bookExam(
      empty,
      last.exam,
      last.review,
      {
        notBefore: work.input.notBefore,
        firstDay: day,
        lastDay: day,
        reviewEndsBefore: examStart(exam, work.input.clock),
        reviewLastDay: examDay - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
      },
      work.longestStretch,
    );
    if (!tail) continue;
    const tailStart = tail.table.placements.find(({ item }) => item.id === last.exam.id)?.start ?? 0;
    const result = pass(tail.table, day, tailStart);
    if (result.unplaced.length === 0 && enoughContentBefore(result.table, last.exam)) return result;
    if (best.unplaced[0] === last.exam || result.unplaced.length < best.unplaced.length) {
      best = {
        table: result.table,
        unplaced: result.unplaced.length > 0 ? result.unplaced : [last.exam],
      };
    }
  }
  return best;
}
