/**
 * Room made inside one window: one or two of its sessions go elsewhere, and those between close up.
 * It helps where sessions are short and no single one leaves a large enough hole.
 */
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Board, Placed } from './board.ts';
import type { Piece } from './piece.ts';

export interface Squeezed {
  readonly start: EpochMinutes;
  /** They need another place. */
  readonly gone: readonly Placed[];
  /** They stay in the window, a little later. */
  readonly later: readonly { readonly placed: Placed; readonly start: EpochMinutes }[];
}

/**
 * Ways to put the piece into a window, those with the fewest moves first; not yet judged by the rules.
 * @param most others that may move in all
 */
export function squeezes(
  board: Board,
  piece: Piece,
  within: { readonly from: EpochMinutes; readonly until: EpochMinutes },
  most: number,
): Squeezed[] {
  const found: Squeezed[] = [];
  if (piece.alone) return found;
  for (const opening of board.terms.openings) {
    if (opening.end <= within.from || opening.start >= within.until) continue;
    if (opening.end - opening.start < piece.minutes) continue;
    const own = board.placed.slice(board.firstFrom(opening.start), board.firstFrom(opening.end));
    for (const gone of smallGroups(own.filter((placed) => mayGo(placed, board)))) {
      const rest = own.filter((placed) => !gone.includes(placed));
      for (let index = 0; index <= rest.length; index += 1) {
        const way = closeUp(piece, rest, index, opening, within);
        if (way && way.later.length > 0 && gone.length + way.later.length <= most) {
          found.push({ ...way, gone });
        }
      }
    }
  }
  return found.sort((a, b) => size(a) - size(b) || a.start - b.start);
}

const size = ({ gone, later }: Squeezed): number => gone.length + later.length;

const mayGo = ({ piece, start }: Placed, board: Board): boolean =>
  !piece.fixed && start >= board.terms.now;

function* smallGroups(placed: readonly Placed[]): Generator<readonly Placed[]> {
  for (const [index, one] of placed.entries()) {
    yield [one];
    for (const other of placed.slice(index + 1)) yield [one, other];
  }
}

/** The piece before the session of that index; whoever stands in its way begins when it ends. */
function closeUp(
  piece: Piece,
  rest: readonly Placed[],
  index: number,
  opening: { readonly start: EpochMinutes; readonly end: EpochMinutes },
  within: { readonly from: EpochMinutes; readonly until: EpochMinutes },
): Omit<Squeezed, 'gone'> | null {
  const before = rest[index - 1];
  const start = Math.max(before?.end ?? opening.start, opening.start, within.from);
  let cursor = start + piece.minutes;
  if (cursor > Math.min(opening.end, within.until)) return null;
  const later: { placed: Placed; start: EpochMinutes }[] = [];
  for (const placed of rest.slice(index)) {
    if (placed.start >= cursor) break;
    if (placed.piece.fixed) return null;
    later.push({ placed, start: cursor });
    cursor += placed.piece.minutes;
    if (cursor > opening.end) return null;
  }
  return { start, later };
}
