/** `certplan curriculum drift OLD NEW`: what changed between two versions, and what work counts. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { driftOf } from '../../curriculum/drift.ts';
import { badInput } from '../../errors.ts';
import { carriedOver } from '../../plan/carried-over.ts';
import { stageIds } from '../../plan/stages.ts';
import { builtInFoundations, builtInOverlaps } from '../built-in-curricula.ts';
import type { Context } from '../context.ts';
import { findCurriculum } from '../find-curriculum.ts';
import { finishedPlan } from '../finished-plan.ts';
import { driftDocument, driftReport, type NamedWork } from '../render/drift-report.ts';
import { homeFolder, PlanStore } from '../store.ts';

export async function driftCommand(context: Context, old: string, next: string): Promise<void> {
  const before = await findCurriculum(old);
  const after = await findCurriculum(next);
  const finished = finishedWork(context, before, after);
  const drift = driftOf(before, after);
  if (context.json) {
    context.printJson(driftDocument(before, after, drift, finished));
    return;
  }
  const lines = driftReport(before, after, drift, finished, context.out);
  context.print(...lines);
  const { home } = context.flags;
  const rest = finished === null ? '--hours 8' : `--from ${finished.plan}`;
  context.hint(
    `next   certplan plan ${after.id} ${rest}${home === undefined ? '' : ` --home ${home}`}`,
  );
}

/** Of the plan that is named, or of the one in use if it is for the old certification. */
function finishedWork(context: Context, before: Curriculum, after: Curriculum): NamedWork | null {
  const store = new PlanStore(homeFolder(context.flags.home));
  const { plan: named } = context.flags;
  if (named === undefined && store.current() === null) return null;
  const name = store.choose(named);
  const loaded = store.load(name);
  if (!stageIds(loaded.plan).includes(before.id)) {
    if (named === undefined) return null;
    throw badInput(
      'other-certification',
      `plan ${name} is for ${stageIds(loaded.plan).join(' and ')}, not for ${before.id}`,
      'name a plan of the older certification, or leave --plan out',
    );
  }
  return {
    plan: name,
    ...carriedOver(finishedPlan(loaded), after, builtInFoundations(), builtInOverlaps()),
  };
}
