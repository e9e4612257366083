/** `certplan show`: the whole plan by week, or one session with its reasons. */
import { notFound } from '../../errors.ts';
import { type Plan, planClock } from '../../plan/plan.ts';
import { planDocument, sessionDocument } from '../../plan/plan-document.ts';
import type { Context } from '../context.ts';
import { planAgenda } from '../render/plan-agenda.ts';
import { sessionDetails } from '../render/session-details.ts';
import { homeFolder, PlanStore } from '../store.ts';
import { toAscii } from '../terminal/ascii.ts';

export async function showCommand(context: Context, number: number | undefined): Promise<void> {
  const store = new PlanStore(homeFolder(context.flags.home));
  const { plan, notes } = store.load(store.choose(context.flags.plan));
  for (const note of notes) context.warn(note);
  if (number === undefined) return wholePlan(context, plan);

  const session = plan.sessions.find((candidate) => candidate.number === number);
  if (!session) {
    throw notFound(
      'no-session',
      `plan "${plan.name}" has no session ${number}`,
      `its sessions are 1 to ${plan.sessions.length}; certplan show lists them`,
    );
  }
  if (context.json) {
    context.printJson({
      schema: 'certplan.session/1',
      ...sessionDocument(session, planClock(plan)),
    });
    return;
  }
  const lines = sessionDetails(plan, session, context.out);
  context.print(...(context.out.unicode ? lines : lines.map(toAscii)));
}

function wholePlan(context: Context, plan: Plan): void {
  if (context.json) {
    context.printJson(planDocument(plan));
    return;
  }
  const lines = planAgenda(plan, context.out);
  context.print(...(context.out.unicode ? lines : lines.map(toAscii)));
  context.hint('next   certplan show 1');
}
