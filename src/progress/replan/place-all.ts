/** Places for everything that has none: by single moves where that does, else by a shift of all. */

import { isContent } from '../../curriculum/vocabulary.ts';
import type { PlanExam } from '../../plan/plan.ts';
import { LAST_DAYS } from '../../schedule/constants.ts';
import { layOpenings, type Opening } from '../../schedule/openings.ts';
import { dayNumber } from '../../time/civil-date.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import { startOfDay, type ZoneClock, zoneClock } from '../../time/wall-clock.ts';
import type { PlanState } from '../state.ts';
import { Board } from './board.ts';
import { type Changes, evict } from './evict.ts';
import type { Gathered } from './gather.ts';
import { insert, type Move, SOON_MINUTES } from './insert.ts';
import type { Piece } from './piece.ts';
import { firstFree, startsFor } from './places.ts';
import { putBack } from './put-back.ts';
import type { ReplanRequest } from './request.ts';
import { shift } from './shift.ts';
import { reach, type Victim, victimsOf } from './victims.ts';

/** More pieces without a place than this are not placed by single moves: the plan is shifted. */
const MOST_SINGLE = 30;
/** Pieces that look for a place, those that had to make way included. */
const ROUNDS = 90;
/** How many make way at once, and how often one does. */
const MOST_VICTIMS = 4;
const MOST_EVICTIONS = 2;
/** Our choice: reviews of one task lie about three weeks apart. */
const LATE_REVIEW_MINUTES = 21 * 1440;
/** Days behind the finish in which places are looked for where no exam ends the plan. */
const DAYS_BEHIND = 120;

/** Whether the plan keeps its promises without a review, and without those that are gone already. */
export type CanGo = (number: number, gone: readonly number[]) => boolean;

export interface AllPlaced {
  readonly board: Board;
  readonly because: ReadonlyMap<number, string>;
  /** Missed reviews for which there is no room and no need. */
  readonly dropped: readonly number[];
}

export function placeAll(
  request: ReplanRequest,
  gathered: Gathered,
  changes: Changes,
  canGo: CanGo,
): AllPlaced | null {
  const { exam } = request.wishes;
  const openings = openingsOf(request, gathered, exam);
  for (const strict of [true, false]) {
    const board = standingBoard(request, gathered, openings, strict);
    // Without an exam the finish of a shifted plan is not known, and with it the last 14 days.
    const fixed = board.copy(exam ? {} : { freeReviewsFrom: Number.POSITIVE_INFINITY });
    for (const { piece } of [...fixed.placed]) if (!piece.fixed) fixed.take(piece.number);
    const because = new Map<number, string>();
    const withoutPlace = [...gathered.homeless, ...gathered.resized]
      .filter(({ kind }) => isContent(kind))
      .reduce((sum, { minutes }) => sum + minutes, 0);
    const evicted = evict(board, changes, withoutPlace);
    for (const { placed, because: why } of evicted) because.set(placed.piece.number, why);
    for (const number of gathered.missed) because.set(number, 'missed');
    const resized = gathered.resized.filter((piece) => {
      if (piece.was !== null && board.isFree(piece, piece.was)) {
        board.put(piece, piece.was);
        return false;
      }
      because.set(piece.number, 'takes longer now');
      return true;
    });
    const homeless = [
      ...gathered.homeless,
      ...resized,
      ...evicted.map(({ placed }) => placed.piece),
    ];

    const single =
      homeless.length <= MOST_SINGLE
        ? placeSingly(board, homeless, because, gathered, canGo)
        : null;
    if (single) return single;
    const movable = [
      ...gathered.standing.filter((piece) => !piece.fixed),
      ...gathered.resized,
      ...gathered.homeless,
    ];
    for (const compress of [false, true]) {
      const shifted = shift(fixed, movable, { compress, contentMinutes: gathered.contentMinutes });
      if (!shifted) continue;
      putBack(shifted, movable);
      return { board: shifted, because, dropped: [] };
    }
  }
  return null;
}

function openingsOf(
  { wishes, now, state }: ReplanRequest,
  gathered: Gathered,
  exam: PlanExam | null,
): Opening[] {
  const clock = zoneClock(wishes.learner.timeZone);
  const first = clock.toWallClock(now).day - 1;
  const last = state.plan.sessions.at(-1)?.start ?? now;
  const toPlace = gathered.homeless.reduce((sum, { minutes }) => sum + minutes, 0);
  const weeks = Math.ceil(toPlace / wishes.learner.minutesPerWeek);
  const until = exam
    ? dayNumber(exam.date)
    : Math.max(clock.toWallClock(last).day, first) + DAYS_BEHIND + weeks * 14;
  return layOpenings(wishes.learner, clock, first, until, wishes.basis.busy, now);
}

/** The last 14 dates of a plan without an exam. */
const lastDays = ({ plan }: PlanState, clock: ZoneClock): number =>
  clock.toWallClock(plan.sessions.at(-1)?.start ?? 0).day - LAST_DAYS + 1;

function standingBoard(
  { wishes, now, state }: ReplanRequest,
  gathered: Gathered,
  openings: readonly Opening[],
  strict: boolean,
): Board {
  const clock = zoneClock(wishes.learner.timeZone);
  const { exam, learner } = wishes;
  const board = new Board({
    openings,
    clock,
    order: gathered.order,
    now,
    sessionMinutes: learner.sessionMinutes,
    minutesPerWeek: learner.minutesPerWeek,
    exam: exam
      ? {
          day: dayNumber(exam.date),
          start:
            exam.minute === null
              ? startOfDay(exam.date, clock)
              : clock.toInstant(dayNumber(exam.date), exam.minute),
        }
      : null,
    strict,
    contentMinutes: gathered.contentMinutes,
    freeReviewsFrom: exam ? dayNumber(exam.date) - LAST_DAYS : lastDays(state, clock),
  });
  for (const piece of gathered.standing) if (piece.was !== null) board.put(piece, piece.was);
  return board;
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
function placeSingly(
  board: Board,
  homeless: readonly Piece[],
  reasons: ReadonlyMap<number, string>,
  gathered: Gathered,
  canGo: CanGo,
): AllPlaced | null {
  const { now, clock, exam } = board.terms;
  const because = new Map(reasons);
  const days = homeless.map(({ was }) => (was === null ? 0 : clock.toWallClock(was).day));
  const withinFinish = clock.toInstant(Math.max(board.finish, ...days) + 1, 0);
  const limits = exam ? [withinFinish] : [withinFinish, board.latestFinish];
  const dropped: number[] = [];
  const evictions = new Map<number, number>();
  const queue = inOrder(homeless, gathered);
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
    let moves: Move[] | null = null;
    for (const until of limits) moves ??= insert(board, own, { from: now, until, soon });
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
  return { board, because, dropped };
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
    const patience = Math.min(wait, now + 366 * 1440) - victims.length * 7 * 1440;
    if (!best || patience > best.patience) best = { start, victims, patience };
  }
  if (!best) return null;
  for (const victim of best.victims) board.take(victim.piece.number);
  board.put(piece, best.start);
  return best.victims;
}
