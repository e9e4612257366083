/** The small label that tells the kind of a session: letters first, colour second. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import type { Draft } from './draft.ts';

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
