/**
 * The timetable under construction: openings that are still free, minutes used per week, sessions
 * placed. It keeps hard rules 1–4 whatever the order in which sessions are booked.
 */
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { dayAt, type Opening, weekAt } from './openings.ts';
import { endOf, type Placement } from './placement.ts';

export interface TimetableTerms {
  readonly sessionMinutes: number;
  readonly minutesPerWeek: number;
}

export interface Place {
  readonly opening: number;
  readonly start: EpochMinutes;
  readonly day: DayNumber;
}

export class Timetable {
  readonly openings: Opening[];
  readonly placements: Placement[] = [];
  private readonly usedInWeek = new Map<number, number>();

  constructor(
    openings: readonly Opening[],
    readonly terms: TimetableTerms,
    usedInWeek: ReadonlyMap<number, number> = new Map(),
  ) {
    this.openings = [...openings];
    for (const [week, minutes] of usedInWeek) this.usedInWeek.set(week, minutes);
  }

  /** An independent copy, to try something on. */
  copy(): Timetable {
    const twin = new Timetable(this.openings, this.terms, this.usedInWeek);
    twin.placements.push(...this.placements);
    return twin;
  }

  /** Takes over what was tried on a copy. */
  adopt(twin: Timetable): void {
    this.openings.splice(0, this.openings.length, ...twin.openings);
    this.placements.splice(0, this.placements.length, ...twin.placements);
    this.usedInWeek.clear();
    for (const [week, minutes] of twin.usedInWeek) this.usedInWeek.set(week, minutes);
  }

  /** Minutes that the weekly cap still allows. */
  leftInWeek(week: number): number {
    return this.terms.minutesPerWeek - (this.usedInWeek.get(week) ?? 0);
  }

  usedIn(week: number): number {
    return this.usedInWeek.get(week) ?? 0;
  }

  /** Records a session at the cursor of the forward pass; the caller keeps rules 1, 2 and 4. */
  put(
    item: WorkItem,
    opening: Opening,
    start: EpochMinutes,
    minutes: number,
    label: string | null,
  ): Placement {
    const placement = { item, start, minutes, day: dayAt(opening, start), label };
    this.placements.push(placement);
    const week = weekAt(opening, start);
    this.usedInWeek.set(week, this.usedIn(week) + minutes);
    return placement;
  }

  /**
   * Books a session ahead of the cursor, in a sitting of its own, and takes its time (and the
   * breaks beside it) out of the openings.
   */
  reserve(item: WorkItem, place: Place, minutes: number, label: string | null): Placement {
    const opening = this.openings[place.opening];
    if (!opening) throw new RangeError('no such opening');
    const placement = this.put(item, opening, place.start, minutes, label);
    this.take(place.opening, place.start - BREAK_MINUTES, endOf(placement) + BREAK_MINUTES);
    return placement;
  }

  /** Books sessions one after the other, without a break between them; the sitting is the caller's care. */
  reserveRun(items: readonly WorkItem[], place: Place): void {
    const opening = this.openings[place.opening];
    if (!opening) throw new RangeError('no such opening');
    let start = place.start;
    for (const item of items) {
      this.put(item, opening, start, item.minutes, null);
      start += item.minutes;
    }
    this.take(place.opening, place.start - BREAK_MINUTES, start + BREAK_MINUTES);
  }

  /** Takes a stretch out of the openings around an index. Windows may touch: it reaches into neighbours. */
  private take(index: number, from: EpochMinutes, to: EpochMinutes): void {
    let first = index;
    while ((this.openings[first - 1]?.end ?? Number.NEGATIVE_INFINITY) > from) first -= 1;
    let last = index;
    while ((this.openings[last + 1]?.start ?? Number.POSITIVE_INFINITY) < to) last += 1;
    const rest: Opening[] = [];
    for (const cut of this.openings.slice(first, last + 1)) {
      if (cut.start < from) rest.push({ ...cut, end: Math.min(cut.end, from) });
      if (cut.end > to) {
        const start = Math.max(cut.start, to);
        rest.push({ ...cut, start, day: dayAt(cut, start), midnight: nextMidnight(cut, start) });
      }
    }
    this.openings.splice(first, last - first + 1, ...rest);
  }

  /**
   * What the sessions placed so far leave of the openings, the breaks beside them taken out: after
   * a forward pass the rest can be booked like any other opening.
   */
  withoutPlaced(): Timetable {
    const twin = new Timetable([], this.terms, this.usedInWeek);
    twin.placements.push(...this.placements);
    const taken = this.placements
      .map((placement) => ({
        from: placement.start - BREAK_MINUTES,
        to: endOf(placement) + BREAK_MINUTES,
      }))
      .sort((a, b) => a.from - b.from);
    let next = 0;
    for (const opening of this.openings) {
      while ((taken[next]?.to ?? Number.POSITIVE_INFINITY) <= opening.start) next += 1;
      let from = opening.start;
      for (let index = next; from < opening.end; index += 1) {
        const block = taken[index];
        const until = Math.min(opening.end, block?.from ?? Number.POSITIVE_INFINITY);
        if (until > from) {
          twin.openings.push({
            start: from,
            end: until,
            day: dayAt(opening, from),
            midnight: nextMidnight(opening, from),
          });
        }
        if (!block) break;
        from = Math.max(from, block.to);
      }
    }
    return twin;
  }

  /**
   * The first place, at the start of a free opening, that holds unbroken minutes.
   * @param from index of the first opening to look at
   * @param accept says whether a date will do; `stop` ends the search
   */
  findPlace(
    from: number,
    minutes: number,
    notBefore: EpochMinutes,
    accept: (day: DayNumber) => boolean | 'stop',
  ): Place | null {
    for (let index = Math.max(0, from); index < this.openings.length; index += 1) {
      const opening = this.openings[index];
      if (!opening) break;
      const start = Math.max(opening.start, notBefore);
      if (opening.end - start < minutes) continue;
      const day = dayAt(opening, start);
      const verdict = accept(day);
      if (verdict === 'stop') return null;
      if (verdict && this.leftInWeek(weekAt(opening, start)) >= minutes) {
        return { opening: index, start, day };
      }
    }
    return null;
  }

  /** Index of the first opening that ends after the instant. */
  openingAfter(instant: EpochMinutes): number {
    let low = 0;
    let high = this.openings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.openings[middle]?.end ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A stretch after midnight belongs to the next date; no window reaches a second midnight. */
const nextMidnight = (opening: Opening, start: EpochMinutes): EpochMinutes =>
  start < opening.midnight ? opening.midnight : Number.POSITIVE_INFINITY;
