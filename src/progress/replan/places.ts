/** Where a piece could begin: at the ends of openings and of what stands there. */
import { BREAK_MINUTES } from '../../learner/window-offer.ts';
import { dayAt } from '../../schedule/openings.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board } from './board.ts';
import type { Piece } from './piece.ts';

const STEP = 5;
const roundUp = (instant: EpochMinutes): EpochMinutes => Math.ceil(instant / STEP) * STEP;

/**
 * Starts worth trying, in order of time.
 * @param from nothing begins before this instant
 * @param until nothing ends after it
 * @param freeOnly only openings and weeks that have the minutes left
 */
export function* startsFor(
  board: Board,
  piece: Piece,
  from: EpochMinutes,
  until: EpochMinutes,
  freeOnly: boolean,
): Generator<EpochMinutes> {
  const { minutes } = piece;
  const earliest = roundUp(Math.max(from, board.terms.now));
  for (const opening of board.terms.openings) {
    if (opening.end <= earliest) continue;
    if (opening.start >= until) return;
    if (opening.end - Math.max(opening.start, earliest) < minutes) continue;
    if (freeOnly && board.leftInWeek(dayAt(opening, opening.start)) < minutes) {
      // A window over midnight on Sunday reaches into the next week.
      const late = dayAt(opening, opening.end - 1);
      if (board.leftInWeek(late) < minutes) continue;
    }
    const starts = new Set<EpochMinutes>();
    const add = (start: EpochMinutes): void => {
      if (start >= earliest && start >= opening.start && start + minutes <= opening.end) {
        if (start + minutes <= until) starts.add(start);
      }
    };
    add(opening.start);
    add(earliest);
    if (opening.midnight < opening.end) add(opening.midnight);
    let taken = 0;
    // Sessions just outside the opening matter too: a break may be owed to them.
    for (
      let index = Math.max(0, board.firstFrom(opening.start) - 1);
      index < board.placed.length;
      index += 1
    ) {
      const other = board.placed[index];
      if (!other || other.start >= opening.end + BREAK_MINUTES) break;
      taken += Math.max(0, Math.min(other.end, opening.end) - Math.max(other.start, opening.start));
      add(other.start);
      add(other.end);
      add(other.end + BREAK_MINUTES);
      add(other.start - minutes);
      add(other.start - minutes - BREAK_MINUTES);
    }
    if (freeOnly && opening.end - opening.start - taken < minutes) continue;
    yield* [...starts].sort((a, b) => a - b);
  }
}

/** The first place that is free; null where there is none. */
export function firstFree(
  board: Board,
  piece: Piece,
  from: EpochMinutes,
  until: EpochMinutes,
): EpochMinutes | null {
  for (const start of startsFor(board, piece, from, until, true)) {
    if (board.isFree(piece, start)) return start;
  }
  return null;
}
