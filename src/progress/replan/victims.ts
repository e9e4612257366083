/** Who would have to go for a piece, and how far a piece may go itself. */
import { isoWeekIndex } from '../../time/civil-date.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board, Conflicts, Placed } from './board.ts';
import type { Piece } from './piece.ts';

/**
 * Between whom it waits for and those that wait for it: elsewhere too many would have to move.
 * @param followers how many of those that wait for it may be passed
 */
export function reach(
  board: Board,
  piece: Piece,
  { from, until }: { readonly from: EpochMinutes; readonly until: EpochMinutes },
  followers: number,
): { from: EpochMinutes; until: EpochMinutes } {
  const { before, after } = board.terms.order;
  let earliest = from;
  for (const id of before.get(piece.activity) ?? []) {
    for (const other of board.ofActivity(id)) {
      if (!other.piece.settled) earliest = Math.max(earliest, other.end);
    }
  }
  const starts = (after.get(piece.activity) ?? [])
    .flatMap((id) => board.ofActivity(id))
    .filter((other) => !other.piece.settled)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  return { from: earliest, until: Math.min(until, starts[followers] ?? until) };
}

export interface Victim {
  readonly piece: Piece;
  readonly was: EpochMinutes;
  readonly because: string;
}

/** Who goes, with the reason; null where one of them must not. */
export function victimsOf(
  board: Board,
  conflicts: Conflicts,
  piece: Piece,
  start: EpochMinutes,
): Victim[] | null {
  const victim = (placed: Placed, because: string): Victim => ({
    piece: placed.piece,
    was: placed.start,
    because,
  });
  const victims = [
    ...conflicts.overlaps.map((placed) => victim(placed, `makes room for ${piece.number}`)),
    ...conflicts.order.map((placed) =>
      victim(
        placed,
        placed.start >= start ? `comes after ${piece.number}` : `goes with ${piece.number}`,
      ),
    ),
  ];
  if (conflicts.overCap > 0) {
    const other = lightestOf(board, start, conflicts, piece);
    if (!other) return null;
    victims.push(victim(other, `leaves the week's hours to ${piece.number}`));
  }
  return victims.every(({ piece: other, was }) => !other.fixed && was >= board.terms.now)
    ? victims
    : null;
}

/** The shortest session of the week that frees enough of its hours. */
function lightestOf(
  board: Board,
  start: EpochMinutes,
  conflicts: Conflicts,
  piece: Piece,
): Placed | null {
  const week = isoWeekIndex(board.terms.clock.toWallClock(start).day);
  const gone = new Set([...conflicts.overlaps, ...conflicts.order]);
  let lightest: Placed | null = null;
  for (const other of board.placed) {
    if (isoWeekIndex(other.day) !== week || gone.has(other)) continue;
    if (other.piece.fixed || other.start < board.terms.now || !other.piece.counts) continue;
    if (other.piece.number === piece.number || other.piece.minutes < conflicts.overCap) continue;
    if (!lightest || other.piece.minutes <= lightest.piece.minutes) lightest = other;
  }
  return lightest;
}
