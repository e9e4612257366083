/** `certplan plan`: make a plan, store it, write its documents. */
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../../errors.ts';
import { buildPlan, type PlanRequest } from '../../plan/build-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { planDocument } from '../../plan/plan-document.ts';
import { type WhatIfRow, whatIf } from '../../plan/what-if.ts';
import { plainText } from '../../text/plain-text.ts';
import { zoneClock } from '../../time/wall-clock.ts';
import { builtInFoundations } from '../built-in-curricula.ts';
import { readBusyFiles } from '../busy-files.ts';
import { type Context, currentMilliseconds, fileStamp } from '../context.ts';
import {
  newState,
  type PdfThread,
  paperByLocale,
  renderDocuments,
  startPdfThread,
} from '../documents.ts';
import { type ExportFormat, FORMAT_ENDINGS } from '../export-formats.ts';
import { prepareFiles } from '../files.ts';
import { findCurriculum } from '../find-curriculum.ts';
import { planSummary } from '../render/plan-summary.ts';
import { whatIfTable } from '../render/what-if-table.ts';
import { checkPlanName, homeFolder, PlanStore, planExists, type Snapshot } from '../store.ts';
import { type Progress, progressFor } from '../terminal/progress.ts';
import { checkFlags, type PlanFlags, planWishes } from './plan-options.ts';

export async function planCommand(
  context: Context,
  certification: string,
  flags: PlanFlags,
): Promise<ExitCode> {
  const now = currentMilliseconds();
  const checked = checkFlags(flags, Math.floor(now / 60_000));
  const createdAt = new Date(now).toISOString();
  // Files are stamped late: a stamp that cannot be read is told now.
  fileStamp(createdAt);
  if (flags.name !== undefined) checkPlanName(flags.name);
  const curriculum = await findCurriculum(certification);
  const wishes = planWishes(flags, checked, curriculum);
  const name = flags.name ?? curriculum.id;
  const store = new PlanStore(homeFolder(context.flags.home));
  const dry = flags.dryRun === true || flags.whatIf === true;
  if (!dry && flags.force !== true && store.has(name)) throw planExists(name);

  const busy = await readBusyFiles(
    flags.busy ?? [],
    zoneClock(wishes.learner.timeZone),
    wishes.start,
    wishes.exam?.date ?? null,
  );
  const request: PlanRequest = {
    name,
    curriculum,
    foundations: builtInFoundations(),
    ...wishes,
    warnings: [...wishes.warnings, ...busy.warnings],
    allowBeta: flags.beta === true,
    cut: flags.cut === true,
    busy: busy.spans,
    now: Math.floor(now / 60_000),
    createdAt,
  };
  const progress = progressFor(context);
  if (flags.whatIf === true) {
    progress.show('planning at other hours');
    showWhatIf(context, request, progress);
    return EXIT.ok;
  }
  // The thread loads what a PDF needs while the plan is being made.
  const thread = flags.pdf && !dry ? await startPdfThread() : null;
  let plan: Plan;
  let written: string[] = [];
  try {
    plan = buildPlan(request, () => progress.show('looking for what would fit'));
    if (flags.pdf && !dry) progress.show('drawing the PDF');
    if (!dry) written = await storeAndWrite(plan, snapshotOf(plan, request), store, flags, thread);
  } finally {
    progress.clear();
    thread?.end();
  }

  for (const { message } of plan.warnings) context.warn(message);
  if (context.json) {
    context.printJson(planDocument(plan));
    return EXIT.ok;
  }
  context.print(...planSummary(plan, context.out));
  if (dry) {
    context.hint('nothing was stored or written (--dry-run)');
  } else {
    if (written.length > 0) context.print('', plainText(`wrote  ${written.join('  ')}`));
    // A plan kept elsewhere is found again only there.
    const { home } = context.flags;
    context.hint(`next   certplan show${home === undefined ? '' : ` --home ${home}`}`);
  }
  return EXIT.ok;
}

function snapshotOf(plan: Plan, { curriculum, foundations }: PlanRequest): Snapshot {
  const planned = new Set(plan.sessions.map(({ activity }) => activity));
  return {
    activities: curriculum.activities,
    bridges: foundations.bridges.filter(({ id }) => planned.has(id)),
  };
}

/** All documents are on the disk, under other names, before the plan is stored. */
async function storeAndWrite(
  plan: Plan,
  snapshot: Snapshot,
  store: PlanStore,
  flags: PlanFlags,
  thread: PdfThread | null,
): Promise<string[]> {
  const folder = flags.out ?? '.';
  const formats: ExportFormat[] = [
    ...(flags.ics ? (['ics'] as const) : []),
    ...(flags.pdf ? (['pdf'] as const) : []),
    ...(flags.checklist ? (['checklist'] as const) : []),
  ];
  const paper = flags.paper ?? paperByLocale();
  const rendered = await renderDocuments(formats, newState(plan), { paper }, thread);
  const files = [...rendered].map(([format, content]) => ({
    path: join(folder, `${plan.name}.${FORMAT_ENDINGS[format]}`),
    content,
  }));
  const prepared = prepareFiles(files);
  try {
    store.create(plan, snapshot, flags.force === true);
  } catch (error) {
    prepared.discard();
    throw error;
  }
  prepared.commit();
  return formats.map((format) => join(folder, `${plan.name}.${FORMAT_ENDINGS[format]}`));
}

function showWhatIf(context: Context, request: PlanRequest, progress: Progress): void {
  let rows: readonly WhatIfRow[];
  try {
    rows = whatIf(request);
  } finally {
    progress.clear();
  }
  for (const { message } of request.warnings) context.warn(message);
  if (context.json) {
    context.printJson({
      schema: 'certplan.what-if/1',
      certification: request.curriculum.id,
      rows,
    });
    return;
  }
  context.print(...whatIfTable(rows));
  context.hint('nothing was stored or written (--what-if)');
}
