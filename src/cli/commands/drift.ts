/** `certplan curriculum drift OLD NEW`: what changed between two versions, and what work counts. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { driftOf } from '../../curriculum/drift.ts';
import { badInput } from '../../errors.ts';
import { carriedOver } from '../../plan/carried-over.ts';
import { stageIds } from '../../plan/stages.ts';
import { builtInCurriculum, builtInFoundations } from '../built-in-curricula.ts';
import type { Context } from '../context.ts';
import { readCurriculumFile } from '../curriculum-file.ts';
import { finishedPlan } from '../finished-plan.ts';
import { driftDocument, driftReport, type NamedWork } from '../render/drift-report.ts';
import { homeFolder, PlanStore } from '../store.ts';

export async function driftCommand(context: Context, old: string, next: string): Promise<void> {
  const before = await curriculumFrom(old);
  const after = await curriculumFrom(next);
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

/**
 * An id, or a file: what ends in .yaml or has a folder before it.
 * @throws UserError, exit code 4 for an unknown id, 2 for a file that cannot be read or has faults
 */
async function curriculumFrom(name: string): Promise<Curriculum> {
  if (!/[\\/]|\.ya?ml$/i.test(name)) return builtInCurriculum(name);
  const { parseCurriculum } = await import('../../curriculum/read-yaml.ts');
  const text = readCurriculumFile(name);
  const parsed = typeof text === 'string' ? parseCurriculum(text) : null;
  if (parsed?.ok) return parsed.value;
  const fault = typeof text === 'string' ? (parsed?.faults ?? [])[0] : text;
  throw badInput(
    'bad-curriculum',
    `${name}:${fault?.line ?? 1}:${fault?.column ?? 1}  ${fault?.message ?? 'no curriculum'}`,
    `certplan curriculum check ${name} lists every fault`,
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
  return { plan: name, ...carriedOver(finishedPlan(loaded), after, builtInFoundations()) };
}
