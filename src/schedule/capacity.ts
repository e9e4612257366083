/** What the windows offer, week by week, under the weekly cap. */
import { offeredMinutes } from '../learner/window-offer.ts';
import { isoWeekIndex } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { Opening } from './openings.ts';

export interface CapacityTerms {
  readonly sessionMinutes: number;
  readonly minutesPerWeek: number;
  /** Minutes of the sessions that may exceed a sitting. */
  readonly unbroken: readonly number[];
}

/**
 * Minutes offered from the first opening until an instant. Each ISO week counts at most the cap.
 * @param until exclusive; an opening that is cut by it counts for its part
 */
export function offeredUntil(
  openings: readonly Opening[],
  until: EpochMinutes,
  terms: CapacityTerms,
): number {
  let total = 0;
  let week = Number.NaN;
  let inWeek = 0;
  for (const opening of openings) {
    if (opening.start >= until) break;
    const ownWeek = isoWeekIndex(opening.day);
    if (ownWeek !== week) {
      total += Math.min(inWeek, terms.minutesPerWeek);
      week = ownWeek;
      inWeek = 0;
    }
    const length = Math.min(opening.end, until) - opening.start;
    inWeek += offeredMinutes(length, terms.sessionMinutes, terms.unbroken);
  }
  return total + Math.min(inWeek, terms.minutesPerWeek);
}
