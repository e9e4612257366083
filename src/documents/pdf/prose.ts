/** Headings, paragraphs and bullets of the reading pages. */
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Piece } from './piece.ts';
import type { Span, TextStyle } from './typesetter.ts';

/** White above the title of a section that goes on below another one, in points. */
const BETWEEN_SECTIONS = 34;

/** Starts a section on a new page: running head, bookmark, title. */
export function sectionTitle(
  desk: Desk,
  flow: Flow,
  title: string,
  intro: string | null = null,
): void {
  flow.startSection(title);
  putTitle(desk, flow, title, intro);
}

/** The same below the end of the section before, where that left most of its last page free. */
export function sectionTitleBelow(desk: Desk, flow: Flow, title: string): void {
  if (flow.goOnWith(title)) putTitle(desk, flow, title, null);
  else sectionTitle(desk, flow, title);
}

function putTitle(desk: Desk, flow: Flow, title: string, intro: string | null): void {
  const piece = new Draft(desk);
  piece.bookmark(title, 0);
  piece.text(title, desk.styles.title, { tag: 'H1' });
  if (intro !== null) {
    piece.skip(4);
    piece.text(intro, desk.styles.bodyMuted, { maxLines: 6 });
  }
  flow.put(piece.finish(), { gap: BETWEEN_SECTIONS });
}

/** @param keep points that must fit below the heading on the same page */
export function heading(desk: Desk, flow: Flow, text: string, keep = 50): void {
  const piece = new Draft(desk);
  piece.text(text, desk.styles.heading, { tag: 'H2', maxLines: 3 });
  flow.put(piece.finish(), { gap: 20, keep });
}

/** @param gap white above it, in points */
export function paragraph(
  desk: Desk,
  flow: Flow,
  content: string | readonly Span[],
  style: TextStyle,
  gap = 5,
): void {
  const piece = new Draft(desk);
  piece.text(content, style, { maxLines: 12 });
  flow.put(piece.finish(), { gap });
}

const BULLET = 4;
/** White above a bullet, in points. */
const BULLET_GAP = 5;

export function bullet(
  desk: Desk,
  flow: Flow,
  content: string | readonly Span[],
  style: TextStyle = desk.styles.body,
): void {
  flow.put(bulletPiece(desk, content, style), { gap: BULLET_GAP });
}

export function bulletPiece(
  desk: Desk,
  content: string | readonly Span[],
  style: TextStyle,
): Piece {
  const { theme } = desk;
  const piece = new Draft(desk);
  piece.text(content, style, { x: 12, maxLines: 8 });
  piece.decor({
    type: 'rect',
    x: 0,
    y: (style.lineHeight - BULLET) / 2,
    width: BULLET,
    height: BULLET,
    fill: theme.colors.accent,
  });
  return piece.finish();
}
