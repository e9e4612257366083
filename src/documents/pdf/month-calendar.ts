/** Month calendars for the wall: one sheet a month on its side, sessions by day. */
import {
  addMonths,
  type CivilDate,
  civilDate,
  dayNumber,
  isoWeekIndex,
  weekdayIndex,
} from '../../time/civil-date.ts';
import {
  CELL_PAD,
  type DayEntries,
  type DayEntry,
  dayEntry,
  drawDay,
  fullDayHeight,
} from './calendar-day.ts';
import { type Desk, dayOf, isInRange, landscape, printedSessions } from './desk.ts';
import { Draft } from './draft.ts';
import type { Flow } from './flow.ts';
import { markKey, SMALL_MARK } from './kind-mark.ts';
import type { Piece } from './piece.ts';
import { planWeeks, weekAnchor } from './weeks.ts';

const WEEK_COLUMN = 30;
const HEAD_HEIGHT = 16;
/** Room below the weeks for what the marks mean. */
const KEY_GAP = 6;
/** What a week without work keeps of an equal share of the sheet. */
const LEAST_SHARE = 0.4;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `2026-12`. */
const monthOf = (date: CivilDate): string => date.slice(0, 7);
const firstOfNext = (month: string): CivilDate => addMonths(`${month}-01` as CivilDate, 1);

const monthAnchor = (month: string): string => `month-${month}`;

/** All months from the first to the last day that has something to show. */
function monthsOf(desk: Desk): string[] {
  const dates = [
    ...printedSessions(desk).map((session) => dayOf(desk, session)),
    ...(desk.plan.exam === null ? [] : [desk.plan.exam.date]),
  ]
    .filter((date) => isInRange(desk, date))
    .sort();
  const [first] = dates;
  const last = dates.at(-1);
  const months: string[] = [];
  if (first === undefined || last === undefined) return months;
  for (let day = first; monthOf(day) <= monthOf(last); day = firstOfNext(monthOf(day))) {
    months.push(monthOf(day));
  }
  return months;
}

export function monthCalendars(desk: Desk, flow: Flow): void {
  const sheet = landscape(desk);
  const column = columnOf(sheet);
  const byDay = new Map<CivilDate, DayEntry[]>();
  for (const session of printedSessions(desk)) {
    const date = dayOf(desk, session);
    byDay.set(date, [...(byDay.get(date) ?? []), dayEntry(sheet, session, column)]);
  }
  const entriesOn = (date: CivilDate): DayEntries => ({
    sessions: byDay.get(date) ?? [],
    milestones: desk.plan.milestones.filter(
      (milestone) => milestone.date === date && isInRange(desk, date),
    ),
  });
  const places = new Map(planWeeks(desk.plan).map(({ week, place }) => [week, place]));
  const placeOf = (date: CivilDate): number | undefined =>
    places.get(isoWeekIndex(dayNumber(date)));
  monthsOf(desk).forEach((month, index) => {
    if (index === 0) flow.startSection(desk.words.pdf.calendar.title, true);
    else flow.startPage();
    flow.put(title(sheet, month, index === 0));
    flow.put(weekdays(sheet), { gap: 6 });
    const key = markKey(sheet, SMALL_MARK);
    // Sums of heights differ in the last bits; the key must not go to a page of its own for that.
    const room = flow.room - key.height - KEY_GAP - 0.1;
    const weeks = weeksOf(desk, month);
    const needs = weeks.map((firstDay) =>
      Math.max(
        ...DAYS.map((day) => {
          const date = civilDate(firstDay + day);
          return monthOf(date) === month ? fullDayHeight(sheet, entriesOn(date)) : 0;
        }),
      ),
    );
    const heights = shareOut(room, needs);
    weeks.forEach((firstDay, row) => {
      flow.put(weekRow(sheet, month, firstDay, heights[row] ?? 0, entriesOn, placeOf));
    });
    flow.put(key, { gap: KEY_GAP });
  });
}

/** First days, as numbers, of the weeks that a month touches: Mondays or Sundays, as the language has it. */
function weeksOf({ words }: Desk, month: string): number[] {
  const first = dayNumber(`${month}-01` as CivilDate);
  const end = dayNumber(firstOfNext(month));
  const before = (weekdayIndex(first) - words.dates.firstWeekday + 7) % 7;
  const firstDays: number[] = [];
  for (let day = first - before; day < end; day += 7) firstDays.push(day);
  return firstDays;
}

/**
 * Heights of the weeks: each what it needs, and the rest in equal parts; where that is too much,
 * full weeks give way to each other, never below what an empty one has.
 */
function shareOut(room: number, needs: readonly number[]): number[] {
  const least = (room / needs.length) * LEAST_SHARE;
  const wanted = needs.map((need) => Math.max(need, least));
  const sum = wanted.reduce((total, height) => total + height, 0);
  if (sum <= room) return wanted.map((height) => height + (room - sum) / needs.length);
  const above = sum - least * needs.length;
  const free = room - least * needs.length;
  return wanted.map((height) => least + ((height - least) / above) * free);
}

function title(desk: Desk, month: string, isFirst: boolean): Piece {
  const { plan, styles, width, words } = desk;
  const piece = new Draft(desk);
  // Names of months are written small in some languages; a title is not.
  const name = capital(words.dates.month(`${month}-01` as CivilDate));
  piece.anchor(monthAnchor(month));
  if (isFirst) piece.bookmark(words.pdf.calendar.title, 0);
  piece.bookmark(name, 1);
  piece.text(name, styles.title, { tag: 'H1', top: 0, width: width * 0.5 });
  const style = styles.bodyMuted;
  const whose = [
    ...(desk.owner === null
      ? []
      : [
          { text: desk.owner, style },
          { text: ' · ', style },
        ]),
    { text: plan.certification.examCode, style },
  ];
  piece.text(whose, style, {
    x: width * 0.5,
    top: styles.title.lineHeight - styles.bodyMuted.lineHeight - 2,
    width: width * 0.5,
    align: 'right',
    maxLines: 1,
  });
  piece.y = styles.title.lineHeight;
  return piece.finish();
}

const columnOf = (desk: Desk): number => (desk.width - WEEK_COLUMN) / 7;

function weekdays(desk: Desk): Piece {
  const { styles, theme, words } = desk;
  const piece = new Draft(desk);
  const column = columnOf(desk);
  piece.group('TR', () => {
    piece.text(words.pdf.calendar.week, styles.tiny, {
      top: (HEAD_HEIGHT - styles.tiny.lineHeight) / 2,
      width: WEEK_COLUMN,
      tag: 'TH',
    });
    DAYS.forEach((day) => {
      const name = words.dates.weekdays[(words.dates.firstWeekday + day) % 7] ?? '';
      piece.text(name, styles.smallBold, {
        x: WEEK_COLUMN + day * column + CELL_PAD,
        top: (HEAD_HEIGHT - styles.smallBold.lineHeight) / 2,
        width: column - CELL_PAD,
        tag: 'TH',
      });
    });
  });
  piece.y = HEAD_HEIGHT;
  piece.rule(HEAD_HEIGHT, theme.colors.ink, 0.8);
  return piece.finish();
}

const linkTo = (place: number | undefined): string | null =>
  place === undefined ? null : `#${weekAnchor(place)}`;

function weekRow(
  desk: Desk,
  month: string,
  firstDay: number,
  height: number,
  entriesOn: (date: CivilDate) => DayEntries,
  placeOf: (date: CivilDate) => number | undefined,
): Piece {
  const { styles, theme } = desk;
  const piece = new Draft(desk);
  const column = columnOf(desk);
  piece.group('TR', () => {
    // A row from Sunday on has days of two weeks of the plan: its last day in the month says which is named.
    const ofMonth = DAYS.map((day) => civilDate(firstDay + day)).filter(
      (date) => monthOf(date) === month,
    );
    const lastDay = ofMonth.at(-1);
    const place = lastDay === undefined ? undefined : placeOf(lastDay);
    piece.text(
      [
        {
          text: place === undefined ? '–' : String(place),
          style: styles.smallBold,
          link: linkTo(place),
        },
      ],
      styles.smallBold,
      { top: CELL_PAD, width: WEEK_COLUMN - 4, tag: 'TH' },
    );
    for (const day of DAYS) {
      const date = civilDate(firstDay + day);
      const x = WEEK_COLUMN + day * column;
      if (monthOf(date) !== month) {
        piece.decor({ type: 'rect', x, y: 0, width: column, height, fill: theme.colors.panel });
        // An empty cell keeps the columns of the table together.
        piece.group('TD', () => {});
        continue;
      }
      const link = linkTo(placeOf(date));
      piece.group('TD', () => drawDay(piece, date, entriesOn(date), x, column, height, link));
    }
  });
  for (const day of [...DAYS, 7]) {
    const x = WEEK_COLUMN + day * column;
    piece.decor({
      type: 'path',
      points: [
        [x, 0],
        [x, height],
      ],
      color: theme.colors.rule,
      lineWidth: 0.5,
    });
  }
  piece.y = height;
  piece.rule(height, theme.colors.muted, 0.5);
  return piece.finish();
}
