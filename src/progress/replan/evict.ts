/** Sessions that cannot stay where they are: a window is gone, a pinned one took the place, the exam moved. */
import { isContent, isReading } from '../../curriculum/vocabulary.ts';
import { BREAK_MINUTES } from '../../learner/window-offer.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  LAST_DAYS,
  LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from '../../schedule/constants.ts';
import { isoWeekIndex } from '../../time/civil-date.ts';
import type { Board, Placed } from './board.ts';

export interface Evicted {
  readonly placed: Placed;
  readonly because: string;
}

export interface Changes {
  /** Windows, days off, busy times or the longest sitting are others than before. */
  readonly availability: boolean;
  readonly exam: boolean;
  /** The weekly cap is lower than before. */
  readonly cap: boolean;
}

/**
 * Takes them off the board.
 * @param homeless minutes of content that have no place yet, and may get one in time
 * @returns them in order of time
 */
export function evict(board: Board, changes: Changes, homeless: number): Evicted[] {
  const evicted: Evicted[] = [];
  const out = (placed: Placed, because: string): void => {
    board.take(placed.piece.number);
    evicted.push({ placed, because });
  };
  for (const placed of [...board.placed]) {
    if (placed.piece.fixed || placed.start < board.terms.now) continue;
    const because =
      (changes.availability && !board.openingOf(placed.start, placed.end)
        ? 'you are not free there now'
        : null) ??
      (changes.exam || placed.piece.kind === 'practice-exam' ? examReason(board, placed) : null) ??
      pinnedReason(board, placed) ??
      readingReason(board, placed);
    if (because !== null) out(placed, because);
  }
  // Homeless content may come late, and what is skipped no longer counts.
  for (const placed of [...board.placed]) {
    const { fixed, kind } = placed.piece;
    if (kind !== 'practice-exam' || fixed || placed.start < board.terms.now) continue;
    if (board.terms.strict && !board.enoughContentBefore(placed.start, homeless)) {
      out(placed, 'too little content lies before it');
    }
  }
  for (const placed of overCap(board, changes)) out(placed, 'the week has no more hours');
  return evicted.sort((a, b) => a.placed.start - b.placed.start);
}

function examReason(board: Board, { piece, day, end }: Placed): string | null {
  const { exam } = board.terms;
  if (!exam) return null;
  const before = exam.day - day;
  if (end > exam.start) return 'it lies after the exam';
  if (isContent(piece.kind)) {
    return before < CONTENT_ENDS_DAYS_BEFORE_EXAM ? 'the last days are for review' : null;
  }
  if (piece.kind === 'review') {
    return piece.lastReview && before > LAST_DAYS ? 'it belongs to the last two weeks' : null;
  }
  if (piece.kind === 'practice-exam') {
    if (!board.terms.strict) return null;
    const later = board.placed.some(
      (other) => other.piece.kind === 'practice-exam' && other.piece.counts && other.day > day,
    );
    if (before < LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE) return 'it is too near the exam';
    if (!later && before > LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE) {
      return 'the last practice exam belongs to the last ten days';
    }
    return null;
  }
  return before < OTHER_WORK_ENDS_DAYS_BEFORE_EXAM && piece.kind !== 'logistics'
    ? 'the eve is for review'
    : null;
}

/** A session that the learner pinned takes the place, or turns the order round. */
function pinnedReason(board: Board, placed: Placed): string | null {
  const { order } = board.terms;
  const before = order.before.get(placed.piece.activity) ?? [];
  const after = order.after.get(placed.piece.activity) ?? [];
  for (const other of board.placed) {
    const { fixed, settled, number, activity } = other.piece;
    if (!fixed || settled) continue;
    const touches =
      other.start < placed.end + BREAK_MINUTES && other.end + BREAK_MINUTES > placed.start;
    if (touches && board.conflicts(placed.piece, placed.start) === null) {
      return `${number} is pinned there`;
    }
    if (before.includes(activity) && other.end > placed.start) return `comes after ${number}`;
    if (after.includes(activity) && other.start < placed.end) return `comes before ${number}`;
  }
  return null;
}

/** A lab whose own reading was skipped: another one of its task has to come before it (rule 5). */
function readingReason(board: Board, { piece, start }: Placed): string | null {
  if (piece.kind !== 'lab') return null;
  const before = board.terms.order.before.get(piece.activity) ?? [];
  const late = board.placed.find(
    (other) =>
      isReading(other.piece.kind) &&
      !other.piece.settled &&
      other.end > start &&
      before.includes(other.piece.activity),
  );
  return late ? `comes after ${late.piece.number}` : null;
}

/** The last sessions of each week that has more than its hours. */
function overCap(board: Board, changes: Changes): Placed[] {
  const pinned = board.placed.some(({ piece }) => piece.fixed && !piece.settled);
  if (!changes.cap && !pinned) return [];
  const over: Placed[] = [];
  const tooMany = new Map<number, number>();
  for (const placed of [...board.placed].reverse()) {
    const week = isoWeekIndex(placed.day);
    if (!tooMany.has(week)) tooMany.set(week, -board.leftInWeek(placed.day));
    const left = tooMany.get(week) ?? 0;
    if (left <= 0 || placed.piece.fixed || placed.start < board.terms.now) continue;
    tooMany.set(week, left - placed.piece.minutes);
    over.push(placed);
  }
  return over;
}
