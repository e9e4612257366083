/** Dates as documents write them. English without a region has a form of its own; all else is `Intl`'s. */

import { DEFAULT_LANGUAGE, type LanguageTag } from '../../plan/language.ts';
import { DAY_NAMES, formatDate, formatMonth } from '../../plan/words.ts';
import { type CivilDate, dayNumber } from '../../time/civil-date.ts';

export interface Dates {
  /** `Wed 2 Dec`. */
  day(date: CivilDate): string;
  /** `Wed 2 Dec 2026`. */
  dayAndYear(date: CivilDate): string;
  /** `2 Dec`, where there is little room. */
  dayOfMonth(date: CivilDate): string;
  /** `December 2026`. */
  month(date: CivilDate): string;
  /** `23–29 Nov 2026`, `30 Nov – 6 Dec 2026`, `28 Dec 2026 – 3 Jan 2027`. */
  span(from: CivilDate, to: CivilDate): string;
  /** Short names, from Monday on. */
  readonly weekdays: readonly string[];
  /** The first day of a calendar's week; 0 is Monday, 6 is Sunday. */
  readonly firstWeekday: number;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const inUtc = (date: CivilDate): number => dayNumber(date) * MILLISECONDS_PER_DAY;
/** A Monday. */
const SOME_MONDAY = 4;

const ENGLISH: Dates = {
  day: (date) => formatDate(date),
  dayAndYear: (date) => formatDate(date, true),
  dayOfMonth: (date) => formatDate(date).split(' ').slice(1).join(' '),
  month: formatMonth,
  span(from, to) {
    const parts = (date: CivilDate) => formatDate(date, true).split(' ').slice(1);
    const [day = '', month = '', year = ''] = parts(from);
    const [lastDay = '', lastMonth = '', lastYear = ''] = parts(to);
    const end = `${lastDay} ${lastMonth} ${lastYear}`;
    if (year !== lastYear) return `${day} ${month} ${year} – ${end}`;
    return month === lastMonth ? `${day}–${end}` : `${day} ${month} – ${end}`;
  },
  weekdays: DAY_NAMES,
  firstWeekday: 0,
};

/** Node 20 has it as a property, later ones as a method; a JavaScript without either counts from Monday. */
function firstWeekdayOf(tag: string): number {
  const locale = new Intl.Locale(tag) as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
    getWeekInfo?(): { readonly firstDay: number };
  };
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 };
  return (firstDay + 6) % 7;
}

/** Days are those of the Gregorian calendar, whatever is usual in the region. */
export function datesOf(tag: LanguageTag): Dates {
  if (tag === DEFAULT_LANGUAGE) return ENGLISH;
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', calendar: 'gregory', ...options });
  const day = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayAndYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const dayOfMonth = format({ day: 'numeric', month: 'short' });
  const month = format({ month: 'long', year: 'numeric' });
  const span = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = format({ weekday: 'short' });
  return {
    day: (date) => day.format(inUtc(date)),
    dayAndYear: (date) => dayAndYear.format(inUtc(date)),
    dayOfMonth: (date) => dayOfMonth.format(inUtc(date)),
    month: (date) => month.format(inUtc(date)),
    span: (from, to) => span.formatRange(inUtc(from), inUtc(to)),
    weekdays: DAY_NAMES.map((_name, index) =>
      weekday.format((SOME_MONDAY + index) * MILLISECONDS_PER_DAY),
    ),
    firstWeekday: firstWeekdayOf(tag),
  };
}
