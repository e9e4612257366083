/**
 * Civil dates: a day on the calendar, without a clock and without a zone. date-fns does the
 * arithmetic, on UTC dates, so that the zone of the process never matters.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';

/** `YYYY-MM-DD`. */
export type CivilDate = `${number}-${number}-${number}`;

/** Whole days since 1970-01-01; the form in which the scheduler counts. */
export type DayNumber = number;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MILLISECONDS_PER_DAY = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real date between years 1970 and 2199, e.g. not for `2027-02-30`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!FORM.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return false;
  return text >= '1970-01-01' && text < '2200-01-01';
}

export function dayNumber(date: CivilDate): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY);
}

export function civilDate(day: DayNumber): CivilDate {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as CivilDate;
}

const utc = (date: CivilDate) => new UTCDateMini(`${date}T00:00:00Z`);
const civil = (date: Date): CivilDate => date.toISOString().slice(0, 10) as CivilDate;

/** `addDays('2026-12-31', 1)` is `'2027-01-01'`. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  civil(addDaysTo(utc(date), days));

/** The same day of a later month, or its last day: `addMonths('2027-01-31', 1)` is `'2027-02-28'`. */
export const addMonths = (date: CivilDate, months: number): CivilDate =>
  civil(addMonthsTo(utc(date), months));

/** Days from `earlier` to `later`; negative when they are the other way round. */
export const daysBetween = (earlier: CivilDate, later: CivilDate): number =>
  dayNumber(later) - dayNumber(earlier);

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

export const weekdayOf = (date: CivilDate): Weekday =>
  WEEKDAYS[weekdayIndex(dayNumber(date))] ?? 'mon';

/** Number of the ISO week, counted from the week of 1970-01-01: a key, equal for the same week. */
export const isoWeekIndex = (day: DayNumber): number => Math.floor((day + 3) / 7);

/** First day (Monday) of an ISO week given by its index. */
export const firstDayOfWeek = (week: number): DayNumber => week * 7 - 3;

/** `2026-W48`, as ISO 8601 writes it. */
export function isoWeekName(date: CivilDate): string {
  return `${getISOWeekYear(utc(date))}-W${String(getISOWeek(utc(date))).padStart(2, '0')}`;
}
