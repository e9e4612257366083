/** A session as the re-plan sees it: what it asks of a place, and whether it may move at all. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';

export interface Piece {
  readonly number: number;
  readonly activity: string;
  readonly kind: Kind;
  readonly minutes: number;
  readonly tasks: readonly string[];
  /** A sitting of its own. */
  readonly alone: boolean;
  /** Done, skipped or pinned: it stays where it is, and others make way. */
  readonly fixed: boolean;
  /** Done or skipped: nobody waits for it any more. */
  readonly settled: boolean;
  /** Its minutes count against the weekly cap: all but those of skipped ones. */
  readonly counts: boolean;
  /** A review of the last days before the exam: it stays among them. */
  readonly lastReview: boolean;
  /** Where it stood; null for a new one. */
  readonly was: EpochMinutes | null;
}

/** Which activity waits for which, among those that are on the board. */
export interface Order {
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
}

/** @param before activity → activities that must end before it starts */
export function orderOf(before: ReadonlyMap<string, readonly string[]>): Order {
  const after = new Map<string, string[]>();
  for (const [activity, ids] of before) {
    for (const id of ids) {
      const list = after.get(id);
      if (list) list.push(activity);
      else after.set(id, [activity]);
    }
  }
  return { before, after };
}
