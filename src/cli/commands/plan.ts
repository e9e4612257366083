/** `certplan plan`: make a plan, store it, write its documents. */
import { join } from 'node:path';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { badInput, EXIT, type ExitCode } from '../../errors.ts';
import { buildPlan, type PlanRequest } from '../../plan/build-plan.ts';
import type { JointRequest } from '../../plan/joint-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { planDocument } from '../../plan/plan-document.ts';
import { wholePlan } from '../../plan/stages.ts';
import { type WhatIfRow, whatIf } from '../../plan/what-if.ts';
import { plainText } from '../../text/plain-text.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import type { DateWithTime } from '../../time/parse-date.ts';
import { zoneClock } from '../../time/wall-clock.ts';
import { builtInCurriculum, builtInFoundations, builtInOverlaps } from '../built-in-curricula.ts';
import { readBusyFiles } from '../busy-files.ts';
import { type Context, currentMilliseconds, fileStamp } from '../context.ts';
import {
  missingFontNote,
  newState,
  type PdfThread,
  type PrintOptions,
  paperByLocale,
  renderDocuments,
  startPdfThread,
} from '../documents.ts';
import { type ExportFormat, FORMAT_ENDINGS } from '../export-formats.ts';
import { prepareFiles } from '../files.ts';
import { printOptions } from '../print-options.ts';
import { planSummary } from '../render/plan-summary.ts';
import { whatIfTable } from '../render/what-if-table.ts';
import { checkPlanName, homeFolder, PlanStore, planExists, type Snapshot } from '../store.ts';
import { type Progress, progressFor } from '../terminal/progress.ts';
import { checkFlags, type PlanFlags, planWishes } from './plan-options.ts';

export async function planCommand(
  context: Context,
  certifications: readonly string[],
  flags: PlanFlags,
): Promise<ExitCode> {
  const now = currentMilliseconds();
  const checked = checkFlags(flags, Math.floor(now / 60_000));
  const createdAt = new Date(now).toISOString();
  // Files are stamped late: a stamp that cannot be read is told now.
  fileStamp(createdAt);
  if (flags.name !== undefined) checkPlanName(flags.name);
  const print = printOptions(flags, checked.today);
  const curricula = distinctCurricula(certifications);
  const wishes = planWishes(flags, checked, curricula);
  const name =
    flags.name ??
    curricula
      .map(({ id }) => id)
      .join('-and-')
      .slice(0, LONGEST_NAME);
  const store = new PlanStore(homeFolder(context.flags.home));
  const dry = flags.dryRun === true || flags.whatIf === true;
  if (!dry && flags.force !== true && store.has(name)) throw planExists(name);

  const busy = await readBusyFiles(
    flags.busy ?? [],
    zoneClock(checked.timeZone),
    wishes.start,
    lastOf(wishes.exams),
  );
  const common = {
    name,
    foundations: builtInFoundations(),
    start: wishes.start,
    warnings: [...wishes.warnings, ...busy.warnings],
    allowBeta: flags.beta === true,
    cut: flags.cut === true,
    busy: busy.spans,
    now: Math.floor(now / 60_000),
    createdAt,
  };
  const parts = curricula.flatMap((curriculum, index): JointRequest['parts'] => {
    const learner = wishes.learners[index];
    return learner ? [{ curriculum, learner, exam: wishes.exams[index] ?? null }] : [];
  });
  const [only] = parts;
  if (!only) return EXIT.ok;
  const progress = progressFor(context);
  if (flags.whatIf === true) {
    if (parts.length > 1) {
      throw badInput(
        'what-if-several',
        '--what-if compares the hours for one certification',
        'ask for each of them alone',
      );
    }
    progress.show('planning at other hours');
    showWhatIf(context, { ...common, ...only }, progress);
    return EXIT.ok;
  }
  // The thread loads what a PDF needs while the plan is being made.
  const thread = flags.pdf && !dry ? await startPdfThread() : null;
  let plan: Plan;
  let written: string[] = [];
  try {
    const look = (): void => progress.show('looking for what would fit');
    plan =
      parts.length === 1
        ? buildPlan({ ...common, ...only }, look)
        : await buildSeveral({ ...common, parts, overlaps: builtInOverlaps() }, look);
    if (flags.pdf && !dry) progress.show('drawing the PDF');
    if (!dry)
      written = await storeAndWrite(
        plan,
        snapshotOf(plan, curricula, common.foundations),
        store,
        flags,
        print,
        thread,
      );
  } finally {
    progress.clear();
    thread?.end();
  }

  for (const { message } of wholePlan(plan).warnings) context.warn(message);
  const fontNote = thread === null ? null : await missingFontNote(plan, print.owner);
  if (fontNote !== null) context.warn(fontNote);
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

/** Longest name of a plan. */
const LONGEST_NAME = 64;
/** Three exams are a year of evenings; more is no plan. */
const MOST_CERTIFICATIONS = 3;

/** @throws UserError: exit code 4 for one that is not known, 2 for one that is given twice or too many */
function distinctCurricula(certifications: readonly string[]): Curriculum[] {
  if (certifications.length > MOST_CERTIFICATIONS) {
    throw badInput(
      'too-many-certifications',
      `${certifications.length} certifications in one plan; at most ${MOST_CERTIFICATIONS} are planned together`,
      'begin with the first ones, and plan the others when these are behind you',
    );
  }
  const curricula = certifications.map(builtInCurriculum);
  const twice = curricula.find(
    ({ id }, index) => curricula.findIndex((one) => one.id === id) < index,
  );
  if (twice) {
    throw badInput(
      'certification-twice',
      `${twice.id} is given twice`,
      'name each certification once',
    );
  }
  return curricula;
}

const lastOf = (exams: readonly (DateWithTime | null)[]): CivilDate | null =>
  exams.reduce<CivilDate | null>(
    (last, exam) => (exam && (last === null || exam.date > last) ? exam.date : last),
    null,
  );

async function buildSeveral(request: JointRequest, look: () => void): Promise<Plan> {
  const { buildJointPlan } = await import('../../plan/joint-plan.ts');
  return buildJointPlan(request, look);
}

/** The first of the plan's certifications has its activities in the first place. */
function snapshotOf(
  plan: Plan,
  curricula: readonly Curriculum[],
  foundations: PlanRequest['foundations'],
): Snapshot {
  const planned = new Set(plan.sessions.map(({ activity }) => activity));
  const activitiesOf = (id: string) => curricula.find((one) => one.id === id)?.activities ?? [];
  return {
    activities: activitiesOf(plan.certification.id),
    ...(plan.later === undefined
      ? {}
      : {
          later: Object.fromEntries(
            plan.later.map(({ certification: { id } }) => [id, activitiesOf(id)]),
          ),
        }),
    bridges: foundations.bridges.filter(({ id }) => planned.has(id)),
  };
}

/** All documents are on the disk, under other names, before the plan is stored. */
async function storeAndWrite(
  plan: Plan,
  snapshot: Snapshot,
  store: PlanStore,
  flags: PlanFlags,
  print: PrintOptions,
  thread: PdfThread | null,
): Promise<string[]> {
  const folder = flags.out ?? '.';
  const formats: ExportFormat[] = [
    ...(flags.ics ? (['ics'] as const) : []),
    ...(flags.pdf ? (['pdf'] as const) : []),
    ...(flags.checklist ? (['checklist'] as const) : []),
  ];
  const options = { paper: flags.paper ?? paperByLocale(), ...print };
  const rendered = await renderDocuments(formats, newState(plan), options, thread);
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
