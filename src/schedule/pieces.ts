/** How much of an item can be placed in the room there is. */
import type { WorkItem } from '../workload/work-item.ts';
import type { Candidate } from './window-plan.ts';

/** What is still to be placed of an item. */
export interface Rest {
  readonly item: WorkItem;
  /** Index of the segment in work; 0 where there are none. */
  readonly segment: number;
  /** Minutes left of the segment, or of the item. */
  readonly minutes: number;
}

/** Minutes that a session beginning at the cursor may take. */
export interface Room {
  /** Of the current sitting, window and week. */
  readonly whole: number;
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

/** It takes a sitting of its own, with a break before and after. */
export const isAlone = (rest: Rest, sessionMinutes: number): boolean =>
  isUncut(rest) && (rest.minutes > sessionMinutes || !rest.item.unbroken);

/** What is left of the item, or of its segment, could be placed here as a whole. */
export function fitsWhole(rest: Rest, room: Room, sessionMinutes: number): boolean {
  if (isAlone(rest, sessionMinutes)) return rest.minutes <= room.alone;
  return rest.minutes <= (isUncut(rest) ? room.unbroken : room.whole);
}

/** What is left of the segment in work, then the segments after it. */
export function candidatesOf(rest: Rest, sessionMinutes: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (let next: Rest | null = rest; next; next = afterPiece(next, next.minutes)) {
    candidates.push({
      minutes: next.minutes,
      cuttable: !isUncut(next),
      alone: isAlone(next, sessionMinutes),
      waitsFor: [],
    });
  }
  return candidates;
}

/** Minutes of an unbroken stretch that the item asks for next; 0 for what can be cut. */
export const unbrokenNeed = (rest: Rest): number => (isUncut(rest) ? rest.minutes : 0);
