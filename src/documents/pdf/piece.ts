/**
 * The drawing list between layout and pdfkit: what stands where, as plain values. Pages are made
 * of pieces; a piece is never cut. Lengths in points, y downwards from the top of the piece.
 */
import type { Line, Run } from './typesetter.ts';

export interface TextItem {
  readonly type: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly run: Run;
}

export interface RectItem {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly radius?: number;
}

/** An open path through points; also used for ticks and single rules. */
export interface PathItem {
  readonly type: 'path';
  readonly points: readonly (readonly [number, number])[];
  readonly color: string;
  readonly lineWidth: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
}

/** A QR code without its quiet zone: whoever places it leaves white around it. */
export interface QrItem {
  readonly type: 'qr';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Many filled dots of one radius. */
export interface DotsItem {
  readonly type: 'dots';
  readonly centres: readonly (readonly [number, number])[];
  readonly radius: number;
  readonly color: string;
}

export type Shape = RectItem | PathItem | DotsItem | QrItem;
export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD';

/** A node of the tagged structure; its content is in reading order. */
export interface Block {
  readonly tag: Tag;
  /** What a figure shows, for those who cannot see it. */
  readonly alt?: string;
  readonly content: readonly (TextItem | Shape | Block)[];
}

/** A clickable area that leads to a named place in the same document. */
export interface Jump {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly to: string;
  /** Where it leads, in words. */
  readonly name: string;
}

export interface Piece {
  readonly height: number;
  readonly blocks: readonly Block[];
  /** Shapes without meaning of their own, painted below the text. */
  readonly decor: readonly Shape[];
  readonly jumps: readonly Jump[];
  /** Name under which jumps find the top of this piece. */
  readonly anchor: string | null;
  /** Bookmarks that lead here; level 0 is a section. */
  readonly bookmarks: readonly { readonly title: string; readonly level: 0 | 1 }[];
}

/** Places lines below each other. Every line is as high as its highest style asks. */
export function placeLines(
  lines: readonly Line[],
  x: number,
  top: number,
  ascentOf: (run: Run) => { ascent: number; descent: number },
  align: 'left' | 'right' | 'center' = 'left',
  width = 0,
): { items: TextItem[]; height: number } {
  const items: TextItem[] = [];
  let y = top;
  for (const line of lines) {
    const height = Math.max(...line.runs.map(({ style }) => style.lineHeight));
    const below = Math.max(
      ...line.runs.map((run) => {
        const { ascent, descent } = ascentOf(run);
        return (height - (ascent + descent) * run.style.size) / 2 + descent * run.style.size;
      }),
    );
    const baseline = y + height - below;
    const shift =
      align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2;
    for (const run of line.runs) items.push({ type: 'text', x: x + shift + run.x, baseline, run });
    y += height;
  }
  return { items, height: y - top };
}
