/** The state of one stage of a plan for several certifications, as if it were a plan of its own. */
import { inStage, stagePlan, wholePlan } from '../plan/stages.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { PlanState } from './state.ts';

/** Numbers, events and timer stay those of the whole plan. A plan for one certification is itself. */
export function stageState(state: PlanState, id: string): PlanState {
  const { plan } = state;
  if (plan.later === undefined) return state;
  const own = inStage(plan, id);
  const sessions = [...plan.sessions, ...state.cancelled].filter(own);
  const numbers = new Set(sessions.map(({ number }) => number));
  return {
    ...state,
    plan: stagePlan(plan, id),
    scores: state.scores.filter(({ number }) => number !== null && numbers.has(number)),
    missedSlots: state.missedSlots.filter(({ number }) => numbers.has(number)),
    cancelled: state.cancelled.filter(own),
  };
}

/**
 * The state with its plan as one for lists and documents.
 * @param today the exam that counts is the next one on this day
 */
export const wholeState = (state: PlanState, today?: CivilDate): PlanState =>
  state.plan.later === undefined ? state : { ...state, plan: wholePlan(state.plan, today) };
