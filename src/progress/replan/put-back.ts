/** No move without need: whoever can stand in the old place after all goes back there. */
import type { Board } from './board.ts';
import type { Piece } from './piece.ts';

/** @param moved those that stood elsewhere before, in a slot that has not passed */
export function putBack(board: Board, moved: readonly Piece[]): void {
  for (let again = true; again; ) {
    again = false;
    for (const piece of moved) {
      const placed = board.at(piece.number);
      if (!placed || piece.was === null || placed.start === piece.was) continue;
      if (piece.was < board.terms.now) continue;
      const { finish } = board;
      board.take(piece.number);
      if (board.isFree(piece, piece.was)) {
        board.put(piece, piece.was);
        if (board.finish === finish && board.dayHolds(placed.day)) {
          again = true;
          continue;
        }
        board.take(piece.number);
      }
      board.put(piece, placed.start);
    }
  }
}
