/** Which days of a year, month or week a recurrence rule names. */
import { type DayNumber, weekdayIndex } from '../time/civil-date.ts';
import type { Rule } from './rule.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export function civilOf(day: DayNumber): Civil {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** First day of a month; month 13 is the next January. */
export const firstOfMonth = (year: number, month: number): DayNumber =>
  Date.UTC(year, month - 1, 1) / MILLISECONDS_PER_DAY;

/** The weekday, day or month that the rule leaves unsaid comes from the start (RFC 5545, 3.3.10). */
export function completeRule(rule: Rule, start: DayNumber): Rule {
  const { frequency, weekNumbers, yearDays, monthDays, weekdays, months } = rule;
  const sameWeekday = [{ weekday: weekdayIndex(start), nth: 0 }];
  if (frequency === 'WEEKLY' && weekdays.length === 0) return { ...rule, weekdays: sameWeekday };
  if (yearDays.length + monthDays.length + weekdays.length > 0) return rule;
  const { month, day } = civilOf(start);
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [day] };
  if (frequency !== 'YEARLY') return rule;
  if (weekNumbers.length > 0) return { ...rule, weekdays: sameWeekday };
  return { ...rule, monthDays: [day], months: months.length > 0 ? months : [month] };
}

/** The days of a month that a complete rule allows, in order. */
export function daysOfMonth(rule: Rule, year: number, month: number): DayNumber[] {
  if (rule.months.length > 0 && !rule.months.includes(month)) return [];
  const span = { year, start: firstOfMonth(year, month), end: firstOfMonth(year, month + 1) };
  const days: DayNumber[] = [];
  for (let day = span.start; day < span.end; day += 1) {
    if (allows(rule, day, span)) days.push(day);
  }
  return days;
}

/** True where a complete rule allows the day, its month included. */
export function allowsDay(rule: Rule, day: DayNumber): boolean {
  // Most rules ask for weekdays only: that needs no calendar.
  if (rule.months.length + rule.monthDays.length + rule.yearDays.length === 0) {
    if (!counts(rule)) return allowsWeekNumber(rule, day) && allowsWeekday(rule, day, null);
  }
  const { year, month } = civilOf(day);
  if (rule.months.length > 0 && !rule.months.includes(month)) return false;
  const span = { year, start: firstOfMonth(year, month), end: firstOfMonth(year, month + 1) };
  return allows(rule, day, span);
}

/** A month: its first day, and the day after its last. */
interface Month {
  readonly year: number;
  readonly start: DayNumber;
  readonly end: DayNumber;
}

const inList = (list: readonly number[], fromStart: number, fromEnd: number): boolean =>
  list.length === 0 || list.includes(fromStart) || list.includes(fromEnd);

function allows(rule: Rule, day: DayNumber, month: Month): boolean {
  if (!inList(rule.monthDays, day - month.start + 1, day - month.end)) return false;
  if (rule.yearDays.length > 0) {
    const yearStart = firstOfMonth(month.year, 1);
    const yearEnd = firstOfMonth(month.year + 1, 1);
    if (!inList(rule.yearDays, day - yearStart + 1, day - yearEnd)) return false;
  }
  return allowsWeekNumber(rule, day) && allowsWeekday(rule, day, counts(rule) ? month : null);
}

function allowsWeekNumber(rule: Rule, day: DayNumber): boolean {
  if (rule.weekNumbers.length === 0) return true;
  const { number, ofYear } = weekNumber(day, rule.weekStart);
  return inList(rule.weekNumbers, number, number - ofYear - 1);
}

/** "The second Monday" has a meaning in months and years only; elsewhere the number is void. */
const counts = (rule: Rule): boolean =>
  (rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY') && rule.weekNumbers.length === 0;

/** @param month null: every such weekday, whatever number it has */
function allowsWeekday(rule: Rule, day: DayNumber, month: Month | null): boolean {
  if (rule.weekdays.length === 0) return true;
  const weekday = weekdayIndex(day);
  return rule.weekdays.some((wanted) => {
    if (wanted.weekday !== weekday) return false;
    if (wanted.nth === 0 || !month) return true;
    const inMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
    const start = inMonth ? month.start : firstOfMonth(month.year, 1);
    const end = inMonth ? month.end : firstOfMonth(month.year + 1, 1);
    return wanted.nth > 0
      ? Math.floor((day - start) / 7) + 1 === wanted.nth
      : -Math.floor((end - 1 - day) / 7) - 1 === wanted.nth;
  });
}

/** First day of the week that the day lies in. */
export const weekStartOf = (day: DayNumber, weekStart: number): DayNumber =>
  day - ((weekdayIndex(day) - weekStart + 7) % 7);

/** As ISO 8601 counts, but with weeks that begin on `weekStart`. */
function weekNumber(day: DayNumber, weekStart: number): { number: number; ofYear: number } {
  // A week belongs to the year that holds most of it, which is the year of its fourth day.
  const middle = weekStartOf(day, weekStart) + 3;
  const { year } = civilOf(middle);
  const newYear = firstOfMonth(year, 1);
  // 28 December always lies in the last week.
  const lastMiddle = weekStartOf(firstOfMonth(year, 12) + 27, weekStart) + 3;
  return {
    number: Math.floor((middle - newYear) / 7) + 1,
    ofYear: Math.floor((lastMiddle - newYear) / 7) + 1,
  };
}
