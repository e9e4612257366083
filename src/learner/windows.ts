/** Weekly windows: when the learner can study, in wall-clock time of the learner's zone. */
import { badInput } from '../errors.ts';
import { WEEKDAYS, type Weekday } from '../time/civil-date.ts';
import { formatMinute, MINUTES_PER_DAY, type MinuteOfDay } from '../time/wall-clock.ts';

/** A stretch of one weekday. `to` above 1440 runs past midnight. */
export interface Window {
  readonly weekday: Weekday;
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

/** As written and printed: one stretch for several days. `to` is 24:00 at most; past midnight it is smaller than `from`. */
export interface WindowGroup {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

const EXAMPLE = 'write for example "mon,wed 19:00-21:00; sat 09:00-12:30" or "mon-fri 06:00-07:00"';
/** Names of each weekday that people type. */
const DAY_NAMES: readonly (readonly string[])[] = [
  ['mon', 'monday', 'mondays'],
  ['tue', 'tues', 'tuesday', 'tuesdays'],
  ['wed', 'weds', 'wednesday', 'wednesdays'],
  ['thu', 'thur', 'thurs', 'thursday', 'thursdays'],
  ['fri', 'friday', 'fridays'],
  ['sat', 'saturday', 'saturdays'],
  ['sun', 'sunday', 'sundays'],
];
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

function parseDays(text: string, part: string): Weekday[] {
  const index = (name: string): number => {
    const day = DAY_NAMES.findIndex((names) => names.includes(name));
    if (day < 0) {
      throw badInput('bad-window', `--when "${part}": "${name}" is no weekday`, EXAMPLE);
    }
    return day;
  };
  const days = new Set<number>();
  for (const piece of text.split(',')) {
    if (piece === 'daily' || piece === 'everyday') {
      for (let day = 0; day < 7; day += 1) days.add(day);
    } else if (piece === 'weekdays') {
      for (let day = 0; day < 5; day += 1) days.add(day);
    } else if (piece === 'weekends' || piece === 'weekend') {
      days.add(5).add(6);
    } else {
      const [first = '', last] = piece.split('-');
      const from = index(first);
      const to = last === undefined ? from : index(last);
      for (let step = 0; step <= (to - from + 7) % 7; step += 1) days.add((from + step) % 7);
    }
  }
  return [...days].sort((a, b) => a - b).map((day) => WEEKDAYS[day] ?? 'mon');
}

function parseMinute(text: string, part: string): MinuteOfDay {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!match || Number(match[2]) > 59 || minute > MINUTES_PER_DAY) {
    throw badInput('bad-window', `--when "${part}": "${text}" is no time of day`, EXAMPLE);
  }
  return minute;
}

/**
 * Reads the value of `--when`. An end that is not after its start runs past midnight.
 * @throws UserError when a part cannot be read or two windows overlap
 */
export function parseWindows(text: string): Window[] {
  const windows: Window[] = [];
  for (const raw of text.split(';')) {
    const part = raw.trim().toLowerCase().replace(/\s+/g, ' ');
    if (part === '') continue;
    const match = /^([a-z][a-z, -]*?) ?(\d[\d:,\s-]*)$/.exec(part.replace(/[–—]/g, '-'));
    if (!match) throw badInput('bad-window', `--when "${raw.trim()}" cannot be read`, EXAMPLE);
    const days = parseDays((match[1] ?? '').replace(/ /g, ''), part);
    for (const span of (match[2] ?? '').replace(/ /g, '').split(',')) {
      const [start = '', end = '', more] = span.split('-');
      if (end === '' || more !== undefined) {
        throw badInput('bad-window', `--when "${part}": "${span}" is no span of time`, EXAMPLE);
      }
      const from = parseMinute(start, part);
      const until = parseMinute(end, part);
      if (from === MINUTES_PER_DAY) {
        throw badInput('bad-window', `--when "${part}": a window cannot start at 24:00`, EXAMPLE);
      }
      const to = until > from ? until : until + MINUTES_PER_DAY;
      for (const weekday of days) windows.push({ weekday, from, to });
    }
  }
  if (windows.length === 0) throw badInput('bad-window', '--when names no window', EXAMPLE);
  const sorted = sortWindows(windows);
  refuseOverlap(sorted);
  return sorted;
}

const startInWeek = (window: Window): number =>
  WEEKDAYS.indexOf(window.weekday) * MINUTES_PER_DAY + window.from;

export const sortWindows = (windows: readonly Window[]): Window[] =>
  [...windows].sort((a, b) => startInWeek(a) - startInWeek(b) || a.to - b.to);

function refuseOverlap(windows: readonly Window[]): void {
  windows.forEach((window, index) => {
    const next = windows[(index + 1) % windows.length];
    if (!next || (next === window && windows.length > 1)) return;
    const nextStart = startInWeek(next) + (index + 1 === windows.length ? MINUTES_PER_WEEK : 0);
    if (startInWeek(window) + (window.to - window.from) > nextStart) {
      throw badInput(
        'overlapping-windows',
        `--when: ${formatWindow(window)} and ${formatWindow(next)} overlap`,
        'windows may touch, but not overlap: join them or shorten one',
      );
    }
  });
}

/** `mon 19:00-21:00`. */
export const formatWindow = (window: Window): string =>
  `${window.weekday} ${formatMinute(window.from)}-${formatEnd(window)}`;

const formatEnd = (window: Window): string =>
  formatMinute(window.to > MINUTES_PER_DAY ? window.to - MINUTES_PER_DAY : window.to);

/** Windows with the same hours become one group, in the order of the week. */
export function groupWindows(windows: readonly Window[]): WindowGroup[] {
  const groups = new Map<string, { days: Weekday[]; from: string; to: string }>();
  for (const window of sortWindows(windows)) {
    const from = formatMinute(window.from);
    const to = formatEnd(window);
    const key = `${from}-${to}`;
    const group = groups.get(key);
    if (group) group.days.push(window.weekday);
    else groups.set(key, { days: [window.weekday], from, to });
  }
  return [...groups.values()];
}

/** `mon, wed 19:00–21:00; sat 09:00–12:30`, for people. */
export const describeWindows = (windows: readonly Window[]): string =>
  groupWindows(windows)
    .map((group) => `${group.days.join(', ')} ${group.from}–${group.to}`)
    .join('; ');
