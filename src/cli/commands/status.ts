/** `certplan status`: progress, pace, forecast, readiness, next step. */
import { lifeNotes } from '../../plan/life-notes.ts';
import { adviceFor } from '../../progress/advice.ts';
import { statusOf } from '../../progress/status.ts';
import { statusDocument } from '../../progress/status-document.ts';
import { certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { adviceLine, statusReport } from '../render/status-report.ts';
import { homeFolder, PlanStore } from '../store.ts';

export async function statusCommand(context: Context): Promise<void> {
  const now = Math.floor(currentMilliseconds() / 60_000);
  const store = new PlanStore(homeFolder(context.flags.home));
  const { state, notes } = store.load(store.choose(context.flags.plan));
  for (const note of notes) context.warn(note);
  const status = statusOf(state, now);
  const advice = adviceFor(state, status, now);
  const life = lifeNotes(status.plan, status.today, certificationIndex());
  if (context.json) {
    context.printJson({ ...statusDocument(status, advice), life });
    return;
  }
  const lines = statusReport(status, life, context.out);
  context.print(...lines);
  // A plan kept elsewhere, or beside others, is found again only there.
  const { home, plan } = context.flags;
  const place = `${home === undefined ? '' : ` --home ${home}`}${plan === undefined ? '' : ` --plan ${plan}`}`;
  const next = adviceLine(advice, place);
  if (next !== null) context.hint(next);
}
