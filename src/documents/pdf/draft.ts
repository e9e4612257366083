/** Builds one piece from top to bottom. */
import type { Desk } from './desk.ts';
import type { Block, Jump, Piece, Shape, Tag, TextItem } from './piece.ts';
import { placeLines } from './piece.ts';
import type { Line, Span, TextStyle } from './typesetter.ts';

export interface TextOptions {
  /** From the left edge of the piece. */
  readonly x?: number;
  /** Without it the text stands below what came before, and what follows stands below it. */
  readonly top?: number;
  readonly width?: number;
  readonly maxLines?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly tag?: Tag;
}

type Content = (TextItem | Shape | Block)[];

export class Draft {
  /** The height so far. */
  y = 0;
  readonly #blocks: Content = [];
  readonly #decor: Shape[] = [];
  readonly #jumps: Jump[] = [];
  #parent: Content = this.#blocks;
  #anchor: string | null = null;
  readonly #bookmarks: { title: string; level: 0 | 1 }[] = [];

  constructor(readonly desk: Desk) {}

  /** @returns the y below the text */
  text(content: string | readonly Span[], style: TextStyle, options: TextOptions = {}): number {
    const width = options.width ?? this.desk.width - (options.x ?? 0);
    const spans = typeof content === 'string' ? [{ text: content, style }] : content;
    return this.lines(this.desk.set.wrap(spans, width, options.maxLines), { ...options, width });
  }

  /** Lines that are broken already. */
  lines(lines: readonly Line[], options: TextOptions = {}): number {
    const top = options.top ?? this.y;
    if (lines.length === 0) return top;
    const { items, height } = placeLines(
      lines,
      options.x ?? 0,
      top,
      ({ style }) => this.desk.set.faces[style.face],
      options.align,
      options.width,
    );
    // Inside a group the text is part of that element; alone it is a paragraph.
    if (options.tag === undefined && this.#parent !== this.#blocks) this.#parent.push(...items);
    else this.#parent.push({ tag: options.tag ?? 'P', content: items });
    if (options.top === undefined) this.y = top + height;
    return top + height;
  }

  /** Everything drawn by `fill` becomes content of one structure element. */
  group(tag: Tag, fill: () => void, alt?: string): void {
    const outer = this.#parent;
    const content: Content = [];
    this.#parent = content;
    fill();
    this.#parent = outer;
    outer.push({ tag, content, ...(alt === undefined ? {} : { alt }) });
  }

  /** A shape below all text, without meaning of its own. */
  decor(shape: Shape): void {
    this.#decor.push(shape);
  }

  /** Fills the piece as far as it goes, below all that was drawn. */
  background(fill: string): void {
    this.#decor.unshift({ type: 'rect', x: 0, y: 0, width: this.desk.width, height: this.y, fill });
  }

  /** A shape that belongs to the figure being drawn. */
  shape(shape: Shape): void {
    this.#parent.push(shape);
  }

  rule(y: number, color: string, lineWidth = 0.5, x = 0, width = this.desk.width - x): void {
    this.decor({
      type: 'path',
      points: [
        [x, y],
        [x + width, y],
      ],
      color,
      lineWidth,
    });
  }

  jump(jump: Jump): void {
    this.#jumps.push(jump);
  }

  anchor(name: string): void {
    this.#anchor = name;
  }

  bookmark(title: string, level: 0 | 1): void {
    this.#bookmarks.push({ title, level });
  }

  skip(height: number): void {
    this.y += height;
  }

  finish(): Piece {
    return {
      height: this.y,
      blocks: this.#blocks.filter((item): item is Block => 'tag' in item),
      decor: this.#decor,
      jumps: this.#jumps,
      anchor: this.#anchor,
      bookmarks: this.#bookmarks,
    };
  }
}
