/** Dates as people type them: `2027-01-20`, `today`, `fri`, `+3d`, `+2w`, and with a time of day. */
import { badInput } from '../errors.ts';
import { addDays, type CivilDate, isCivilDate, WEEKDAYS, weekdayOf } from './civil-date.ts';
import type { MinuteOfDay } from './wall-clock.ts';

const LONG_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Which of its days a weekday name means. Never today: for that there is a word. */
export type WeekdayMeaning = 'next' | 'last';

/**
 * @param today the date that relative words count from
 * @param what names the option in the error, e.g. `--start`
 */
export function parseDate(
  text: string,
  today: CivilDate,
  what: string,
  weekday: WeekdayMeaning = 'next',
): CivilDate {
  const word = text.trim().toLowerCase();
  if (isCivilDate(word)) return word;
  if (word === 'today') return today;
  if (word === 'tomorrow') return addDays(today, 1);
  if (word === 'yesterday') return addDays(today, -1);
  const ahead = /^\+(\d{1,4})([dw])$/.exec(word);
  if (ahead) {
    const date = addDays(today, Number(ahead[1]) * (ahead[2] === 'w' ? 7 : 1));
    if (isCivilDate(date)) return date;
  }
  const short = WEEKDAYS.indexOf(word as (typeof WEEKDAYS)[number]);
  const index = short >= 0 ? short : LONG_NAMES.indexOf(word as (typeof LONG_NAMES)[number]);
  if (index >= 0) {
    const from = WEEKDAYS.indexOf(weekdayOf(today));
    const days = (direction: number): number => ((direction * (index - from) + 6 + 7) % 7) + 1;
    return addDays(today, weekday === 'next' ? days(1) : -days(-1));
  }
  throw badInput(
    'bad-date',
    `${what}: "${text}" is not a date`,
    weekday === 'next'
      ? 'write 2027-01-20, today, tomorrow, a weekday, +3d or +2w'
      : 'write 2027-01-20, today, yesterday or a weekday (the last one)',
  );
}

/** A day from tomorrow on. */
export function parseDayAhead(text: string, today: CivilDate, what: string): CivilDate {
  const day = parseDate(text, today, what);
  if (day > today) return day;
  throw badInput('bad-date', `${what} ${text}: ${day} is not ahead`, 'name a day from tomorrow on');
}

export interface DateWithTime {
  readonly date: CivilDate;
  /** null: no time of day was given. */
  readonly minute: MinuteOfDay | null;
}

/** A date with or without a time: `2027-01-20T09:00`. */
export function parseDateTime(text: string, today: CivilDate, what: string): DateWithTime {
  const parts = /^(.+?)[T ](\d{1,2}):(\d{2})$/i.exec(text.trim());
  if (!parts) return { date: parseDate(text, today, what), minute: null };
  const [, day = '', hour = '', minute = ''] = parts;
  if (Number(hour) > 23 || Number(minute) > 59) {
    throw badInput(
      'bad-date',
      `${what}: "${text}" has no such time of day`,
      'write for example 2027-01-20T09:00',
    );
  }
  return { date: parseDate(day, today, what), minute: Number(hour) * 60 + Number(minute) };
}
