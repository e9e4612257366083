/** Places for everything that has none: by single moves where that does, else by a shift of all. */

import { isContent } from '../../curriculum/vocabulary.ts';
import type { PlanExam } from '../../plan/plan.ts';
import { LAST_DAYS } from '../../schedule/constants.ts';
import { layOpenings, type Opening } from '../../schedule/openings.ts';
import { dayNumber } from '../../time/civil-date.ts';
import { startOfDay, type ZoneClock, zoneClock } from '../../time/wall-clock.ts';
import type { PlanState } from '../state.ts';
import { Board } from './board.ts';
import { type Changes, evict } from './evict.ts';
import type { Gathered } from './gather.ts';
import { type AllPlaced, type CanGo, placeSingly } from './place-singly.ts';
import { putBack } from './put-back.ts';
import type { ReplanRequest } from './request.ts';
import { shift } from './shift.ts';

/** More pieces without a place than this are not placed by single moves: the plan is shifted. */
const MOST_SINGLE = 30;
/** Days behind the finish in which places are looked for where no exam ends the plan. */
const DAYS_BEHIND = 120;

export function placeAll(
  request: ReplanRequest,
  gathered: Gathered,
  changes: Changes,
  canGo: CanGo,
): AllPlaced | null {
  const { exam } = request.wishes;
  const nextNumber = Math.max(request.state.highestNumber, ...gathered.added) + 1;
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
        ? placeSingly(board, homeless, because, gathered, canGo, nextNumber)
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
      return { board: shifted, because, dropped: [], splits: [] };
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
