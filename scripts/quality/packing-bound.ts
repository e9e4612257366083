/**
 * The bound of packing (design §6), derived from the openings alone: the first moment, from the
 * start day on, at which the windows under the weekly cap have offered so many minutes.
 *
 * How an opening of W minutes gives what it offers: minute by minute from its first one, until its
 * offer is reached; its breaks thus lie at its end. No schedule can have placed more by any moment,
 * so no plan ends before the bound. An ISO week gives at most the cap; the minutes of an opening
 * that runs over the midnight from Sunday to Monday count in the week in which they lie.
 */
import type { Opening } from '../../src/schedule/openings.ts';
import { isoWeekIndex } from '../../src/time/civil-date.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';

const BREAK = 10;

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

/** A stretch in which an opening gives its offer, minute by minute, within one ISO week. */
interface Stretch {
  readonly start: EpochMinutes;
  readonly minutes: number;
  readonly week: number;
}

function stretchesOf(opening: Opening, terms: OfferTerms): Stretch[] {
  const { start, end, day, midnight } = opening;
  const offer = offerOf(end - start, terms);
  const before = Math.min(offer, Math.max(0, midnight - start));
  return [
    { start, minutes: before, week: isoWeekIndex(day) },
    { start: midnight, minutes: offer - before, week: isoWeekIndex(day + 1) },
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
    for (const { start, minutes: given, week } of stretchesOf(opening, terms)) {
      const before = ofWeek.get(week) ?? 0;
      const counts = Math.min(given, Math.max(0, terms.minutesPerWeek - before));
      if (offered + counts >= minutes) return start + (minutes - offered);
      offered += counts;
      ofWeek.set(week, before + counts);
    }
  }
  return null;
}
