/**
 * Everything that is still to come placed anew: where too much is missed for single moves to help.
 * The last practice exam and the last reviews keep their days; the rest goes forwards in the order
 * of the plan, each no earlier than before, or (compressed) as early as can be.
 */
import { isContent } from '../../curriculum/vocabulary.ts';
import { CONTENT_SHARE_BEFORE_EXAMS, LAST_DAYS } from '../../schedule/constants.ts';
import { type EpochMinutes, MINUTES_PER_DAY } from '../../time/wall-clock.ts';
import type { Board } from './board.ts';
import type { Piece } from './piece.ts';
import { firstFree } from './places.ts';

export interface ShiftTerms {
  readonly compress: boolean;
  readonly contentMinutes: number;
}

/**
 * @param fixed a board with only what cannot move
 * @param pieces all that can, in any order
 * @returns null where not all of it finds a place
 */
export function shift(fixed: Board, pieces: readonly Piece[], terms: ShiftTerms): Board | null {
  // How much content lies before an exam is known only at the end.
  const board = fixed.copy({ contentMinutes: 0 });
  const { now, exam } = board.terms;
  const left = new Map(pieces.map((piece) => [piece.number, piece]));
  const put = (piece: Piece, from: EpochMinutes): boolean => {
    const stays =
      piece.was !== null && piece.was >= from && board.isFree(piece, piece.was) ? piece.was : null;
    const start = stays ?? firstFree(board, piece, from, Number.POSITIVE_INFINITY);
    if (start === null) return false;
    board.put(piece, start);
    left.delete(piece.number);
    return true;
  };
  const was = (piece: Piece): EpochMinutes => piece.was ?? now;

  if (exam) {
    const lastExam = [...left.values()]
      .filter(({ kind }) => kind === 'practice-exam')
      .sort((a, b) => was(a) - was(b))
      .at(-1);
    const tail = [...left.values()].filter(
      ({ activity, lastReview }) =>
        lastReview ||
        (lastExam &&
          (activity === lastExam.activity || activity === `${lastExam.activity}-review`)),
    );
    const lastDays = Math.max(now, board.terms.clock.toInstant(exam.day - LAST_DAYS, 0));
    const order = (piece: Piece): number =>
      piece.kind === 'practice-exam' ? 0 : piece.kind === 'exam-review' ? 1 : 2;
    for (const piece of tail.sort((a, b) => order(a) - order(b) || was(a) - was(b))) {
      if (!put(piece, lastDays)) return null;
    }
  }

  const keys = keysOf(left, board, now);
  let contentPlaced = sumOfContent(board);
  while (left.size > 0) {
    const next = nextOf(left, board, keys, contentPlaced >= share(terms));
    if (!next) return null;
    const earliest = Math.max(now, terms.compress ? now : was(next));
    if (
      !put(next, next.kind === 'practice-exam' ? Math.max(earliest, contentEnd(board)) : earliest)
    ) {
      return null;
    }
    if (isContent(next.kind)) contentPlaced += next.minutes;
  }
  const whole = board.copy({ contentMinutes: terms.contentMinutes });
  return rulesHold(whole) ? whole : null;
}

const share = ({ contentMinutes }: ShiftTerms): number =>
  CONTENT_SHARE_BEFORE_EXAMS * contentMinutes;

const sumOfContent = (board: Board): number =>
  board.placed.reduce(
    (sum, { piece }) => sum + (isContent(piece.kind) && piece.counts ? piece.minutes : 0),
    0,
  );

const contentEnd = (board: Board): EpochMinutes =>
  board.placed.reduce(
    (last, { piece, end }) =>
      isContent(piece.kind) && !piece.settled ? Math.max(last, end) : last,
    Number.NEGATIVE_INFINITY,
  );

/** When each comes in the old plan; a new one just before the first that waits for it. */
function keysOf(
  left: ReadonlyMap<number, Piece>,
  board: Board,
  now: EpochMinutes,
): Map<number, number> {
  const firstOf = new Map<string, number>();
  for (const { activity, was } of left.values()) {
    if (was !== null) firstOf.set(activity, Math.min(was, firstOf.get(activity) ?? was));
  }
  const keys = new Map<number, number>();
  for (const piece of left.values()) {
    const waiting = (board.terms.order.after.get(piece.activity) ?? []).flatMap(
      (id) => firstOf.get(id) ?? [],
    );
    keys.set(piece.number, piece.was ?? Math.min(...waiting, now + 7 * MINUTES_PER_DAY) - 1);
  }
  return keys;
}

/** The one whose turn it is: of those that wait for nobody, the first in the old plan. */
function nextOf(
  left: ReadonlyMap<number, Piece>,
  board: Board,
  keys: ReadonlyMap<number, number>,
  enoughContent: boolean,
): Piece | null {
  const waiting = new Set([...left.values()].map(({ activity }) => activity));
  let best: Piece | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of left.values()) {
    if (piece.kind === 'practice-exam' && !enoughContent) continue;
    const before = board.terms.order.before.get(piece.activity) ?? [];
    if (before.some((id) => waiting.has(id))) continue;
    const exam = piece.activity.replace(/-review$/, '');
    if (piece.kind === 'exam-review' && waiting.has(exam)) continue;
    const key = keys.get(piece.number) ?? 0;
    if (key < least || (key === least && piece.number < (best?.number ?? 0))) {
      least = key;
      best = piece;
    }
  }
  return best;
}

/** What could not be judged while pieces were missing. */
function rulesHold(board: Board): boolean {
  return board.placed.every(({ piece, start }) => {
    if (piece.fixed) return true;
    if (piece.kind === 'practice-exam' || piece.kind === 'exam-review') {
      return board.isFree(piece, start);
    }
    return true;
  });
}
