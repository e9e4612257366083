/**
 * A place for one piece with as few moves of others as possible: first a free one, then in place of
 * one other that finds a free place itself, and so on. Depth-first with a rising limit, so that the
 * first answer has the fewest moves.
 */
import { isoWeekIndex } from '../../time/civil-date.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board, Conflicts, Placed } from './board.ts';
import type { Piece } from './piece.ts';
import { firstFree, startsFor } from './places.ts';

/** Others that may move for one piece. */
export const MOST_MOVES = 3;
/** Places that are weighed for one piece before it is given up: bounds the time, not the result. */
const PLACES_TRIED = 6000;

export interface Move {
  readonly number: number;
  /** Why it moves, in the learner's words. */
  readonly because: string;
}

export interface InsertTerms {
  readonly from: EpochMinutes;
  /** No session may end after it. */
  readonly until: EpochMinutes;
}

/**
 * Puts the piece on the board and moves others where that is needed.
 * @returns the others that moved; null, and an unchanged board, where no place was found
 */
export function insert(board: Board, piece: Piece, terms: InsertTerms): Move[] | null {
  for (let most = 0; most <= MOST_MOVES; most += 1) {
    const search = new Search(board, terms);
    if (search.place(piece, most, terms.from)) return search.moves;
  }
  return null;
}

class Search {
  readonly moves: Move[] = [];
  private left = PLACES_TRIED;
  /** Pieces that this search has put down: they do not move again. */
  private readonly settled = new Set<number>();

  constructor(
    private readonly board: Board,
    private readonly terms: InsertTerms,
  ) {}

  place(piece: Piece, most: number, from: EpochMinutes): boolean {
    const { board } = this;
    if (most === 0) {
      const start = firstFree(board, piece, from, this.terms.until);
      if (start === null) return false;
      board.put(piece, start);
      this.settled.add(piece.number);
      return true;
    }
    for (const start of startsFor(board, piece, from, this.terms.until, false)) {
      this.left -= 1;
      if (this.left <= 0) return false;
      const conflicts = board.conflicts(piece, start);
      if (!conflicts) continue;
      const victims = this.victimsOf(conflicts, piece, start);
      if (!victims || victims.length === 0 || victims.length > most) continue;
      if (this.swap(piece, start, victims, most)) return true;
    }
    return false;
  }

  /** Puts the piece down, and the victims elsewhere; all as before where that fails. */
  private swap(
    piece: Piece,
    start: EpochMinutes,
    victims: readonly { placed: Placed; because: string }[],
    most: number,
  ): boolean {
    const { board } = this;
    const before = board.placed.map((placed) => placed);
    const movesBefore = this.moves.length;
    for (const { placed } of victims) board.take(placed.piece.number);
    board.put(piece, start);
    this.settled.add(piece.number);
    let budget = most - victims.length;
    const inOrder = [...victims].sort((a, b) => a.placed.start - b.placed.start);
    const placedAll = inOrder.every(({ placed, because }) => {
      this.moves.push({ number: placed.piece.number, because });
      for (let deep = 0; deep <= budget; deep += 1) {
        const count = this.moves.length;
        if (this.place(placed.piece, deep, this.terms.from)) {
          budget -= this.moves.length - count;
          return true;
        }
      }
      return false;
    });
    if (placedAll && victims.every(({ placed }) => board.dayHolds(placed.day))) return true;
    this.restore(before);
    this.moves.splice(movesBefore);
    return false;
  }

  private restore(before: readonly Placed[]): void {
    const { board } = this;
    const then = new Map(before.map((placed) => [placed.piece.number, placed]));
    for (const { piece, start } of [...board.placed]) {
      if (then.get(piece.number)?.start === start) continue;
      board.take(piece.number);
      this.settled.delete(piece.number);
    }
    for (const { piece, start } of before) if (!board.at(piece.number)) board.put(piece, start);
  }

  /** Who goes, with the reason; null where one of them must not. */
  private victimsOf(
    conflicts: Conflicts,
    piece: Piece,
    start: EpochMinutes,
  ): { placed: Placed; because: string }[] | null {
    const victims = [
      ...conflicts.overlaps.map((placed) => ({
        placed,
        because: `makes room for ${piece.number}`,
      })),
      ...conflicts.order.map((placed) => ({
        placed,
        because:
          placed.start >= start ? `comes after ${piece.number}` : `goes with ${piece.number}`,
      })),
    ];
    if (conflicts.overCap > 0) {
      const other = this.lightestOf(start, conflicts, piece);
      if (!other) return null;
      victims.push({ placed: other, because: `leaves the week's hours to ${piece.number}` });
    }
    return victims.every(({ placed }) => this.mayMove(placed)) ? victims : null;
  }

  /** The shortest session of the week that frees enough of its hours. */
  private lightestOf(start: EpochMinutes, conflicts: Conflicts, piece: Piece): Placed | null {
    const { board } = this;
    const week = isoWeekIndex(board.terms.clock.toWallClock(start).day);
    const gone = new Set([...conflicts.overlaps, ...conflicts.order]);
    let lightest: Placed | null = null;
    for (const other of board.placed) {
      if (isoWeekIndex(other.day) !== week || gone.has(other) || !this.mayMove(other)) continue;
      if (other.piece.number === piece.number || !other.piece.counts) continue;
      if (other.piece.minutes < conflicts.overCap) continue;
      if (!lightest || other.piece.minutes <= lightest.piece.minutes) lightest = other;
    }
    return lightest;
  }

  private mayMove({ piece, start }: Placed): boolean {
    return !piece.fixed && start >= this.board.terms.now && !this.settled.has(piece.number);
  }
}
