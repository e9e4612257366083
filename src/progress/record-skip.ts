/** Which events it takes to leave sessions out, and what that means for others. */
import type { Plan, Session } from '../plan/plan.ts';
import type { PlanEvent } from './events.ts';
import type { PlanState } from './state.ts';
import { doneAlready } from './timer.ts';

export interface SkipDecision {
  readonly events: readonly PlanEvent[];
  readonly recorded: readonly number[];
  /** Numbers that were skipped before, and of which nothing new was said. */
  readonly already: readonly number[];
}

/** @throws UserError, exit code 2, where one of them is done */
export function decideSkip(
  state: PlanState,
  sessions: readonly Session[],
  why: string | null,
): SkipDecision {
  const done = sessions.find(({ status }) => status === 'done');
  if (done) throw doneAlready(done);
  const isNew = ({ number, status }: Session): boolean =>
    status !== 'skipped' || (why !== null && state.skippedBecause.get(number) !== why);
  const recorded = sessions.filter(isNew).map(({ number }) => number);
  return {
    events: recorded.length > 0 ? [{ type: 'skipped', numbers: recorded, why }] : [],
    recorded,
    already: sessions.filter((session) => !isNew(session)).map(({ number }) => number),
  };
}

/** Sessions still to come that build on what was skipped. */
export const buildOn = (plan: Plan, skipped: readonly number[]): Session[] =>
  plan.sessions.filter(
    ({ status, after }) =>
      (status === 'planned' || status === 'missed') &&
      after.some((number) => skipped.includes(number)),
  );
