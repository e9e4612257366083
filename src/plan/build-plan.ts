/** curriculum + learner → plan. Pure: the same request gives the same plan, to the letter. */
import { cannotPlan, type UserError } from '../errors.ts';
import { assemblePlan } from './assemble-plan.ts';
import { type Attempt, attemptPlan } from './attempt.ts';
import { cutToFit, planCuts } from './cuts.ts';
import type { Feasibility, Plan, Remedy } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';
import { remediesFor } from './remedies.ts';
import { formatHours } from './words.ts';

export type { PlanRequest } from './plan-request.ts';

/**
 * The plan of a request as it stands, without cuts; null where it does not fit.
 * @throws UserError, exit code 3, for what no change of content can mend
 */
export function planIfItFits(request: PlanRequest): Plan | null {
  const { workload, result } = attemptPlan(request);
  return result.fits ? assemblePlan(request, workload, result.schedule, []) : null;
}

/**
 * @param beforeLongWork called before what takes seconds: cuts and remedies are found by planning
 *   many times
 * @throws UserError with exit code 3 when no plan can be made; nothing else is thrown
 */
export function buildPlan(request: PlanRequest, beforeLongWork: () => void = () => {}): Plan {
  const { workload, result } = attemptPlan(request);
  if (result.fits) return assemblePlan(request, workload, result.schedule, []);
  if (result.reason === 'no-window') {
    throw cannotPlan(
      'no-usable-window',
      'no session finds a place: the windows, days off and busy times leave no usable time',
      'give more or longer windows (--when), or fewer days off (--off)',
    );
  }
  beforeLongWork();
  const missing = workload.needMinutes - result.availableMinutes;
  if (request.cut) {
    const cut = cutToFit(request, workload, missing);
    if (cut?.attempt.result.fits) {
      const cuts = planCuts(cut.choice, workload);
      return assemblePlan(request, cut.attempt.workload, cut.attempt.result.schedule, cuts);
    }
  }
  throw doesNotFit(request, workload, result, remediesFor(request, workload, missing));
}

function doesNotFit(
  request: PlanRequest,
  workload: Attempt['workload'],
  result: Extract<Attempt['result'], { fits: false }>,
  remedies: readonly Remedy[],
): UserError {
  const { examCode, lifecycle } = request.curriculum;
  const feasibility: Feasibility = {
    verdict: 'does-not-fit',
    neededMinutes: workload.needMinutes,
    availableMinutes: result.availableMinutes,
    cushionMinutes: result.availableMinutes - workload.needMinutes,
    remedies,
  };
  const by =
    result.reason === 'life'
      ? `before the last exam day of ${examCode}, ${lifecycle.lastExam ?? ''}`
      : `by ${request.exam?.date ?? ''}`;
  const enough = result.availableMinutes >= workload.needMinutes;
  return cannotPlan(
    'does-not-fit',
    `does not fit: ${formatHours(workload.needMinutes)} are needed ${by}, your windows offer ${formatHours(result.availableMinutes)}${
      enough
        ? '; the order of the material, unbroken labs and practice exams, and the free days before the exam need more room than that'
        : ''
    }`,
    remedyLines(remedies),
    { feasibility },
  );
}

/** The remedies as a learner would type them. */
function remedyLines(remedies: readonly Remedy[]): string {
  const lines: string[] = [];
  for (const remedy of remedies) {
    if (remedy.kind === 'hours' && remedy.value !== null) {
      lines.push(`  --hours ${String(remedy.value).padEnd(18)} more hours a week`);
    } else if (remedy.kind === 'exam' && remedy.value !== null) {
      lines.push(`  --exam ${remedy.value.padEnd(19)} a later exam day`);
    } else if (remedy.kind === 'depth' && remedy.value !== null) {
      lines.push(`  --depth ${remedy.value.padEnd(18)} less depth`);
    } else if (remedy.kind === 'cut' && remedy.activities !== null) {
      lines.push(
        `  --cut                      leaves out ${remedy.activities.length} items, ${remedy.weightLost} % of the exam's weight thinly covered`,
      );
    }
  }
  const nothing = 'Nothing was written.';
  if (lines.length === 0)
    return `No change of hours, day, depth or content alone would do. ${nothing}`;
  return `Any one of these would do:\n${lines.join('\n')}\n${nothing}`;
}
