/** An exam day with time to spare: how much of each week to use, so that the load is level. */

import { offeredMinutes } from '../learner/window-offer.ts';
import { type DayNumber, firstDayOfWeek, isoWeekIndex } from '../time/civil-date.ts';
import type { CapacityTerms } from './capacity.ts';
import type { Opening } from './openings.ts';

/** Rooms for what order and unbroken sessions waste: first nearly nothing, then more and more. */
export const LEVEL_ATTEMPTS = [0.94, 0.97, 1, 1.03, 1.06, 1.1, 1.2, 1.35, 1.6] as const;

/** Minutes that each ISO week offers on dates up to the last day, under the cap. */
function offeredByWeek(
  openings: readonly Opening[],
  lastDay: DayNumber,
  terms: CapacityTerms,
): { week: number; minutes: number; share: number }[] {
  const weeks = new Map<number, number>();
  let firstDay = Number.POSITIVE_INFINITY;
  for (const opening of openings) {
    if (opening.day > lastDay) break;
    firstDay = Math.min(firstDay, opening.day);
    const week = isoWeekIndex(opening.day);
    const offer = offeredMinutes(opening.end - opening.start, terms.sessionMinutes, terms.unbroken);
    weeks.set(week, (weeks.get(week) ?? 0) + offer);
  }
  return [...weeks].map(([week, minutes]) => {
    const monday = firstDayOfWeek(week);
    const days = Math.min(lastDay, monday + 6) - Math.max(firstDay, monday) + 1;
    return { week, minutes: Math.min(minutes, terms.minutesPerWeek), share: days / 7 };
  });
}

/**
 * The smallest number of minutes a week that places the work by the last day; the full cap where
 * even that does not. First and last week count for their share of days.
 */
export function levelMinutesPerWeek(
  openings: readonly Opening[],
  lastDay: DayNumber,
  work: number,
  terms: CapacityTerms,
): number {
  const weeks = offeredByWeek(openings, lastDay, terms);
  const placedWith = (level: number): number =>
    weeks.reduce((sum, { minutes, share }) => sum + Math.min(minutes, level * share), 0);
  if (placedWith(terms.minutesPerWeek) <= work) return terms.minutesPerWeek;
  let low = 0;
  let high = terms.minutesPerWeek;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (placedWith(middle) >= work) high = middle;
    else low = middle;
  }
  return Math.min(terms.minutesPerWeek, Math.ceil(high / 5) * 5);
}
