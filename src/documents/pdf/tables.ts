/** Plain tables: a head, rows that are never cut, thin rules. */
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Piece } from './piece.ts';
import type { TextStyle } from './typesetter.ts';

export interface Column {
  readonly head: string;
  /** Share of the width; the shares of a table add up to 1. */
  readonly share: number;
  readonly align?: 'left' | 'right';
  readonly style?: TextStyle;
  readonly maxLines?: number;
}

const GUTTER = 10;
const PAD = 3;

function rowPiece(
  desk: Desk,
  columns: readonly Column[],
  cells: readonly string[],
  isHead: boolean,
): Piece {
  const piece = new Draft(desk);
  let x = 0;
  let bottom = 0;
  piece.group('TR', () => {
    columns.forEach((column, index) => {
      const width = column.share * desk.width;
      const style = isHead ? desk.styles.smallBold : (column.style ?? desk.styles.small);
      bottom = Math.max(
        bottom,
        piece.text(cells[index] ?? '', style, {
          x,
          top: PAD,
          width: width - (index === columns.length - 1 ? 0 : GUTTER),
          maxLines: column.maxLines ?? 2,
          align: column.align ?? 'left',
          tag: isHead ? 'TH' : 'TD',
        }),
      );
      x += width;
    });
  });
  piece.y = bottom + PAD;
  piece.rule(
    piece.y,
    isHead ? desk.theme.colors.muted : desk.theme.colors.rule,
    isHead ? 0.8 : 0.4,
  );
  return piece.finish();
}

/** One `Table` of the structure per page, its head repeated: pages are what people read. */
export function putTable(
  desk: Desk,
  flow: Flow,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const head = (): Piece =>
    rowPiece(
      desk,
      columns,
      columns.map((column) => column.head),
      true,
    );
  flow.put(head(), { gap: 6, keep: 24 });
  flow.repeatOnNewPage(head);
  flow.putList(
    rows.map((row) => rowPiece(desk, columns, row, false)),
    0,
  );
  flow.repeatOnNewPage(null);
}
