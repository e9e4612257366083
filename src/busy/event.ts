/** One VEVENT, read and checked; what it means for time is in occurrences.ts. */
import { zoneClock } from '../time/wall-clock.ts';
import type { Calendar, Component } from './components.ts';
import { Properties } from './components.ts';
import type { Property } from './content-line.ts';
import type { RuleInPlace } from './expand-rule.ts';
import {
  dayOf,
  instantOf,
  type Length,
  type Moment,
  parseDuration,
  parseReading,
  SECONDS_PER_DAY,
  type WallSeconds,
  wallAt,
} from './moment.ts';
import { parseRule, type Rule } from './rule.ts';
import { Fault, quoted, type Warnings } from './warnings.ts';
import type { Zones } from './zones.ts';

export interface Stretch {
  readonly start: Moment;
  /** Null: as long as the event. */
  readonly length: Length | null;
}

export interface CalendarEvent {
  readonly line: number;
  readonly uid: string | null;
  readonly sequence: number;
  readonly busy: boolean;
  readonly start: Moment;
  readonly length: Length;
  readonly rules: readonly RuleInPlace[];
  /** EXRULE, of the older standard. */
  readonly notRules: readonly RuleInPlace[];
  readonly extra: readonly Stretch[];
  readonly except: readonly Moment[];
  /** The occurrence that this event stands for (RECURRENCE-ID) … */
  readonly replaces: Moment | null;
  /** … and all later ones with it. */
  readonly andFuture: boolean;
}

/** @throws Fault where it cannot be placed in time */
export function readEvent(component: Component, zones: Zones, warnings: Warnings): CalendarEvent {
  const properties = new Properties(component, warnings);
  const dates = new Dates(component.calendar, zones);
  const startProperty = properties.first('DTSTART');
  if (!startProperty) throw new Fault(component.line, 'DTSTART is missing');
  const start = dates.moment(startProperty);
  const replacesProperty = properties.first('RECURRENCE-ID');
  const rules = (name: string): RuleInPlace[] =>
    properties.all(name).flatMap((property) => {
      const rule = parseRule(property.value);
      const fault = typeof rule === 'string' ? rule : misfit(rule, start);
      if (typeof rule !== 'string' && fault === null) return [inPlace(rule, start)];
      warnings.add(property.line, `${name} of VEVENT ignored: ${fault}`);
      return [];
    });
  /** Values that can be read; the others become one warning for each property. */
  const values = <T>(name: string, read: (text: string, property: Property) => T): T[] =>
    properties.all(name).flatMap((property) => {
      const found: T[] = [];
      let bad: Fault | null = null;
      for (const text of property.value.split(',')) {
        if (text.trim() === '') continue;
        try {
          found.push(read(text, property));
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          bad ??= error;
        }
      }
      if (bad) warnings.add(bad.line, `a value of VEVENT ignored: ${bad.message}`);
      return found;
    });

  return {
    line: component.line,
    uid: properties.first('UID')?.value || null,
    sequence: Number.parseInt(properties.word('SEQUENCE'), 10) || 0,
    busy:
      component.calendar.inForce &&
      properties.word('STATUS') !== 'CANCELLED' &&
      properties.word('TRANSP') !== 'TRANSPARENT',
    start,
    length: lengthOf(start, properties, dates),
    rules: rules('RRULE'),
    notRules: rules('EXRULE'),
    extra: values('RDATE', (text, property) => dates.stretch(text, property)),
    except: values('EXDATE', (text, property) => dates.moment(property, text)),
    replaces: replacesProperty ? dates.moment(replacesProperty) : null,
    andFuture: replacesProperty?.parameters.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
  };
}

/** Reads dates in the zones of one calendar. */
export class Dates {
  constructor(
    private readonly calendar: Calendar,
    private readonly zones: Zones,
  ) {}

  /** @throws Fault */
  moment(property: Property, text = property.value): Moment {
    const reading = parseReading(text);
    if (!reading) {
      throw new Fault(property.line, `${property.name} ${quoted(text)} is not a date`);
    }
    const tzid = property.parameters.get('TZID');
    if (reading.isUtc) return { ...reading, clock: zoneClock('UTC'), isFloating: false };
    if (reading.isDate || !tzid) {
      return { ...reading, clock: this.zones.learner, isFloating: !reading.isDate };
    }
    const clock = this.zones.clock(tzid, this.calendar, property.line);
    return { ...reading, clock, isFloating: false };
  }

  /** A date, or a period: `20270120T190000Z/PT2H`. */
  stretch(text: string, property: Property): Stretch {
    const [startText = '', endText] = text.split('/');
    const start = this.moment(property, startText);
    if (endText === undefined) return { start, length: null };
    const duration = parseDuration(endText);
    const end = duration ? null : this.moment(property, endText);
    const length = duration ?? lengthBetween(start, end ?? start);
    if (isNegative(length))
      throw new Fault(property.line, `${property.name} ends before it starts`);
    return { start, length };
  }
}

const isNegative = (length: Length): boolean => length.days * SECONDS_PER_DAY + length.seconds < 0;

/** Between dates in days, otherwise in elapsed seconds (RFC 5545, 3.8.5.3). */
const lengthBetween = (start: Moment, end: Moment): Length =>
  start.isDate && end.isDate
    ? { days: (end.wall - start.wall) / SECONDS_PER_DAY, seconds: 0 }
    : { days: 0, seconds: instantOf(end) - instantOf(start) };

function lengthOf(start: Moment, properties: Properties, dates: Dates): Length {
  const oneDay = { days: 1, seconds: 0 };
  const endProperty = properties.first('DTEND');
  const durationProperty = properties.first('DURATION');
  if (endProperty) {
    const length = lengthBetween(start, dates.moment(endProperty));
    if (isNegative(length)) throw new Fault(endProperty.line, 'DTEND is before DTSTART');
    // Many programs write an all-day event of one day with both dates equal.
    return start.isDate && length.days === 0 && length.seconds === 0 ? oneDay : length;
  }
  if (durationProperty) {
    const length = parseDuration(durationProperty.value);
    if (!length) {
      throw new Fault(
        durationProperty.line,
        `DURATION ${quoted(durationProperty.value)} is not a duration`,
      );
    }
    if (isNegative(length)) throw new Fault(durationProperty.line, 'DURATION is negative');
    return length;
  }
  return start.isDate ? oneDay : { days: 0, seconds: 0 };
}

function misfit(rule: Rule, start: Moment): string | null {
  const timed = ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.frequency);
  return timed && start.isDate ? `FREQ=${rule.frequency} does not go with a whole day` : null;
}

/** UNTIL says an instant, a date or a wall time; the rule counts in wall times of the start. */
function inPlace(rule: Rule, start: Moment): RuleInPlace {
  const limit = rule.until;
  let until: WallSeconds | null = null;
  if (limit) {
    if (limit.isDate || start.isDate) until = (dayOf(limit.wall) + 1) * SECONDS_PER_DAY - 1;
    else until = limit.isUtc ? wallAt(start.clock, limit.wall) : limit.wall;
  }
  return { rule, start: start.wall, until, isDate: start.isDate };
}
