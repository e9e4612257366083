import type { Costs } from '../workload/costs.ts';
import type { Plan } from './plan.ts';
import { stageCosts } from './stage-costs.ts';
import { wholePlan } from './stages.ts';

/** All that a plan costs as it stands, be it for one certification or for several. Dollars. */
export function planCosts(plan: Plan): Costs {
  const whole = wholePlan(plan);
  return whole.costs ?? stageCosts(whole);
}
