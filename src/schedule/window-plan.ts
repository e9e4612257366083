/**
 * What goes into the rest of one window, all its sittings at once, so that the fewest of its
 * minutes stay unused: a search through pieces and breaks in the order of preference, which stops
 * at the first way that loses nothing.
 */
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import { SHORTEST_PART } from '../workload/segments.ts';

/** What can be placed, in order of preference. */
export interface Candidate {
  readonly minutes: number;
  readonly cuttable: boolean;
  /** A sitting of its own. */
  readonly alone: boolean;
  /** Those of the candidates that are placed whole before it. */
  readonly waitsFor: readonly number[];
}

export interface WindowTerms {
  /** Minutes from the cursor to the end of the window, or of the one that touches it. */
  readonly window: number;
  /** Minutes to the border between two windows that touch: no session crosses it. */
  readonly border: number | null;
  /** Minutes of the current sitting so far; 0 where a new one begins at the cursor. */
  readonly used: number;
  /** Minutes until a new sitting may begin. */
  readonly pause: number;
  /** Minutes that the week may still take. */
  readonly cap: number;
  /** The same for what is alone in its sitting. */
  readonly capAlone: number;
  readonly sessionMinutes: number;
  /** How long each sitting should be, so that those of the window are about equal. */
  readonly even: number;
  /** The first candidate waits for a new sitting: a break is tried before anything else. */
  readonly breakFirst: boolean;
}

/** `border`: what is left before the border stays free. */
export type Step = { readonly candidate: number; readonly minutes: number } | 'break' | 'border';

/** A part shorter than this is a crumb: such cuts come after the others. */
const CRUMB = 30;
/** So many of the best candidates are cut to crumbs before those behind them are tried. */
const NEAR = 4;
/** Places looked at before the best way so far is taken. */
const MOST_NODES = 250;

const floor5 = (minutes: number): number => Math.floor(minutes / 5) * 5;

/** The most that a window of so many minutes gives when its sitting has so many used already. */
function mostGiven(window: number, used: number, sessionMinutes: number): number {
  let best = 0;
  for (let more = 0; ; more += 1) {
    const room = window - BREAK_MINUTES * more;
    const sittings = sessionMinutes - used + sessionMinutes * more;
    if (room <= best) return best;
    best = Math.max(best, Math.min(room, sittings));
    if (sittings >= room) return best;
  }
}

class Search {
  private readonly left: number[];
  /** Cut in this sitting: its next part waits for another one. */
  private readonly resting: boolean[];
  private readonly path: Step[] = [];
  private readonly session: number;
  private readonly longestAlone: number;
  /** Minutes of the window behind the border. */
  private readonly behind: number;
  private nodes = 0;
  private readonly target: number;
  best = 0;
  bestPath: readonly Step[] = [];

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly terms: WindowTerms,
  ) {
    this.left = candidates.map(({ minutes }) => minutes);
    this.resting = candidates.map(() => false);
    this.session = floor5(terms.sessionMinutes);
    this.longestAlone = Math.max(
      0,
      ...candidates
        .filter(({ alone, minutes }) => alone && minutes <= Math.min(terms.window, terms.capAlone))
        .map(({ minutes }) => minutes),
    );
    this.behind = terms.border === null ? 0 : Math.max(0, floor5(terms.window) - terms.border);
    this.target = this.atMost(floor5(terms.window), terms.used, 0);
  }

  run(): void {
    this.visit(floor5(this.terms.window), this.terms.used, 0, this.terms.pause);
  }

  private atMost(window: number, used: number, placed: number): number {
    const cap = floor5(this.terms.cap) - placed;
    let most = Math.min(cap, mostGiven(window, used, this.session));
    if (this.longestAlone > 0 && this.longestAlone <= window) {
      const beside = mostGiven(window - this.longestAlone - BREAK_MINUTES, used, this.session);
      most = Math.max(
        most,
        this.longestAlone + Math.max(0, Math.min(cap - this.longestAlone, beside)),
      );
    }
    return placed + Math.max(0, most);
  }

  /** True once nothing better can be found. */
  private visit(window: number, used: number, placed: number, pause: number): boolean {
    if (placed > this.best) {
      this.best = placed;
      this.bestPath = [...this.path];
    }
    if (this.best >= this.target) return true;
    this.nodes += 1;
    if (this.nodes > MOST_NODES) return true;
    if (this.atMost(window, used, placed) <= this.best) return false;
    const early =
      used > 0 && (used >= this.terms.even || (this.path.length === 0 && this.terms.breakFirst));
    if (early && this.pauseNow(window, placed, pause)) return true;
    const room = Math.min(
      this.upToBorder(window),
      this.session - used,
      floor5(this.terms.cap) - placed,
    );
    const cuts: number[][] = [];
    const near = Math.min(NEAR, this.candidates.length);
    for (const [from, to] of [
      [0, near],
      [near, this.candidates.length],
    ] as const) {
      for (let index = from; index < to; index += 1) {
        if (this.placeWhole(index, window, used, placed, room)) return true;
        cuts[index] = this.parts(index, used, floor5(room));
        if (this.placePart(index, cuts[index], window, used, placed, false)) return true;
      }
      for (let index = from; index < to; index += 1) {
        if (this.placePart(index, cuts[index], window, used, placed, true)) return true;
      }
    }
    if (!early && used > 0 && this.pauseNow(window, placed, pause)) return true;
    return this.behind > 0 && window > this.behind && this.toBorder(window, used, placed, pause);
  }

  private upToBorder(window: number): number {
    return window > this.behind ? window - this.behind : window;
  }

  private toBorder(window: number, used: number, placed: number, pause: number): boolean {
    const idle = window - this.behind;
    this.path.push('border');
    const ended = this.visit(
      this.behind,
      used === 0 || idle >= pause ? 0 : Math.min(this.session, used + idle),
      placed,
      Math.max(0, pause - idle),
    );
    this.path.pop();
    return ended;
  }

  private pauseNow(window: number, placed: number, pause: number): boolean {
    const rested = [...this.resting];
    this.resting.fill(false);
    this.path.push('break');
    const ended = this.visit(window - pause, 0, placed, BREAK_MINUTES);
    this.path.pop();
    for (const [index, resting] of rested.entries()) this.resting[index] = resting;
    return ended;
  }

  private placeWhole(
    index: number,
    window: number,
    used: number,
    placed: number,
    room: number,
  ): boolean {
    const candidate = this.open(index);
    if (!candidate) return false;
    const left = this.left[index] ?? 0;
    if (!candidate.alone) return left <= room && this.take(index, left, window, used, placed);
    if (used > 0 || left > Math.min(this.upToBorder(window), this.terms.capAlone - placed)) {
      return false;
    }
    return this.take(index, left, window, this.session, placed);
  }

  /** @param crumbs whether cuts are tried that leave a short part on one side, or the others */
  private placePart(
    index: number,
    parts: readonly number[] | undefined,
    window: number,
    used: number,
    placed: number,
    crumbs: boolean,
  ): boolean {
    const left = this.left[index] ?? 0;
    for (const part of parts ?? []) {
      if ((part < CRUMB || left - part < CRUMB) !== crumbs) continue;
      if (this.take(index, part, window, used, placed)) return true;
    }
    return false;
  }

  /** What may be placed in this sitting, if it fits. */
  private open(index: number): Candidate | null {
    const candidate = this.candidates[index];
    if (!candidate || this.left[index] === 0 || this.resting[index]) return null;
    return candidate.waitsFor.every((other) => this.left[other] === 0) ? candidate : null;
  }

  private take(
    index: number,
    minutes: number,
    window: number,
    used: number,
    placed: number,
  ): boolean {
    const before = this.left[index] ?? 0;
    this.left[index] = before - minutes;
    this.resting[index] = true;
    this.path.push({ candidate: index, minutes });
    const ended = this.visit(
      window - minutes,
      Math.min(this.session, used + minutes),
      placed + minutes,
      BREAK_MINUTES,
    );
    this.path.pop();
    this.resting[index] = false;
    this.left[index] = before;
    return ended;
  }

  /** Lengths at which an item may be cut: the even sitting, all the room, or what another leaves of it. */
  private parts(index: number, used: number, room: number): number[] {
    const left = this.open(index)?.cuttable ? (this.left[index] ?? 0) : 0;
    const longest = Math.min(room, floor5(left - SHORTEST_PART));
    if (longest < SHORTEST_PART) return [];
    const even = Math.min(floor5(this.terms.even - used), longest);
    const parts = new Set([even, longest]);
    for (let other = 0; other < this.candidates.length; other += 1) {
      if (other !== index && !this.resting[other])
        parts.add(floor5(room - (this.left[other] ?? 0)));
    }
    parts.add(room - SHORTEST_PART);
    parts.add(SHORTEST_PART);
    return [...parts].filter((part) => part >= SHORTEST_PART && part <= longest);
  }
}

/** The steps through the rest of a window; empty where nothing fits. */
export function planWindow(candidates: readonly Candidate[], terms: WindowTerms): readonly Step[] {
  const search = new Search(candidates, terms);
  search.run();
  return search.bestPath;
}
