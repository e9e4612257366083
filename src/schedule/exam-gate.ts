/**
 * When the practice exams before the last one are booked: each as a gate, once 80 % of the content
 * and all that it builds on lie behind, into the first long window.
 */
import { isContent } from '../curriculum/vocabulary.ts';
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { bookExam } from './book-exam.ts';
import {
  CONTENT_SHARE_BEFORE_EXAMS,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  EXAM_REVIEW_WITHIN_DAYS,
  STRICT_EXAM_ATTEMPTS,
} from './constants.ts';
import { endOf } from './placement.ts';
import type { Timetable } from './timetable.ts';

/** A practice exam with its review. */
export interface ExamPair {
  readonly exam: WorkItem;
  readonly review: WorkItem;
}

export interface GateTerms {
  /** In the order in which they are taken. */
  readonly exams: readonly ExamPair[];
  /** Exam and review end before this instant; the exam at least three dates before this day. */
  readonly examsBefore: { readonly day: DayNumber; readonly instant: EpochMinutes } | null;
  /** Last date of anything. */
  readonly lastDay: DayNumber;
  readonly longestStretch: number;
}

export interface GateMoment {
  /** Where the next session may start. */
  readonly now: EpochMinutes;
  readonly week: number;
  /** End of the last session so far. */
  readonly lastEnd: EpochMinutes;
  /** When each item that is complete ends. */
  readonly ends: ReadonlyMap<string, EpochMinutes>;
}

export class ExamGate {
  private readonly left: ExamPair[];
  private readonly known: ReadonlySet<string>;
  private readonly contentNeeded: number;
  private contentPlaced = 0;
  private lastExamDay = Number.NEGATIVE_INFINITY;
  private lastReviewEnd = Number.NEGATIVE_INFINITY;
  /** The week in which the next exam found no place: it is not tried again in the same. */
  private triedAt = Number.NaN;
  private attempts = 0;

  /** @param items all other work of the pass */
  constructor(
    private readonly terms: GateTerms,
    items: readonly WorkItem[],
  ) {
    this.left = [...terms.exams];
    this.known = new Set(items.map(({ id }) => id));
    const content = items.filter(({ kind }) => isContent(kind));
    this.contentNeeded =
      CONTENT_SHARE_BEFORE_EXAMS * content.reduce((sum, { minutes }) => sum + minutes, 0);
  }

  get unplaced(): readonly WorkItem[] {
    return this.left.map(({ exam }) => exam);
  }

  addContent(minutes: number): void {
    this.contentPlaced += minutes;
  }

  /** A timetable with the next exam and its review booked; null where it is not due, or has no place. */
  bookWhenDue(table: Timetable, moment: GateMoment): Timetable | null {
    const next = this.left[0];
    if (!next || this.contentPlaced < this.contentNeeded || this.triedAt === moment.week)
      return null;
    const { now, lastEnd, ends } = moment;
    const before = next.exam.after.filter((id) => this.known.has(id));
    if (before.some((id) => !ends.has(id)) || !this.enoughBehind(table, now)) return null;
    this.triedAt = moment.week;
    this.attempts += 1;
    const limit = this.terms.examsBefore;
    const booked = bookExam(
      table,
      next.exam,
      next.review,
      {
        notBefore: Math.max(
          now,
          lastEnd + BREAK_MINUTES,
          this.lastReviewEnd + BREAK_MINUTES,
          ...before.map((id) => ends.get(id) ?? now),
        ),
        firstDay: this.lastExamDay + DAYS_BETWEEN_PRACTICE_EXAMS,
        lastDay: limit ? limit.day - DAYS_BETWEEN_PRACTICE_EXAMS : this.terms.lastDay,
        reviewEndsBefore: limit ? limit.instant - BREAK_MINUTES : Number.POSITIVE_INFINITY,
        reviewLastDay: this.terms.lastDay,
        // Where week after week leaves no room for the review in time, it comes when it can.
        reviewWithinDays:
          this.attempts > STRICT_EXAM_ATTEMPTS ? Number.POSITIVE_INFINITY : EXAM_REVIEW_WITHIN_DAYS,
      },
      this.terms.longestStretch,
    );
    if (!booked) return null;
    this.lastExamDay = booked.day;
    this.lastReviewEnd = booked.reviewEnd;
    this.left.shift();
    this.triedAt = Number.NaN;
    this.attempts = 0;
    return booked.table;
  }

  private enoughBehind(table: Timetable, now: EpochMinutes): boolean {
    let behind = 0;
    for (const placement of table.placements) {
      if (isContent(placement.item.kind) && endOf(placement) <= now) behind += placement.minutes;
    }
    return behind >= this.contentNeeded;
  }
}
