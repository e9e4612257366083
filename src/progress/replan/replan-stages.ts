/** A re-plan of a plan for several certifications: stage by stage, in the order of their exams. */
import type { Plan, Session } from '../../plan/plan.ts';
import { inStage, nextStageStart, stageIds, withStageFacts } from '../../plan/stages.ts';
import { addDays, type CivilDate } from '../../time/civil-date.ts';
import { dateAt, type EpochMinutes, zoneClock } from '../../time/wall-clock.ts';
import type { PlanFacts, Replacement } from '../events.ts';
import { stageState } from '../stage-state.ts';
import type { PlanState } from '../state.ts';
import type { Replanned } from './replan.ts';
import type { Wishes } from './request.ts';

/**
 * @param make the re-plan of one stage; `atRest` are dates on which it cannot be studied, because the
 *   exam before it moved into them
 * @returns one answer for all; a plan for one certification is simply re-planned
 */
export function replanStages(
  state: PlanState,
  now: EpochMinutes,
  make: (stage: PlanState, atRest: readonly CivilDate[]) => Replanned,
): Replanned {
  if (state.plan.later === undefined) return make(state, []);
  const today = dateAt(now, zoneClock(state.plan.learner.timeZone));
  const answers: { readonly id: string; readonly replanned: Replanned }[] = [];
  const last = stageIds(state.plan).at(-1);
  let { highestNumber } = state;
  let opensOn: CivilDate | null = null;
  for (const id of stageIds(state.plan)) {
    const stage = { ...stageState(state, id), highestNumber };
    const { exam, sessions } = stage.plan;
    const isBehind = exam !== null && exam.date < today && id !== last;
    if (isBehind || !sessions.some(({ status }) => status === 'planned')) {
      opensOn = nextStageStart(stage.plan);
      continue;
    }
    const replanned = make(stage, opensOn === null ? [] : datesBefore(stage.plan, opensOn));
    answers.push({ id, replanned });
    highestNumber = Math.max(
      highestNumber,
      ...replanned.replacement.added.map(({ number }) => number),
    );
    opensOn = nextStageStart(replanned.plan);
  }
  return joined(state, answers);
}

/** Dates of a stage before the day on which it may begin now. */
function datesBefore({ basis }: Plan, opensOn: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = basis.start; date < opensOn; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The wishes of a stage without the dates that belong to the exam before it. */
export const withRest = (wishes: Wishes, atRest: readonly CivilDate[]): Wishes =>
  atRest.length === 0
    ? wishes
    : {
        ...wishes,
        learner: {
          ...wishes.learner,
          daysOff: [...new Set([...wishes.learner.daysOff, ...atRest])].sort(),
        },
      };

function joined(
  state: PlanState,
  answers: readonly { readonly id: string; readonly replanned: Replanned }[],
): Replanned {
  const replacements = answers.map(({ id, replanned: { replacement } }) => ({
    ...replacement,
    added: replacement.added.map((session): Session => ({ ...session, certification: id })),
  }));
  const stages: Record<string, Partial<PlanFacts>> = {};
  let plan = state.plan;
  for (const { id, replanned } of answers) {
    const { facts } = replanned.replacement;
    stages[id] = facts;
    plan = withStageFacts(plan, id, facts);
    const own = inStage(plan, id);
    plan = {
      ...plan,
      sessions: [
        ...plan.sessions.filter((session) => !own(session)),
        ...replanned.plan.sessions.map((session): Session => ({ ...session, certification: id })),
      ].sort((a, b) => a.start - b.start || a.number - b.number),
    };
  }
  const replacement: Replacement = {
    base: state.placedBy,
    missed: replacements.flatMap(({ missed }) => missed),
    moved: replacements.flatMap(({ moved }) => moved),
    added: replacements.flatMap(({ added }) => added),
    changed: replacements.flatMap(({ changed }) => changed),
    dropped: replacements.flatMap(({ dropped }) => dropped),
    facts: {},
    stages,
  };
  return {
    replacement,
    plan: { ...plan, revision: state.plan.revision + 1 },
    because: new Map(answers.flatMap(({ replanned }) => [...replanned.because])),
    remarks: answers.flatMap(({ replanned }) => replanned.remarks),
  };
}
