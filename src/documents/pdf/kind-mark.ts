/** The small label that tells the kind of a session: letters first, colour second. */
import { KINDS, type Kind } from '../../curriculum/vocabulary.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Piece } from './piece.ts';

interface MarkSize {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Its letters, as a multiple of the theme's. */
  readonly type: number;
}

export const MARK = { width: 24, height: 10.5, type: 1 } as const satisfies MarkSize;
/** For the days of a calendar. */
export const SMALL_MARK = { width: 17, height: 7.4, type: 0.86 } as const satisfies MarkSize;

/** @param middle y of the middle of the mark, in points from the top of the piece */
export function drawKindMark(
  piece: Draft,
  kind: Kind,
  x: number,
  middle: number,
  { width, height, type }: MarkSize = MARK,
): void {
  const { styles, theme } = piece.desk;
  const { color, mark } = theme.kinds[kind];
  piece.decor({
    type: 'rect',
    x,
    y: middle - height / 2,
    width,
    height,
    fill: color,
    radius: 2,
  });
  const style = {
    ...styles.mark,
    size: styles.mark.size * type,
    lineHeight: styles.mark.lineHeight * type,
  };
  piece.text(mark, style, {
    x,
    top: middle - style.lineHeight / 2,
    width,
    align: 'center',
    maxLines: 1,
  });
}

/** What the marks mean: only kinds that occur. */
export function markKey(desk: Desk, size: MarkSize = MARK): Piece {
  const { plan, styles, width, words } = desk;
  const piece = new Draft(desk);
  const kinds = KINDS.filter((kind) => plan.sessions.some((session) => session.kind === kind));
  const style = size === MARK ? styles.smallMuted : styles.tiny;
  const columns = Math.floor(width / (size.width + words.pdf.frame.keyColumn));
  const column = width / columns;
  const row = size.height + 5;
  kinds.forEach((kind, index) => {
    const x = (index % columns) * column;
    const middle = Math.floor(index / columns) * row + size.height / 2;
    drawKindMark(piece, kind, x, middle, size);
    piece.text(words.common.kinds[kind], style, {
      x: x + size.width + 6,
      top: middle - style.lineHeight / 2,
      width: column - size.width - 10,
      maxLines: 1,
    });
  });
  piece.y = Math.ceil(kinds.length / columns) * row;
  return piece.finish();
}
