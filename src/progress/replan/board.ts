/**
 * The board of a re-plan: pieces in their places on the learner's openings. It answers who would
 * have to go if a piece were put somewhere, by the hard rules 1–7 and 9.
 */
import { isContent } from '../../curriculum/vocabulary.ts';
import { BREAK_MINUTES } from '../../learner/window-offer.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CONTENT_SHARE_BEFORE_EXAMS,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  EVE_MINUTES,
  EXAM_REVIEW_WITHIN_DAYS,
  LAST_DAYS,
  LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from '../../schedule/constants.ts';
import { dayAt } from '../../schedule/openings.ts';
import { type DayNumber, isoWeekIndex } from '../../time/civil-date.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Piece } from './piece.ts';
import { type BoardTerms, type Placed, Slots } from './slots.ts';

/** Rule 9: reviews of a day may always take so many minutes. */
const REVIEW_MINUTES_ALWAYS_ALLOWED = 30;

const isMostlyReviews = (reviews: number, all: number): boolean =>
  reviews > Math.max(REVIEW_MINUTES_ALWAYS_ALLOWED, all / 2);

export type { BoardTerms, Placed } from './slots.ts';

/** Who stands in the way of a piece. */
export interface Conflicts {
  readonly overlaps: readonly Placed[];
  /** They would come too early or too late beside it. */
  readonly order: readonly Placed[];
  /** Minutes over the weekly cap once all those are gone. */
  readonly overCap: number;
}

export class Board extends Slots {
  /** How often a place was judged: the measure by which searches are bounded. */
  judged = 0;

  copy(terms: Partial<BoardTerms> = {}): Board {
    const twin = new Board({ ...this.terms, ...terms });
    for (const { piece, start } of this.placed) twin.put(piece, start);
    return twin;
  }

  /**
   * Who would have to go if the piece stood there.
   * @returns null where it cannot stand whoever goes
   */
  conflicts(piece: Piece, start: EpochMinutes): Conflicts | null {
    this.judged += 1;
    const end = start + piece.minutes;
    if (start < this.terms.now) return null;
    const opening = this.openingOf(start, end);
    if (!opening) return null;
    const day = dayAt(opening, start);
    if (!this.dateAllows(piece, day, end)) return null;
    const overlaps = this.overlapping(start, end).filter((other) => other.piece !== piece);
    if (overlaps.some(({ piece: other }) => other.fixed)) return null;
    const gone = new Set(overlaps);
    if (!this.sittingHolds(piece, start, end, gone)) return null;
    const order = this.orderConflicts(piece, start, end, day);
    if (!order) return null;
    for (const other of order) gone.add(other);
    let over = piece.minutes - this.leftInWeek(day);
    const own = this.byNumber.get(piece.number);
    if (own && isoWeekIndex(own.day) === isoWeekIndex(day)) over -= piece.minutes;
    for (const other of gone) {
      if (other.piece.counts && isoWeekIndex(other.day) === isoWeekIndex(day)) {
        over -= other.piece.minutes;
      }
    }
    if (!this.reviewsOfDayHold(piece, day, gone)) return null;
    return {
      overlaps,
      order: order.filter((other) => !overlaps.includes(other)),
      overCap: Math.max(0, over),
    };
  }

  /** True where the piece can stand as things are. */
  isFree(piece: Piece, start: EpochMinutes): boolean {
    const found = this.conflicts(piece, start);
    return (
      found !== null &&
      found.overlaps.length === 0 &&
      found.order.length === 0 &&
      found.overCap === 0
    );
  }

  /** Rule 7, and the dates of the last practice exam and the last reviews. */
  private dateAllows({ kind, lastReview }: Piece, day: DayNumber, end: EpochMinutes): boolean {
    const { exam, strict } = this.terms;
    if (!exam) return true;
    if (end > exam.start) return false;
    const before = exam.day - day;
    if (lastReview && strict && before > LAST_DAYS) return false;
    if (isContent(kind)) return before >= CONTENT_ENDS_DAYS_BEFORE_EXAM;
    if (kind !== 'review' && kind !== 'logistics') {
      if (before < OTHER_WORK_ENDS_DAYS_BEFORE_EXAM) return false;
      if (kind === 'practice-exam') return before >= LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE;
    }
    return true;
  }

  /** Rule 4: the run of sessions that the piece would belong to. */
  private sittingHolds(
    piece: Piece,
    start: EpochMinutes,
    end: EpochMinutes,
    gone: ReadonlySet<Placed>,
  ): boolean {
    let first = start;
    let last = end;
    let members = 1;
    let alone = piece.alone;
    const index = this.firstFrom(start);
    for (let left = index - 1; left >= 0; left -= 1) {
      const other = this.placed[left];
      if (!other) break;
      if (this.isNothing(other, piece, gone)) continue;
      if (first - other.end >= BREAK_MINUTES) break;
      first = Math.min(first, other.start);
      members += 1;
      alone ||= other.piece.alone;
    }
    for (let right = index; right < this.placed.length; right += 1) {
      const other = this.placed[right];
      if (!other) break;
      if (this.isNothing(other, piece, gone)) continue;
      if (other.start - last >= BREAK_MINUTES) break;
      last = Math.max(last, other.end);
      members += 1;
      alone ||= other.piece.alone;
    }
    return members === 1 || (!alone && last - first <= this.terms.sessionMinutes);
  }

  /** Not there, for a sitting: about to go, the piece itself, or skipped. */
  private isNothing({ piece: other }: Placed, piece: Piece, gone: ReadonlySet<Placed>): boolean {
    if (!other.counts || other.number === piece.number) return true;
    for (const { piece: leaving } of gone) if (leaving === other) return true;
    return false;
  }

  /** Rules 5 and 6; null where a fixed one stands in the way. */
  private orderConflicts(
    piece: Piece,
    start: EpochMinutes,
    end: EpochMinutes,
    day: DayNumber,
  ): Placed[] | null {
    const found = new Set<Placed>();
    const { before, after } = this.terms.order;
    for (const id of before.get(piece.activity) ?? []) {
      for (const other of this.ofActivity(id)) {
        if (!other.piece.settled && other.end > start) found.add(other);
      }
    }
    for (const id of after.get(piece.activity) ?? []) {
      for (const other of this.ofActivity(id)) {
        if (!other.piece.settled && other.start < end) found.add(other);
      }
    }
    if (this.terms.strict && !this.examRules(piece, start, end, day, found)) return null;
    for (const other of found) if (other.piece.fixed) return null;
    return [...found];
  }

  /** Rule 6: adds who would have to go; false where it is impossible. */
  private examRules(
    piece: Piece,
    start: EpochMinutes,
    end: EpochMinutes,
    day: DayNumber,
    found: Set<Placed>,
  ): boolean {
    const exams = this.exams.filter((other) => other.piece.activity !== piece.activity);
    if (piece.kind === 'practice-exam') {
      for (const other of this.placed) {
        if (other.piece.kind !== 'practice-exam' || other.piece.activity === piece.activity) {
          continue;
        }
        if (Math.abs(other.day - day) >= DAYS_BETWEEN_PRACTICE_EXAMS) continue;
        if (other.piece.settled && other.start < this.terms.now && other.day <= day) {
          if (day - other.day < DAYS_BETWEEN_PRACTICE_EXAMS) return false;
        } else if (!other.piece.settled) found.add(other);
      }
      if (!this.enoughContentBefore(start)) return false;
      const { exam } = this.terms;
      const isLast = exams.every((other) => other.start < start || found.has(other));
      if (exam && isLast && exam.day - day > LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE) return false;
      for (const review of this.ofActivity(`${piece.activity}-review`)) {
        if (review.piece.settled) continue;
        if (review.start < end || review.day - day > EXAM_REVIEW_WITHIN_DAYS) found.add(review);
      }
      for (const other of exams) {
        if (other.start >= start) continue;
        for (const review of this.ofActivity(`${other.piece.activity}-review`)) {
          if (!review.piece.settled && review.end > start) found.add(review);
        }
      }
    }
    if (piece.kind === 'exam-review') {
      const own = this.ofActivity(piece.activity.replace(/-review$/, ''));
      for (const exam of own) {
        if (exam.piece.settled) continue;
        if (start < exam.end || day - exam.day > EXAM_REVIEW_WITHIN_DAYS) return false;
      }
      const ownStart = Math.max(...own.map((exam) => exam.start));
      for (const other of exams) if (other.start > ownStart && other.start < end) found.add(other);
    }
    if (isContent(piece.kind)) {
      for (const exam of exams) {
        if (exam.start >= end) continue;
        const own = this.byNumber.get(piece.number);
        const moved = own && own.end <= exam.start ? piece.minutes : 0;
        const share = this.contentBefore(exam.start) - moved;
        if (share < CONTENT_SHARE_BEFORE_EXAMS * this.terms.contentMinutes) found.add(exam);
      }
    }
    return true;
  }

  /**
   * Rule 6: whether enough content lies before a practice exam that starts at an instant.
   * @param more minutes that are not on the board and may come before it
   */
  enoughContentBefore(start: EpochMinutes, more = 0): boolean {
    const { contentMinutes } = this.terms;
    return this.contentBefore(start) + more >= CONTENT_SHARE_BEFORE_EXAMS * contentMinutes;
  }

  /** Rule 7 on the eve and rule 9 on other days: how much of a day reviews may take. */
  private reviewsOfDayHold(piece: Piece, day: DayNumber, gone: ReadonlySet<Placed>): boolean {
    const { exam } = this.terms;
    const onEve = exam !== null && day === exam.day - 1;
    if (!onEve && piece.kind !== 'review') return true;
    let all = piece.minutes;
    let reviews = piece.kind === 'review' ? piece.minutes : 0;
    for (const other of this.onDay(day)) {
      if (gone.has(other) || other.piece.number === piece.number) continue;
      all += other.piece.minutes;
      if (other.piece.kind === 'review') reviews += other.piece.minutes;
    }
    if (onEve) return all <= EVE_MINUTES;
    return this.reviewShareHolds(day, reviews, all);
  }

  private reviewShareHolds(day: DayNumber, reviews: number, all: number): boolean {
    return (
      !isMostlyReviews(reviews, all) || !this.terms.strict || day >= this.terms.freeReviewsFrom
    );
  }

  /**
   * By when a plan without an exam has to end: a later finish would move its last 14 days, and with
   * them the dates that reviews may fill. Never, where an exam fixes them.
   */
  get latestFinish(): EpochMinutes {
    const first = this.terms.exam || !this.terms.strict ? undefined : this.firstDayOfReviews();
    return first === undefined
      ? Number.POSITIVE_INFINITY
      : this.terms.clock.toInstant(first + LAST_DAYS, 0);
  }

  /** The first date from now on that reviews fill; nothing where there is none. */
  private firstDayOfReviews(): DayNumber | undefined {
    const days = new Set(
      this.placed.filter(({ start }) => start >= this.terms.now).map(({ day }) => day),
    );
    for (const day of days) {
      let all = 0;
      let reviews = 0;
      for (const { piece } of this.onDay(day)) {
        all += piece.minutes;
        if (piece.kind === 'review') reviews += piece.minutes;
      }
      if (isMostlyReviews(reviews, all)) return day;
    }
    return undefined;
  }

  /** Rule 9 on a day from which something was taken. */
  dayHolds(day: DayNumber): boolean {
    let all = 0;
    let reviews = 0;
    let planned = false;
    for (const { piece } of this.onDay(day)) {
      all += piece.minutes;
      if (piece.kind === 'review') reviews += piece.minutes;
      planned ||= piece.kind === 'review' && !piece.fixed;
    }
    return !planned || this.reviewShareHolds(day, reviews, all);
  }
}
