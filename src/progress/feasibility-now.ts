/** What is still to do, against what the windows still offer. */
import { feasibilityOf } from '../plan/feasibility.ts';
import type { Feasibility, Plan } from '../plan/plan.ts';
import { stageIds, stagePlan, withStageFacts } from '../plan/stages.ts';
import { type EpochMinutes, zoneClock } from '../time/wall-clock.ts';
import { offeredUntilExam } from './room.ts';
import { asOf, openMinutes, type PlanState } from './state.ts';

/**
 * The verdict in the middle of a plan: the whole need, against the minutes that are behind and those
 * that the windows offer from now to the exam. The cushion is what is left of the latter.
 * @param logged minutes that the timer counted for sessions that are not done
 */
export function feasibilityNow(
  plan: Pick<Plan, 'sessions' | 'learner' | 'exam' | 'basis'>,
  logged: PlanState['logged'],
  now: EpochMinutes,
): Feasibility {
  const counted = plan.sessions.filter(({ status }) => status !== 'skipped');
  const need = counted.reduce((sum, { minutes }) => sum + minutes, 0);
  if (plan.exam === null) return feasibilityOf(need, null);
  const toDo = counted.reduce(
    (sum, session) => sum + (session.status === 'done' ? 0 : openMinutes(session, { logged })),
    0,
  );
  const clock = zoneClock(plan.learner.timeZone);
  return feasibilityOf(need, need - toDo + offeredUntilExam(plan, plan.exam, now, clock));
}

/** The plan as it looks at an instant, its verdict included: the numbers of `certplan status`. */
export function seenAt({ plan, logged }: PlanState, now: EpochMinutes): Plan {
  const seen = asOf(plan, now);
  return stageIds(plan).reduce(
    (whole, id) =>
      withStageFacts(whole, id, { feasibility: feasibilityNow(stagePlan(plan, id), logged, now) }),
    seen,
  );
}

/** What is left beside the sessions to do, over all exams that are ahead; null where none has a day. */
export function cushionNow(
  plan: Plan,
  logged: PlanState['logged'],
  now: EpochMinutes,
): number | null {
  const cushions = stageIds(plan).flatMap(
    (id) => feasibilityNow(stagePlan(plan, id), logged, now).cushionMinutes ?? [],
  );
  return cushions.length === 0 ? null : cushions.reduce((sum, minutes) => sum + minutes, 0);
}
