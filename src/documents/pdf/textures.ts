/** Filled areas that stay apart without colour. */
import type { Shape } from './piece.ts';
import type { PdfTheme, Texture } from './theme.ts';

type KindTheme = PdfTheme['kinds'][keyof PdfTheme['kinds']];

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Points between the lines or dots of a texture. */
const SPACING = 3.2;
const DOT_RADIUS = 0.75;
const FRAME = 0.8;

/** A fifth of the colour on white: the ground below lines and dots. */
function tint(color: string): string {
  const channel = (from: number): string =>
    Math.round(255 - (255 - Number.parseInt(color.slice(from, from + 2), 16)) * 0.2)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

type Segment = readonly (readonly [number, number])[];

/** Steps from the first multiple of the spacing, so that equal textures of neighbours line up. */
function* steps(from: number, to: number): Generator<number> {
  for (let at = Math.ceil(from / SPACING) * SPACING; at < to; at += SPACING) yield at;
}

/** Lines `x + y = c` (falling to the left), cut to the area. */
function* slashes({ x, y, width, height }: Area): Generator<Segment> {
  for (const c of steps(x + y, x + width + y + height)) {
    const from = Math.max(x, c - (y + height));
    const to = Math.min(x + width, c - y);
    if (from < to) {
      yield [
        [from, c - from],
        [to, c - to],
      ];
    }
  }
}

/** Lines `y − x = c` (falling to the right), cut to the area. */
function* backslashes({ x, y, width, height }: Area): Generator<Segment> {
  for (const c of steps(y - x - width, y + height - x)) {
    const from = Math.max(x, y - c);
    const to = Math.min(x + width, y + height - c);
    if (from < to) {
      yield [
        [from, from + c],
        [to, to + c],
      ];
    }
  }
}

function* rows({ x, y, width, height }: Area): Generator<Segment> {
  for (const at of steps(y, y + height)) {
    yield [
      [x, at],
      [x + width, at],
    ];
  }
}

function* columns({ x, y, width, height }: Area): Generator<Segment> {
  for (const at of steps(x, x + width)) {
    yield [
      [at, y],
      [at, y + height],
    ];
  }
}

const NONE: readonly ((area: Area) => Iterable<Segment>)[] = [];
const LINES = {
  solid: NONE,
  outline: NONE,
  dots: NONE,
  hatch: [slashes],
  'back-hatch': [backslashes],
  cross: [slashes, backslashes],
  lines: [rows],
  columns: [columns],
  grid: [rows, columns],
} as const satisfies Record<Texture, readonly ((area: Area) => Iterable<Segment>)[]>;

function dotsIn({ x, y, width, height }: Area, color: string): Shape {
  const centres: [number, number][] = [];
  for (let row = y + SPACING / 2; row <= y + height - DOT_RADIUS; row += SPACING) {
    for (let column = x + SPACING / 2; column <= x + width - DOT_RADIUS; column += SPACING) {
      centres.push([column, row]);
    }
  }
  return { type: 'dots', centres, radius: DOT_RADIUS, color };
}

/** Shapes that fill an area in the colour and texture of a kind. */
export function texturedArea(area: Area, { color, texture }: KindTheme): Shape[] {
  const { x, y, width, height } = area;
  if (width <= 0 || height <= 0) return [];
  if (texture === 'solid') return [{ type: 'rect', ...area, fill: color }];
  const inset = Math.min(FRAME / 2, width / 2, height / 2);
  const frame: Shape = {
    type: 'rect',
    x: x + inset,
    y: y + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    fill: texture === 'outline' ? '#FFFFFF' : tint(color),
    stroke: color,
    lineWidth: FRAME,
  };
  if (texture === 'dots') return [frame, dotsIn(area, color)];
  const lines = LINES[texture].flatMap((family): Shape[] =>
    [...family(area)].map((points) => ({ type: 'path', points, color, lineWidth: 0.8 })),
  );
  return [frame, ...lines];
}
