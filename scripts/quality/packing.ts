/** Packing of one schedule: how much later than the bound the content ends. */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { layOpenings, type Opening } from '../../src/schedule/openings.ts';
import { endOf, type Placement } from '../../src/schedule/placement.ts';
import { dayNumber } from '../../src/time/civil-date.ts';
import { type EpochMinutes, startOfDay, zoneClock } from '../../src/time/wall-clock.ts';
import type { Planned } from './learners.ts';
import { momentOffered, type OfferTerms } from './packing-bound.ts';
import { sumOf } from './statistics.ts';

export interface Packing {
  readonly start: EpochMinutes;
  /** End of the last content session. */
  readonly end: EpochMinutes;
  readonly bound: EpochMinutes;
  /** Minutes placed up to the end. */
  readonly minutes: number;
  /** Delay of the end against the bound, as a share of the span from the start to the bound. */
  readonly lateness: number;
  readonly openings: readonly Opening[];
  readonly terms: OfferTerms;
}

/** Which sessions count as placed before the content's end. */
export type Counts = (placement: Placement) => boolean;

/** All sessions that end up to the end of the last content session. */
export const EVERYTHING: Counts = () => true;
/** The same without practice exams: the hours that they take look wasted. */
export const NO_EXAMS: Counts = ({ item }) => item.kind !== 'practice-exam';

export function packingOf({ request, schedule }: Planned, counts: Counts = EVERYTHING): Packing {
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
      .filter((minutes) => minutes > learner.sessionMinutes),
  };
  const minutes = sumOf(
    schedule.placements
      .filter((placement) => endOf(placement) <= end && counts(placement))
      .map((placement) => placement.minutes),
  );
  const bound = momentOffered(openings, minutes, terms);
  if (bound === null || bound > end) throw new RangeError('more is placed than the windows offer');
  return { start, end, bound, minutes, lateness: (end - bound) / (bound - start), openings, terms };
}
