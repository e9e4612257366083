/**
 * Forgetting, by FSRS-6 with its default weights and without fuzz: the one module that knows the
 * library. A task of the exam guide is the memory item; every return is taken as "good", as nobody
 * knows yet how it will go. Days are whole civil days.
 *
 * Importing ts-fsrs adds methods to `Date.prototype`; nothing here hands it a date.
 */
import { FSRS } from 'ts-fsrs';

export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

const GOOD = 3;
const scheduler = new FSRS({ enable_fuzz: false, enable_short_term: false });

const FIRST: Memory = scheduler.next_state(null, 0, GOOD);

/** After the first learning. */
export const firstMemory = (): Memory => FIRST;

/**
 * What follows each memory after so many days. The same first returns are weighed again and again
 * while reviews are placed, and the library's step is the costly part of that.
 */
const next = new WeakMap<Memory, Map<number, Memory>>();

/** After one more return, so many days (at least one) after the last. */
export function strengthened(memory: Memory, days: number): Memory {
  let steps = next.get(memory);
  if (!steps) {
    steps = new Map();
    next.set(memory, steps);
  }
  let after = steps.get(days);
  if (!after) {
    after = scheduler.next_state({ ...memory }, days, GOOD);
    steps.set(days, after);
  }
  return after;
}

/** Chance to recall, 0 to 1, so many days after the last return. */
export const recallAfter = (memory: Memory, days: number): number =>
  scheduler.forgetting_curve(days, memory.stability);

/**
 * Chance to recall on a day, from the days on which a task was learned or met again.
 * @param days in order; several on one day count once; days from `onDay` on do not count
 * @returns 0 for a task that was never learned
 */
export function recallOn(onDay: number, days: readonly number[]): number {
  let memory: Memory | null = null;
  let last = Number.NaN;
  for (const day of days) {
    if (day >= onDay) break;
    if (memory === null) memory = firstMemory();
    else if (day > last) memory = strengthened(memory, day - last);
    last = day;
  }
  return memory === null ? 0 : recallAfter(memory, onDay - last);
}
