/**
 * A later moment than the bound of design §6, which no plan can precede either. The bound counts
 * minutes that rules 1 to 4 never allow all at once; here
 * - touching windows are one stretch, as the break between two sittings also holds across their border;
 * - a session longer than a sitting is counted as often as it is placed, and not in every window
 *   that would hold it;
 * - sittings last multiples of 5 minutes, as all sessions do.
 */
import type { Opening } from '../../src/schedule/openings.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import { BREAK, momentOffered, type OfferTerms, offerOf } from './packing-bound.ts';
import { sumOf } from './statistics.ts';

const STEP = 5;

/** Openings with those that touch joined, as long as the stretch sees one midnight. */
function joined(openings: readonly Opening[]): Opening[] {
  const stretches: Opening[] = [];
  for (const opening of openings) {
    const last = stretches[stretches.length - 1];
    if (last?.end === opening.start && opening.start <= last.midnight) {
      stretches[stretches.length - 1] = { ...last, end: opening.end };
    } else stretches.push(opening);
  }
  return stretches;
}

/** What a long session can add to the sittings of a stretch, in the one where it adds most. */
function gainOf(minutes: number, lengths: readonly number[], terms: OfferTerms): number {
  const gains = lengths
    .filter((length) => length >= minutes)
    .map((length) => minutes + offerOf(length - minutes - BREAK, terms) - offerOf(length, terms));
  return Math.max(0, ...gains);
}

/** @returns null where so many minutes are never offered */
export function momentAttainable(
  openings: readonly Opening[],
  minutes: number,
  terms: OfferTerms,
): EpochMinutes | null {
  const stretches = joined(openings);
  const lengths = [...new Set(stretches.map(({ start, end }) => end - start))];
  const sittings = {
    sessionMinutes: Math.floor(terms.sessionMinutes / STEP) * STEP,
    minutesPerWeek: terms.minutesPerWeek,
    longSessions: [],
  };
  const gained = sumOf(terms.longSessions.map((long) => gainOf(long, lengths, sittings)));
  return momentOffered(stretches, Math.max(1, minutes - gained), sittings);
}
