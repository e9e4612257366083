/** From the drawing list to pdfkit: text, shapes, links, bookmarks, structure tags. */

import type { PageLayout } from './flow.ts';
import type { DocumentFonts, PagedDocument } from './open-document.ts';
import type { Block, Jump, Piece, Shape, TextItem } from './piece.ts';
import type { RunningLines } from './running-lines.ts';
import { isShaped } from './text-cleaner.ts';
import type { PdfTheme } from './theme.ts';

type Doc = PagedDocument;
type Struct = PDFKit.PDFStructureElement;

export interface PaintOptions {
  readonly theme: PdfTheme;
  /** Width and height of an upright page in points. */
  readonly paper: readonly [number, number];
  readonly fonts: DocumentFonts;
  readonly running: (page: number) => RunningLines;
}

export function paintPages(doc: Doc, pages: readonly PageLayout[], options: PaintOptions): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const bookmarks: PDFKit.PDFOutline[] = [];
  let section: string | null = null;
  let sect: Struct | null = null;
  const anchors = new Set(
    pages.flatMap(({ placed }) => placed.flatMap(({ piece }) => piece.anchor ?? [])),
  );
  pages.forEach((page, index) => {
    const [width, height] = options.paper;
    doc.addPage({ size: page.landscape ? [height, width] : [width, height], margin: 0 });
    if (page.section !== section || sect === null) {
      sect?.end();
      section = page.section;
      sect = doc.struct('Sect', { title: section });
      root.add(sect);
    }
    const brush = new Brush(doc, options.theme.page.left, options.fonts, anchors);
    brush.artifact('Layout', () => {
      for (const { piece, y } of page.placed) {
        for (const shape of piece.decor) brush.shape(shape, options.theme.page.top + y);
      }
    });
    let table: Struct | null = null;
    for (const { piece, y } of page.placed) {
      const top = options.theme.page.top + y;
      openPiece(doc, piece, top, bookmarks);
      for (const block of piece.blocks) {
        // Rows are pieces of their own; those that follow each other on a page are one table.
        if (block.tag === 'TR' && table === null) {
          table = doc.struct('Table');
          sect.add(table);
        } else if (block.tag !== 'TR') {
          table?.end();
          table = null;
        }
        brush.block(block, top, table ?? sect);
      }
      for (const jump of piece.jumps) brush.jump(jump, top, sect);
    }
    table?.end();
    const running = options.running(index);
    brush.artifact('Pagination', () => {
      for (const shape of running.shapes) brush.shape(shape, 0);
      for (const item of running.items) brush.text(item, 0);
    });
    doc.finishPage();
  });
  (sect as Struct | null)?.end();
  root.end();
}

function openPiece(doc: Doc, piece: Piece, top: number, bookmarks: PDFKit.PDFOutline[]): void {
  if (piece.anchor !== null) doc.addNamedDestination(piece.anchor, 'XYZ', 0, top - 12, null);
  for (const { title, level } of piece.bookmarks) {
    const parent = level === 0 ? doc.outline : (bookmarks.at(-1) ?? doc.outline);
    // `top` and `left` are known to pdfkit 0.20, not yet to its types.
    const place = { expanded: false, top: top - 12, left: 0 };
    const item = parent.addItem(title, place);
    if (level === 0) bookmarks.push(item);
  }
}

/** Draws at the left margin; remembers the colour so that it is written only when it changes. */
class Brush {
  #fill = '';

  constructor(
    private readonly doc: Doc,
    private readonly left: number,
    private readonly fonts: PaintOptions['fonts'],
    /** Places that links inside the document can lead to: what is not printed has none. */
    private readonly anchors: ReadonlySet<string>,
  ) {}

  jump({ x, y, width, height, to, name }: Jump, top: number, parent: Struct): void {
    if (!this.anchors.has(to)) return;
    const element = this.doc.struct('Link', { alt: name });
    parent.add(element);
    this.doc.linkArea({ x: this.left + x, y: top + y, width, height }, `#${to}`, name, element);
    element.end();
  }

  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  block(block: Block, top: number, parent: Struct): void {
    const options = {
      ...(block.alt === undefined ? {} : { alt: block.alt }),
      // Known to pdfkit 0.20, not yet to its types: a header cell names what its column holds.
      ...(block.tag === 'TH' ? { scope: 'Column' } : {}),
    };
    const element = this.doc.struct(block.tag, options);
    parent.add(element);
    let pending: (TextItem | Shape)[] = [];
    const flush = (): void => {
      if (pending.length === 0) return;
      const items = pending;
      pending = [];
      element.add(() => {
        for (const item of items) this.#item(item, top);
      });
    };
    let link: { to: string; items: TextItem[] } | null = null;
    const flushLink = (): void => {
      if (link === null) return;
      const { to, items } = link;
      link = null;
      const child = this.doc.struct('Link', { alt: items.map(({ run }) => run.text).join(' ') });
      element.add(child);
      child.add(() => {
        for (const item of items) this.text(item, top);
        this.#linkArea(items, top, to, child);
      });
      child.end();
    };
    for (const item of block.content) {
      if ('tag' in item) {
        flush();
        flushLink();
        this.block(item, top, element);
      } else if (item.type === 'text' && item.run.link !== null && this.#leads(item.run.link)) {
        flush();
        if (link !== null && link.to !== item.run.link) flushLink();
        link ??= { to: item.run.link, items: [] };
        link.items.push(item);
      } else {
        flushLink();
        pending.push(item);
      }
    }
    flush();
    flushLink();
    element.end();
  }

  #item(item: TextItem | Shape, top: number): void {
    if (item.type === 'text') this.text(item, top);
    else this.shape(item, top);
  }

  text({ x: from, baseline, run }: TextItem, top: number): void {
    this.#fillWith(run.style.color);
    const font = this.fonts.names[run.style.face];
    const left = this.left + from;
    const bottom = top + baseline;
    // Only what must be joined is shaped: ligatures elsewhere are wider than the layout knows.
    if (!this.fonts.shaped || !isShaped(run.text)) {
      const outline = run.style.outlined === true ? run.style.color : null;
      this.doc.setLine(run.text, font, run.style.size, left, bottom, outline);
      return;
    }
    this.doc.font(font).fontSize(run.style.size);
    const space = this.doc.widthOfString(' ');
    let x = left;
    // Word by word: inside a text, pdfkit turns a word round together with the space behind it.
    for (const word of run.text.split(' ')) {
      if (word !== '') {
        this.doc.text(word, x, bottom, { lineBreak: false, baseline: 'alphabetic' });
        x += this.doc.widthOfString(word);
      }
      x += space;
    }
  }

  /** One area for all lines of a link: they stand below each other. */
  #linkArea(items: readonly TextItem[], top: number, to: string, parent: Struct): void {
    const left = Math.min(...items.map(({ x }) => x));
    const right = Math.max(...items.map(({ x, run }) => x + run.width));
    const above = Math.min(...items.map(({ baseline, run }) => baseline - run.style.size));
    const below = Math.max(...items.map(({ baseline, run }) => baseline + run.style.size * 0.3));
    this.doc.linkArea(
      { x: this.left + left, y: top + above, width: right - left, height: below - above },
      to,
      items[0]?.run.text ?? to,
      parent,
    );
  }

  /** False for a link to a place that is not printed. */
  #leads(to: string): boolean {
    return !to.startsWith('#') || this.anchors.has(to.slice(1));
  }

  shape(shape: Shape, top: number): void {
    const { doc, left } = this;
    if (shape.type === 'rect') {
      const { fill, stroke, radius, lineWidth = 0.5 } = shape;
      if (fill !== undefined) this.#fillWith(fill);
      if (stroke !== undefined) doc.lineWidth(lineWidth).strokeColor(stroke);
      if (radius === undefined) doc.rect(left + shape.x, top + shape.y, shape.width, shape.height);
      else {
        doc.roundedRect(left + shape.x, top + shape.y, shape.width, shape.height, radius);
      }
      if (fill !== undefined && stroke !== undefined) doc.fillAndStroke();
      else if (fill !== undefined) doc.fill();
      else doc.stroke();
    } else if (shape.type === 'qr') {
      doc.setQrCode(shape.text, left + shape.x, top + shape.y, shape.size);
    } else if (shape.type === 'path') {
      doc.lineWidth(shape.lineWidth).strokeColor(shape.color);
      if (shape.dash) doc.dash(shape.dash[0], { space: shape.dash[1] });
      shape.points.forEach(([x, y], index) => {
        if (index === 0) doc.moveTo(left + x, top + y);
        else doc.lineTo(left + x, top + y);
      });
      doc.stroke();
      if (shape.dash) doc.undash();
    } else {
      this.#fillWith(shape.color);
      for (const [x, y] of shape.centres) doc.circle(left + x, top + y, shape.radius);
      doc.fill();
    }
  }

  #fillWith(color: string): void {
    if (this.#fill === color) return;
    this.doc.fillColor(color);
    this.#fill = color;
  }
}
