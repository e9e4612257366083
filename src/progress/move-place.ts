/** Where a session goes when the learner moves it: the place that was asked for, as far as it is free. */
import { badInput } from '../errors.ts';
import { BREAK_MINUTES } from '../learner/window-offer.ts';
import { type Plan, planClock, type Session, sessionEnd } from '../plan/plan.ts';
import { formatDate } from '../plan/words.ts';
import { layOpenings } from '../schedule/openings.ts';
import { addDays, type CivilDate, dayNumber } from '../time/civil-date.ts';
import type { DateWithTime } from '../time/parse-date.ts';
import type { Span } from '../time/span.ts';
import { dateAt, type EpochMinutes, type ZoneClock } from '../time/wall-clock.ts';

/** The plan knows its zone's offsets about a year past its end; further on nothing is placed. */
const FARTHEST_DAYS = 366;

export interface Place {
  readonly start: EpochMinutes;
  /**
   * How it was found: as asked for; with the time of day it had; in the first free slot; with the
   * time of day it had, as the day has no free slot.
   */
  readonly by: 'asked' | 'kept-time' | 'free-slot' | 'no-slot';
}

/**
 * @param plan as it looks now
 * @param when a date alone keeps the time of day, or takes the day's first free slot where that time
 *   lies outside the windows or is taken
 * @throws UserError, exit code 2, for the past and for what lies too far ahead
 */
export function placeFor(
  plan: Plan,
  session: Session,
  when: DateWithTime,
  now: EpochMinutes,
): Place {
  const clock = planClock(plan);
  const today = dateAt(now, clock);
  refuseDate(plan, when.date, today, clock);
  if (when.minute !== null) {
    const start = clock.toInstant(dayNumber(when.date), when.minute);
    if (start < now) {
      throw badInput(
        'in-past',
        `${formatDate(when.date)} at that time has passed`,
        'give a time from now on',
      );
    }
    return { start, by: 'asked' };
  }
  const kept = clock.toInstant(dayNumber(when.date), clock.toWallClock(session.start).minute);
  const rest = plan.sessions.filter((other) => other.number !== session.number);
  if (kept >= now && isFree(plan, clock, kept, session.minutes, takenBy(plan, rest, 0))) {
    return { start: kept, by: 'kept-time' };
  }
  // A break beside the other sittings first; without one where the day has no room for it.
  for (const gap of [BREAK_MINUTES, 0]) {
    const day = dayNumber(when.date);
    const slot = layOpenings(plan.learner, clock, day, day, takenBy(plan, rest, gap), now).find(
      ({ start, end }) => end - start >= session.minutes,
    );
    if (slot) return { start: slot.start, by: 'free-slot' };
  }
  if (kept < now) {
    throw badInput(
      'in-past',
      `your windows have no room for ${session.minutes} m on ${formatDate(when.date)} any more`,
      `give a time, e.g. ${when.date}T21:00, or another day`,
    );
  }
  return { start: kept, by: 'no-slot' };
}

function refuseDate(plan: Plan, date: CivilDate, today: CivilDate, clock: ZoneClock): void {
  if (date < today) {
    throw badInput(
      'in-past',
      `${formatDate(date, true)} has passed`,
      'move it to today or later; certplan done N --on DATE notes what you did in the past',
    );
  }
  // Where the learner has put others does not carry the end on.
  const planned = plan.sessions.filter(({ pinned }) => !pinned);
  const ends = planned.map(({ start }) => dateAt(start, clock));
  const last = [today, ...ends].sort().at(-1) ?? today;
  const farthest = addDays(last, FARTHEST_DAYS);
  if (date > farthest) {
    throw badInput(
      'too-far',
      `${formatDate(date, true)} is more than a year after the end of the plan`,
      `the last day for a session is ${farthest}`,
    );
  }
}

/** What keeps a slot from being free: open sessions, with a gap around them, and busy times. */
const takenBy = (plan: Plan, sessions: readonly Session[], gap: number): Span[] => [
  ...sessions
    .filter(({ status }) => status === 'planned')
    .map((session) => ({ start: session.start - gap, end: sessionEnd(session) + gap })),
  ...plan.basis.busy,
];

function isFree(
  plan: Plan,
  clock: ZoneClock,
  start: EpochMinutes,
  minutes: number,
  taken: readonly Span[],
): boolean {
  const { day } = clock.toWallClock(start);
  return layOpenings(plan.learner, clock, day - 1, day, taken, start).some(
    (opening) => opening.start === start && opening.end >= start + minutes,
  );
}
