/** `--sections`, `--from`, `--to`, `--for`: what of a plan the PDF prints, and for whom. */
import type { DateRange } from '../documents/pdf/desk.ts';
import type { PdfSection } from '../documents/pdf/sections.ts';
import { badInput } from '../errors.ts';
import { type Plan, planClock } from '../plan/plan.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { parseDate } from '../time/parse-date.ts';
import { dateAt } from '../time/wall-clock.ts';
import type { PrintOptions } from './documents.ts';

export interface PrintFlags {
  readonly sections?: readonly PdfSection[];
  readonly from?: string;
  readonly to?: string;
  readonly for?: string;
}

export const hasPrintFlags = (flags: PrintFlags): boolean =>
  flags.sections !== undefined ||
  flags.from !== undefined ||
  flags.to !== undefined ||
  flags.for !== undefined;

/**
 * @param today the day that relative dates count from
 * @throws UserError, exit code 2, for what is no date or a range that runs backwards
 */
export function printOptions(flags: PrintFlags, today: CivilDate): PrintOptions {
  const from = flags.from === undefined ? null : parseDate(flags.from, today, '--from');
  const to = flags.to === undefined ? null : parseDate(flags.to, today, '--to');
  if (from !== null && to !== null && to < from) {
    throw badInput(
      'backwards-range',
      `--from ${from} comes after --to ${to}`,
      `give the earlier day first: --from ${to} --to ${from}`,
    );
  }
  return {
    ...(flags.sections === undefined ? {} : { sections: flags.sections }),
    ...(from === null && to === null ? {} : { range: { from, to } }),
    ...(flags.for === undefined ? {} : { owner: flags.for }),
  };
}

/** @throws UserError, exit code 2, when the plan has nothing on the days that are asked for */
export function checkRange(plan: Plan, { from, to }: DateRange): void {
  const clock = planClock(plan);
  const dates = plan.sessions.map(({ start }) => dateAt(start, clock)).sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return;
  if (dates.some((date) => (from === null || date >= from) && (to === null || date <= to))) return;
  throw badInput(
    'nothing-in-range',
    'no session of the plan lies on the days from --from to --to',
    `it has sessions from ${first} to ${last}`,
  );
}
