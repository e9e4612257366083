/** `certplan plans` and `certplan use NAME`. */
import { UserError } from '../../errors.ts';
import { examAt } from '../../plan/plan-document.ts';
import { stageIds, stagePlan } from '../../plan/stages.ts';
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
        certifications: stageIds(plan),
        exam: plan.exam ? examAt(plan.exam) : null,
        exams: stageIds(plan).map((id) => {
          const { exam } = stagePlan(plan, id);
          return exam ? examAt(exam) : null;
        }),
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
              plan.certifications.join(', '),
              examWords(plan.exams),
              `${plan.done} of ${plan.sessions} sessions done`,
            ]
          : [plan.inUse ? '*' : ' ', plan.name, 'damaged', plan.damaged],
      ),
    ),
  );
}

/** `exam 2027-03-05`, or all that have a day. */
function examWords(exams: readonly (string | null)[]): string {
  const days = exams.filter((day) => day !== null);
  return days.length === 0 ? 'no exam day' : `exam ${days.join(', ')}`;
}

export async function useCommand(context: Context, name: string): Promise<void> {
  const store = new PlanStore(homeFolder(context.flags.home));
  store.use(checkPlanName(name));
  if (context.json) context.printJson({ schema: 'certplan.use/1', inUse: name });
  else context.print(`plan "${name}" is in use`);
}
