/** Sessions by week and day: of the whole plan, or of some days. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import {
  type Milestone,
  type Plan,
  planClock,
  type Session,
  type SessionStatus,
} from '../../plan/plan.ts';
import { type WeekLoad, weekLoads } from '../../plan/totals.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../../time/civil-date.ts';
import { dateAt, formatMinute } from '../../time/wall-clock.ts';
import { bar, padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

const BAR_WIDTH = 16;
/** Narrower terminals get the date on a line of its own, and no kind. */
const NARROW = 72;
const LONGEST_KIND = 18;

const MARKS = {
  planned: ' ',
  done: '✓',
  skipped: '–',
  missed: '!',
} as const satisfies Record<SessionStatus, string>;

/** One character; in ASCII `x`, `-`, `!`. */
export const statusMark = (status: SessionStatus): string => MARKS[status];

/** `Title (2 of 3: label)`. */
export function titleWithPart(session: Pick<Session, 'title' | 'part' | 'label'>): string {
  if (session.part === null && session.label === null) return session.title;
  const part = session.part === null ? '' : `${session.part[0]} of ${session.part[1]}`;
  const inside = [part, session.label ?? ''].filter((text) => text !== '').join(': ');
  return `${session.title} (${inside})`;
}

/** First and last date, both included. */
export interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

interface DayRows {
  readonly sessions: Session[];
  readonly milestones: Milestone[];
}

/** @param days null: all, without milestones */
export function agendaLines(plan: Plan, style: Style, days: Days | null): string[] {
  const byDate = rowsByDate(plan, days);
  const loads = weekLoads(plan);
  const most = Math.max(plan.learner.minutesPerWeek, ...loads.map((load) => load.minutes));
  const byWeek = new Map<number, [CivilDate, DayRows][]>();
  for (const entry of [...byDate].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const week = isoWeekIndex(dayNumber(entry[0]));
    byWeek.set(week, [...(byWeek.get(week) ?? []), entry]);
  }
  const lines: string[] = [];
  for (const [week, dates] of byWeek) {
    const index = loads.findIndex((load) => load.week === week);
    lines.push('', weekHead(week, loads[index], index, loads.length, most, style));
    for (const [date, rows] of dates) lines.push(...dayLines(plan, date, rows, style));
  }
  return lines;
}

function rowsByDate(plan: Plan, days: Days | null): Map<CivilDate, DayRows> {
  const clock = planClock(plan);
  const byDate = new Map<CivilDate, DayRows>();
  const rowsOf = (date: CivilDate): DayRows => {
    const rows = byDate.get(date) ?? { sessions: [], milestones: [] };
    byDate.set(date, rows);
    return rows;
  };
  const within = (date: CivilDate): boolean =>
    days === null || (date >= days.from && date <= days.to);
  for (const session of plan.sessions) {
    const date = dateAt(session.start, clock);
    if (within(date)) rowsOf(date).sessions.push(session);
  }
  if (days === null) return byDate;
  for (const milestone of plan.milestones) {
    if (within(milestone.date)) rowsOf(milestone.date).milestones.push(milestone);
  }
  return byDate;
}

function weekHead(
  week: number,
  load: WeekLoad | undefined,
  index: number,
  count: number,
  most: number,
  style: Style,
): string {
  const from = `from ${formatDate(civilDate(firstDayOfWeek(week)))}`;
  if (!load) return `${style.bold(padEnd('no study week', 15))} ${from}`;
  const name = style.bold(padEnd(`week ${index + 1} of ${count}`, 15));
  const hours = formatHours(load.minutes);
  if (style.width < NARROW)
    return `${style.bold(`week ${index + 1} of ${count}`)} ${from}, ${hours}`;
  return `${name} ${from}  ${padStart(hours, 10)}  ${bar(load.minutes / most, BAR_WIDTH, style.unicode)}`;
}

function dayLines(plan: Plan, date: CivilDate, rows: DayRows, style: Style): string[] {
  const narrow = style.width < NARROW;
  const clock = planClock(plan);
  const numberWidth = String(plan.sessions.length).length;
  const texts = [
    ...rows.milestones.map(({ title }) => ({ head: narrow ? '    · ' : '· ', text: title })),
    ...rows.sessions.map((session) => {
      const { minute } = clock.toWallClock(session.start);
      const kind = narrow
        ? ''
        : `${padEnd(KIND_NAMES[session.kind satisfies Kind], LONGEST_KIND)} `;
      const pin = session.pinned ? '* ' : '';
      return {
        head: `${narrow ? '    ' : ''}${formatMinute(minute)} ${statusMark(session.status)} ${padStart(String(session.number), numberWidth)}  ${padStart(`${session.minutes} m`, 5)}  ${kind}`,
        text: pin + titleWithPart(session),
      };
    }),
  ];
  const lines = texts.map(({ head, text }, index) => {
    const day = narrow ? '' : `  ${padEnd(index === 0 ? formatDate(date) : '', 10)} `;
    const start = day + head;
    return start + shorten(text, Math.max(narrow ? 10 : 20, style.width - start.length));
  });
  return narrow ? [`  ${formatDate(date)}`, ...lines] : lines;
}
