/** Hours a week against exam day and verdict: the same request at other hours. */
import { attemptPlan } from './attempt.ts';
import { feasibilityOf } from './feasibility.ts';
import type { Feasibility } from './plan.ts';
import { examAt } from './plan-document.ts';
import type { PlanRequest } from './plan-request.ts';
import { withHours } from './remedies.ts';

/** Hours around the present ones (the contract: ± 2, ± 4). */
const STEPS = [-4, -2, 0, 2, 4] as const;
const HOURS = { least: 1, most: 60 } as const;

export interface WhatIfRow {
  readonly hoursPerWeek: number;
  readonly present: boolean;
  /** The exam day given, or the one that would be suggested; null where there is none. */
  readonly exam: string | null;
  readonly verdict: Feasibility['verdict'];
  readonly neededMinutes: number;
  readonly cushionMinutes: number | null;
}

/** @throws UserError, exit code 3, when the request cannot be aimed at whatever the hours */
export function whatIf(request: PlanRequest): WhatIfRow[] {
  const present = request.learner.minutesPerWeek / 60;
  const rows: WhatIfRow[] = [];
  for (const step of STEPS) {
    const hoursPerWeek = present + step;
    if (hoursPerWeek < HOURS.least || hoursPerWeek > HOURS.most) continue;
    const row = rowAt(step === 0 ? request : withHours(request, hoursPerWeek));
    rows.push({ hoursPerWeek, present: step === 0, ...row });
  }
  return rows;
}

function rowAt(request: PlanRequest): Omit<WhatIfRow, 'hoursPerWeek' | 'present'> {
  const { workload, result } = attemptPlan(request);
  if (!result.fits) {
    return {
      exam: request.exam === null ? null : examAt(request.exam),
      verdict: 'does-not-fit',
      neededMinutes: workload.needMinutes,
      cushionMinutes:
        result.reason === 'no-window' ? null : result.availableMinutes - workload.needMinutes,
    };
  }
  const { exam, availableMinutes, placements } = result.schedule;
  const needed = placements.reduce((sum, { minutes }) => sum + minutes, 0);
  const { verdict, cushionMinutes } = feasibilityOf(needed, availableMinutes);
  return { exam: exam && examAt(exam), verdict, neededMinutes: needed, cushionMinutes };
}
