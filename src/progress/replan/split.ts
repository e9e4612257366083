/** A session that finds no place soon in one piece goes in two: the rest gets a number of its own. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import { SHORTEST_PART } from '../../workload/segments.ts';
import type { Board } from './board.ts';
import { type InsertTerms, insert, type Move, restore } from './insert.ts';
import type { Piece } from './piece.ts';

/** What may be cut anywhere; steps of projects and labs have names, questions and exams are one whole. */
const CUTTABLE: readonly Kind[] = ['docs', 'course', 'video', 'bridge', 'exam-review'];
const STEP = 5;
/** First parts that are tried, as shares of the whole. */
const SHARES = [0.5, 0.65, 0.35] as const;

export interface InParts {
  readonly moves: readonly Move[];
  readonly first: Piece;
  readonly rest: Piece;
}

/**
 * Both parts soon, or nothing.
 * @param number of the second part
 * @param terms `most`: others that may move for both
 * @returns null, and an unchanged board, where it cannot be cut or still finds no place
 */
export function insertInParts(
  board: Board,
  piece: Piece,
  terms: InsertTerms,
  number: number,
): InParts | null {
  if (!CUTTABLE.includes(piece.kind) || piece.minutes < 2 * SHORTEST_PART) return null;
  const { sessionMinutes } = board.terms;
  const before = [...board.placed];
  const tried = new Set<number>();
  for (const share of SHARES) {
    const minutes = Math.min(
      piece.minutes - SHORTEST_PART,
      Math.max(SHORTEST_PART, Math.round((piece.minutes * share) / STEP) * STEP),
    );
    if (tried.has(minutes)) continue;
    tried.add(minutes);
    const part = (own: number, length: number): Piece => ({
      ...piece,
      number: own,
      minutes: length,
      alone: length > sessionMinutes,
    });
    const first = part(piece.number, minutes);
    const rest = { ...part(number, piece.minutes - minutes), was: null };
    const moves = insert(board, first, terms);
    const left = terms.most - (moves?.length ?? 0);
    const more = moves ? insert(board, rest, { ...terms, most: left }) : null;
    const isSoon = [first, rest].every(
      (own) => (board.at(own.number)?.end ?? Number.POSITIVE_INFINITY) <= terms.soon,
    );
    if (moves && more && isSoon) {
      return { moves: [...moves, ...more], first, rest };
    }
    restore(board, before);
  }
  return null;
}
