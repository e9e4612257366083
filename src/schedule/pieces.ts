/** How much of an item can be placed in the room there is. */
import { SHORTEST_PART } from '../workload/segments.ts';
import type { WorkItem } from '../workload/work-item.ts';

/** What is still to be placed of an item. */
export interface Rest {
  readonly item: WorkItem;
  /** Index of the segment in work; 0 where there are none. */
  readonly segment: number;
  /** Minutes left of the segment, or of the item. */
  readonly minutes: number;
}

export interface Piece {
  readonly minutes: number;
  /** True: a sitting of its own, with a break before and after. */
  readonly alone: boolean;
  readonly whole: boolean;
}

export interface Room {
  /** Minutes of the current sitting, window and week that an item may fill whole. */
  readonly whole: number;
  /** The same for a part: sittings of one window are kept about equal. */
  readonly part: number;
  /** The same for what cannot be cut: the week's full cap counts. */
  readonly unbroken: number;
  /** Minutes of window and week beyond the sitting's limit; 0 unless a new sitting begins here. */
  readonly alone: number;
}

export const restOf = (item: WorkItem): Rest => ({
  item,
  segment: 0,
  minutes: item.segments[0]?.minutes ?? item.minutes,
});

/** What is left after a piece; null when the item is complete. */
export function afterPiece(rest: Rest, minutes: number): Rest | null {
  const left = rest.minutes - minutes;
  if (left > 0) return { ...rest, minutes: left };
  const next = rest.item.segments[rest.segment + 1];
  return next ? { item: rest.item, segment: rest.segment + 1, minutes: next.minutes } : null;
}

export const labelOf = (rest: Rest): string | null =>
  rest.item.segments[rest.segment]?.title ?? null;

/** A part of a long lab, or an unbroken item: it is placed whole or not at all. */
const isUncut = (rest: Rest): boolean =>
  rest.item.unbroken || (rest.item.kind === 'lab' && rest.item.segments.length > 0);

/** The piece of this item that fits, or null. */
export function pieceFor(rest: Rest, room: Room, sessionMinutes: number): Piece | null {
  const { minutes } = rest;
  if (isUncut(rest)) {
    const alone = minutes > sessionMinutes || !rest.item.unbroken;
    return minutes <= (alone ? room.alone : room.unbroken) ? { minutes, alone, whole: true } : null;
  }
  if (minutes <= room.whole) return { minutes, alone: false, whole: true };
  // Cut it, but leave at least the shortest part for later.
  const cut = Math.min(room.part, minutes - SHORTEST_PART);
  const rounded = Math.floor(cut / 5) * 5;
  return rounded >= SHORTEST_PART ? { minutes: rounded, alone: false, whole: false } : null;
}

/** Minutes of an unbroken stretch that the item asks for next; 0 for what can be cut. */
export const unbrokenNeed = (rest: Rest): number => (isUncut(rest) ? rest.minutes : 0);
