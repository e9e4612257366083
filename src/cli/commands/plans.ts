/** `certplan plans` and `certplan use NAME`. */
import { UserError } from '../../errors.ts';
import { examAt } from '../../plan/plan-document.ts';
import type { Context } from '../context.ts';
import { checkPlanName, homeFolder, PlanStore } from '../store.ts';
import { columns } from '../terminal/layout.ts';

export async function plansCommand(context: Context): Promise<void> {
  const store = new PlanStore(homeFolder(context.flags.home));
  const current = store.current();
  const plans = store.names().map((name) => {
    try {
      const { plan } = store.load(name);
      return {
        name,
        inUse: name === current,
        certification: plan.certification.id,
        exam: plan.exam ? examAt(plan.exam) : null,
        sessions: plan.sessions.length,
        done: plan.sessions.filter((session) => session.status === 'done').length,
        damaged: null,
      };
    } catch (error) {
      // One damaged journal must not hide the others.
      if (!(error instanceof UserError)) throw error;
      return { name, inUse: name === current, damaged: error.message };
    }
  });
  if (context.json) {
    context.printJson({ schema: 'certplan.plans/1', plans });
    return;
  }
  if (plans.length === 0) {
    context.print('no plan yet');
    context.hint('next   certplan plan aws-mla-c02 --hours 8');
    return;
  }
  context.print(
    ...columns(
      plans.map((plan) =>
        plan.damaged === null
          ? [
              plan.inUse ? '*' : ' ',
              plan.name,
              plan.certification,
              plan.exam === null ? 'no exam day' : `exam ${plan.exam}`,
              `${plan.done} of ${plan.sessions} sessions done`,
            ]
          : [plan.inUse ? '*' : ' ', plan.name, 'damaged', plan.damaged],
      ),
    ),
  );
}

export async function useCommand(context: Context, name: string): Promise<void> {
  const store = new PlanStore(homeFolder(context.flags.home));
  store.use(checkPlanName(name));
  if (context.json) context.printJson({ schema: 'certplan.use/1', inUse: name });
  else context.print(`plan "${name}" is in use`);
}
