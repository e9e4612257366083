/** The pieces in their places on the learner's openings, with the sums that rules ask for. */
import { isContent } from '../../curriculum/vocabulary.ts';
import type { Opening } from '../../schedule/openings.ts';
import { type DayNumber, isoWeekIndex } from '../../time/civil-date.ts';
import { type EpochMinutes, MINUTES_PER_DAY, type ZoneClock } from '../../time/wall-clock.ts';
import type { Order, Piece } from './piece.ts';

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

export class Slots {
  /** In order of time. */
  readonly placed: Placed[] = [];
  protected readonly byNumber = new Map<number, Placed>();
  private readonly byActivity = new Map<string, Placed[]>();
  private readonly usedInWeek = new Map<number, number>();
  /** Practice exams that are still to come, in no order. */
  protected readonly exams: Placed[] = [];
  constructor(readonly terms: BoardTerms) {}

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

  /** Who stands in a stretch; what was skipped leaves its slot to others. */
  overlapping(start: EpochMinutes, end: EpochMinutes): Placed[] {
    const found: Placed[] = [];
    for (let index = this.firstFrom(end) - 1; index >= 0; index -= 1) {
      const other = this.placed[index];
      if (!other) break;
      if (other.end > start && other.piece.counts) found.push(other);
      // No session is longer than a day.
      else if (other.start < start - MINUTES_PER_DAY) break;
    }
    return found;
  }

  /** Minutes of content that end before an instant, or are done whenever their slot is. */
  protected contentBefore(instant: EpochMinutes): number {
    let sum = 0;
    for (const { piece, end } of this.placed) {
      if (!isContent(piece.kind) || !piece.counts) continue;
      if (piece.settled || end <= instant) sum += piece.minutes;
    }
    return sum;
  }

  /** What is studied on a day: all but what was skipped. */
  protected onDay(day: DayNumber): Placed[] {
    const from = this.terms.clock.toInstant(day, 0);
    const to = this.terms.clock.toInstant(day + 1, 0);
    return this.placed
      .slice(this.firstFrom(from), this.firstFrom(to))
      .filter(({ piece }) => piece.counts);
  }
}
