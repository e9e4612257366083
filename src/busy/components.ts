/**
 * The text cut into components by hand, with line numbers, so that one broken event cannot take the
 * others with it: nothing here ever gives up.
 */
import { type ContentLine, type Property, parseProperty, propertyName } from './content-line.ts';
import type { Warnings } from './warnings.ts';

export interface Component {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  /** Line of its BEGIN, from 1. */
  readonly line: number;
  /** Which VCALENDAR of the file it lies in. */
  readonly calendar: Calendar;
  /** The lines of the properties that matter to busy times. */
  readonly lines: ContentLine[];
  readonly children: Component[];
}

export interface Calendar {
  /** False for a message that takes its events back (METHOD:CANCEL). */
  inForce: boolean;
  readonly zones: Component[];
}

export interface Components {
  readonly calendars: readonly Calendar[];
  readonly events: readonly Component[];
  readonly freeBusy: readonly Component[];
}

const KEPT_PROPERTIES = new Set(
  (
    'DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID UID SEQUENCE STATUS TRANSP ' +
    'FREEBUSY TZID TZOFFSETFROM TZOFFSETTO METHOD'
  ).split(' '),
);
/** These lie in a calendar directly; where one begins, whatever was open has lost its END. */
const IN_CALENDAR = new Set(['VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'VTODO', 'VJOURNAL']);
const DEEPEST = 16;

/** True where the text holds a calendar at all. */
export const looksLikeCalendar = (text: string): boolean =>
  /(?:^|[\r\n])[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*(?:[\r\n]|$)/i.test(text);

/** Every component of the text, as far as one can tell; what is odd becomes a warning. */
export function splitComponents(text: string, warnings: Warnings): Components {
  let calendar: Calendar = { inForce: true, zones: [] };
  const calendars = [calendar];
  const events: Component[] = [];
  const freeBusy: Component[] = [];
  const open: Component[] = [];
  let afterKept = false;

  const closeDownTo = (depth: number): void => {
    for (const component of open.splice(depth).reverse()) {
      warnings.add(component.line, `${component.name} has no END`);
    }
  };
  const begin = (name: string, line: number): void => {
    if (name === 'VCALENDAR') {
      closeDownTo(0);
      calendar = { inForce: true, zones: [] };
      calendars.push(calendar);
    } else if (IN_CALENDAR.has(name)) {
      closeDownTo(open[0]?.name === 'VCALENDAR' ? 1 : 0);
    }
    if (open.length >= DEEPEST) return;
    const component = { name, line, calendar, lines: [], children: [] };
    if (name === 'VEVENT') events.push(component);
    else if (name === 'VFREEBUSY') freeBusy.push(component);
    else if (name === 'VTIMEZONE') calendar.zones.push(component);
    else if (name === 'STANDARD' || name === 'DAYLIGHT') {
      open[open.length - 1]?.children.push(component);
    }
    open.push(component);
  };
  const end = (name: string, line: number): void => {
    const depth = open.findLastIndex((component) => component.name === name);
    if (depth < 0) {
      warnings.add(line, `END:${name.slice(0, 40)} without its BEGIN ignored`);
      return;
    }
    closeDownTo(depth + 1);
    open.pop();
  };

  for (const line of contentLines(text)) {
    const name = propertyName(line.text);
    const top = open[open.length - 1];
    if (name === 'BEGIN' || name === 'END') {
      const component = line.text
        .slice(line.text.indexOf(':') + 1)
        .trim()
        .toUpperCase();
      (name === 'BEGIN' ? begin : end)(component, line.number);
      afterKept = false;
    } else if (name === null) {
      if (afterKept) warnings.add(line.number, 'a line that is no property was ignored');
      afterKept = false;
    } else {
      afterKept = top !== undefined && KEPT_PROPERTIES.has(name);
      if (!afterKept || !top) continue;
      if (name !== 'METHOD') top.lines.push(line);
      else if (/:\s*CANCEL\s*$/i.test(line.text)) calendar.inForce = false;
    }
  }
  closeDownTo(0);
  return { calendars, events, freeBusy };
}

/** Unfolds; understands CRLF, LF and CR, and skips empty lines (CR CR LF makes many of them). */
function* contentLines(text: string): Generator<ContentLine> {
  const ends = /\r\n|\n|\r/g;
  let pending: string | null = null;
  let pendingNumber = 0;
  let number = 0;
  let from = text.startsWith('\ufeff') ? 1 : 0;
  while (from <= text.length) {
    const end = ends.exec(text);
    const physical = text.slice(from, end ? end.index : text.length);
    from = end ? ends.lastIndex : text.length + 1;
    number += 1;
    if (physical === '') continue;
    const folded = physical[0] === ' ' || physical[0] === '\t';
    if (folded && pending !== null) {
      pending += physical.slice(1);
    } else {
      if (pending !== null) yield { text: pending, number: pendingNumber };
      pending = folded ? physical.trimStart() : physical;
      pendingNumber = number;
    }
  }
  if (pending !== null) yield { text: pending, number: pendingNumber };
}

/** The properties of a component by name; lines that are none become warnings. */
export class Properties {
  private readonly byName = new Map<string, Property[]>();

  constructor(component: Component, warnings: Warnings) {
    for (const line of component.lines) {
      const property = warnings.attempt(`a property of ${component.name}`, () =>
        parseProperty(line),
      );
      if (!property) continue;
      const same = this.byName.get(property.name);
      if (same) same.push(property);
      else this.byName.set(property.name, [property]);
    }
  }

  all(name: string): readonly Property[] {
    return this.byName.get(name) ?? [];
  }

  first(name: string): Property | undefined {
    return this.byName.get(name)?.[0];
  }

  /** The value in capitals, or '' where the property is missing. */
  word(name: string): string {
    return this.first(name)?.value.toUpperCase() ?? '';
  }
}
