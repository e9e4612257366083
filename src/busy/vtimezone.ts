/** A clock made from a VTIMEZONE: its own rules, whatever its name says. */
import { clockOfChanges, type ZoneChange, type ZoneClock } from '../time/wall-clock.ts';
import type { Budget } from './budget.ts';
import { type Component, Properties } from './components.ts';
import type { Property } from './content-line.ts';
import { expandRule } from './expand-rule.ts';
import { dayOf, type EpochSeconds, parseReading, type Reading } from './moment.ts';
import { parseRule } from './rule.ts';
import { Fault, quoted, type Warnings } from './warnings.ts';

/** Twice a year for two centuries; a zone with more changes than that is no zone. */
const MOST_CHANGES = 500;

/**
 * @param until changes after this are of no interest
 * @throws Fault where no part of it can be read
 */
export function vtimezoneClock(
  component: Component,
  tzid: string,
  until: EpochSeconds,
  budget: Budget,
  warnings: Warnings,
): ZoneClock {
  const onsets: Onset[] = [];
  for (const part of component.children) {
    const found = warnings.attempt(`${part.name} of ${component.name} ${quoted(tzid)}`, () =>
      onsetsOf(part, until, budget, warnings),
    );
    onsets.push(...(found ?? []));
  }
  if (onsets.length > 2 * MOST_CHANGES) {
    throw new Fault(component.line, `${quoted(tzid)} changes the clocks too often`);
  }
  onsets.sort((a, b) => a.at - b.at);
  const [first] = onsets;
  if (!first) throw new Fault(component.line, `${quoted(tzid)} has no STANDARD or DAYLIGHT part`);
  // Before the first change clocks showed what that change began from. Outlook's zones begin in
  // 1601: what was before 1970 is one offset here, so that looking one up stays short.
  let opening = first.before;
  const changes: ZoneChange[] = [];
  for (const { at, after } of onsets) {
    if (at < 0) opening = after;
    else changes.push({ from: Math.ceil(at / 60), offset: after });
  }
  changes.unshift({ from: Number.NEGATIVE_INFINITY, offset: opening });
  return clockOfChanges(tzid, changes);
}

interface Onset {
  readonly at: EpochSeconds;
  /** Minutes east of Greenwich. */
  readonly before: number;
  readonly after: number;
}

function onsetsOf(
  part: Component,
  until: EpochSeconds,
  budget: Budget,
  warnings: Warnings,
): Onset[] {
  const properties = new Properties(part, warnings);
  const before = offset(properties.first('TZOFFSETFROM'), part);
  const after = offset(properties.first('TZOFFSETTO'), part);
  const startProperty = properties.first('DTSTART');
  const start = parseReading(startProperty?.value ?? '');
  if (!start) throw new Fault(startProperty?.line ?? part.line, 'DTSTART is not a date');
  const instant = (reading: Reading): EpochSeconds =>
    reading.isUtc ? reading.wall : reading.wall - before * 60;

  const first = instant(start);
  const instants = new Set([first]);
  for (const property of properties.all('RDATE')) {
    for (const text of property.value.split(',').slice(0, MOST_CHANGES)) {
      const reading = parseReading(text.split('/')[0] ?? '');
      if (!reading) throw new Fault(property.line, `RDATE ${quoted(text)} is not a date`);
      const timed = reading.isDate
        ? reading.wall + (start.wall - dayOf(start.wall) * 86_400)
        : null;
      instants.add(timed === null ? instant(reading) : timed - before * 60);
    }
  }
  for (const property of properties.all('RRULE')) {
    const rule = parseRule(property.value);
    if (typeof rule === 'string') throw new Fault(property.line, `RRULE: ${rule}`);
    const local = first + before * 60;
    const lastWall =
      rule.until && (rule.until.isUtc ? rule.until.wall + before * 60 : rule.until.wall);
    const { walls, complete } = expandRule(
      { rule, start: local, until: lastWall, isDate: false },
      { from: local, to: until + before * 60 },
      budget,
    );
    if (!complete || walls.length > MOST_CHANGES) {
      throw new Fault(property.line, 'RRULE changes the clocks too often');
    }
    for (const wall of walls) instants.add(wall - before * 60);
  }
  return [...instants].map((at) => ({ at, before, after }));
}

/** `+0530` or `-00:44:30`; seconds are rounded, as the clock counts in minutes. */
function offset(property: Property | undefined, part: Component): number {
  const match = /^([+-]?)(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(property?.value ?? '');
  const minutes = Number(match?.[2]) * 60 + Number(match?.[3]);
  if (!match || Number(match[3]) > 59 || minutes >= 1440) {
    throw new Fault(property?.line ?? part.line, 'TZOFFSETFROM or TZOFFSETTO is not an offset');
  }
  const rounded = Math.round(minutes + Number(match[4] ?? 0) / 60);
  return match[1] === '-' ? -rounded : rounded;
}
