/** Puts extra sessions on the board where there is room, or in place of a review that can be spared. */

import type { Session } from '../../plan/plan.ts';
import { sessionOfItem } from '../../plan/sessions.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board } from './board.ts';
import type { Extra } from './extras.ts';
import type { Piece } from './piece.ts';
import { firstFree } from './places.ts';

export interface ExtraTerms {
  readonly firstNumber: number;
  /** From which UIDs are made. */
  readonly uidBase: string;
  readonly sessionMinutes: number;
  /** A review that may make way, in the days in which the extra one is wanted. */
  readonly spare: (extra: Extra) => Session | null;
}

export interface AddedExtras {
  readonly added: readonly { readonly session: Session; readonly because: string }[];
  readonly spared: readonly Session[];
  /** Groups for which there is no room. */
  readonly without: readonly Extra[];
}

export function addExtras(board: Board, extras: readonly Extra[], terms: ExtraTerms): AddedExtras {
  const added: { session: Session; because: string }[] = [];
  const spared: Session[] = [];
  const without: Extra[] = [];
  let number = terms.firstNumber;
  const place = (extra: Extra): boolean => {
    const piece = pieceOf(extra, number, terms.sessionMinutes);
    const start = firstFree(board, piece, extra.from, Math.min(extra.until, board.latestFinish));
    if (start === null) return false;
    board.put(piece, start);
    added.push({ session: sessionAt(extra, number, start, terms), because: extra.because });
    number += 1;
    return true;
  };
  for (const group of new Set(extras.map((extra) => extra.group))) {
    const members = extras.filter((extra) => extra.group === group);
    const before = added.length;
    if (members.every(place)) continue;
    // A part without the others helps nobody.
    for (const { session } of added.splice(before)) board.take(session.number);
    number = terms.firstNumber + added.length;
    const [first] = members;
    if (!first) continue;
    const session = members.length > 1 ? null : terms.spare(first);
    const placed = session ? board.at(session.number) : undefined;
    if (!session || !placed) {
      without.push(first);
      continue;
    }
    board.take(session.number);
    if (place(first)) spared.push(session);
    else {
      board.put(placed.piece, placed.start);
      without.push(first);
    }
  }
  return { added, spared, without };
}

const pieceOf = ({ item, minutes }: Extra, number: number, sessionMinutes: number): Piece => ({
  number,
  activity: item.id,
  kind: item.kind,
  minutes,
  tasks: item.tasks,
  alone: minutes > sessionMinutes,
  fixed: false,
  settled: false,
  counts: true,
  lastReview: false,
  was: null,
});

const sessionAt = (
  { item, minutes }: Extra,
  number: number,
  start: EpochMinutes,
  { uidBase }: ExtraTerms,
): Session => sessionOfItem(item, { number, base: uidBase, start, minutes });
