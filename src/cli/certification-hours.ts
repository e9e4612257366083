/** Hours and costs of a certification: for the learner of the plan in use, else for typical ones. */
import type { Curriculum } from '../curriculum/curriculum.ts';
import { statusOn } from '../curriculum/lifecycle.ts';
import { UserError } from '../errors.ts';
import type { Learner } from '../learner/learner.ts';
import { TYPICAL_NAMES, typicalLearner } from '../learner/typical-learners.ts';
import type { Plan } from '../plan/plan.ts';
import { stageIds, stagePlan } from '../plan/stages.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { costsOf } from '../workload/costs.ts';
import { computeWorkload } from '../workload/workload.ts';
import { builtInFoundations } from './built-in-curricula.ts';
import { type Context, currentMilliseconds } from './context.ts';
import type { HoursFor } from './render/certification-details.ts';
import { homeFolder, PlanStore } from './store.ts';

export function hoursFor(context: Context, curriculum: Curriculum): HoursFor[] {
  const foundations = builtInFoundations();
  const day = new Date(currentMilliseconds()).toISOString().slice(0, 10) as CivilDate;
  const ended = statusOn(curriculum.lifecycle, day) === 'retired';
  const hours = (who: string, learner: Learner, known: boolean): HoursFor => {
    const { needMinutes, items } = computeWorkload(curriculum, foundations, learner);
    return {
      who,
      minutes: needMinutes,
      weeks: known ? Math.ceil(needMinutes / learner.minutesPerWeek) : null,
      costs: costsOf(ended ? 0 : curriculum.exam.priceUsd, items),
    };
  };
  const plan = planInUse(context);
  if (plan) {
    return [hours(`you, as plan "${plan.name}" knows you`, learnerFor(plan, curriculum.id), true)];
  }
  return TYPICAL_NAMES.map((name) =>
    hours(
      `${name.startsWith('from') ? 'somebody' : 'an'} ${name}`,
      typicalLearner(name, curriculum.vendor),
      false,
    ),
  );
}

/** @throws UserError where a plan is named that does not exist */
function planInUse(context: Context): Plan | null {
  const store = new PlanStore(homeFolder(context.flags.home));
  const { plan: named } = context.flags;
  if (named === undefined && store.current() === null) return null;
  try {
    return store.load(store.choose(named)).plan;
  } catch (error) {
    if (named !== undefined || !(error instanceof UserError)) throw error;
    // Facts can be read beside a damaged plan; the commands of the plan say what is wrong with it.
    return null;
  }
}

/** The same person; what is known of one certification says nothing of another. */
function learnerFor(plan: Plan, certification: string): Learner {
  if (stageIds(plan).includes(certification)) return stagePlan(plan, certification).learner;
  return { ...plan.learner, knownTasks: [], scoredDomains: {} };
}
