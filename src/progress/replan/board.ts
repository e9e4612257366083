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
import { dayAt, type Opening } from '../../schedule/openings.ts';
import { type DayNumber, isoWeekIndex } from '../../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../../time/wall-clock.ts';
import type { Order, Piece } from './piece.ts';

/** Rule 9: reviews of a day may always take so many minutes. */
const REVIEW_MINUTES_ALWAYS_ALLOWED = 30;

export interface BoardTerms {
  readonly openings: readonly Opening[];
  readonly clock: ZoneClock;
  readonly order: Order;
  readonly now: EpochMinutes;
  readonly sessionMinutes: number;
  readonly minutesPerWeek: number;
  /** Day and first instant of the exam; null where there is none. */
  readonly exam: { readonly day: DayNumber; readonly start: EpochMinutes } | null;
  /** False: rules 6 and 9 give way, as the learner's windows made them impossible before. */
  readonly strict: boolean;
  /** Minutes of all content, done and planned. */
  readonly contentMinutes: number;
  /** From this date on reviews may fill a day (rule 9: the last 14 days before the exam or the finish). */
  readonly freeReviewsFrom: DayNumber;
}

export interface Placed {
  readonly piece: Piece;
  readonly start: EpochMinutes;
  readonly end: EpochMinutes;
  readonly day: DayNumber;
}

/** Who stands in the way of a piece; `waits`: those that would come too early or too late beside it. */
export interface Conflicts {
  readonly overlaps: readonly Placed[];
  readonly order: readonly Placed[];
  /** Minutes over the weekly cap once all those are gone. */
  readonly overCap: number;
}

export class Board {
  /** In order of time. */
  readonly placed: Placed[] = [];
  private readonly byNumber = new Map<number, Placed>();
  private readonly byActivity = new Map<string, Placed[]>();
  private readonly usedInWeek = new Map<number, number>();
  /** Practice exams that are still to come, in no order. */
  private readonly exams: Placed[] = [];
  /** How often a place was judged: the measure by which searches are bounded. */
  judged = 0;

  constructor(readonly terms: BoardTerms) {}

  copy(terms: Partial<BoardTerms> = {}): Board {
    const twin = new Board({ ...this.terms, ...terms });
    for (const { piece, start } of this.placed) twin.put(piece, start);
    return twin;
  }

  at(number: number): Placed | undefined {
    return this.byNumber.get(number);
  }

  ofActivity(activity: string): readonly Placed[] {
    return this.byActivity.get(activity) ?? [];
  }

  /** The last date with a session on it. */
  get finish(): DayNumber {
    return this.placed.at(-1)?.day ?? Number.NEGATIVE_INFINITY;
  }

  put(piece: Piece, start: EpochMinutes): void {
    const day = this.terms.clock.toWallClock(start).day;
    const placed: Placed = { piece, start, end: start + piece.minutes, day };
    this.placed.splice(this.firstFrom(start), 0, placed);
    this.byNumber.set(piece.number, placed);
    const same = this.byActivity.get(piece.activity);
    if (same) same.push(placed);
    else this.byActivity.set(piece.activity, [placed]);
    if (piece.counts) this.count(placed, piece.minutes);
    if (piece.kind === 'practice-exam' && !piece.settled) this.exams.push(placed);
  }

  take(number: number): void {
    const placed = this.byNumber.get(number);
    if (!placed) return;
    this.placed.splice(this.placed.indexOf(placed), 1);
    this.byNumber.delete(number);
    const same = this.byActivity.get(placed.piece.activity);
    same?.splice(same.indexOf(placed), 1);
    if (placed.piece.counts) this.count(placed, -placed.piece.minutes);
    const exam = this.exams.indexOf(placed);
    if (exam >= 0) this.exams.splice(exam, 1);
  }

  private count({ day }: Placed, minutes: number): void {
    const week = isoWeekIndex(day);
    this.usedInWeek.set(week, (this.usedInWeek.get(week) ?? 0) + minutes);
  }

  leftInWeek(day: DayNumber): number {
    return this.terms.minutesPerWeek - (this.usedInWeek.get(isoWeekIndex(day)) ?? 0);
  }

  /** Index of the first placed one that starts at or after an instant. */
  firstFrom(instant: EpochMinutes): number {
    let low = 0;
    let high = this.placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.placed[middle]?.start ?? Number.POSITIVE_INFINITY) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The opening that holds a whole stretch; null where none does (rules 1 and 2). */
  openingOf(start: EpochMinutes, end: EpochMinutes): Opening | null {
    const { openings } = this.terms;
    let low = 0;
    let high = openings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((openings[middle]?.end ?? Number.POSITIVE_INFINITY) <= start) low = middle + 1;
      else high = middle;
    }
    const opening = openings[low];
    return opening && opening.start <= start && end <= opening.end ? opening : null;
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

  overlapping(start: EpochMinutes, end: EpochMinutes): Placed[] {
    const found: Placed[] = [];
    for (let index = this.firstFrom(end) - 1; index >= 0; index -= 1) {
      const other = this.placed[index];
      if (!other) break;
      if (other.end > start) found.push(other);
      // No session is longer than a day.
      else if (other.start < start - 1440) break;
    }
    return found;
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
      if (!other || first - other.end >= BREAK_MINUTES) break;
      if (gone.has(other) || other.piece.number === piece.number) continue;
      first = Math.min(first, other.start);
      members += 1;
      alone ||= other.piece.alone;
    }
    for (let right = index; right < this.placed.length; right += 1) {
      const other = this.placed[right];
      if (!other || other.start - last >= BREAK_MINUTES) break;
      if (gone.has(other) || other.piece.number === piece.number) continue;
      last = Math.max(last, other.end);
      members += 1;
      alone ||= other.piece.alone;
    }
    return members === 1 || (!alone && last - first <= this.terms.sessionMinutes);
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

  /** Minutes of content that end before an instant, or are done whenever their slot is. */
  private contentBefore(instant: EpochMinutes): number {
    let sum = 0;
    for (const { piece, end } of this.placed) {
      if (!isContent(piece.kind) || !piece.counts) continue;
      if (piece.settled || end <= instant) sum += piece.minutes;
    }
    return sum;
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
    if (reviews <= Math.max(REVIEW_MINUTES_ALWAYS_ALLOWED, all / 2)) return true;
    return !this.terms.strict || day >= this.terms.freeReviewsFrom;
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
      if (reviews > Math.max(REVIEW_MINUTES_ALWAYS_ALLOWED, all / 2)) return day;
    }
    return undefined;
  }

  /** What is studied on a day: all but what was skipped. */
  private onDay(day: DayNumber): Placed[] {
    const from = this.terms.clock.toInstant(day, 0);
    const to = this.terms.clock.toInstant(day + 1, 0);
    return this.placed
      .slice(this.firstFrom(from), this.firstFrom(to))
      .filter(({ piece }) => piece.counts);
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
