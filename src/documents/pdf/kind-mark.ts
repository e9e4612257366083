/** The small label that tells the kind of a session: letters first, colour second. */
import { KINDS, type Kind } from '../../curriculum/vocabulary.ts';
import { KIND_NAMES } from '../../plan/words.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Piece } from './piece.ts';

export const MARK_WIDTH = 24;
const MARK_HEIGHT = 10.5;

/** @param middle y of the middle of the mark, in points from the top of the piece */
export function drawKindMark(piece: Draft, kind: Kind, x: number, middle: number): void {
  const { styles, theme } = piece.desk;
  const { color, mark } = theme.kinds[kind];
  piece.decor({
    type: 'rect',
    x,
    y: middle - MARK_HEIGHT / 2,
    width: MARK_WIDTH,
    height: MARK_HEIGHT,
    fill: color,
    radius: 2,
  });
  piece.text(mark, styles.mark, {
    x,
    top: middle - styles.mark.lineHeight / 2,
    width: MARK_WIDTH,
    align: 'center',
    maxLines: 1,
  });
}

const KEY_COLUMNS = 4;

/** What the marks mean, for the top of the lists: only kinds that occur. */
export function markKey(desk: Desk): Piece {
  const { plan, styles, width } = desk;
  const piece = new Draft(desk);
  const kinds = KINDS.filter((kind) => plan.sessions.some((session) => session.kind === kind));
  const column = width / KEY_COLUMNS;
  const row = MARK_HEIGHT + 5;
  kinds.forEach((kind, index) => {
    const x = (index % KEY_COLUMNS) * column;
    const middle = Math.floor(index / KEY_COLUMNS) * row + MARK_HEIGHT / 2;
    drawKindMark(piece, kind, x, middle);
    piece.text(KIND_NAMES[kind], styles.smallMuted, {
      x: x + MARK_WIDTH + 6,
      top: middle - styles.smallMuted.lineHeight / 2,
      width: column - MARK_WIDTH - 10,
      maxLines: 1,
    });
  });
  piece.y = Math.ceil(kinds.length / KEY_COLUMNS) * row;
  return piece.finish();
}
