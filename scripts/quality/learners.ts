/** Random learners, the same in every run, and the schedules that they get. */
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { attemptPlan } from '../../src/plan/attempt.ts';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Workload } from '../../src/workload/workload.ts';
import { randomLearner } from '../../tests/support/random-learner.ts';
import { type SampleOptions, sampleRequest } from '../../tests/support/sample-plan.ts';

export interface Planned {
  /** Position in the sample: with the seed it names the learner. */
  readonly index: number;
  readonly options: SampleOptions;
  readonly request: PlanRequest;
  readonly workload: Workload;
  readonly schedule: Schedule;
}

export const SEED = 20261125;

export const sampleLearners = (count: number, seed: number): SampleOptions[] =>
  fc.sample(randomLearner, { numRuns: count, seed });

export function withoutExam(options: SampleOptions): SampleOptions {
  const { exam, ...rest } = options;
  return rest;
}

/** Null where no plan can be made for this learner. */
export function planFor(options: SampleOptions, index: number): Planned | null {
  try {
    const request = sampleRequest(options);
    const { workload, result } = attemptPlan(request);
    return result.fits ? { index, options, request, workload, schedule: result.schedule } : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The first so many learners of the sample that can be planned for. */
export function plannedLearners(
  count: number,
  change: (options: SampleOptions) => SampleOptions | null,
  seed = SEED,
): { planned: Planned[]; refused: number } {
  const planned: Planned[] = [];
  let refused = 0;
  for (const [index, options] of sampleLearners(count * 6, seed).entries()) {
    if (planned.length === count) break;
    const changed = change(options);
    if (changed === null) continue;
    const plan = planFor(changed, index);
    if (plan) planned.push(plan);
    else refused += 1;
  }
  return { planned, refused };
}

/** What a learner is, in the words of the command line. */
export const describeLearner = (options: SampleOptions): string =>
  [
    options.certification ?? '',
    `--skill ${options.skills ?? ''}`,
    `--hours ${options.hours ?? 8}`,
    ...(options.when === undefined ? [] : [`--when "${options.when}"`]),
    `--session ${options.session ?? 90}`,
    `--depth ${options.depth ?? 'standard'}`,
    `--start ${options.start ?? ''}`,
    ...(options.exam === undefined ? [] : [`--exam ${options.exam}`]),
    `--timezone ${options.timeZone ?? ''}`,
    ...(options.off && options.off.length > 0 ? [`--off ${options.off.join(',')}`] : []),
  ].join(' ');
