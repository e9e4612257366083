/** The turns of a recurrence rule, one after the other, from wherever one wants to begin. */
import type { DayNumber } from '../time/civil-date.ts';
import { dayOf, SECONDS_PER_DAY, type WallSeconds } from './moment.ts';
import type { Rule } from './rule.ts';
import { allowsDay, civilOf, daysOfMonth, firstOfMonth, weekStartOf } from './rule-days.ts';

/** All that a rule names in one year, month, week, day, hour, minute or second. */
export interface Period {
  /** How many wall times it names: to be asked before they are made. */
  readonly size: number;
  /** In order. */
  readonly walls: () => readonly WallSeconds[];
  /** No later period has anything before this. */
  readonly next: WallSeconds;
  /** What it took to find out: days or turns looked at. */
  readonly cost: number;
}

/** Beyond year 9999 no calendar can name a date. */
const LAST_MONTH = 10_000 * 12;

/**
 * Endless but for the end of the calendar: the caller stops.
 * @param rule complete (see `completeRule`)
 * @param reach periods that end before this may be left out
 */
export function periods(
  rule: Rule,
  start: WallSeconds,
  reach: WallSeconds,
  isDate: boolean,
): Generator<Period> {
  const times = isDate ? [0] : timesOfDay(rule, start);
  switch (rule.frequency) {
    case 'YEARLY':
    case 'MONTHLY':
      return byMonths(rule, start, reach, times);
    case 'WEEKLY':
      return byDays(rule, weekStartOf(dayOf(start), rule.weekStart), 7, reach, times);
    case 'DAILY':
      return byDays(rule, dayOf(start), 1, reach, times);
    default:
      return byClock(rule, start, reach);
  }
}

/** The last of first, first + step, first + 2 step … that is not after `reach`. */
const aligned = (first: number, step: number, reach: number): number =>
  first + Math.max(0, Math.floor((reach - first) / step)) * step;

/** The next of them that is not before `reach`. */
const alignedUp = (first: number, step: number, reach: number): number =>
  first + Math.max(0, Math.ceil((reach - first) / step)) * step;

const orElse = (list: readonly number[], value: number): readonly number[] =>
  list.length > 0 ? list : [value];

function timesOfDay(rule: Rule, start: WallSeconds): number[] {
  const time = start - dayOf(start) * SECONDS_PER_DAY;
  const hours = orElse(rule.hours, Math.floor(time / 3600));
  const minutes = orElse(rule.minutes, Math.floor(time / 60) % 60);
  const seconds = orElse(rule.seconds, time % 60);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => hour * 3600 + minute * 60 + second)),
  );
}

const onDays = (
  days: readonly DayNumber[],
  times: readonly number[],
): Pick<Period, 'size' | 'walls'> => ({
  size: days.length * times.length,
  walls: () => days.flatMap((day) => times.map((time) => day * SECONDS_PER_DAY + time)),
});

function* byMonths(
  rule: Rule,
  start: WallSeconds,
  reach: WallSeconds,
  times: readonly number[],
): Generator<Period> {
  const size = rule.frequency === 'YEARLY' ? 12 : 1;
  const monthIndex = (wall: WallSeconds): number => {
    const { year, month } = civilOf(dayOf(wall));
    return size === 12 ? year * 12 : year * 12 + month - 1;
  };
  const step = rule.interval * size;
  const named = rule.months.length > 0 ? rule.months : ALL_MONTHS;
  let index = aligned(monthIndex(start), step, monthIndex(reach));
  for (; index < LAST_MONTH; index += step) {
    const year = Math.floor(index / 12);
    const months = size === 1 ? [(index % 12) + 1] : named;
    const days = months.flatMap((month) => daysOfMonth(rule, year, month));
    const next = firstOfMonth(1970, index + step - 1970 * 12 + 1) * SECONDS_PER_DAY;
    yield { ...onDays(days, times), next, cost: months.length * 31 };
  }
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function* byDays(
  rule: Rule,
  first: DayNumber,
  size: number,
  reach: WallSeconds,
  times: readonly number[],
): Generator<Period> {
  const step = rule.interval * size;
  for (let day = aligned(first, step, dayOf(reach)); ; day += step) {
    const days: DayNumber[] = [];
    for (let offset = 0; offset < size; offset += 1) {
      if (allowsDay(rule, day + offset)) days.push(day + offset);
    }
    yield { ...onDays(days, times), next: (day + step) * SECONDS_PER_DAY, cost: size };
  }
}

/** Turns shorter than a day. Days, hours and minutes that the rule rules out are jumped over. */
function* byClock(rule: Rule, start: WallSeconds, reach: WallSeconds): Generator<Period> {
  const { frequency, hours, minutes, seconds } = rule;
  const unit = frequency === 'HOURLY' ? 3600 : frequency === 'MINUTELY' ? 60 : 1;
  const step = rule.interval * unit;
  const first = Math.floor(start / unit) * unit;
  const second = orElse(seconds, start - Math.floor(start / 60) * 60);
  const within =
    unit === 3600
      ? orElse(minutes, Math.floor(start / 60) % 60).flatMap((minute) =>
          second.map((item) => minute * 60 + item),
        )
      : unit === 60
        ? second
        : [0];

  const endOfUnfit = (turn: WallSeconds): WallSeconds | null => {
    const day = dayOf(turn);
    if (day !== knownDay) {
      knownDay = day;
      dayFits = allowsDay(rule, day);
    }
    if (!dayFits) return (day + 1) * SECONDS_PER_DAY;
    const past = (size: number): WallSeconds => (Math.floor(turn / size) + 1) * size;
    const time = turn - day * SECONDS_PER_DAY;
    if (hours.length > 0 && !hours.includes(Math.floor(time / 3600))) return past(3600);
    if (unit === 3600) return null;
    if (minutes.length > 0 && !minutes.includes(Math.floor(time / 60) % 60)) return past(60);
    if (unit === 60) return null;
    return seconds.length > 0 && !seconds.includes(time % 60) ? past(1) : null;
  };
  let knownDay: DayNumber | null = null;
  let dayFits = false;

  let turn = aligned(first, step, reach);
  for (;;) {
    const fitAgain = endOfUnfit(turn);
    const next = fitAgain === null ? turn + step : alignedUp(first, step, fitAgain);
    const from = turn;
    yield fitAgain === null
      ? { size: within.length, walls: () => within.map((item) => from + item), next, cost: 1 }
      : { size: 0, walls: () => [], next, cost: 1 };
    turn = next;
  }
}
