/**
 * A place for one piece by any re-arrangement of a few others: whoever has to go finds a place that is
 * free, or sends others on in turn. It finds what no single chain does: two that close up in another
 * window, or a short one that fits beside the piece it made room for.
 */
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board } from './board.ts';
import type { Piece } from './piece.ts';
import { firstFree, startsFor } from './places.ts';
import { reach, type Victim, victimsOf } from './victims.ts';

export interface Step {
  readonly piece: Piece;
  readonly start: EpochMinutes;
  readonly because: string;
}

interface Homeless {
  readonly piece: Piece;
  readonly because: string;
}

export interface RearrangeTerms {
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
  /** Others that may move. */
  readonly most: number;
  /** Count of judged places of the board at which the search is given up. */
  readonly limit: number;
}

/** @returns new places, the piece's own first; null where none were found. The board is as before */
export function rearrange(
  board: Board,
  piece: Piece,
  terms: RearrangeTerms,
): readonly Step[] | null {
  return new Rearrangement(board, terms).search([{ piece, because: '' }], [], terms.most);
}

class Rearrangement {
  /** Where those who went stood. */
  private readonly origins: EpochMinutes[] = [];
  private readonly restingPlaces = new Map<number, boolean>();

  constructor(
    private readonly board: Board,
    private readonly terms: RearrangeTerms,
  ) {}

  /** @param left others that may still go */
  search(
    homeless: readonly Homeless[],
    steps: readonly Step[],
    left: number,
  ): readonly Step[] | null {
    // The longest first: it has the fewest places.
    const [next, ...others] = [...homeless].sort((a, b) => b.piece.minutes - a.piece.minutes);
    if (!next) return this.holds(steps) ? steps : null;
    if (homeless.filter((other) => !this.canRest(other.piece, steps)).length > left) return null;
    const { board, terms } = this;
    const { piece, because } = next;
    const within = reach(board, piece, terms, left);
    if (left === 0) {
      const start = firstFree(board, piece, within.from, within.until);
      return start === null ? null : this.go({ piece, start, because }, [], others, steps, 0);
    }
    const moved = new Set(steps.map((step) => step.piece.number));
    for (const start of startsFor(board, piece, within.from, within.until, false)) {
      if (board.judged >= terms.limit) return null;
      const conflicts = board.conflicts(piece, start);
      const victims = conflicts ? victimsOf(board, conflicts, piece, start) : null;
      if (!victims || victims.length > left) continue;
      if (victims.some((victim) => moved.has(victim.piece.number))) continue;
      const step = { piece, start, because };
      const found = this.go(step, victims, others, steps, left - victims.length);
      if (found) return found;
    }
    return null;
  }

  private go(
    step: Step,
    victims: readonly Victim[],
    others: readonly Homeless[],
    steps: readonly Step[],
    left: number,
  ): readonly Step[] | null {
    const { board, origins } = this;
    for (const { piece, was } of victims) {
      board.take(piece.number);
      origins.push(was);
    }
    board.put(step.piece, step.start);
    const found = this.search([...others, ...victims], [...steps, step], left);
    board.take(step.piece.number);
    for (const { piece, was } of victims) {
      board.put(piece, was);
      origins.pop();
    }
    return found;
  }

  /** Judged when all have their places: some rules ask where the others are. */
  private holds(steps: readonly Step[]): boolean {
    const { board } = this;
    return (
      steps.every(({ piece, start }) => board.isFree(piece, start)) &&
      this.origins.every((was) => board.dayHolds(board.terms.clock.toWallClock(was).day))
    );
  }

  /** Whether it could find a place without sending anybody away; asked in haste, to save most of the search. */
  private canRest(piece: Piece, steps: readonly Step[]): boolean {
    let rests = this.restingPlaces.get(piece.number);
    if (rests === undefined) {
      const within = reach(this.board, piece, this.terms, 0);
      rests = firstFree(this.board, piece, within.from, within.until) !== null;
      this.restingPlaces.set(piece.number, rests);
    }
    if (rests) return true;
    const touched = [...this.origins, ...steps.map(({ start }) => start)];
    return touched.some((instant) => this.minutesLeftAt(instant) >= piece.minutes);
  }

  /** Minutes of the opening at an instant in which nothing stands, in one piece or not. */
  private minutesLeftAt(instant: EpochMinutes): number {
    const opening = this.board.openingOf(instant, instant + 1);
    if (!opening) return 0;
    return this.board
      .overlapping(opening.start, opening.end)
      .reduce((left, { piece }) => left - piece.minutes, opening.end - opening.start);
  }
}
