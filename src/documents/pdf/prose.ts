/** Headings, paragraphs and bullets of the reading pages. */
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import type { Span, TextStyle } from './typesetter.ts';

/** Starts a section on a new page: running head, bookmark, title. */
export function sectionTitle(
  desk: Desk,
  flow: Flow,
  title: string,
  intro: string | null = null,
): void {
  flow.startSection(title);
  const piece = new Draft(desk);
  piece.bookmark(title, 0);
  piece.text(title, desk.styles.title, { tag: 'H1' });
  if (intro !== null) {
    piece.skip(4);
    piece.text(intro, desk.styles.bodyMuted, { maxLines: 6 });
  }
  flow.put(piece.finish());
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

export function bullet(
  desk: Desk,
  flow: Flow,
  content: string | readonly Span[],
  style: TextStyle = desk.styles.body,
): void {
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
  flow.put(piece.finish(), { gap: 5 });
}
