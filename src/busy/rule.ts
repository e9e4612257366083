/** A recurrence rule (RRULE) as RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`. */
import { parseReading, type Reading } from './moment.ts';

export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday (0 is Monday), and which one of the month or year: 0 every, −1 the last. */
export interface RuleWeekday {
  readonly weekday: number;
  readonly nth: number;
}

/** Empty lists: the part is not given. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Reading | null;
  readonly weekStart: number;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** @returns the rule, or in words what is wrong with it */
export function parseRule(value: string): Rule | string {
  const parts = new Map<string, string>();
  for (const piece of value.toUpperCase().split(';')) {
    if (piece.trim() === '') continue;
    const [name = '', ...rest] = piece.split('=');
    if (rest.length === 0) return `"${name.trim()}" has no value`;
    parts.set(name.trim(), rest.join('=').trim());
  }

  const faults: string[] = [];
  const whole = (name: string): number | null => {
    const text = parts.get(name);
    if (text === undefined) return null;
    if (!/^\+?\d{1,10}$/.test(text)) faults.push(name);
    return Number(text);
  };
  const list = (name: string, least: number, most: number): number[] => {
    const text = parts.get(name);
    if (text === undefined) return [];
    const numbers = text.split(',').map((item) => (item.trim() === '' ? Number.NaN : Number(item)));
    const fits = (item: number): boolean =>
      Number.isInteger(item) &&
      item <= most &&
      (least < 0 ? item !== 0 && item >= least : item >= least);
    if (!numbers.every(fits)) faults.push(name);
    return [...new Set(numbers)].sort((a, b) => a - b);
  };
  const weekdays = (): RuleWeekday[] =>
    [...new Set(parts.get('BYDAY')?.split(','))].map((item) => {
      const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item.trim());
      const weekday = WEEKDAYS.indexOf(match?.[2] ?? '');
      const nth = Number(match?.[1] ?? 0);
      if (weekday < 0 || Math.abs(nth) > 53) faults.push('BYDAY');
      return { weekday, nth };
    });

  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'));
  if (!frequency) return 'FREQ is missing or unknown';
  if ((parts.get('RSCALE') ?? 'GREGORIAN') !== 'GREGORIAN') return 'RSCALE is not understood';
  const untilText = parts.get('UNTIL');
  const until = untilText === undefined ? null : parseReading(untilText);
  if (untilText !== undefined && !until) faults.push('UNTIL');
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  if (weekStart < 0) faults.push('WKST');
  const rule: Rule = {
    frequency,
    // Some programs write 0 and mean 1.
    interval: Math.max(1, whole('INTERVAL') ?? 1),
    count: whole('COUNT'),
    until,
    weekStart,
    seconds: list('BYSECOND', 0, 60),
    minutes: list('BYMINUTE', 0, 59),
    hours: list('BYHOUR', 0, 23),
    weekdays: weekdays(),
    monthDays: list('BYMONTHDAY', -31, 31),
    yearDays: list('BYYEARDAY', -366, 366),
    weekNumbers: list('BYWEEKNO', -53, 53),
    months: list('BYMONTH', 1, 12),
    positions: list('BYSETPOS', -366, 366),
  };
  return faults.length > 0 ? `${faults[0]} is not understood` : rule;
}
