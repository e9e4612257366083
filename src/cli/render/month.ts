/** One month as a grid of days, Monday first, for those who want to see the shape of it. */
import { type Plan, planClock, type Session, type SessionStatus } from '../../plan/plan.ts';
import { formatDate, formatHours, formatMonth } from '../../plan/words.ts';
import { formatNumbers } from '../../progress/find-sessions.ts';
import {
  addDays,
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../../time/civil-date.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { padEnd, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';
import { type Days, statusMark } from './agenda.ts';

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const DAYS_A_WEEK = DAY_NAMES.length;
/** Wider cells pull the days apart; narrower ones have no room for "10:05". */
const WIDEST_CELL = 12;
const NARROWEST_CELL = 5;
/** From here on the numbers of sessions fit in. */
const CELL_WITH_NUMBERS = 8;
const MILESTONE = '*';

/** The worst comes first: what is missed is what one has to know. */
const STATUSES = ['missed', 'planned', 'skipped', 'done'] as const satisfies SessionStatus[];

interface Day {
  readonly date: CivilDate;
  readonly sessions: readonly Session[];
  readonly hasMilestone: boolean;
}

/**
 * @param month its first and last date
 * @param today is marked, if it is one of them
 */
export function monthLines(plan: Plan, style: Style, month: Days, today: CivilDate): string[] {
  const clock = planClock(plan);
  const milestones = plan.milestones.filter(({ date }) => date >= month.from && date <= month.to);
  const dayOf = (date: CivilDate): Day => ({
    date,
    sessions: plan.sessions.filter(({ start }) => dateAt(start, clock) === date),
    hasMilestone: milestones.some((milestone) => milestone.date === date),
  });
  const days: Day[] = [];
  for (let date = month.from; date <= month.to; date = addDays(date, 1)) days.push(dayOf(date));
  const sessions = days.flatMap((day) => day.sessions);
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  const width = Math.min(
    WIDEST_CELL,
    Math.max(NARROWEST_CELL, Math.floor((style.width - 1) / DAYS_A_WEEK)),
  );
  const weeks = [...new Set(days.map(({ date }) => isoWeekIndex(dayNumber(date))))];
  const count = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`;
  const [firstWeek = [], ...laterWeeks] = weeks.map((week) => weekLines(week, days, width, today));
  const names = style.dim(
    row(
      DAY_NAMES.map((name) => ` ${name}`),
      width,
    ),
  );
  return apart([
    [`${style.bold(formatMonth(month.from))}  ${formatHours(minutes)} in ${count}`],
    [names, ...firstWeek],
    ...laterWeeks,
    milestones.flatMap(({ date, title }) =>
      wrap(`${formatDate(date)}  ${title}`, style.width, '    '),
    ),
    legend(sessions, milestones.length > 0),
  ]);
}

/** With a blank line between them. */
const apart = (blocks: readonly (readonly string[])[]): string[] =>
  blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));

const row = (cells: readonly string[], width: number): string =>
  cells
    .map((cell) => padEnd(cell, width))
    .join('')
    .trimEnd();

/** Days of other months are left blank: their sessions are in other grids. */
function weekLines(week: number, days: readonly Day[], width: number, today: CivilDate): string[] {
  const cells = Array.from({ length: DAYS_A_WEEK }, (_, index): Day | undefined => {
    const date = civilDate(firstDayOfWeek(week) + index);
    return days.find((day) => day.date === date);
  });
  const line = (cell: (day: Day) => string): string =>
    row(
      cells.map((day) => (day ? cell(day) : '')),
      width,
    );
  return [
    line(({ date, hasMilestone }) => {
      const number = String(Number(date.slice(-2)));
      return `${date === today ? '▸' : ' '}${number}${hasMilestone ? MILESTONE : ''}`;
    }),
    line(({ sessions }) => `${markOf(sessions)}${hours(sessions, width - 1)}`.trimEnd()),
    ...(width < CELL_WITH_NUMBERS
      ? []
      : [
          line(({ sessions }) =>
            sessions.length === 0
              ? ''
              : ` ${shorten(formatNumbers(sessions.map(({ number }) => number)), width - 2)}`,
          ),
        ]),
  ];
}

const markOf = (sessions: readonly Session[]): string => {
  const worst = STATUSES.find((status) => sessions.some((one) => one.status === status));
  return worst === undefined ? ' ' : statusMark(worst);
};

/** `1:30`, shorter than "1 h 30 m"; where that is too long, `10h`. */
function hours(sessions: readonly Session[], width: number): string {
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  if (minutes === 0) return '';
  const exact = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return exact.length <= width ? exact : `${Math.round(minutes / 60)}h`;
}

/** Only of marks that are there. */
function legend(sessions: readonly Session[], hasMilestones: boolean): string[] {
  const words = STATUSES.filter(
    (status) => status !== 'planned' && sessions.some((one) => one.status === status),
  ).map((status) => `${statusMark(status)} ${status}`);
  const all = [...words, ...(hasMilestones ? [`${MILESTONE} a date to keep`] : [])];
  return all.length === 0 ? [] : [all.join('   ')];
}
