/** Packing of one schedule: how much later than the bound the content ends. */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { layOpenings, type Opening } from '../../src/schedule/openings.ts';
import { endOf } from '../../src/schedule/placement.ts';
import { dayNumber } from '../../src/time/civil-date.ts';
import { type EpochMinutes, startOfDay, zoneClock } from '../../src/time/wall-clock.ts';
import type { Planned } from './learners.ts';
import { momentAttainable } from './packing-attainable.ts';
import { momentOffered, type OfferTerms } from './packing-bound.ts';
import { sumOf } from './statistics.ts';

export interface Packing {
  readonly start: EpochMinutes;
  /** End of the last content session. */
  readonly end: EpochMinutes;
  readonly bound: EpochMinutes;
  /** Minutes placed up to the end. */
  readonly minutes: number;
  /**
   * Delay of the end against the bound, as a share of the span from the start to the bound. Below
   * zero where long sessions with others beside them give more than the offer of their windows.
   */
  readonly lateness: number;
  readonly openings: readonly Opening[];
  readonly terms: OfferTerms;
}

/** Other readings of the design's sentence, to see what the figure owes to each of its words. */
export interface Reading {
  /** Practice exams do not count as placed: the hours that they take look wasted. */
  readonly noExams?: boolean;
  /** A window offers its sittings, and no single longer session instead. */
  readonly sittingsOnly?: boolean;
  /** Against a moment that takes the rules as they are, see `packing-attainable.ts`. */
  readonly attainable?: boolean;
}

export function packingOf({ request, schedule }: Planned, reading: Reading = {}): Packing {
  const { learner, busy, now } = request;
  const clock = zoneClock(learner.timeZone);
  const start = Math.max(startOfDay(request.start, clock), now);
  const content = schedule.placements.filter(({ item }) => isContent(item.kind));
  const end = Math.max(...content.map(endOf));
  const lastDay = Math.max(...content.map(({ day }) => day));
  const openings = layOpenings(learner, clock, dayNumber(request.start), lastDay, busy, start);
  const terms = {
    sessionMinutes: learner.sessionMinutes,
    minutesPerWeek: learner.minutesPerWeek,
    longSessions: schedule.placements
      .map((placement) => placement.minutes)
      .filter((minutes) => minutes > learner.sessionMinutes && reading.sittingsOnly !== true),
  };
  const minutes = sumOf(
    schedule.placements
      .filter((placement) => endOf(placement) <= end)
      .filter(({ item }) => reading.noExams !== true || item.kind !== 'practice-exam')
      .map((placement) => placement.minutes),
  );
  // Never offered: long sessions with others beside them gave more than the windows' offers.
  const offered = momentOffered(openings, minutes, terms) ?? end;
  const attainable = reading.attainable ? momentAttainable(openings, minutes, terms) : null;
  const bound = Math.max(offered, attainable ?? offered);
  return { start, end, bound, minutes, lateness: (end - bound) / (bound - start), openings, terms };
}
