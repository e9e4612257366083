/**
 * The bound of packing (design §6), derived from the openings alone: the first moment, from the
 * start day on, at which the windows under the weekly cap have offered so many minutes.
 *
 * How an opening of W minutes gives what it offers: minute by minute from its first one, until its
 * offer is reached; its breaks thus lie at its end. No schedule of sittings can have placed more by
 * any moment, so no plan ends before the bound, but for a rare one with a session longer than a
 * sitting and others beside it in the same window. An ISO week gives at most the cap. A session
 * counts in the week of its start: what an opening gives after the midnight from Sunday to Monday
 * counts in the old week as long as its cap allows, then in the new one.
 */
import type { Opening } from '../../src/schedule/openings.ts';
import { isoWeekIndex } from '../../src/time/civil-date.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';

/** Between two sittings (design §5, rule 4). */
export const BREAK = 10;

export interface OfferTerms {
  readonly sessionMinutes: number;
  readonly minutesPerWeek: number;
  /** Minutes of the plan's sessions that are longer than a sitting. */
  readonly longSessions: readonly number[];
}

/** The largest over k of min(k · session, W − 10 (k − 1)), and at least the longest session that fits. */
export function offerOf(length: number, terms: OfferTerms): number {
  let offer = Math.max(0, ...terms.longSessions.filter((minutes) => minutes <= length));
  for (let sittings = 1; length - BREAK * (sittings - 1) > 0; sittings += 1) {
    const minutes = Math.min(sittings * terms.sessionMinutes, length - BREAK * (sittings - 1));
    offer = Math.max(offer, minutes);
  }
  return offer;
}

/** A stretch in which an opening gives its offer, minute by minute. */
interface Stretch {
  readonly start: EpochMinutes;
  readonly minutes: number;
  /** Weeks in which its minutes can count, the one to fill first at the front. */
  readonly weeks: readonly number[];
}

function stretchesOf(opening: Opening, terms: OfferTerms): Stretch[] {
  const { start, end, day, midnight } = opening;
  const offer = offerOf(end - start, terms);
  const before = Math.min(offer, Math.max(0, midnight - start));
  const week = isoWeekIndex(day);
  const weeks = [...new Set([week, isoWeekIndex(day + 1)])];
  return [
    { start, minutes: before, weeks: [week] },
    { start: midnight, minutes: offer - before, weeks },
  ].filter(({ minutes }) => minutes > 0);
}

/** The first moment at which the openings have offered the minutes; null where they never do. */
export function momentOffered(
  openings: readonly Opening[],
  minutes: number,
  terms: OfferTerms,
): EpochMinutes | null {
  const ofWeek = new Map<number, number>();
  let offered = 0;
  for (const opening of openings) {
    for (const stretch of stretchesOf(opening, terms)) {
      let { start, minutes: left } = stretch;
      for (const week of stretch.weeks) {
        const before = ofWeek.get(week) ?? 0;
        const counts = Math.min(left, Math.max(0, terms.minutesPerWeek - before));
        if (offered + counts >= minutes) return start + (minutes - offered);
        offered += counts;
        ofWeek.set(week, before + counts);
        start += counts;
        left -= counts;
      }
    }
  }
  return null;
}
