/** The timer: started and stopped by events, so that it runs while no program does. */
import { badInput } from '../errors.ts';
import type { Felt, Session } from '../plan/plan.ts';
import { formatDate, formatHours } from '../plan/words.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { PlanEvent } from './events.ts';
import type { PlanState } from './state.ts';

/** A timer that was forgotten counts no more than a day. */
const LONGEST_MINUTES = 1440;

export interface RunningTimer {
  readonly number: number;
  /** RFC 3339, UTC. */
  readonly since: string;
  /** Whole minutes, at least 1 and at most 24 hours. */
  readonly minutes: number;
}

/** @param nowMilliseconds since 1970 */
export function runningTimer(state: PlanState, nowMilliseconds: number): RunningTimer | null {
  if (!state.timer) return null;
  const elapsed = Math.floor((nowMilliseconds - Date.parse(state.timer.since)) / 60_000);
  return { ...state.timer, minutes: Math.max(1, Math.min(LONGEST_MINUTES, elapsed)) };
}

/**
 * The event that starts the timer; none where it runs for that session already.
 * @throws UserError, exit code 2, where the session is done or the timer runs for another one
 */
export function decideStart(session: Session, running: RunningTimer | null): PlanEvent[] {
  const { number } = session;
  if (running?.number === number) return [];
  if (running) {
    throw badInput(
      'timer-runs',
      `a timer runs for session ${running.number}, ${formatHours(running.minutes)} so far`,
      'end it first: certplan stop, or certplan stop --not-done when that session stays open',
    );
  }
  if (session.status === 'done') throw doneAlready(session);
  return [{ type: 'started', number }];
}

export const doneAlready = ({ number, actual }: Session) =>
  badInput(
    'done-already',
    `session ${number} is done${actual === null ? '' : ` (on ${formatDate(actual.on)}, ${formatHours(actual.minutes)})`}`,
    `certplan done ${number} --minutes N corrects its record; certplan undo takes the last change back`,
  );

export interface StopWords {
  /** The session stays open. */
  readonly notDone: boolean;
  readonly felt: Felt | null;
}

/**
 * @param on the local date on which the timer was started
 * @returns the event, and the minutes spent on the session so far, those logged before included
 * @throws UserError, exit code 2, where no timer runs
 */
export function decideStop(
  state: PlanState,
  running: RunningTimer | null,
  on: CivilDate,
  words: StopWords,
): { readonly event: PlanEvent; readonly number: number; readonly minutes: number } {
  if (!running) {
    throw badInput('no-timer', 'no timer runs', 'certplan start N starts one for session N');
  }
  const { number } = running;
  const minutes = running.minutes + (state.logged.get(number) ?? 0);
  const event: PlanEvent = words.notDone
    ? { type: 'logged', number, on, minutes: running.minutes }
    : { type: 'done', numbers: [number], on, minutes, felt: words.felt, from: 'timer' };
  return { event, number, minutes };
}
