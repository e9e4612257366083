/**
 * A place for one piece with as few moves of others as possible: a free one; else the place of
 * another one that finds a free place itself, or takes that of a third, and so on (the shortest such
 * chain, found breadth-first); else the place of two others, each going on by a chain.
 */
import { type EpochMinutes, MINUTES_PER_DAY } from '../../time/wall-clock.ts';
import type { Board, Placed } from './board.ts';
import type { Piece } from './piece.ts';
import { firstFree, startsFor } from './places.ts';
import { rearrange, type Step } from './rearrange.ts';
import { squeezes } from './squeeze.ts';
import { reach, type Victim, victimsOf } from './victims.ts';

/** A missed session is worth a move of another one if that brings it back within so many minutes. */
export const SOON_MINUTES = 14 * MINUTES_PER_DAY;
/** Others that may move so that a piece comes soon. */
const MOVES_FOR_SOON = 2;
/** Others that may move for one piece, before it is pushed in. */
export const MOST_MOVES = 5;
/** Places that are judged for one piece: bounds the time, about 5 microseconds each. */
const PLACES_JUDGED = 15_000;
/** Others that may move before ways with more of them are looked for. */
export const FEW_MOVES = 3;
/** Places that are judged beyond the others for a re-arrangement of a few. */
const PLACES_FOR_FEW = 30_000;
const SQUEEZES_TRIED = 400;
const PAIRS_TRIED = 60;

export interface Move {
  readonly number: number;
  /** Why it moves, in the learner's words. */
  readonly because: string;
}

export interface InsertTerms {
  readonly from: EpochMinutes;
  /** No session may end after it. */
  readonly until: EpochMinutes;
  /** The piece itself should end by then. */
  readonly soon: EpochMinutes;
  /** Others that may move. */
  readonly most: number;
  /** Also look for any re-arrangement of a few: too slow where much has to be placed. */
  readonly thorough: boolean;
}

/** New places, in the order in which they are taken; the piece's own first. */
type Way = readonly Step[];

/**
 * Puts the piece on the board and moves others where that is needed.
 * @returns the others that moved; null, and an unchanged board, where no place was found
 */
export function insert(board: Board, piece: Piece, terms: InsertTerms): Move[] | null {
  const search = new Search(board, terms);
  const { soon, until, most, thorough } = terms;
  const few = Math.min(FEW_MOVES, most);
  const way =
    search.chain(piece, Math.min(MOVES_FOR_SOON, most), soon) ??
    search.squeeze(piece, few, soon) ??
    search.pair(piece, few, soon) ??
    search.chain(piece, few, until) ??
    search.squeeze(piece, few, until) ??
    (thorough ? search.rearrange(piece, few, until) : null) ??
    (most > few ? (search.pair(piece, most, until) ?? search.chain(piece, most, until)) : null);
  if (!way) return null;
  apply(board, way);
  return way.slice(1).map(({ piece: other, because }) => ({ number: other.number, because }));
}

function apply(board: Board, way: Way): void {
  for (const { piece } of way) board.take(piece.number);
  for (const { piece, start } of way) board.put(piece, start);
}

/** True where all steps together keep every rule; the board is as before afterwards. */
function holds(board: Board, way: Way): boolean {
  const before = way.map(({ piece }) => ({ piece, placed: board.at(piece.number) }));
  apply(board, way);
  const good =
    way.every(({ piece, start }) => board.isFree(piece, start)) &&
    before.every(({ placed }) => !placed || board.dayHolds(placed.day));
  for (const { piece } of before) board.take(piece.number);
  for (const { piece, placed } of before) if (placed) board.put(piece, placed.start);
  return good;
}

interface Node {
  readonly piece: Piece;
  readonly because: string;
  readonly from: Node | null;
  /** Where the piece before it stands in its stead. */
  readonly start: EpochMinutes;
  readonly depth: number;
}

function wayTo(node: Node, start: EpochMinutes): Way {
  const steps: Step[] = [];
  let place = start;
  for (let at: Node | null = node; at; at = at.from) {
    steps.unshift({ piece: at.piece, start: place, because: at.because });
    place = at.start;
  }
  return steps;
}

class Search {
  private limit: number;

  constructor(
    private readonly board: Board,
    private readonly terms: InsertTerms,
  ) {
    this.limit = board.judged + PLACES_JUDGED;
  }

  private get spent(): boolean {
    return this.board.judged >= this.limit;
  }

  /**
   * The shortest chain: the piece takes the place of one, who takes that of the next, to a free one.
   * @param until the piece itself ends by then
   */
  chain(
    piece: Piece,
    most: number,
    until: EpochMinutes,
    kept: ReadonlySet<number> = new Set(),
  ): Way | null {
    const { board, terms } = this;
    const seen = new Set([piece.number, ...kept]);
    let layer: Node[] = [{ piece, because: '', from: null, start: 0, depth: 0 }];
    while (layer.length > 0) {
      for (const node of layer) {
        const within = reach(board, node.piece, terms, 0);
        const latest = node.depth === 0 ? Math.min(until, within.until) : within.until;
        const start = firstFree(board, node.piece, within.from, latest);
        if (start === null) continue;
        const way = wayTo(node, start);
        if (way.length === 1 || holds(board, way)) return way;
      }
      const next: Node[] = [];
      for (const node of layer) {
        if (node.depth >= most || this.spent) break;
        const within = reach(board, node.piece, terms, 1);
        const latest = node.depth === 0 ? Math.min(until, within.until) : within.until;
        for (const start of startsFor(board, node.piece, within.from, latest, false)) {
          if (this.spent) break;
          const conflicts = board.conflicts(node.piece, start);
          if (!conflicts) continue;
          const victims = victimsOf(board, conflicts, node.piece, start);
          const [victim] = victims ?? [];
          if (!victims || !victim || victims.length !== 1 || seen.has(victim.piece.number))
            continue;
          seen.add(victim.piece.number);
          const { piece: other, because } = victim;
          next.push({ piece: other, because, from: node, start, depth: node.depth + 1 });
        }
      }
      // Reviews wait for little and nobody waits for them: they make room first.
      layer = [
        ...next.filter((node) => node.piece.kind === 'review'),
        ...next.filter((node) => node.piece.kind !== 'review'),
      ];
    }
    return null;
  }

  /** Room inside one window; whoever has to leave it finds a free place. */
  squeeze(piece: Piece, most: number, until: EpochMinutes): Way | null {
    const { board, terms } = this;
    const ways = squeezes(board, piece, reach(board, piece, { ...terms, until }, 0), most);
    for (const { start, gone, later } of ways.slice(0, SQUEEZES_TRIED)) {
      if (this.spent) return null;
      const before = [...board.placed];
      const shifted = later.map(({ placed, start: to }) => ({
        piece: placed.piece,
        start: to,
        because: `makes room for ${piece.number}`,
      }));
      const steps: Step[] = [{ piece, start, because: '' }, ...shifted];
      for (const placed of gone) board.take(placed.piece.number);
      apply(board, steps);
      const good =
        steps.every((step) => board.isFree(step.piece, step.start)) &&
        gone.every(({ piece: other }) => {
          const within = reach(board, other, terms, 0);
          const free = firstFree(board, other, within.from, within.until);
          if (free === null) return false;
          board.put(other, free);
          steps.push({ piece: other, start: free, because: `makes room for ${piece.number}` });
          return true;
        });
      restore(board, before);
      if (good && holds(board, steps)) return steps;
    }
    return null;
  }

  /** Any re-arrangement of a few others; what it costs is not taken from the other searches. */
  rearrange(piece: Piece, most: number, until: EpochMinutes): Way | null {
    const { board, terms } = this;
    const before = board.judged;
    const limit = before + PLACES_FOR_FEW;
    const way = rearrange(board, piece, { from: terms.from, until, most, limit });
    this.limit += board.judged - before;
    return way;
  }

  /** The place of two others, each of which goes on by a chain. */
  pair(piece: Piece, most: number, until: EpochMinutes): Way | null {
    const { board, terms } = this;
    let best: Way | null = null;
    let left = PAIRS_TRIED;
    const within = reach(board, piece, { ...terms, until }, 2);
    for (const start of startsFor(board, piece, within.from, within.until, false)) {
      if (this.spent || left <= 0) break;
      const conflicts = board.conflicts(piece, start);
      const victims = conflicts ? victimsOf(board, conflicts, piece, start) : null;
      if (victims?.length !== 2) continue;
      left -= 1;
      const limit = best ? best.length - 2 : most;
      const way = this.wayForTwo({ piece, start, because: '' }, victims, limit);
      if (way && (!best || way.length < best.length)) best = way;
      if (best?.length === 3) break;
    }
    return best;
  }

  private wayForTwo(first: Step, victims: readonly Victim[], most: number): Way | null {
    const { board } = this;
    const before = [...board.placed];
    const steps: Step[] = [first];
    for (const { piece } of victims) board.take(piece.number);
    board.put(first.piece, first.start);
    const kept = new Set([first.piece.number, ...victims.map(({ piece }) => piece.number)]);
    let found = true;
    for (const { piece, because } of [...victims].sort((a, b) => a.was - b.was)) {
      const chain = this.chain(piece, Math.min(1, most - steps.length), this.terms.until, kept);
      if (!chain) {
        found = false;
        break;
      }
      apply(board, chain);
      for (const step of chain) kept.add(step.piece.number);
      const [own, ...others] = chain;
      if (own) steps.push({ ...own, because }, ...others);
    }
    restore(board, before);
    return found && steps.length - 1 <= most && holds(board, steps) ? steps : null;
  }
}

/** The board as it was, from its placed pieces then. */
export function restore(board: Board, before: readonly Placed[]): void {
  const then = new Map(before.map((placed) => [placed.piece.number, placed.start]));
  for (const { piece, start } of [...board.placed]) {
    if (then.get(piece.number) !== start) board.take(piece.number);
  }
  for (const { piece, start } of before) if (!board.at(piece.number)) board.put(piece, start);
}
