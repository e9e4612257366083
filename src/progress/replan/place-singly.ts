/** Places for pieces one by one, so that few others move. */
import { type EpochMinutes, MINUTES_PER_DAY } from '../../time/wall-clock.ts';
import type { Board } from './board.ts';
import type { Gathered } from './gather.ts';
import { FEW_MOVES, insert, MOST_MOVES, type Move, restore, SOON_MINUTES } from './insert.ts';
import type { Piece } from './piece.ts';
import { firstFree, startsFor } from './places.ts';
import { putBack } from './put-back.ts';
import { insertInParts } from './split.ts';
import { reach, type Victim, victimsOf } from './victims.ts';

/** Pieces that look for a place, those that had to make way included. */
const ROUNDS = 90;
/** How many make way at once, and how often one does. */
const MOST_VICTIMS = 4;
const MOST_EVICTIONS = 2;
/** With so few sessions to place, each is worth a longer search. */
const FEW_AT_ONCE = 3;
/** Our choice: reviews of one task lie about three weeks apart. */
const LATE_REVIEW_MINUTES = 21 * MINUTES_PER_DAY;
/** Whether the plan keeps its promises without a review, and without those that are gone already. */
export type CanGo = (number: number, gone: readonly number[]) => boolean;

export interface AllPlaced {
  readonly board: Board;
  readonly because: ReadonlyMap<number, string>;
  /** Reviews for which there is no room and no need. */
  readonly dropped: readonly number[];
  /** Sessions that were cut in two: the second part has a new number. */
  readonly splits: readonly { readonly first: Piece; readonly rest: Piece }[];
}

/** In the order of the plan: what comes first gets its place first. */
function inOrder(pieces: readonly Piece[], { order }: Gathered): Piece[] {
  const left = new Map(pieces.map((piece) => [piece.number, piece]));
  const sorted: Piece[] = [];
  while (left.size > 0) {
    const activities = new Set([...left.values()].map(({ activity }) => activity));
    const free = [...left.values()].filter(
      ({ activity }) => !(order.before.get(activity) ?? []).some((id) => activities.has(id)),
    );
    const candidates = free.length > 0 ? free : [...left.values()];
    const next = candidates.reduce((best, piece) =>
      rank(piece) < rank(best) || (rank(piece) === rank(best) && piece.number < best.number)
        ? piece
        : best,
    );
    sorted.push(next);
    left.delete(next.number);
  }
  return sorted;
}

/** Exams before what is new: they need the long windows. */
const rank = ({ was, kind }: Piece): number =>
  was ??
  ((kind === 'practice-exam' || kind === 'exam-review' ? 1 : 2) * Number.MAX_SAFE_INTEGER) / 4;

/**
 * One after the other. Who finds no place by moving a few others takes the best one there is, and
 * whoever stood there looks for a new place in turn.
 */
export function placeSingly(
  board: Board,
  homeless: readonly Piece[],
  reasons: ReadonlyMap<number, string>,
  gathered: Gathered,
  canGo: CanGo,
  firstNumber: number,
): AllPlaced | null {
  const { now, clock, exam } = board.terms;
  const because = new Map(reasons);
  const days = homeless.map(({ was }) => (was === null ? 0 : clock.toWallClock(was).day));
  const withinFinish = clock.toInstant(Math.max(board.finish, ...days) + 1, 0);
  const limits = exam ? [withinFinish] : [withinFinish, board.latestFinish];
  const dropped: number[] = [];
  const evictions = new Map<number, number>();
  const queue = inOrder(homeless, gathered);
  const splits: { first: Piece; rest: Piece }[] = [];
  let nextNumber = firstNumber;
  let rounds = ROUNDS;
  for (let piece = queue.shift(); piece; piece = queue.shift()) {
    rounds -= 1;
    if (rounds < 0) return null;
    const own = piece;
    const soon = Math.max(now, own.was ?? now) + SOON_MINUTES;
    if (own.kind === 'review' && gathered.missed.includes(own.number)) {
      const free = firstFree(board, own, now, Math.min(soon, withinFinish));
      if (free === null && canGo(own.number, dropped)) {
        dropped.push(own.number);
        because.set(own.number, 'missed, and its task is met again anyway');
        continue;
      }
    }
    const before = [...board.placed];
    let moves: readonly Move[] | null = null;
    const thorough = homeless.length <= FEW_AT_ONCE && homeless.includes(own);
    const terms = { from: now, soon, most: MOST_MOVES, thorough };
    for (const until of limits) moves ??= insert(board, own, { ...terms, until });
    const isMissed = gathered.missed.includes(own.number);
    const isLate = (board.at(own.number)?.end ?? Number.POSITIVE_INFINITY) > soon;
    const isMany = thorough && (moves?.length ?? Number.POSITIVE_INFINITY) > FEW_MOVES;
    if (isMissed && (isLate || isMany)) {
      const after = [...board.placed];
      restore(board, before);
      // The second part is new in the learner's calendar: as much of a change as a move.
      const most = isLate ? FEW_MOVES : FEW_MOVES - 1;
      const parts = insertInParts(
        board,
        own,
        { ...terms, until: soon, most, thorough: false },
        nextNumber,
      );
      if (parts) {
        splits.push(parts);
        nextNumber += 1;
        moves = parts.moves;
      } else {
        restore(board, after);
      }
    }
    if (moves) {
      for (const move of moves)
        if (!because.has(move.number)) because.set(move.number, move.because);
      continue;
    }
    const victims = pushIn(board, own, evictions, limits.at(-1) ?? withinFinish);
    if (!victims) return null;
    for (const victim of victims) {
      evictions.set(victim.piece.number, (evictions.get(victim.piece.number) ?? 0) + 1);
      if (!because.has(victim.piece.number)) because.set(victim.piece.number, victim.because);
      queue.push(victim.piece);
    }
    queue.sort((a, b) => deadlineOf(board, a) - deadlineOf(board, b));
  }
  dropLateReviews(board, because, dropped, canGo);
  if (!thinReviews(board, because, limits.at(-1) ?? withinFinish)) return null;
  putBack(
    board,
    gathered.standing.filter(({ fixed }) => !fixed),
  );
  return { board, because, dropped, splits };
}

/** A review that would come weeks late helps nobody: it goes, where its task is met often enough. */
function dropLateReviews(
  board: Board,
  because: Map<number, string>,
  dropped: number[],
  canGo: CanGo,
): void {
  for (const { piece, start } of [...board.placed]) {
    if (piece.kind !== 'review' || piece.fixed || piece.was === null) continue;
    if (start - piece.was <= LATE_REVIEW_MINUTES || !canGo(piece.number, dropped)) continue;
    board.take(piece.number);
    dropped.push(piece.number);
    const why = because.get(piece.number) ?? 'missed';
    because.set(piece.number, `${why}, and its task is met again anyway`);
  }
}

/** Days from which so much moved away that reviews take too much of them (rule 9) give a review away. */
function thinReviews(board: Board, because: Map<number, string>, until: EpochMinutes): boolean {
  for (const { piece, day, start } of [...board.placed].reverse()) {
    if (piece.kind !== 'review' || piece.fixed || board.dayHolds(day)) continue;
    board.take(piece.number);
    const free = firstFree(board, piece, Math.max(board.terms.now, start), until);
    if (free === null) return false;
    board.put(piece, free);
    if (!because.has(piece.number)) because.set(piece.number, 'leaves a day of few other sessions');
  }
  return true;
}

/** When the first of those that wait for it starts. */
const deadlineOf = (board: Board, piece: Piece): EpochMinutes =>
  reach(board, piece, { from: 0, until: Number.POSITIVE_INFINITY }, 0).until;

/** Puts the piece where those who must go for it can best wait. @returns them; null: nowhere */
function pushIn(
  board: Board,
  piece: Piece,
  evictions: ReadonlyMap<number, number>,
  until: EpochMinutes,
): readonly Victim[] | null {
  const { now } = board.terms;
  const within = reach(board, piece, { from: now, until }, 1);
  let best: { start: EpochMinutes; victims: readonly Victim[]; patience: number } | null = null;
  for (const start of startsFor(board, piece, within.from, within.until, false)) {
    const conflicts = board.conflicts(piece, start);
    const victims = conflicts ? victimsOf(board, conflicts, piece, start) : null;
    if (!victims || victims.length > MOST_VICTIMS) continue;
    if (victims.some((victim) => (evictions.get(victim.piece.number) ?? 0) >= MOST_EVICTIONS)) {
      continue;
    }
    const wait = Math.min(...victims.map((victim) => deadlineOf(board, victim.piece)));
    const patience =
      Math.min(wait, now + 366 * MINUTES_PER_DAY) - victims.length * 7 * MINUTES_PER_DAY;
    if (!best || patience > best.patience) best = { start, victims, patience };
  }
  if (!best) return null;
  for (const victim of best.victims) board.take(victim.piece.number);
  board.put(piece, best.start);
  return best.victims;
}
