/** `certplan export FORMAT`: one document, to stdout or a file. */
import { didYouMean } from '../../curriculum/nearest.ts';
import { badInput } from '../../errors.ts';
import { type CalendarFlags, calendarChoices } from '../../plan/calendar-choices.ts';
import { parseLanguage } from '../../plan/language.ts';
import { planClock } from '../../plan/plan.ts';
import { seenAt } from '../../progress/feasibility-now.ts';
import type { PlanState } from '../../progress/state.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { missingFontNote, type Paper, paperByLocale, renderDocument } from '../documents.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export-formats.ts';
import { writeFileWhole } from '../files.ts';
import { openPlan } from '../open-plan.ts';
import { checkRange, hasPrintFlags, type PrintFlags, printOptions } from '../print-options.ts';

export interface ExportFlags extends CalendarFlags, PrintFlags {
  readonly output?: string;
  readonly paper?: Paper;
  readonly template?: string;
  /** As typed. */
  readonly lang?: string;
}

const isFormat = (format: string): format is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(format);

export async function exportCommand(
  context: Context,
  format: string,
  flags: ExportFlags,
): Promise<void> {
  if (!isFormat(format)) {
    throw badInput(
      'unknown-format',
      `there is no format "${format}"${didYouMean(format, EXPORT_FORMATS)}`,
      `formats are ${EXPORT_FORMATS.join(', ')}`,
    );
  }
  checkMeant(format, flags);
  if (format !== 'pdf' && hasPrintFlags(flags)) {
    throw badInput(
      'only-for-pdf',
      `--sections, --from, --to and --for choose what a PDF prints; ${format} has everything`,
      'leave them out, or export pdf',
    );
  }
  const toFile = flags.output !== undefined && flags.output !== '-';
  if (format === 'pdf' && !toFile && process.stdout.isTTY) {
    throw badInput(
      'binary-to-terminal',
      'a PDF would garble the terminal',
      'name a file: -o plan.pdf',
    );
  }
  if (context.json && !toFile && format !== 'json') {
    throw badInput(
      'json-and-document',
      `--json and ${format} cannot share stdout`,
      'name a file: -o FILE',
    );
  }
  const template =
    flags.template === undefined
      ? null
      : (await import('../checklist-template.ts')).chooseTemplate(flags.template);
  calendarChoices(flags);
  const language = flags.lang === undefined ? undefined : parseLanguage(flags.lang);
  const { state, notes } = openPlan(context);
  for (const note of notes) context.warn(note);
  const calendar = calendarChoices(flags, state.plan.calendar);
  const now = Math.floor(currentMilliseconds() / 60_000);
  const print = printOptions(flags, dateAt(now, planClock(state.plan)));
  if (print.range !== undefined) checkRange(state.plan, print.range);
  const fontNote =
    format === 'pdf' ? await missingFontNote(state.plan, print.owner, language) : null;
  if (fontNote !== null) context.warn(fontNote);
  const content = await renderDocument(format, seenNow(format, state), {
    paper: flags.paper ?? paperByLocale(),
    ...print,
    ...(calendar === undefined ? {} : { calendar }),
    ...(language === undefined ? {} : { language }),
    ...(template === null ? {} : { template }),
  });
  if (!toFile) {
    process.stdout.write(content);
    return;
  }
  const path = flags.output ?? '';
  writeFileWhole(path, content);
  if (context.json) context.printJson({ schema: 'certplan.export/1', format, file: path });
  else context.hint(`wrote  ${path}`);
}

/** What is meant for another format would silently do nothing. */
function checkMeant(format: ExportFormat, flags: ExportFlags): void {
  for (const [key, own] of Object.entries(MEANT_FOR)) {
    if (flags[key as keyof typeof MEANT_FOR] === undefined || own.includes(format)) continue;
    const option = `--${key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
    throw badInput(
      'not-for-this-format',
      `${option} is for ${listed(own)}, not for ${format}`,
      `certplan export ${own[0] ?? ''} ${option} …`,
    );
  }
}

/** `ics`, `pdf and html`. */
const listed = (formats: readonly string[]): string =>
  [formats.slice(0, -1).join(', '), ...formats.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');

/** Tables and JSON are read by programs: their words are the same in every language. */
const IN_A_LANGUAGE: readonly ExportFormat[] = ['ics', 'pdf', 'checklist', 'html', 'todo', 'anki'];

const MEANT_FOR: Readonly<
  Record<'template' | 'alarm' | 'free' | 'examPlace' | 'lang', readonly ExportFormat[]>
> = {
  template: ['checklist'],
  alarm: ['ics'],
  free: ['ics'],
  examPlace: ['ics'],
  lang: IN_A_LANGUAGE,
};

/** Looked at once, and then made anew: what is missed by now, and what is left of the cushion. */
const OF_THE_MOMENT: ReadonlySet<ExportFormat> = new Set(['json', 'csv', 'html']);

/**
 * What is printed or imported elsewhere tells the plan and what was done, whenever it is written:
 * a calendar that is exported twice without a change is the same file.
 */
function seenNow(format: ExportFormat, state: PlanState): PlanState {
  if (!OF_THE_MOMENT.has(format)) return state;
  return { ...state, plan: seenAt(state, Math.floor(currentMilliseconds() / 60_000)) };
}
