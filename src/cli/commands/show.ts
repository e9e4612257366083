/** `certplan show`: the whole plan by week, or one session with its reasons. */
import { type Plan, planClock } from '../../plan/plan.ts';
import { planDocument, sessionDocument } from '../../plan/plan-document.ts';
import { stageOf, stagePlan } from '../../plan/stages.ts';
import { seenAt } from '../../progress/feasibility-now.ts';
import { findSession } from '../../progress/find-sessions.ts';
import { asOf } from '../../progress/state.ts';
import type { Context } from '../context.ts';
import { openPlan } from '../open-plan.ts';
import { planAgenda } from '../render/plan-agenda.ts';
import { sessionDetails } from '../render/session-details.ts';

export async function showCommand(context: Context, number: number | undefined): Promise<void> {
  const { state, notes, now } = openPlan(context);
  for (const note of notes) context.warn(note);
  const minute = Math.floor(now / 60_000);
  if (number === undefined) return wholePlan(context, seenAt(state, minute));
  const plan = asOf(state.plan, minute);

  const session = findSession({ ...state, plan }, number);
  if (context.json) {
    context.printJson({
      schema: 'certplan.session/1',
      ...sessionDocument(session, planClock(plan)),
    });
    return;
  }
  const lines = sessionDetails(
    stagePlan(plan, stageOf(plan, session)),
    session,
    state,
    context.out,
  );
  context.print(...lines);
}

function wholePlan(context: Context, plan: Plan): void {
  if (context.json) {
    context.printJson(planDocument(plan));
    return;
  }
  const lines = planAgenda(plan, context.out);
  context.print(...lines);
  context.hint('next   certplan show 1');
}
