/**
 * Every way to bring missed sessions back with at most a few moves of others, by exhaustive search.
 *
 * Whoever is not moved keeps the slot, so that only gaps matter: between two sessions that stay, or at
 * the ends of a window. A session without a place goes into a gap that is long enough, or becomes so
 * when some of those beside it go; these need a gap in turn. Less is asked than of a plan: practice
 * exams need no distances, reviews no share of a day, and two that come into one gap no break. So where
 * nothing is found, no re-arrangement that keeps all the rules has so few moves either.
 *
 * The search shares no code with the re-plan; which session waits for which comes from there (`least-moves.ts`).
 */
import type { Opening } from '../../src/schedule/openings.ts';
import { type DayNumber, isoWeekIndex } from '../../src/time/civil-date.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';

export interface Item {
  readonly number: number;
  readonly activity: string;
  readonly minutes: number;
  readonly start: EpochMinutes;
  readonly end: EpochMinutes;
  readonly day: DayNumber;
  readonly movable: boolean;
  /** Done: nobody waits for it. */
  readonly settled: boolean;
  /** The last date on which it may begin (rule 7). */
  readonly lastDay: DayNumber;
}

export interface Situation {
  readonly openings: readonly Opening[];
  /** In their slots. */
  readonly standing: readonly Item[];
  readonly missed: readonly Item[];
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly minutesPerWeek: number;
  readonly sessionMinutes: number;
}

/** A session and the gap, between sessions that stay, in which it finds its new place. */
export interface Assigned {
  readonly item: Item;
  readonly opening: number;
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
}

export interface Way {
  readonly assigned: readonly Assigned[];
  /** Nobody else may go: if these gaps do not do, nothing that begins like this does. */
  readonly isFull: boolean;
}

export interface SearchTerms {
  /** Others that may move. */
  readonly most: number;
  /** Gaps that are looked at; the search is given up behind it. */
  readonly limit: number;
}

const BREAK = 10;
/** Nobody further off belongs to the same sitting. */
const MINUTES_NEAR = 300;

export class GaveUp extends Error {}

interface Node {
  readonly gone: ReadonlySet<Item>;
  readonly homeless: readonly Item[];
  readonly assigned: readonly Place[];
}

/** By one instant of its gap: the gap itself grows when a neighbour goes. */
interface Place {
  readonly item: Item;
  readonly opening: number;
  readonly anchor: EpochMinutes;
}

interface Gap {
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
}

export class FewMoves {
  private looked = 0;
  private readonly inOpening: readonly (readonly Item[])[];
  /** In order of time. */
  private readonly sorted: readonly Item[];
  private readonly ofActivity = new Map<string, Item[]>();
  private readonly used = new Map<number, number>();
  /** The longest gap of each opening while nobody has gone. */
  private readonly longest: readonly number[];
  /** Openings, that with the longest gap first. */
  private readonly byGap: readonly number[];
  private readonly openingsOf = new Map<Item, number[]>();

  constructor(
    private readonly situation: Situation,
    private readonly terms: SearchTerms,
  ) {
    const { openings, standing } = situation;
    this.sorted = [...standing].sort((a, b) => a.start - b.start);
    this.inOpening = openings.map(({ start, end }) =>
      standing
        .filter((item) => item.end > start && item.start < end)
        .sort((a, b) => a.start - b.start),
    );
    for (const item of standing) {
      const same = this.ofActivity.get(item.activity);
      if (same) same.push(item);
      else this.ofActivity.set(item.activity, [item]);
      this.count(item, item.minutes);
    }
    this.longest = openings.map((_, index) =>
      Math.max(...this.gapsOf(index, new Set()).map(({ from, until }) => until - from)),
    );
    this.byGap = [...openings.keys()].sort(
      (a, b) => (this.longest[b] ?? 0) - (this.longest[a] ?? 0),
    );
    for (const [index, own] of this.inOpening.entries()) {
      for (const item of own)
        this.openingsOf.set(item, [...(this.openingsOf.get(item) ?? []), index]);
    }
  }

  /**
   * @throws {GaveUp} where the limit is reached
   */
  *ways(): Generator<Way> {
    yield* this.from({ gone: new Set(), homeless: this.situation.missed, assigned: [] });
  }

  private *from(node: Node): Generator<Way> {
    const [next, ...homeless] = [...node.homeless].sort((a, b) => b.minutes - a.minutes);
    if (!next) {
      yield* this.complete(node);
      return;
    }
    const left = this.terms.most - node.gone.size;
    const { earliest, latest } = this.reach(next, node, left);
    for (const opening of this.openingsFor(next, node, left)) {
      const window = this.situation.openings[opening];
      if (!window || window.end - window.start < next.minutes || window.day > next.lastDay)
        continue;
      if (window.end - next.minutes < earliest || window.start + next.minutes > latest) continue;
      for (const { gap, run } of this.runs(opening, next, node, left)) {
        this.looked += 1;
        if (this.looked > this.terms.limit) throw new GaveUp();
        const leaving = this.leaving(next, gap, run, node);
        if (!leaving || leaving.length > left) continue;
        const child: Node = {
          gone: new Set([...node.gone, ...leaving]),
          homeless: [...homeless, ...leaving],
          assigned: [...node.assigned, { item: next, opening, anchor: gap.from }],
        };
        if (this.isPossible(child)) yield* this.from(child);
      }
    }
  }

  /** Beyond these instants more of those before and behind it would have to go than may. */
  private reach(item: Item, { gone }: Node, left: number): { earliest: number; latest: number } {
    const { before, after } = this.situation;
    const others = (ids: readonly string[] | undefined): Item[] =>
      (ids ?? [])
        .flatMap((id) => this.ofActivity.get(id) ?? [])
        .filter((other) => !other.settled && !gone.has(other));
    const ends = others(before.get(item.activity)).map(({ end }) => end);
    const starts = others(after.get(item.activity)).map(({ start }) => start);
    return {
      earliest: ends.sort((a, b) => b - a)[left] ?? Number.NEGATIVE_INFINITY,
      latest: starts.sort((a, b) => a - b)[left] ?? Number.POSITIVE_INFINITY,
    };
  }

  /** Once nobody else may go, only windows with a gap that is long enough, or where somebody went. */
  private openingsFor(item: Item, { gone }: Node, left: number): Iterable<number> {
    if (left > 0) return this.situation.openings.keys();
    const found = new Set<number>();
    for (const opening of this.byGap) {
      if ((this.longest[opening] ?? 0) < item.minutes) break;
      found.add(opening);
    }
    for (const other of gone)
      for (const opening of this.openingsOf.get(other) ?? []) found.add(opening);
    return found;
  }

  /** All have a gap: too full a week, or too long a sitting, sends others away. */
  private *complete(node: Node): Generator<Way> {
    const week = this.weekOverCap(node);
    const place = node.assigned.find((candidate) => !this.sittingHolds(candidate, node.gone));
    if (week === null && !place) {
      yield {
        assigned: node.assigned.map(({ item, opening, anchor }) => ({
          item,
          opening,
          ...this.gapAt(opening, anchor, node.gone),
        })),
        isFull: node.gone.size >= this.terms.most,
      };
      return;
    }
    if (node.gone.size >= this.terms.most) return;
    for (const item of this.situation.standing) {
      if (!item.movable || node.gone.has(item)) continue;
      const helps =
        week === null ? place && this.isNear(item, place) : isoWeekIndex(item.day) === week;
      if (helps !== true) continue;
      const child = { ...node, gone: new Set([...node.gone, item]), homeless: [item] };
      if (this.isPossible(child)) yield* this.from(child);
    }
  }

  private isNear(item: Item, { anchor, item: { minutes } }: Place): boolean {
    return Math.abs(item.start - anchor) <= MINUTES_NEAR + minutes;
  }

  /** Rule 4: whether some start in its gap gives no sitting that is too long beside those that stay. */
  private sittingHolds({ item, opening, anchor }: Place, gone: ReadonlySet<Item>): boolean {
    const { from, until } = this.gapAt(opening, anchor, gone);
    const { sessionMinutes } = this.situation;
    const near = this.sorted.filter(
      (other) =>
        !gone.has(other) && other.end > from - MINUTES_NEAR && other.start < until + MINUTES_NEAR,
    );
    const left = near.filter(({ end }) => end <= from).reverse();
    const right = near.filter(({ start }) => start >= until);
    const latest = until - item.minutes;
    const starts = [
      from,
      latest,
      Math.max(from, (left[0]?.end ?? from) + BREAK),
      Math.min(latest, (right[0]?.start ?? until) - BREAK - item.minutes),
    ];
    return starts.some((start) => {
      if (start < from || start > latest) return false;
      let first = start;
      for (const other of left) {
        if (first - other.end >= BREAK) break;
        first = other.start;
      }
      let last = start + item.minutes;
      for (const other of right) {
        if (other.start - last >= BREAK) break;
        last = other.end;
      }
      return last - first === item.minutes || last - first <= sessionMinutes;
    });
  }

  private *runs(
    opening: number,
    item: Item,
    node: Node,
    left: number,
  ): Generator<{ gap: Gap; run: readonly Item[] }> {
    const window = this.situation.openings[opening];
    if (!window) return;
    const own = (this.inOpening[opening] ?? []).filter((other) => !node.gone.has(other));
    for (let first = 0; first <= own.length; first += 1) {
      const from = Math.max(window.start, own[first - 1]?.end ?? window.start);
      for (let size = 0; size <= left && first + size <= own.length; size += 1) {
        if (size > 0 && own[first + size - 1]?.movable !== true) break;
        const until = Math.min(window.end, own[first + size]?.start ?? window.end);
        if (until - from - this.assignedIn(opening, from, until, node) < item.minutes) continue;
        // One more would do no good here; where a break or the week asks for it, it goes in the end.
        yield { gap: { from, until }, run: own.slice(first, first + size) };
        break;
      }
    }
  }

  private assignedIn(opening: number, from: number, until: number, { assigned }: Node): number {
    let sum = 0;
    for (const place of assigned) {
      if (place.opening === opening && place.anchor >= from && place.anchor < until) {
        sum += place.item.minutes;
      }
    }
    return sum;
  }

  /** Those of the run, and those that it waits for, or that wait for it, on the wrong side. */
  private leaving(item: Item, gap: Gap, run: readonly Item[], { gone }: Node): Item[] | null {
    const leaving = new Set(run);
    const { before, after } = this.situation;
    for (const id of before.get(item.activity) ?? []) {
      for (const other of this.ofActivity.get(id) ?? []) {
        if (other.settled || gone.has(other)) continue;
        if (other.end > gap.until - item.minutes) leaving.add(other);
      }
    }
    for (const id of after.get(item.activity) ?? []) {
      for (const other of this.ofActivity.get(id) ?? []) {
        if (other.settled || gone.has(other)) continue;
        if (other.start < gap.from + item.minutes) leaving.add(other);
      }
    }
    for (const other of leaving) if (!other.movable) return null;
    return [...leaving];
  }

  /** The order among those that have a gap, by their windows; all else once nobody else may go. */
  private isPossible(node: Node): boolean {
    for (const one of node.assigned) {
      const follows = this.situation.after.get(one.item.activity) ?? [];
      for (const other of node.assigned) {
        if (other.opening < one.opening && follows.includes(other.item.activity)) return false;
      }
    }
    if (node.gone.size < this.terms.most) return true;
    // Nobody else may go: what does not hold now never will.
    if (!this.orderHolds(node)) return false;
    if (!node.assigned.every((place) => this.sittingHolds(place, node.gone))) return false;
    return this.weekOverCap(node) === null;
  }

  /** The order among those that have a gap, to the minute; gaps no longer grow. */
  private orderHolds({ assigned, gone }: Node): boolean {
    const gaps = assigned.map((place) => ({
      item: place.item,
      ...this.gapAt(place.opening, place.anchor, gone),
    }));
    return gaps.every((one) => {
      const follows = this.situation.after.get(one.item.activity) ?? [];
      return gaps.every(
        (other) =>
          !follows.includes(other.item.activity) ||
          one.from + one.item.minutes <= other.until - other.item.minutes,
      );
    });
  }

  private weekOverCap({ gone, assigned }: Node): number | null {
    const change = new Map<number, number>();
    const add = (day: DayNumber, minutes: number): void => {
      const week = isoWeekIndex(day);
      change.set(week, (change.get(week) ?? 0) + minutes);
    };
    for (const item of gone) add(item.day, -item.minutes);
    for (const { item, opening } of assigned) {
      const window = this.situation.openings[opening];
      // Behind midnight on Sunday the next week counts: such a window is given the benefit.
      if (window && isoWeekIndex(window.day) === isoWeekIndex(window.day + 1)) {
        add(window.day, item.minutes);
      } else if (window && window.end <= window.midnight) add(window.day, item.minutes);
    }
    for (const [week, minutes] of change) {
      if (minutes > 0 && (this.used.get(week) ?? 0) + minutes > this.situation.minutesPerWeek) {
        return week;
      }
    }
    return null;
  }

  private gapAt(opening: number, anchor: EpochMinutes, gone: ReadonlySet<Item>): Gap {
    return (
      this.gapsOf(opening, gone).find(({ from, until }) => from <= anchor && anchor < until) ?? {
        from: anchor,
        until: anchor,
      }
    );
  }

  private gapsOf(opening: number, gone: ReadonlySet<Item>): Gap[] {
    const window = this.situation.openings[opening];
    if (!window) return [];
    const gaps: Gap[] = [];
    let from = window.start;
    for (const item of this.inOpening[opening] ?? []) {
      if (gone.has(item)) continue;
      gaps.push({ from, until: Math.max(from, item.start) });
      from = Math.max(from, item.end);
    }
    return [...gaps, { from, until: Math.max(from, window.end) }];
  }

  private count(item: Item, minutes: number): void {
    const week = isoWeekIndex(item.day);
    this.used.set(week, (this.used.get(week) ?? 0) + minutes);
  }
}
