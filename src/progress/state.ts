/** The state of a plan: what the fold of its journal gives. */
import type { Plan, Session } from '../plan/plan.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { ScoredEvent, StoredEvent } from './events.ts';

export interface Score extends Omit<ScoredEvent, 'type'> {
  readonly id: string;
}

/** A slot that passed without its session being done, seen when a re-plan moved it. */
export interface MissedSlot {
  readonly number: number;
  readonly start: EpochMinutes;
}

export interface PlanState {
  /** Sessions carry status `planned`, `done` or `skipped`; what is missed depends on now (`asOf`). */
  readonly plan: Plan;
  readonly scores: readonly Score[];
  /** Minutes logged by the timer for sessions that are not done. */
  readonly logged: ReadonlyMap<number, number>;
  readonly timer: { readonly number: number; readonly since: string } | null;
  readonly missedSlots: readonly MissedSlot[];
  /** Sessions that were in the plan once and are not now; calendars learn of it. */
  readonly cancelled: readonly Session[];
  /** No number up to this one is given to another session. */
  readonly highestNumber: number;
  /** Id of the event that set the placements. */
  readonly placedBy: string;
  /** Events that count, in order: neither undone nor void. */
  readonly events: readonly StoredEvent[];
  /** Re-plans of another copy that this one overrules. */
  readonly voided: readonly StoredEvent[];
  /** Ids of events that were undone. */
  readonly undone: ReadonlySet<string>;
  /** Reasons given for skipping. */
  readonly skippedBecause: ReadonlyMap<number, string>;
}

/** The plan as it looks at an instant: planned sessions whose slot has passed are missed. */
export function asOf(plan: Plan, now: EpochMinutes): Plan {
  return {
    ...plan,
    sessions: plan.sessions.map((session) =>
      session.status === 'planned' && session.start + session.minutes <= now
        ? { ...session, status: 'missed' as const }
        : session,
    ),
  };
}

/**
 * Minutes of a session that are still to do, as planned: without what the timer has logged.
 * @returns 0 or more
 */
export const openMinutes = (session: Session, state: Pick<PlanState, 'logged'>): number =>
  Math.max(0, session.minutes - Math.max(0, state.logged.get(session.number) ?? 0));

/** What done sessions really took. */
export const doneMinutes = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { actual }) => sum + (actual?.minutes ?? 0), 0);
