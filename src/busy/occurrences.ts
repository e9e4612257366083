/** Events with the same UID taken together: what repeats, what was moved, what was freed. */
import type { Budget } from './budget.ts';
import type { CalendarEvent } from './event.ts';
import { expandRule, type WallWindow } from './expand-rule.ts';
import {
  dayOf,
  type EpochSeconds,
  endAfter,
  instantAt,
  instantOf,
  type Length,
  type Moment,
  SECONDS_PER_DAY,
  type WallSeconds,
  wallAt,
} from './moment.ts';
import type { Warnings } from './warnings.ts';

export interface Search {
  /** Instants between which busy times matter. */
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
  readonly budget: Budget;
  readonly warnings: Warnings;
  readonly add: (start: EpochSeconds, end: EpochSeconds) => void;
}

/** Adds the busy times of all events. */
export function addOccurrences(events: readonly CalendarEvent[], search: Search): void {
  const groups = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    if (event.uid === null) {
      addGroup([event], search);
      continue;
    }
    const group = groups.get(event.uid);
    if (group) group.push(event);
    else groups.set(event.uid, [event]);
  }
  for (const group of groups.values()) addGroup(group, search);
}

/** An override of an occurrence and all later ones. */
interface Range {
  readonly from: EpochSeconds;
  readonly event: CalendarEvent;
}

/** Nobody changes the rest of a series that often; a file that does would take for ever. */
const MOST_RANGES = 100;

function addGroup(group: readonly CalendarEvent[], search: Search): void {
  const overrides = latestOverrides(group.filter((event) => event.replaces !== null));
  const series = group.filter((event) => event.replaces === null);
  // A later version of an event supersedes the earlier ones. Versions of one number all stand:
  // some programs give every event the same UID.
  const sequence = series.reduce((most, event) => Math.max(most, event.sequence), 0);
  const ranges = overrides
    .filter((event) => event.andFuture)
    .map((event) => ({ from: idOf(event), event }))
    .sort((a, b) => a.from - b.from);
  for (const { event } of ranges.splice(MOST_RANGES)) {
    search.warnings.add(event.line, 'VEVENT changes one occurrence only: too many change the rest');
  }
  for (const event of series) {
    if (event.sequence === sequence) addSeries(event, overrides, ranges, search);
  }
  for (const event of overrides) {
    const index = event.rules.length > 0 ? ranges.findIndex((range) => range.event === event) : -1;
    // With a rule of its own it begins a new series; otherwise it lends the old one its shape.
    if (index >= 0) {
      const others = overrides.filter((other) => other !== event);
      addSeries(event, others, ranges.slice(index + 1), search);
    } else if (event.busy) {
      addStretch(event.start, event.length, search);
    }
  }
}

const idOf = (override: CalendarEvent): EpochSeconds =>
  instantOf(override.replaces ?? override.start);

/** Of several overrides of one occurrence the latest version holds, of equal ones the last. */
function latestOverrides(overrides: readonly CalendarEvent[]): CalendarEvent[] {
  const latest = new Map<string, CalendarEvent>();
  for (const event of overrides) {
    const key = `${event.replaces?.isDate} ${idOf(event)}`;
    const known = latest.get(key);
    if (!known || event.sequence >= known.sequence) latest.set(key, event);
  }
  return [...latest.values()];
}

function addStretch(start: Moment, length: Length, search: Search): void {
  if (isFar(start.wall, length, search)) return;
  search.add(instantOf(start), endAfter(start.clock, start.wall, length));
}

function addSeries(
  event: CalendarEvent,
  overrides: readonly CalendarEvent[],
  ranges: readonly Range[],
  search: Search,
): void {
  if (!event.busy && !ranges.some((range) => range.event.busy)) return;
  const { clock } = event.start;
  const window = wallWindow(event, ranges, search);
  const replaced = new Occasions(event, window);
  if (overrides.length === 0 || search.budget.spend(overrides.length)) {
    for (const { replaces } of overrides) if (replaces) replaced.add(replaces);
  } else {
    search.warnings.add(event.line, 'VEVENT was read without its changed occurrences: too many');
  }
  for (const moment of event.except) replaced.add(moment);
  const notWalls = new Set(wallsOf(event.notRules, event, window, search));

  const visit = (wall: WallSeconds, ownLength: Length | null, shown = event.start): void => {
    const length = ownLength ?? event.length;
    if (ranges.length === 0 && isFar(wall, length, search)) return;
    const instant = instantAt(shown.clock, wall);
    const here = shown.clock === clock ? wall : wallAt(clock, instant);
    if (replaced.has(here, instant) || notWalls.has(here)) return;
    const range = ranges.findLast((candidate) => candidate.from <= instant)?.event;
    if (!range) {
      if (event.busy) search.add(instant, endAfter(shown.clock, wall, length));
    } else if (range.busy && range.rules.length === 0) {
      addShifted(instant, range, search);
    }
  };
  visit(event.start.wall, null);
  for (const wall of wallsOf(event.rules, event, window, search)) visit(wall, null);
  for (const { start, length } of event.extra) {
    visit(start.wall, length, start.isFloating ? { ...start, clock } : start);
  }
}

/** An occurrence after a THISANDFUTURE override is moved as that one was, on the wall clock. */
function addShifted(instant: EpochSeconds, range: CalendarEvent, search: Search): void {
  const { clock } = range.start;
  const wall = wallAt(clock, instant) + shiftOf(range);
  search.add(instantAt(clock, wall), endAfter(clock, wall, range.length));
}

const shiftOf = (range: CalendarEvent): number =>
  range.start.wall - wallAt(range.start.clock, idOf(range));

function wallsOf(
  rules: CalendarEvent['rules'],
  event: CalendarEvent,
  window: WallWindow,
  search: Search,
): WallSeconds[] {
  return rules.flatMap((place) => {
    const { walls, complete } = expandRule(place, window, search.budget);
    if (!complete) {
      search.warnings.add(
        event.line,
        'VEVENT repeats too often: the rest of its RRULE was not read',
      );
    }
    return walls;
  });
}

/** Where an occurrence may begin and still touch the search, with a day for any zone. */
function wallWindow(event: CalendarEvent, ranges: readonly Range[], search: Search): WallWindow {
  let before = seconds(event.length);
  let after = 0;
  for (const { length } of event.extra) if (length) before = Math.max(before, seconds(length));
  for (const { event: override } of ranges) {
    before = Math.max(before, seconds(override.length) + shiftOf(override));
    after = Math.max(after, -shiftOf(override));
  }
  return {
    from: search.from - before - 2 * SECONDS_PER_DAY,
    to: search.to + after + 2 * SECONDS_PER_DAY,
  };
}

/** True where not even the zone could bring it into the search: spares looking the zone up. */
const isFar = (wall: WallSeconds, length: Length, search: Search): boolean =>
  wall > search.to + 2 * SECONDS_PER_DAY ||
  wall + seconds(length) < search.from - 2 * SECONDS_PER_DAY;

const seconds = (length: Length): number => length.days * SECONDS_PER_DAY + length.seconds;

/** Occurrences of a series as EXDATE and RECURRENCE-ID name them. */
class Occasions {
  private readonly instants = new Set<EpochSeconds>();
  private readonly days = new Set<number>();

  constructor(
    private readonly series: CalendarEvent,
    private readonly window: WallWindow,
  ) {}

  add(moment: Moment): void {
    const { start } = this.series;
    const { from, to } = this.window;
    // A zone apart at most: what lies further off names nothing that counts.
    if (moment.wall < from - 2 * SECONDS_PER_DAY || moment.wall > to + 2 * SECONDS_PER_DAY) return;
    if (moment.isDate || start.isDate) this.days.add(this.dayMeant(moment));
    // A bare time beside a start with a zone is meant in that zone.
    else if (moment.isFloating) this.instants.add(instantAt(start.clock, moment.wall));
    else this.instants.add(instantOf(moment));
  }

  /** @param wall in the zone of the series */
  has(wall: WallSeconds, instant: EpochSeconds): boolean {
    return this.instants.has(instant) || this.days.has(dayOf(wall));
  }

  /** Midnight UTC is a date in disguise, any other UTC time the local midnight of one. */
  private dayMeant(moment: Moment): number {
    const day = dayOf(moment.wall);
    if (!moment.isUtc || moment.wall === day * SECONDS_PER_DAY) return day;
    return dayOf(wallAt(this.series.start.clock, moment.wall));
  }
}
