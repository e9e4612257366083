/**
 * A calendar file (.ics) read for one thing: when is its owner busy? Files come from strangers, so
 * the work is bounded, every broken part is skipped by itself, and every doubt becomes a warning.
 */

import { badInput } from '../errors.ts';
import { plainText } from '../text/plain-text.ts';
import type { Span } from '../time/span.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import { Budget } from './budget.ts';
import { looksLikeCalendar, splitComponents } from './components.ts';
import { readEvent } from './event.ts';
import { addFreeBusy } from './free-busy.ts';
import { addOccurrences } from './occurrences.ts';
import { mergeSpans } from './spans.ts';
import { Warnings } from './warnings.ts';
import { Zones } from './zones.ts';

export interface BusyTimesOptions {
  /** Only for the messages. */
  readonly file: string;
  /** The learner's zone: whole days, floating times and unknown zones are read in it. */
  readonly clock: ZoneClock;
  /** Busy times are cut to [from, to). */
  readonly from: EpochMinutes;
  readonly to: EpochMinutes;
}

export interface BusyTimes {
  /** Sorted, without overlap. */
  readonly spans: Span[];
  /** One line each, safe to print: `cal.ics:12: VEVENT skipped: DTSTART is missing`. */
  readonly warnings: string[];
}

const LARGEST = 20_000_000;
const YEAR_OF_SECONDS = 366 * 86_400;

/**
 * The busy times of a calendar.
 * @throws UserError where the text is no calendar or too large
 */
export function readBusyTimes(text: string, options: BusyTimesOptions): BusyTimes {
  refuseUnlessCalendar(text, plainText(options.file));
  const { clock, from, to } = options;
  const warnings = new Warnings(options.file);
  const budget = new Budget();
  const components = splitComponents(text, warnings);
  const zones = new Zones(components.calendars, clock, to * 60 + YEAR_OF_SECONDS, budget, warnings);

  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    // Sessions are placed by the minute: one that is busy in part is busy.
    const span = {
      start: Math.max(from, Math.floor(start / 60)),
      end: Math.min(to, Math.ceil(end / 60)),
    };
    if (end > start && span.end > span.start) spans.push(span);
  };
  const events = components.events.flatMap(
    (component) => warnings.attempt('VEVENT', () => readEvent(component, zones, warnings)) ?? [],
  );
  addOccurrences(events, { from: from * 60, to: to * 60, budget, warnings, add });
  for (const component of components.freeBusy) addFreeBusy(component, zones, warnings, add);
  return { spans: mergeSpans(spans), warnings: warnings.list() };
}

function refuseUnlessCalendar(text: string, file: string): void {
  const hint = 'export the calendar as an .ics (iCalendar) file and give that';
  if (text.length > LARGEST) {
    throw badInput(
      'calendar-too-large',
      `${file}:1: the calendar is larger than 20 MB`,
      'export only the months of the plan',
    );
  }
  if (text.trim() === '') throw badInput('bad-calendar', `${file}:1: the file is empty`, hint);
  if (!looksLikeCalendar(text)) {
    throw badInput(
      'bad-calendar',
      `${file}:1: this is not a calendar: no line says BEGIN:VCALENDAR`,
      hint,
    );
  }
}
