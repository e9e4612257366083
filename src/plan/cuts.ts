/** What to leave out so that a plan fits its exam day, listed with what each cut loses. */
import { chooseCut, maximumSaving } from '../workload/cut/choose-cut.ts';
import type { CutChoice } from '../workload/cut/cut-item.ts';
import { cutProblem } from '../workload/cut/cut-problem.ts';
import type { Workload } from '../workload/workload.ts';
import { type Attempt, attemptPlan } from './attempt.ts';
import type { PlanCut } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';

/** Where the cut that the sums ask for is not enough (order, labs, free days), a little more. */
const STEP_MINUTES = 30;
const ROUGH_STEP_MINUTES = 240;

export interface FittingCut {
  readonly choice: CutChoice;
  readonly attempt: Attempt;
}

/**
 * The least cut after which the request fits, found by planning: the cut that saves the missing
 * minutes, then more in steps.
 * @param workload of the request without cuts
 * @param missingMinutes need minus what the windows offer, or less
 * @returns null when no cut is enough
 */
export function cutToFit(
  request: PlanRequest,
  workload: Workload,
  missingMinutes: number,
): FittingCut | null {
  const { curriculum } = request;
  const items = cutProblem(
    workload.items,
    curriculum.domains,
    new Map(curriculum.activities.map(({ id, after }) => [id, after])),
    curriculum.guide,
  );
  const most = maximumSaving(items);
  const tryWith = (minutes: number): FittingCut | null => {
    const choice = chooseCut(items, Math.min(minutes, most));
    if (!choice) return null;
    const attempt = attemptPlan(request, new Set(choice.cut.map(({ id }) => id)));
    return attempt.result.fits ? { choice, attempt } : null;
  };
  // First a rough look for the size, then the smallest step within it.
  let low = Math.max(STEP_MINUTES, missingMinutes - ROUGH_STEP_MINUTES);
  if (low > most) low = most;
  let found: FittingCut | null = null;
  for (let size = low; ; size = Math.min(most, size + ROUGH_STEP_MINUTES)) {
    found = tryWith(size);
    if (found || size >= most) break;
    low = size;
  }
  if (!found) return null;
  for (let size = low + STEP_MINUTES; size < found.choice.minutes; size += STEP_MINUTES) {
    const smaller = tryWith(size);
    if (smaller) return smaller.choice.weightLost <= found.choice.weightLost ? smaller : found;
  }
  return found;
}

export function planCuts(choice: CutChoice, workload: Workload): PlanCut[] {
  const titles = new Map(workload.items.map(({ id, title }) => [id, title]));
  return choice.cut.map(({ id, minutes, weightLost }) => ({
    activity: id,
    title: titles.get(id) ?? id,
    minutes,
    reason: `cut: of least worth for the exam by the minute (${weightLost.toFixed(1)} % of its weight)`,
    weightLost,
  }));
}
