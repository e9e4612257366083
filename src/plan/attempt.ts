/** One attempt at a request: workload and schedule, or why it does not fit. */
import { makeSchedule, type ScheduleResult } from '../schedule/schedule.ts';
import { dateAt, startOfDay, zoneClock } from '../time/wall-clock.ts';
import { computeWorkload, type Workload } from '../workload/workload.ts';
import { aimOf, refuseUselessWindows } from './aim.ts';
import type { PlanRequest } from './plan-request.ts';

export interface Attempt {
  readonly workload: Workload;
  readonly result: ScheduleResult;
}

const NOTHING_CUT: ReadonlySet<string> = new Set();

/**
 * @param cut ids of activities that are left out
 * @throws UserError, exit code 3, for what no change of content can mend
 */
export function attemptPlan(request: PlanRequest, cut: ReadonlySet<string> = NOTHING_CUT): Attempt {
  const { curriculum, learner, start, now } = request;
  const clock = zoneClock(learner.timeZone);
  const today = dateAt(now, clock);
  const aim = aimOf(request, today);
  refuseUselessWindows(learner);
  const workload = computeWorkload(curriculum, request.foundations, learner, cut, request.credit);
  const startsAt = startOfDay(start, clock);
  const result = makeSchedule(
    {
      items: workload.items,
      domains: curriculum.domains,
      learner,
      clock,
      start,
      notBefore: start === today ? Math.max(now, startsAt) : startsAt,
      busy: request.busy,
      needMinutes: workload.needMinutes,
      reviews: workload.reviews,
      guide: curriculum.guide,
    },
    aim,
  );
  return { workload, result };
}
