/** Filled areas that stay apart without colour. */
import type { Shape } from './piece.ts';
import type { PdfTheme } from './theme.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Points between the lines or dots of a texture. */
const SPACING = 3.2;
const DOT_RADIUS = 0.75;

/** A line of a hatch, cut to the area: the points of `x + y = c` inside it. */
function diagonal({ x, y, width, height }: Area, c: number): [number, number][] {
  const from = Math.max(x, c - (y + height));
  const to = Math.min(x + width, c - y);
  return from < to
    ? [
        [from, c - from],
        [to, c - to],
      ]
    : [];
}

export function texturedArea(area: Area, kind: PdfTheme['kinds'][keyof PdfTheme['kinds']]): Shape[] {
  const { x, y, width, height } = area;
  const { color, texture } = kind;
  if (width <= 0 || height <= 0) return [];
  if (texture === 'solid') return [{ type: 'rect', ...area, fill: color }];
  const inset = Math.min(0.4, width / 2, height / 2);
  const frame: Shape = {
    type: 'rect',
    x: x + inset,
    y: y + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    fill: '#FFFFFF',
    stroke: color,
    lineWidth: 0.8,
  };
  if (texture === 'outline') return [frame];
  if (texture === 'hatch') {
    const lines: Shape[] = [];
    // Counted from the corner of the page, so that neighbours with the same hatch line up.
    const first = Math.ceil((x + y) / SPACING) * SPACING;
    for (let c = first; c < x + width + y + height; c += SPACING) {
      const points = diagonal(area, c);
      if (points.length > 0) lines.push({ type: 'path', points, color, lineWidth: 1 });
    }
    return [frame, ...lines];
  }
  const centres: [number, number][] = [];
  for (let row = y + SPACING / 2; row <= y + height - DOT_RADIUS; row += SPACING) {
    for (let column = x + SPACING / 2; column <= x + width - DOT_RADIUS; column += SPACING) {
      centres.push([column, row]);
    }
  }
  return [frame, { type: 'dots', centres, radius: DOT_RADIUS, color }];
}
