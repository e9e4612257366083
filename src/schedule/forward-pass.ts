/**
 * Fills the openings from the start on: greedy list scheduling on slots. At each free minute the
 * first item in order of priority that is ready and fits is taken; if it does not fit, the planner
 * looks further down the list; what needs a longer window is booked into the next one that holds it.
 */

import { isContent, isReading } from '../curriculum/vocabulary.ts';
import { BREAK_MINUTES, evenSitting } from '../learner/window-offer.ts';
import { type DayNumber, isoWeekIndex } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import { BLOCK } from '../workload/teaching-order.ts';
import type { WorkItem } from '../workload/work-item.ts';
import {
  BOOK_AHEAD_DAYS,
  CONTENT_PER_BRIDGE_MINUTE,
  FILL_AHEAD,
  LOOK_AHEAD,
  OVER_LEVEL,
} from './constants.ts';
import { ExamGate, type ExamPair } from './exam-gate.ts';
import { dayAt, type Opening, weekAt } from './openings.ts';
import { afterPiece, fitsWhole, isAlone, labelOf, type Room, unbrokenNeed } from './pieces.ts';
import { endOf } from './placement.ts';
import { type Ready, ReadyList } from './ready-list.ts';
import { ReviewPacing, type ReviewTerms } from './review-pacing.ts';
import { reviewSlot, teaches } from './reviews.ts';
import type { Timetable } from './timetable.ts';
import { windowCandidates } from './window-candidates.ts';
import { planWindow } from './window-plan.ts';

export type { ExamPair } from './exam-gate.ts';

export interface ForwardTerms {
  /** Minutes of one week that this pass may fill; the rest is kept for reviews or later weeks. */
  readonly softMinutesPerWeek: number;
  /** Last date of content; after it only practice is placed. */
  readonly contentLastDay: DayNumber;
  /** Last date of anything that this pass places. */
  readonly lastDay: DayNumber;
  /** Longest unbroken stretch of the learner's windows under the weekly cap. */
  readonly longestStretch: number;
  /** Practice exams to be placed once enough content is behind, in order. */
  readonly exams: readonly ExamPair[];
  /** A practice exam of this pass, and its review, end before this instant; at least three dates before this day. */
  readonly examsBefore: { readonly day: DayNumber; readonly instant: EpochMinutes } | null;
  /** Reviews that open sittings of this pass. */
  readonly reviews: ReviewTerms;
  /** Id of the exam guide, which teaches no task. */
  readonly guide: string;
}

export interface ForwardResult {
  readonly table: Timetable;
  /** What found no place. */
  readonly unplaced: readonly WorkItem[];
  /** Reviews that were not placed by the end of the pass. */
  readonly reviewsLeft: number;
}

/** @param items in order of priority */
export function forwardPass(
  start: Timetable,
  items: readonly WorkItem[],
  terms: ForwardTerms,
): ForwardResult {
  const pass = new ForwardPass(start.copy(), items, terms);
  pass.run();
  return {
    table: pass.table,
    unplaced: pass.unplaced(),
    reviewsLeft: pass.pacing.left,
  };
}

class ForwardPass {
  private readonly ready: ReadyList;
  /** When each item that is complete ends. */
  private readonly ends = new Map<string, EpochMinutes>();
  private readonly gate: ExamGate;

  /** The cursor: where the next session may start, and the sitting that it may belong to. */
  private now: EpochMinutes = Number.NEGATIVE_INFINITY;
  private sittingStart: EpochMinutes = Number.NEGATIVE_INFINITY;
  private lastEnd: EpochMinutes = Number.NEGATIVE_INFINITY;
  /** How long the current sitting should be, so that the sittings of its window are about equal. */
  private evenSitting = 0;

  readonly pacing: ReviewPacing;
  private readonly slot: WorkItem;

  private bridgesInWeek = 0;
  private contentInWeek = 0;
  private week = Number.NaN;

  constructor(
    public table: Timetable,
    private readonly items: readonly WorkItem[],
    private readonly terms: ForwardTerms,
  ) {
    this.ready = new ReadyList(items, Number.NEGATIVE_INFINITY);
    this.gate = new ExamGate(terms, items);
    this.slot = reviewSlot(terms.reviews.each);
    const toLearn = items.filter((item) => teaches(item, terms.guide));
    this.pacing = new ReviewPacing(terms.reviews, toLearn);
  }

  unplaced(): WorkItem[] {
    return [...this.items.filter((item) => !this.ends.has(item.id)), ...this.gate.unplaced];
  }

  run(): void {
    let index = 0;
    while (index < this.table.openings.length) {
      const opening = this.table.openings[index];
      if (!opening || opening.day > this.terms.lastDay) return;
      if (this.ready.entries.length === 0 && this.gate.unplaced.length === 0) {
        const { until } = this.terms.reviews;
        if (this.pacing.left === 0 || until === null || opening.day > until) return;
      }
      this.now = Math.max(this.now, opening.start);
      const moved = this.now < opening.end && this.step(opening);
      // A booking ahead can cut the openings: the cursor finds its own again.
      index = moved ? this.table.openingAfter(this.now) : index + 1;
    }
  }

  /** Places one session or takes one break; false when this opening has nothing more to give. */
  private step(opening: Opening): boolean {
    const { now, week: lastWeek, lastEnd, ends } = this;
    const booked = this.gate.bookWhenDue(this.table, { now, week: lastWeek, lastEnd, ends });
    if (booked) {
      // A booking cuts the openings, this one perhaps: the cursor looks again.
      this.table = booked;
      return true;
    }
    const week = weekAt(opening, this.now);
    if (week !== this.week) {
      this.week = week;
      this.bridgesInWeek = 0;
      this.contentInWeek = 0;
    }
    const fresh = this.now - this.lastEnd >= BREAK_MINUTES;
    const room = this.room(opening, week, fresh);
    if (this.advance(opening, room, fresh)) return true;
    if (!fresh && this.lastEnd + BREAK_MINUTES < opening.end) {
      this.now = this.lastEnd + BREAK_MINUTES;
      return true;
    }
    if (this.now < opening.midnight && opening.midnight < opening.end) {
      // The week may end at midnight, and with it the cap that stood in the way.
      this.now = opening.midnight;
      return true;
    }
    return false;
  }

  /** A sitting opens with a review when one is due: what was learned is met again before new things. */
  private reviewOpens(day: DayNumber, room: Room, first: Ready | undefined): boolean {
    const { minutes } = this.slot;
    if (room.whole < minutes || !this.pacing.isDue(day)) return false;
    if (!first) return true;
    const need = unbrokenNeed(first.rest);
    if (isAlone(first.rest, this.table.terms.sessionMinutes)) return need > room.alone;
    return need <= room.whole - minutes || need > room.unbroken;
  }

  private putReview(opening: Opening, day: DayNumber): void {
    const { minutes } = this.slot;
    this.table.put(this.slot, opening, this.now, minutes, null);
    this.pacing.place(day);
    if (this.now - this.lastEnd >= BREAK_MINUTES) this.sittingStart = this.now;
    this.lastEnd = this.now + minutes;
    this.now = this.lastEnd;
  }

  private room(opening: Opening, week: number, fresh: boolean): Room {
    const window = opening.end - this.now;
    const soft = this.softLeft(week);
    const { sessionMinutes } = this.table.terms;
    const used = fresh ? 0 : this.now - this.sittingStart;
    const sitting = sessionMinutes - used;
    if (fresh) {
      this.evenSitting = evenSitting(this.stretchEnd(opening) - this.now, sessionMinutes);
    }
    return {
      whole: Math.min(window, sitting, soft),
      unbroken: Math.min(window, sitting, this.unbrokenLeft(week)),
      alone: fresh ? Math.min(window, this.unbrokenLeft(week)) : 0,
    };
  }

  /** End of the window, or of the one that touches it in the same week: a sitting may go on there. */
  private stretchEnd(opening: Opening): EpochMinutes {
    const next = this.table.openings[this.table.openingAfter(opening.end)];
    return next?.start === opening.end && weekAt(next, next.start) === weekAt(opening, this.now)
      ? next.end
      : opening.end;
  }

  /** Minutes that the week may still take under the level load. */
  private softLeft(week: number): number {
    const level = this.terms.softMinutesPerWeek - this.table.usedIn(week);
    return Math.max(0, Math.min(this.table.leftInWeek(week), level));
  }

  /**
   * Minutes of the week for what cannot be cut: it may go a little over the level load, and far over
   * it in a week that is still empty, as it has to go somewhere.
   */
  private unbrokenLeft(week: number): number {
    const left = this.table.leftInWeek(week);
    const used = this.table.usedIn(week);
    if (used === 0) return left;
    return Math.min(left, OVER_LEVEL * this.terms.softMinutesPerWeek - used);
  }

  private allowed(item: WorkItem, day: DayNumber): boolean {
    return day <= (isContent(item.kind) ? this.terms.contentLastDay : this.terms.lastDay);
  }

  /** Places a session, books one ahead, or takes a break; false when none of them serves the window. */
  private advance(opening: Opening, room: Room, fresh: boolean): boolean {
    const day = dayAt(opening, this.now);
    const candidates: Ready[] = [];
    for (const entry of this.ready.entries) {
      if (entry.from <= this.now && this.allowed(entry.rest.item, day)) candidates.push(entry);
      if (candidates.length >= LOOK_AHEAD) break;
    }
    const withReview = fresh && this.reviewOpens(day, room, candidates[0]);
    const top = this.lightContentFirst(candidates) ?? candidates[0];
    if (!top) {
      if (withReview) this.putReview(opening, day);
      return withReview;
    }
    const { sessionMinutes } = this.table.terms;
    const need = unbrokenNeed(top.rest);
    const fits = fitsWhole(top.rest, room, sessionMinutes);
    const afterBreak = need > 0 && !fits && this.fitsAfterBreak(opening, room, need);
    let waiting: Ready | null = null;
    if (need > 0 && !fits && !afterBreak) {
      if (this.nextWindowHolds(opening, need)) waiting = top;
      else if (this.bookAhead(opening, top, need)) return true;
    }
    // A short item that fits whole is better than a cut one, if it belongs to the same topic.
    const whole =
      fits || top.rest.minutes > sessionMinutes
        ? undefined
        : candidates.find(
            ({ rest }) =>
              rest.item.block === top.rest.item.block && fitsWhole(rest, room, sessionMinutes),
          );
    const order = [...new Set([...(whole ? [whole] : []), top, ...candidates])]
      .filter((entry) => entry !== waiting)
      .slice(0, FILL_AHEAD);
    return this.takeStep(opening, order, { fresh, withReview, breakFirst: afterBreak });
  }

  /** What fits a sitting and the very next window is first there anyway: no booking, no breaks beside it. */
  private nextWindowHolds(opening: Opening, need: number): boolean {
    if (need > this.table.terms.sessionMinutes) return false;
    const next = this.table.openings[this.table.openingAfter(opening.end)];
    if (!next) return false;
    const start = Math.max(next.start, this.lastEnd + BREAK_MINUTES);
    const week = weekAt(next, start);
    const sameWeek = week === weekAt(opening, this.now);
    const before = sameWeek ? Math.max(0, opening.end - this.now) : 0;
    return (
      next.end - start >= need &&
      dayAt(next, start) <= this.terms.contentLastDay &&
      this.softLeft(week) - before >= need
    );
  }

  /** Takes the first step of the way through the rest of the window that leaves the fewest minutes unused. */
  private takeStep(
    opening: Opening,
    order: readonly Ready[],
    {
      fresh,
      withReview,
      breakFirst,
    }: { readonly fresh: boolean; readonly withReview: boolean; readonly breakFirst: boolean },
  ): boolean {
    const day = dayAt(opening, this.now);
    const week = weekAt(opening, this.now);
    const { sessionMinutes } = this.table.terms;
    const { candidates, firstReady } = windowCandidates(
      order,
      this.ready,
      sessionMinutes,
      {
        minutes: this.slot.minutes,
        opens: withReview,
        fillers: Math.max(0, this.pacing.mayFill(day) - (withReview ? 1 : 0)),
      },
      (item) => this.allowed(item, day),
    );
    const end = this.stretchEnd(opening);
    const [step] = planWindow(candidates, {
      window: end - this.now,
      border: end > opening.end ? opening.end - this.now : null,
      used: fresh ? 0 : this.now - this.sittingStart,
      pause: Math.max(0, this.lastEnd + BREAK_MINUTES - this.now),
      cap: this.softLeft(week),
      capAlone: this.unbrokenLeft(week),
      sessionMinutes,
      even: this.evenSitting,
      breakFirst,
    });
    if (step === undefined) return false;
    if (step === 'border') {
      this.now = opening.end;
      return true;
    }
    if (step === 'break') {
      this.now = this.lastEnd + BREAK_MINUTES;
      return true;
    }
    const entry = order[step.candidate - firstReady];
    if (entry) this.place(opening, entry, step.minutes);
    else this.putReview(opening, day);
    return true;
  }

  /** After many minutes of bridges in a week, the first light reading that is ready. */
  private lightContentFirst(candidates: readonly Ready[]): Ready | undefined {
    if (candidates[0]?.rest.item.kind !== 'bridge') return undefined;
    if (this.contentInWeek >= CONTENT_PER_BRIDGE_MINUTE * this.bridgesInWeek) return undefined;
    // Not further ahead than the next domain: first reading stays blocked by topic.
    const limit = candidates[0].rest.item.block + BLOCK.perDomain;
    return candidates.find(
      (entry) => isReading(entry.rest.item.kind) && entry.rest.item.block <= limit,
    );
  }

  private fitsAfterBreak(opening: Opening, room: Room, need: number): boolean {
    if (room.alone > 0) return false;
    const start = this.lastEnd + BREAK_MINUTES;
    return opening.end - start >= need && this.unbrokenLeft(weekAt(opening, start)) >= need;
  }

  /** Books what needs a longer window than there is into the next one that holds it. */
  private bookAhead(opening: Opening, entry: Ready, need: number): boolean {
    const today = dayAt(opening, this.now);
    const place = this.table.findPlace(
      this.table.openingAfter(opening.end),
      need,
      Math.max(opening.end, this.lastEnd + BREAK_MINUTES),
      (day) =>
        day > today + BOOK_AHEAD_DAYS
          ? 'stop'
          : this.allowed(entry.rest.item, day) && this.unbrokenLeft(isoWeekIndex(day)) >= need,
    );
    if (!place) return false;
    const placement = this.table.reserve(entry.rest.item, place, need, labelOf(entry.rest));
    this.settle(entry, need, endOf(placement), placement.day);
    return true;
  }

  private place(opening: Opening, entry: Ready, minutes: number): void {
    const { item } = entry.rest;
    const alone = isAlone(entry.rest, this.table.terms.sessionMinutes);
    const placement = this.table.put(item, opening, this.now, minutes, labelOf(entry.rest));
    const end = endOf(placement);
    if (this.now - this.lastEnd >= BREAK_MINUTES) this.sittingStart = this.now;
    this.lastEnd = end;
    this.now = alone ? end + BREAK_MINUTES : end;
    if (item.kind === 'bridge') this.bridgesInWeek += minutes;
    else if (isContent(item.kind)) this.contentInWeek += minutes;
    this.settle(entry, minutes, end, placement.day);
  }

  private settle(entry: Ready, minutes: number, end: EpochMinutes, day: DayNumber): void {
    const { item } = entry.rest;
    if (isContent(item.kind)) this.gate.addContent(minutes);
    if (teaches(item, this.terms.guide)) this.pacing.learn(minutes, day, item.tasks);
    const rest = afterPiece(entry.rest, minutes);
    if (rest) {
      entry.rest = rest;
      entry.from = end;
    } else {
      this.ready.remove(entry);
      this.ends.set(entry.rest.item.id, end);
      this.ready.complete(entry.rest.item, end);
    }
  }
}
