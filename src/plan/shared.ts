/** What a plan need not teach again, because it comes elsewhere: listed with what that saves. */
import { computeWorkload, type Waiver } from '../workload/workload.ts';
import type { PlanRequest } from './plan-request.ts';

/** What would be planned without the credit, and is not. */
export function sharedItems({ curriculum, foundations, learner, credit }: PlanRequest): Waiver[] {
  const done = credit?.done ?? {};
  if (Object.keys(done).length === 0) return [];
  return computeWorkload(curriculum, foundations, learner)
    .items.filter(({ id }) => done[id] !== undefined)
    .map(({ id, kind, title, minutes }) => ({
      activity: id,
      kind,
      title: title.replace(/^Check: /, ''),
      minutes,
      reason: `shared: ${done[id] ?? ''}`,
    }));
}
