/**
 * A session while events are gone through. What events change of it stands apart from the rest, as
 * there are many events, and to copy two dozen properties for each is most of what a fold costs.
 */
import type { Session } from '../plan/plan.ts';

export type Standing = Pick<Session, 'start' | 'pinned' | 'status' | 'actual'>;

export interface TrackedSession extends Standing {
  /** As the plan, or the re-plan that added or changed it, has it. */
  readonly planned: Session;
}

export type TrackedSessions = ReadonlyMap<number, TrackedSession>;

export const track = (
  planned: Session,
  { start, pinned, status, actual }: Standing = planned,
): TrackedSession => ({ planned, start, pinned, status, actual });

/** @param sequence how often its slot changed */
export function sessionOf(tracked: TrackedSession, sequence: number): Session {
  const { planned, start, pinned, status, actual } = tracked;
  const untouched =
    planned.start === start &&
    planned.pinned === pinned &&
    planned.status === status &&
    planned.actual === actual &&
    planned.sequence === sequence;
  return untouched ? planned : { ...planned, start, pinned, status, actual, sequence };
}
