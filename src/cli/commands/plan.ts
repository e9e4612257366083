/** `certplan plan`: make a plan, store it, write its documents. */
import { join } from 'node:path';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { badInput, EXIT, type ExitCode } from '../../errors.ts';
import { buildPlan, type PlanRequest } from '../../plan/build-plan.ts';
import { calendarChoices } from '../../plan/calendar-choices.ts';
import type { JointRequest } from '../../plan/joint-plan.ts';
import { parseLanguage } from '../../plan/language.ts';
import type { Plan } from '../../plan/plan.ts';
import { planDocument } from '../../plan/plan-document.ts';
import { wholePlan } from '../../plan/stages.ts';
import { type WhatIfRow, whatIf } from '../../plan/what-if.ts';
import { plainText } from '../../text/plain-text.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import type { DateWithTime } from '../../time/parse-date.ts';
import { zoneClock } from '../../time/wall-clock.ts';
import { builtInFoundations, builtInOverlaps } from '../built-in-curricula.ts';
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
import { findCurriculum } from '../find-curriculum.ts';
import type { PlanBefore } from '../plan-before.ts';
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
  const made = await makePlan(context, certifications, flags);
  // A table was shown instead.
  if (made === null) return EXIT.ok;
  showWarnings(context, made.plan);
  const fontNote = flags.pdf && !flags.dryRun ? await missingFontNote(made.plan, flags.for) : null;
  if (fontNote !== null) context.warn(fontNote);
  if (context.json) {
    context.printJson(planDocument(made.plan));
    return EXIT.ok;
  }
  context.print(...planSummary(made.plan, context.out));
  if (flags.dryRun === true) {
    context.hint('nothing was stored or written (--dry-run)');
  } else {
    if (made.written.length > 0) context.print('', writtenLine(made));
    // A plan kept elsewhere is found again only there.
    const { home } = context.flags;
    context.hint(`next   certplan show${home === undefined ? '' : ` --home ${home}`}`);
  }
  return EXIT.ok;
}

/** A plan that was made, and the files that were written. */
export interface MadePlan {
  readonly plan: Plan;
  /** Paths as the flags give them; none on a dry run. */
  readonly written: readonly string[];
}

export const writtenLine = ({ written }: MadePlan): string =>
  plainText(`wrote  ${written.join('  ')}`);

export function showWarnings(context: Context, plan: Plan): void {
  for (const { message } of wholePlan(plan).warnings) context.warn(message);
}

/**
 * Makes the plan and, unless the flags say otherwise, stores it and writes its documents; shows nothing
 * but progress.
 * @returns null for `--what-if`, which shows its table here
 * @throws UserError; then nothing was stored or written
 */
export async function makePlan(
  context: Context,
  certifications: readonly string[],
  given: PlanFlags,
): Promise<MadePlan | null> {
  const now = currentMilliseconds();
  const minute = Math.floor(now / 60_000);
  checkFlags(given, minute);
  const calendar = calendarChoices(given);
  const typedLanguage = given.lang === undefined ? undefined : parseLanguage(given.lang);
  const createdAt = new Date(now).toISOString();
  // Files are stamped late: a stamp that cannot be read is told now.
  fileStamp(createdAt);
  if (given.name !== undefined) checkPlanName(given.name);
  const curricula = await distinctCurricula(certifications);
  const before = await planBefore(context, given, curricula);
  const flags = before?.flags ?? given;
  const checked = checkFlags(flags, minute);
  const { from: _plan, ...printed } = flags;
  const print = printOptions(printed, checked.today);
  const wishes = planWishes(flags, checked, curricula);
  const name = flags.name ?? defaultPlanName(curricula.map(({ id }) => id));
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
    warnings: [...(before?.warnings ?? []), ...wishes.warnings, ...busy.warnings],
    ...(before === null ? {} : { credit: before.credit }),
    allowBeta: flags.beta === true,
    cut: flags.cut === true,
    busy: busy.spans,
    now: minute,
    createdAt,
  };
  const parts = curricula.flatMap((curriculum, index): JointRequest['parts'] => {
    const learner = wishes.learners[index];
    return learner ? [{ curriculum, learner, exam: wishes.exams[index] ?? null }] : [];
  });
  const [only] = parts;
  if (!only) return null;
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
    return null;
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
    if (calendar !== undefined) plan = { ...plan, calendar };
    const language = typedLanguage ?? before?.language;
    if (language !== undefined) plan = { ...plan, language };
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
  return { plan, written };
}

/** What `--from` brings; null without it. */
async function planBefore(
  context: Context,
  flags: PlanFlags,
  curricula: readonly Curriculum[],
): Promise<PlanBefore | null> {
  if (flags.from === undefined) return null;
  const { readPlanBefore } = await import('../plan-before.ts');
  return readPlanBefore(context, flags, flags.from, curricula);
}

/** Longest name of a plan. */
const LONGEST_NAME = 64;

/** The name of a plan that is given none. */
export const defaultPlanName = (certifications: readonly string[]): string =>
  certifications.join('-and-').slice(0, LONGEST_NAME);

/** Three exams are a year of evenings; more is no plan. */
export const MOST_CERTIFICATIONS = 3;

/** @throws UserError: exit code 4 for one that is not known, 2 for one that is given twice or too many */
async function distinctCurricula(certifications: readonly string[]): Promise<Curriculum[]> {
  if (certifications.length > MOST_CERTIFICATIONS) {
    throw badInput(
      'too-many-certifications',
      `${certifications.length} certifications in one plan; at most ${MOST_CERTIFICATIONS} are planned together`,
      'begin with the first ones, and plan the others when these are behind you',
    );
  }
  const curricula: Curriculum[] = [];
  for (const certification of certifications) {
    curricula.push(await findCurriculum(certification));
  }
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
