/** Reads `--busy` files; the calendar reader itself is pure and loaded only when there are some. */
import { readFileSync, statSync } from 'node:fs';
import { badInput } from '../errors.ts';
import type { Warning } from '../plan/plan.ts';
import { addDays, type CivilDate } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import { startOfDay, type ZoneClock } from '../time/wall-clock.ts';
import { systemReason } from './files.ts';

const MAX_BYTES = 20_000_000;
/** Plans reach no further: recurrences are expanded over this span at most. */
const SPAN_DAYS = 366 * 6;

export interface BusyTimes {
  readonly spans: readonly Span[];
  readonly warnings: readonly Warning[];
}

/** @param until last day of interest, where one is known */
export async function readBusyFiles(
  files: readonly string[],
  clock: ZoneClock,
  start: CivilDate,
  until: CivilDate | null,
): Promise<BusyTimes> {
  if (files.length === 0) return { spans: [], warnings: [] };
  const { readBusyTimes } = await import('../busy/read-busy-times.ts');
  const from = startOfDay(start, clock);
  const to = startOfDay(until === null ? addDays(start, SPAN_DAYS) : addDays(until, 1), clock);
  const spans: Span[] = [];
  const warnings: Warning[] = [];
  for (const file of files) {
    const busy = readBusyTimes(readText(file), { file, clock, from, to });
    spans.push(...busy.spans);
    for (const message of busy.warnings) warnings.push({ code: 'busy-file', message });
  }
  return { spans, warnings };
}

function readText(file: string): string {
  try {
    if (statSync(file).size > MAX_BYTES) {
      throw badInput('busy-too-large', `${file} is larger than 20 MB`, 'export a shorter span');
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    throw badInput(
      'cannot-read',
      `--busy: cannot read ${file}: ${systemReason(error)}`,
      'check the path',
    );
  }
}
