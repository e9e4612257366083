/** What there is to schedule, prepared: items in order, exams in pairs, terms of the windows. */
import type { Domain } from '../curriculum/curriculum.ts';
import type { Learner } from '../learner/learner.ts';
import { offeredMinutes } from '../learner/window-offer.ts';
import { type CivilDate, type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import type { ReviewNeed } from '../workload/review-need.ts';
import type { WorkItem } from '../workload/work-item.ts';
import type { CapacityTerms } from './capacity.ts';
import type { ExamPair } from './forward-pass.ts';
import { layOpenings, type Opening } from './openings.ts';
import { inOrderOfPriority } from './priority.ts';
import { Timetable } from './timetable.ts';

export interface WorkInput {
  readonly items: readonly WorkItem[];
  readonly domains: readonly Domain[];
  readonly learner: Learner;
  readonly clock: ZoneClock;
  readonly start: CivilDate;
  /** Nothing is planned before this instant. */
  readonly notBefore: EpochMinutes;
  readonly busy: readonly Span[];
  readonly needMinutes: number;
  /** Spaced reviews to be placed. */
  readonly reviews: ReviewNeed;
  /** Id of the exam guide. */
  readonly guide: string;
}

export interface Work {
  readonly input: WorkInput;
  /** In order of priority, without practice exams and their reviews. */
  readonly items: readonly WorkItem[];
  /** Practice exams but the last, in order. */
  readonly earlierExams: readonly ExamPair[];
  readonly lastExam: ExamPair;
  readonly capacity: CapacityTerms;
  /** Longest unbroken stretch of the learner's windows under the weekly cap. */
  readonly longestStretch: number;
  /** Minutes that an ordinary week offers under its cap. */
  readonly weeklyMinutes: number;
  /** Tasks of the exam guide. */
  readonly taskCount: number;
}

export function prepareWork(input: WorkInput): Work {
  const { learner, items, domains } = input;
  const longestWindow = Math.max(...learner.windows.map((window) => window.to - window.from));
  const longestStretch = Math.min(longestWindow, learner.minutesPerWeek);
  const exams = items
    .filter((item) => item.kind === 'practice-exam')
    .map((exam) => ({ exam, review: reviewOf(exam, items) }));
  const lastExam = exams[exams.length - 1];
  if (!lastExam) throw new RangeError('a curriculum has at least two practice exams');
  const ownItems = items
    .filter((item) => item.kind !== 'practice-exam' && item.kind !== 'exam-review')
    .map((item) => fitToStretch(item, longestStretch));
  const unbroken = new Set(
    items
      .filter((item) => item.unbroken)
      .map((item) => item.minutes)
      .filter((minutes) => minutes > learner.sessionMinutes && minutes <= learner.minutesPerWeek),
  );
  const offered = learner.windows.reduce(
    (sum, window) =>
      sum + offeredMinutes(window.to - window.from, learner.sessionMinutes, [...unbroken]),
    0,
  );
  return {
    input,
    items: inOrderOfPriority(ownItems, domains),
    earlierExams: exams.slice(0, -1),
    lastExam,
    capacity: {
      sessionMinutes: learner.sessionMinutes,
      minutesPerWeek: learner.minutesPerWeek,
      unbroken: [...unbroken],
    },
    longestStretch,
    weeklyMinutes: Math.min(learner.minutesPerWeek, offered),
    taskCount: domains.reduce((sum, domain) => sum + domain.tasks.length, 0),
  };
}

function reviewOf(exam: WorkItem, items: readonly WorkItem[]): WorkItem {
  const review = items.find((item) => item.kind === 'exam-review' && item.after.includes(exam.id));
  if (!review) throw new RangeError(`no review for ${exam.id}`);
  return review;
}

/** Cuts what is longer than any window of this learner: a relaxed rule 4, said in the plan. */
function fitToStretch(item: WorkItem, longestStretch: number): WorkItem {
  const pieces = item.segments.length > 0 ? item.segments : [item];
  const uncut = item.unbroken || (item.kind === 'lab' && item.segments.length > 0);
  if (!uncut || pieces.every((piece) => piece.minutes <= longestStretch)) return item;
  return { ...item, unbroken: false, segments: [] };
}

/** The learner's openings from the start day to a last day. */
export function openingsUntil(work: Work, lastDay: DayNumber): Opening[] {
  const { learner, clock, start, busy, notBefore } = work.input;
  return layOpenings(learner, clock, dayNumber(start), lastDay, busy, notBefore);
}

export const emptyTimetable = (work: Work, openings: readonly Opening[]): Timetable =>
  new Timetable(openings, {
    sessionMinutes: work.capacity.sessionMinutes,
    minutesPerWeek: work.capacity.minutesPerWeek,
  });
