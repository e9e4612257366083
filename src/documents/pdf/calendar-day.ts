/** One day of a month calendar. */

import type { Milestone, Session } from '../../plan/plan.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import { milestoneTitle } from '../words/milestone-title.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { drawKindMark, SMALL_MARK } from './kind-mark.ts';
import { drawBox } from './session-row.ts';

export interface DayEntry {
  readonly session: Session;
  /** Lines that its title takes, at most two. */
  readonly titleLines: number;
}

export interface DayEntries {
  readonly sessions: readonly DayEntry[];
  readonly milestones: readonly Milestone[];
}

export const CELL_PAD = 3.5;
const ENTRY_GAP = 2;
const BOX = 5;
const TITLE_LINES = 2;

const headHeight = ({ styles }: Desk): number => styles.smallBold.lineHeight + 1;
const lineHeight = ({ styles }: Desk): number => styles.calendar.lineHeight;
const titleWidth = (column: number): number => column - 2 * CELL_PAD - BOX - 3;

/** @param column width of a day in points */
export const dayEntry = (desk: Desk, session: Session, column: number): DayEntry => ({
  session,
  titleLines: desk.set.wrap(
    [{ text: session.title, style: desk.styles.calendar }],
    titleWidth(column),
    TITLE_LINES,
  ).length,
});

const sumOf = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((sum, item) => sum + of(item), 0);

/** Height of sessions whose titles have at most so many lines of their own. */
const sessionsHeight = (desk: Desk, sessions: readonly DayEntry[], most: number): number =>
  sumOf(
    sessions,
    ({ titleLines }) => (1 + Math.min(titleLines, most)) * lineHeight(desk) + ENTRY_GAP,
  );

/** Height at which nothing of a day is left out. */
export const fullDayHeight = (desk: Desk, { sessions, milestones }: DayEntries): number =>
  2 * CELL_PAD +
  headHeight(desk) +
  milestones.length * (2 * lineHeight(desk) + ENTRY_GAP) +
  sessionsHeight(desk, sessions, TITLE_LINES);

/** Day number, minutes, milestones, and as many sessions as the cell has room for. */
export function drawDay(
  piece: Draft,
  date: CivilDate,
  { sessions, milestones }: DayEntries,
  x: number,
  column: number,
  height: number,
  link: string | null,
): void {
  const { desk } = piece;
  const { plan, styles, theme, words } = desk;
  const { calendar } = words.pdf;
  const left = x + CELL_PAD;
  const width = column - 2 * CELL_PAD;
  const isExam = plan.exam?.date === date || milestones.some(({ kind }) => kind === 'exam');
  if (isExam) {
    piece.decor({
      type: 'rect',
      x: x + 1,
      y: 1,
      width: column - 2,
      height: height - 2,
      stroke: theme.colors.accent,
      lineWidth: 2,
    });
  }
  piece.text(String(Number(date.slice(8))), styles.smallBold, {
    x: left,
    top: CELL_PAD,
    width: 20,
  });
  const minutes = sumOf(sessions, ({ session }) => session.minutes);
  const note = plan.learner.daysOff.includes(date)
    ? calendar.off
    : minutes > 0
      ? words.common.hours(minutes)
      : '';
  if (note !== '') {
    piece.text(note, styles.tiny, {
      x: left + 20,
      top: CELL_PAD + 1,
      width: width - 20,
      align: 'right',
      maxLines: 1,
    });
  }
  const line = lineHeight(desk);
  let y = CELL_PAD + headHeight(desk);
  for (const milestone of milestones) {
    if (y + line > height) break;
    const lines = y + 2 * line <= height ? 2 : 1;
    y =
      piece.text(`◆ ${milestoneTitle(desk.plan, milestone, words)}`, styles.calendarBold, {
        x: left,
        top: y,
        width,
        maxLines: lines,
      }) + ENTRY_GAP;
  }
  const room = height - y - 1;
  const most = [TITLE_LINES, 1, 0].find((lines) => sessionsHeight(desk, sessions, lines) <= room);
  const fit =
    most === undefined
      ? Math.max(0, Math.floor((room - line) / (line + ENTRY_GAP)))
      : sessions.length;
  for (const { session } of sessions.slice(0, fit)) {
    y = drawEntry(piece, session, { x: left, y, width, titleLines: most ?? 0, link }) + ENTRY_GAP;
  }
  const rest = sessions.slice(fit);
  if (rest.length > 0 && y + line <= height) {
    const minutesLeft = sumOf(rest, ({ session }) => session.minutes);
    piece.text(calendar.more(rest.length, words.common.hours(minutesLeft)), styles.tiny, {
      x: left,
      top: y,
      width,
      maxLines: 1,
    });
  }
}

interface Entry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Lines for the title alone, at most; 0: it shares the one line that there is. */
  readonly titleLines: number;
  readonly link: string | null;
}

/**
 * Box, time, mark and number; below it the title, or beside it where there is one line only.
 * @returns the y below it
 */
function drawEntry(
  piece: Draft,
  session: Session,
  { x, y, width, titleLines, link }: Entry,
): number {
  const { desk } = piece;
  const { styles } = desk;
  const middle = y + lineHeight(desk) / 2;
  drawBox(piece, session.status, middle, x, BOX);
  const time = formatMinute(desk.clock.toWallClock(session.start).minute);
  const timeX = x + BOX + 3;
  const markX = timeX + desk.set.width('00:00', styles.calendar) + 3;
  const restX = markX + SMALL_MARK.width + 3;
  piece.text(time, styles.calendar, { x: timeX, top: y, width: markX - timeX, maxLines: 1 });
  drawKindMark(piece, session.kind, markX, middle, SMALL_MARK);
  const number = { text: String(session.number), style: styles.calendarBold, link };
  const plain = { style: styles.calendar, link: null };
  const rest = width - (restX - x);
  if (titleLines === 0) {
    // Words are cut, not left out: there is room for the beginning of one or two.
    const used = desk.set.width(`${session.number} `, styles.calendarBold);
    const text = desk.set.shorten(session.title, styles.calendar, rest - used);
    piece.text([number, { ...plain, text: ` ${text}` }], styles.calendar, {
      x: restX,
      top: y,
      width: rest,
      maxLines: 1,
    });
    return y + lineHeight(desk);
  }
  piece.text(
    [number, { ...plain, text: ` ${desk.words.pdf.calendar.minutes(session.minutes)}` }],
    styles.calendar,
    {
      x: restX,
      top: y,
      width: rest,
      maxLines: 1,
    },
  );
  return piece.text(session.title, styles.calendar, {
    x: timeX,
    top: y + lineHeight(desk),
    width: width - BOX - 3,
    maxLines: titleLines,
  });
}
