/** Weeks from left to right, the same under all charts of the overview. */
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../../time/civil-date.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import type { PlanWeek } from './weeks.ts';

/** The exam is shown when it lies at most so many weeks behind the last session. */
const WEEKS_TO_EXAM = 6;
/** Of the name of an exam, in points, at least. */
const LABEL_WIDTH = 30;

export interface WeekAxis {
  /** Weeks with room on the axis. */
  readonly columns: number;
  /** Points from the middle of a week to that of the next. */
  readonly pitch: number;
  /** The first ISO week. */
  readonly first: number;
  /** Exam days that have a column. */
  readonly exams: readonly CivilDate[];
  middleOf(index: number): number;
  /** Where the morning of a day lies. */
  xOf(date: CivilDate): number;
}

/** @param left points from the left margin to the axis */
export function weekAxis(
  { plan, width }: Desk,
  weeks: readonly PlanWeek[],
  left: number,
): WeekAxis {
  const first = weeks[0]?.week ?? 0;
  const placeOf = (date: CivilDate): number => isoWeekIndex(dayNumber(date)) - first;
  const exams = plan.milestones
    .filter(({ kind, date }) => kind === 'exam' && placeOf(date) < weeks.length + WEEKS_TO_EXAM)
    .map(({ date }) => date);
  const columns = Math.max(weeks.length, ...exams.map((date) => placeOf(date) + 1));
  const pitch = (width - left) / Math.max(columns, 1);
  const middleOf = (index: number): number => left + (index + 0.5) * pitch;
  return {
    columns,
    pitch,
    first,
    exams,
    middleOf,
    xOf: (date) => left + ((dayNumber(date) - firstDayOfWeek(first)) / 7) * pitch,
  };
}

/** A line through the plot for each exam, with its name above. */
export function drawExams(piece: Draft, axis: WeekAxis, top: number, bottom: number): void {
  for (const date of axis.exams) drawExam(piece, axis.xOf(date), top, bottom);
}

function drawExam(piece: Draft, x: number, top: number, bottom: number): void {
  const { styles, theme, width, words, set } = piece.desk;
  piece.shape({
    type: 'path',
    points: [
      [x, top - 3],
      [x, bottom],
    ],
    color: theme.colors.ink,
    lineWidth: 1,
  });
  const style = { ...styles.label, color: theme.colors.ink };
  const label = Math.max(LABEL_WIDTH, set.width(words.pdf.overview.exam, style) + 1);
  piece.text(words.pdf.overview.exam, style, {
    x: Math.min(x - label / 2, width - label),
    top: top - 4 - styles.label.lineHeight,
    width: label,
    align: 'center',
  });
}

/**
 * Mondays below the axis, as many as have room; the year below the first and each new one.
 * @returns the y below them
 */
export function drawDates(piece: Draft, axis: WeekAxis, top: number): number {
  const { styles, set, width, words } = piece.desk;
  const mondays = Array.from({ length: axis.columns }, (_, index) =>
    words.dates.dayOfMonth(civilDate(firstDayOfWeek(axis.first + index))),
  );
  const widest =
    Math.max(...['30 Mmm', ...mondays].map((text) => set.width(text, styles.tiny))) + 8;
  const every = Math.max(1, Math.ceil(widest / axis.pitch));
  let year = '';
  let bottom = top + styles.tiny.lineHeight * 2;
  for (let index = 0; index < axis.columns; index += every) {
    const monday = civilDate(firstDayOfWeek(axis.first + index));
    const x = Math.min(Math.max(axis.middleOf(index) - widest / 2, 0), width - widest);
    const below = piece.text(mondays[index] ?? '', styles.tiny, {
      x,
      top,
      width: widest,
      align: 'center',
    });
    if (monday.slice(0, 4) !== year) {
      year = monday.slice(0, 4);
      bottom = piece.text(year, styles.tiny, { x, top: below, width: widest, align: 'center' });
    }
  }
  return bottom;
}
