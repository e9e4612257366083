/** `certplan status`: progress, pace, forecast, readiness, next step. */
import { lifeNotes } from '../../plan/life-notes.ts';
import { planClock } from '../../plan/plan.ts';
import { stageIds, stageOn, stagePlan } from '../../plan/stages.ts';
import { adviceFor } from '../../progress/advice.ts';
import { stageState } from '../../progress/stage-state.ts';
import { asOf } from '../../progress/state.ts';
import { statusOf } from '../../progress/status.ts';
import { statusDocument } from '../../progress/status-document.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { adviceLine, otherExam, otherExamLines, statusReport } from '../render/status-report.ts';
import { homeFolder, PlanStore } from '../store.ts';

export async function statusCommand(context: Context): Promise<void> {
  const now = Math.floor(currentMilliseconds() / 60_000);
  const store = new PlanStore(homeFolder(context.flags.home));
  const { state, notes } = store.load(store.choose(context.flags.plan));
  for (const note of notes) context.warn(note);
  const id = stageOn(state.plan, dateAt(now, planClock(state.plan)));
  const stage = stageState(state, id);
  const status = statusOf(stage, now);
  const advice = adviceFor(stage, status, now);
  const others = stageIds(state.plan)
    .filter((other) => other !== id)
    .map((other) => stagePlan(state.plan, other));
  const life = lifeNotes(asOf(state.plan, now), status.today, certificationIndex());
  if (context.json) {
    context.printJson({
      ...statusDocument(status, advice),
      life,
      ...(others.length === 0 ? {} : { otherExams: others.map(otherExam) }),
    });
    return;
  }
  const lines = statusReport(status, life, context.out);
  context.print(...lines, ...otherExamLines(others, status.today, context.out));
  // A plan kept elsewhere, or beside others, is found again only there.
  const { home, plan } = context.flags;
  const place = `${home === undefined ? '' : ` --home ${home}`}${plan === undefined ? '' : ` --plan ${plan}`}`;
  const next = adviceLine(advice, place);
  if (next !== null) context.hint(next);
}
