/** One session of a weekly list: a box to tick, number, title, when, what to do first and last. */

import type { Session } from '../../plan/plan.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Words } from '../words/words.ts';
import type { Desk } from './desk.ts';
import { Draft } from './draft.ts';
import { drawKindMark, MARK } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { fitsQrCode } from './qr-code.ts';
import { printedAddress, safeLink } from './text-cleaner.ts';
import type { DatedSession } from './weeks.ts';

const BOX = 9;
/** Where titles start; box and number stand before. */
export const TITLE_X = 44;
const NUMBER_GAP = 8;
const RIGHT_WIDTH = 116;
const GAP = 12;
const PAD = 5;
/** The usual address gives 37 modules of 0.4 mm, which any telephone reads. */
const QR = 48;
/** From the text above to the line for notes: room for handwriting. */
const NOTES = 16;
const TITLE_LINES = 3;
/** Questions of a review on paper, and lines for each. */
const QUESTIONS = 3;
const QUESTION_LINES = 4;

export function sessionRow(desk: Desk, { session, date, minute }: DatedSession): Piece {
  const { styles, width, words } = desk;
  const piece = new Draft(desk);
  const qrX = width - QR;
  const whenX = qrX - GAP - RIGHT_WIDTH;
  const textWidth = whenX - GAP - TITLE_X;
  const closed = session.status === 'done' || session.status === 'skipped';
  const titleStyle = closed ? styles.bodyMuted : styles.body;
  const middle = PAD + styles.body.lineHeight / 2;
  const later = session.part !== null && session.part[0] > 1;
  const link = safeLink(session.url);

  drawBox(piece, session.status, middle);
  piece.group('P', () => {
    piece.text(String(session.number), styles.bodyBold, {
      x: BOX + 2,
      top: PAD,
      width: TITLE_X - NUMBER_GAP - BOX - 2,
      align: 'right',
    });
    let y = piece.text(
      [{ text: session.title, style: titleStyle, link }],
      titleStyle,
      // The long title of a capstone is read once, not seventeen times.
      { x: TITLE_X, top: PAD, width: textWidth, maxLines: later ? 1 : TITLE_LINES },
    );
    const address = printedAddress(session.url);
    if (address !== '') {
      const text = desk.set.shortenAddress(address, styles.smallLink, textWidth);
      y = piece.text([{ text, style: styles.smallLink, link }], styles.smallLink, {
        x: TITLE_X,
        top: y,
        width: textWidth + 1,
        maxLines: 1,
      });
    }
    const column = {
      x: whenX + MARK.width + 8,
      width: RIGHT_WIDTH - MARK.width - 8,
      maxLines: 2,
    } as const;
    drawKindMark(piece, session.kind, whenX, middle);
    const when = piece.text(`${words.dates.day(date)} ${formatMinute(minute)}`, styles.small, {
      ...column,
      top: middle - styles.small.lineHeight / 2,
    });
    const planned = piece.text(plannedWords(session, words), styles.smallMuted, {
      ...column,
      top: when,
    });
    const real = realLine(piece, session, column, planned);
    const edge = link === null ? width : qrX - GAP;
    for (const { text, style, lines, isQuestion } of details(desk, session)) {
      // Questions are long: they begin below the day and its minutes, and take their room too.
      if (isQuestion === true) y = Math.max(y, real);
      const wide = y >= real;
      y = piece.text(text, style, {
        x: TITLE_X,
        top: y,
        width: wide ? edge - TITLE_X : textWidth,
        maxLines: lines,
      });
    }
    const notes = drawNotes(piece, Math.max(y, real), qrX - GAP);
    piece.y = Math.max(notes, PAD + (link === null ? 0 : QR)) + PAD;
  });
  if (link !== null && fitsQrCode(link)) {
    piece.decor({ type: 'qr', x: qrX, y: PAD, size: QR, text: link });
  }
  return piece.finish();
}

function plannedWords({ minutes, status, pinned }: Session, { common, pdf }: Words): string {
  const parts = [pdf.weeks.minutesPlanned(minutes)];
  if (pinned) parts.push(pdf.weeks.pinned);
  if (status === 'skipped' || status === 'missed') parts.push(common.statuses[status]);
  return parts.join(' · ');
}

/**
 * What it really took: a line to write on, or what was noted.
 * @returns the y below it
 */
function realLine(
  piece: Draft,
  { status, actual }: Session,
  column: { readonly x: number; readonly width: number },
  top: number,
): number {
  const { styles, set, theme, words } = piece.desk;
  if (status === 'done' && actual) {
    const day = words.dates.dayOfMonth(actual.on);
    return piece.text(words.pdf.weeks.minutesReal(actual.minutes, day), styles.small, {
      ...column,
      top,
      maxLines: 2,
    });
  }
  if (status === 'skipped') return top;
  const room = set.width('0000', styles.small);
  const bottom = piece.text(words.pdf.weeks.minutesToWrite, styles.smallMuted, {
    x: column.x + room + 4,
    top: top + 3,
    width: column.width - room - 4,
    maxLines: 1,
  });
  piece.rule(bottom - 2, theme.colors.muted, 0.5, column.x, room);
  return bottom;
}

/** @returns the y below the line */
function drawNotes(piece: Draft, top: number, right: number): number {
  const { styles, set, theme, words } = piece.desk;
  const { notes } = words.pdf.weeks;
  const bottom = top + NOTES;
  piece.text(notes, styles.tiny, {
    x: TITLE_X,
    top: bottom - styles.tiny.lineHeight,
    width: set.width(notes, styles.tiny) + 1,
    maxLines: 1,
  });
  const from = TITLE_X + set.width(notes, styles.tiny) + 5;
  piece.rule(bottom - 1.5, theme.colors.rule, 0.5, from, right - from);
  return bottom;
}

interface Detail {
  readonly text: string;
  readonly style: Desk['styles']['small'];
  readonly lines: number;
  readonly isQuestion?: true;
}

function details({ styles, words }: Desk, session: Session): Detail[] {
  const { weeks } = words.pdf;
  const { part, label, kind, first, teardown, questions } = session;
  const found: Detail[] = [];
  const last = part === null || part[0] === part[1];
  if (part !== null || label !== null) {
    const text = part === null ? label : weeks.part(part[0], part[1], label === '' ? null : label);
    found.push({ text: text ?? '', style: styles.small, lines: 3 });
  }
  if (first !== null && (part === null || part[0] === 1)) {
    found.push({ text: weeks.first(first), style: styles.smallOblique, lines: 3 });
  }
  if (teardown.length > 0 && last) {
    found.push({
      text: weeks.tearDown(teardown),
      style: styles.smallOblique,
      lines: 5,
    });
  } else if (teardown.length > 0 && (kind === 'lab' || kind === 'project')) {
    found.push({
      text: weeks.tearDownPart,
      style: styles.smallOblique,
      lines: 2,
    });
  }
  for (const question of questions.slice(0, QUESTIONS)) {
    found.push({
      text: `· ${question}`,
      style: styles.small,
      lines: QUESTION_LINES,
      isQuestion: true,
    });
  }
  if (questions.length > QUESTIONS) {
    const text = weeks.moreQuestions(questions.length - QUESTIONS);
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
