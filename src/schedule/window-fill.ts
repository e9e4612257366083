/**
 * Looking ahead within a window: how many of its minutes stay unused when a piece is placed now,
 * given what else could fill the sitting. Minutes count in steps of 5.
 */
import { BREAK_MINUTES, offeredMinutes } from '../learner/window-offer.ts';
import { SHORTEST_PART } from '../workload/segments.ts';

const STEP = 5;

/** Lengths that one candidate can take in a sitting. */
export interface Filler {
  /** It can be placed whole. */
  readonly minutes: number;
  /** It can also be cut: parts of at least the shortest. */
  readonly cuttable: boolean;
}

export interface WindowRest {
  /** Minutes from the cursor to the end of the window. */
  readonly window: number;
  /** Minutes that the sitting may still take, cap included. */
  readonly sitting: number;
  /** Minutes that the week may still take. */
  readonly cap: number;
}

/** What a window and its cap can still give when the sitting takes so many more minutes, then a break. */
function givenWith(more: number, rest: WindowRest, sessionMinutes: number): number {
  const after = Math.max(0, rest.window - more - BREAK_MINUTES);
  return Math.min(rest.cap, more + offeredMinutes(after, sessionMinutes));
}

/** Sums that fillers can make, as flags by steps of 5 up to a limit. */
export function sumsOf(fillers: readonly Filler[], limit: number): boolean[] {
  const size = Math.floor(Math.max(0, limit) / STEP) + 1;
  let sums = Array<boolean>(size).fill(false);
  sums[0] = true;
  for (const { minutes, cuttable } of fillers) {
    const next = [...sums];
    for (let at = 0; at < size; at += 1) {
      if (!sums[at]) continue;
      const whole = at + minutes / STEP;
      if (whole < size) next[whole] = true;
      if (!cuttable) continue;
      for (let part = SHORTEST_PART; part <= minutes - SHORTEST_PART; part += STEP) {
        if (at + part / STEP >= size) break;
        next[at + part / STEP] = true;
      }
    }
    sums = next;
  }
  return sums;
}

/** Fewest minutes lost when a piece is placed now and others may follow in the sitting. */
export function leastWaste(
  piece: number,
  others: readonly boolean[],
  rest: WindowRest,
  sessionMinutes: number,
  best: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < others.length; at += 1) {
    const more = piece + at * STEP;
    if (more > rest.sitting) break;
    if (others[at]) least = Math.min(least, best - givenWith(more, rest, sessionMinutes));
    if (least <= 0) break;
  }
  return least;
}

/** The most that window and cap can still give. */
export function mostGiven(rest: WindowRest, sessionMinutes: number): number {
  let best = 0;
  for (let more = 0; more <= rest.sitting; more += STEP) {
    best = Math.max(best, givenWith(more, rest, sessionMinutes));
  }
  return Math.floor(best / STEP) * STEP;
}
