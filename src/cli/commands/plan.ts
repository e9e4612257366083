/** `certplan plan`: make a plan, store it, write its documents. */
import { join } from 'node:path';
import { badInput, EXIT, type ExitCode } from '../../errors.ts';
import { buildPlan } from '../../plan/build-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { planDocument } from '../../plan/plan-document.ts';
import { builtInCurriculum, builtInFoundations } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { paperByLocale, renderDocument } from '../documents.ts';
import { type ExportFormat, FORMAT_ENDINGS } from '../export-formats.ts';
import { prepareFiles } from '../files.ts';
import { planSummary } from '../render/plan-summary.ts';
import { checkPlanName, homeFolder, PlanStore, planExists } from '../store.ts';
import { checkFlags, type PlanFlags, planWishes } from './plan-options.ts';

export async function planCommand(
  context: Context,
  certification: string,
  flags: PlanFlags,
): Promise<ExitCode> {
  refuseWhatComesLater(flags);
  const now = currentMilliseconds();
  const checked = checkFlags(flags, Math.floor(now / 60_000));
  if (flags.name !== undefined) checkPlanName(flags.name);
  const curriculum = builtInCurriculum(certification);
  const wishes = planWishes(flags, checked, curriculum);
  const name = flags.name ?? curriculum.id;
  const store = new PlanStore(homeFolder(context.flags.home));
  const dry = flags.dryRun === true;
  if (!dry && flags.force !== true && store.has(name)) throw planExists(name);

  const plan = buildPlan({
    name,
    curriculum,
    foundations: builtInFoundations(),
    ...wishes,
    allowBeta: flags.beta === true,
    busy: [],
    now: Math.floor(now / 60_000),
    createdAt: new Date(now).toISOString(),
  });
  const written = dry ? [] : await storeAndWrite(plan, store, flags);

  for (const { message } of plan.warnings) context.warn(message);
  if (context.json) {
    context.printJson(planDocument(plan));
    return EXIT.ok;
  }
  context.print(...planSummary(plan, context.out));
  if (dry) {
    context.hint('nothing was stored or written (--dry-run)');
  } else {
    if (written.length > 0) context.print('', `wrote  ${written.join('  ')}`);
    context.hint('next   certplan show');
  }
  return EXIT.ok;
}

/** All documents are on the disk, under other names, before the plan is stored. */
async function storeAndWrite(plan: Plan, store: PlanStore, flags: PlanFlags): Promise<string[]> {
  const folder = flags.out ?? '.';
  const formats: ExportFormat[] = [
    ...(flags.ics ? (['ics'] as const) : []),
    ...(flags.pdf ? (['pdf'] as const) : []),
    ...(flags.checklist ? (['checklist'] as const) : []),
  ];
  const files: { path: string; content: string | Uint8Array }[] = [];
  for (const format of formats) {
    files.push({
      path: join(folder, `${plan.name}.${FORMAT_ENDINGS[format]}`),
      content: await renderDocument(format, plan, { paper: flags.paper ?? paperByLocale() }),
    });
  }
  const prepared = prepareFiles(files);
  try {
    store.create(plan, flags.force === true);
  } catch (error) {
    prepared.discard();
    throw error;
  }
  prepared.commit();
  return files.map(({ path }) => path);
}

function refuseWhatComesLater(flags: PlanFlags): void {
  const later = [
    ...(flags.cut === true ? ['--cut'] : []),
    ...(flags.whatIf === true ? ['--what-if'] : []),
    ...((flags.busy ?? []).length > 0 ? ['--busy'] : []),
  ];
  if (later.length === 0) return;
  throw badInput(
    'not-yet',
    `${later.join(', ')} will come with the next version`,
    'plan without it',
  );
}
