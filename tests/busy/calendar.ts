/** Small calendars for the tests, and their busy times in words. */
import { type BusyTimes, readBusyTimes } from '../../src/busy/read-busy-times.ts';
import { formatInstant, type ZoneClock, zoneClock } from '../../src/time/wall-clock.ts';

export const BERLIN = zoneClock('Europe/Berlin');

/** A calendar around the lines; lines of events may be given as one text. */
export const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

export const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

export interface Where {
  readonly clock?: ZoneClock;
  /** RFC 3339, or a date of UTC. */
  readonly from?: string;
  readonly to?: string;
}

const minutes = (text: string): number => Date.parse(text) / 60_000;

/** Reads the text between two instants, for a learner in Berlin unless said otherwise. */
export const read = (text: string, where: Where = {}): BusyTimes =>
  readBusyTimes(text, {
    file: 'cal.ics',
    clock: where.clock ?? BERLIN,
    from: minutes(where.from ?? '2027-01-01'),
    to: minutes(where.to ?? '2027-03-01'),
  });

/** Busy times as `2027-01-20 19:00-21:00` on the learner's clock; warnings make it fail. */
export function busy(text: string, where: Where = {}): string[] {
  const { spans, warnings } = read(text, where);
  if (warnings.length > 0) throw new Error(`unexpected warnings: ${warnings.join('; ')}`);
  return shown(spans, where.clock ?? BERLIN);
}

export function shown(spans: BusyTimes['spans'], clock: ZoneClock = BERLIN): string[] {
  return spans.map(({ start, end }) => {
    const from = formatInstant(start, clock).slice(0, 16).replace('T', ' ');
    const to = formatInstant(end, clock).slice(0, 16).replace('T', ' ');
    return from.slice(0, 10) === to.slice(0, 10) ? `${from}-${to.slice(11)}` : `${from}-${to}`;
  });
}
