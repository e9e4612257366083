/** One session of a weekly list: a box to tick, number, title, when, what to do first and last. */

import type { Session } from '../../plan/plan.ts';
import { formatDate, formatHours } from '../../plan/words.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import { formatMoment } from './exam-words.ts';
import { drawKindMark, MARK_WIDTH } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { printedAddress, safeLink } from './text-cleaner.ts';
import type { DatedSession } from './weeks.ts';

const BOX = 9;
/** Where titles start; box and number stand before. */
export const TITLE_X = 44;
const NUMBER_GAP = 8;
const RIGHT_WIDTH = 116;
const PAD = 5;
const TITLE_LINES = 3;
/** Questions of a review on paper, and lines for each. */
const QUESTIONS = 3;
const QUESTION_LINES = 4;

/** Kinds whose first action is worth a line: it is what gets a tired learner going. */
const SHOWS_FIRST = new Set<Session['kind']>([
  'lab',
  'project',
  'practice-exam',
  'exam-review',
  'logistics',
]);

export function sessionRow(desk: Desk, { session, date, minute }: DatedSession): Piece {
  const { styles, width } = desk;
  const piece = new Draft(desk);
  const textWidth = width - TITLE_X - RIGHT_WIDTH - 14;
  const closed = session.status === 'done' || session.status === 'skipped';
  const titleStyle = closed ? styles.bodyMuted : styles.body;
  const middle = PAD + styles.body.lineHeight / 2;
  const later = session.part !== null && session.part[0] > 1;

  drawBox(piece, session.status, middle);
  piece.group('P', () => {
    piece.text(String(session.number), styles.bodyBold, {
      x: BOX + 2,
      top: PAD,
      width: TITLE_X - NUMBER_GAP - BOX - 2,
      align: 'right',
    });
    let y = piece.text(
      [{ text: session.title, style: titleStyle, link: safeLink(session.url) }],
      titleStyle,
      // The long title of a capstone is read once, not seventeen times.
      { x: TITLE_X, top: PAD, width: textWidth, maxLines: later ? 1 : TITLE_LINES },
    );
    const address = printedAddress(session.url);
    if (address !== '') {
      const text = desk.set.shortenAddress(address, styles.smallLink, textWidth);
      y = piece.text(
        [{ text, style: styles.smallLink, link: safeLink(session.url) }],
        styles.smallLink,
        {
          x: TITLE_X,
          top: y,
          width: textWidth + 1,
          maxLines: 1,
        },
      );
    }
    for (const { text, style, lines } of details(desk, session)) {
      y = piece.text(text, style, { x: TITLE_X, top: y, width: textWidth, maxLines: lines });
    }
    const x = width - RIGHT_WIDTH;
    const column = {
      x: x + MARK_WIDTH + 8,
      width: RIGHT_WIDTH - MARK_WIDTH - 8,
      maxLines: 2,
    } as const;
    drawKindMark(piece, session.kind, x, middle);
    const when = piece.text(formatMoment(date, minute), styles.small, {
      ...column,
      top: middle - styles.small.lineHeight / 2,
    });
    const right = piece.text(lengthOf(session), styles.smallMuted, { ...column, top: when });
    piece.y = Math.max(y, right) + PAD;
  });
  return piece.finish();
}

function lengthOf({ minutes, status, actual, pinned }: Session): string {
  const parts = [`${minutes} min`];
  if (pinned) parts.push('pinned');
  if (status === 'done' && actual) {
    parts.push(
      `done ${formatDate(actual.on).split(' ').slice(1).join(' ')}, ${formatHours(actual.minutes)}`,
    );
  } else if (status !== 'planned') parts.push(status);
  return parts.join(' · ');
}

interface Detail {
  readonly text: string;
  readonly style: Desk['styles']['small'];
  readonly lines: number;
}

function details({ styles }: Desk, session: Session): Detail[] {
  const { part, label, kind, first, teardown, questions } = session;
  const found: Detail[] = [];
  const last = part === null || part[0] === part[1];
  if (part !== null || label !== null) {
    const name = part === null ? '' : `part ${part[0]} of ${part[1]}`;
    const text = [name, label ?? ''].filter((piece) => piece !== '').join(': ');
    found.push({ text, style: styles.small, lines: 3 });
  }
  if (first !== null && SHOWS_FIRST.has(kind) && (part === null || part[0] === 1)) {
    found.push({ text: `first: ${first}`, style: styles.smallOblique, lines: 3 });
  }
  if (teardown.length > 0 && last) {
    found.push({
      text: `at end: tear-down: ${teardown.join('; ')}`,
      style: styles.smallOblique,
      lines: 5,
    });
  } else if (teardown.length > 0 && (kind === 'lab' || kind === 'project')) {
    found.push({
      text: 'at end: tear-down of all that the next part does not need (list: lab safety page)',
      style: styles.smallOblique,
      lines: 2,
    });
  }
  for (const question of questions.slice(0, QUESTIONS)) {
    found.push({ text: `· ${question}`, style: styles.small, lines: QUESTION_LINES });
  }
  if (questions.length > QUESTIONS) {
    const text = `and ${questions.length - QUESTIONS} more: certplan show`;
    found.push({ text, style: styles.smallMuted, lines: 1 });
  }
  return found;
}

/** A drawn square: readers show it whatever font they have; ticked when the session is done. */
export function drawBox(
  piece: Draft,
  status: Session['status'],
  middle: number,
  x = 0,
  size = BOX,
): void {
  const { colors } = piece.desk.theme;
  const y = middle - size / 2;
  piece.decor({
    type: 'rect',
    x: x + 0.4,
    y,
    width: size,
    height: size,
    stroke: colors.ink,
    lineWidth: 0.8,
  });
  if (status === 'done') {
    piece.decor({
      type: 'path',
      points: [
        [x + size * 0.22, y + size * 0.52],
        [x + size * 0.45, y + size * 0.76],
        [x + size * 0.9, y + size * 0.2],
      ],
      color: colors.fits,
      lineWidth: 1.6,
    });
  } else if (status === 'skipped') {
    piece.decor({
      type: 'path',
      points: [
        [x + size * 0.25, middle],
        [x + size * 0.85, middle],
      ],
      color: colors.muted,
      lineWidth: 1.2,
    });
  }
}
