/**
 * The one place where a wall-clock time becomes an instant and back. Everything else counts in
 * epoch minutes (elapsed minutes since 1970-01-01T00:00Z) or in civil dates and minutes of day.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { type CivilDate, civilDate, type DayNumber, dayNumber } from './civil-date.ts';

/** Whole minutes since 1970-01-01T00:00Z. */
export type EpochMinutes = number;

/** 0 is midnight, 1440 the midnight after; more reaches into the next day. */
export type MinuteOfDay = number;

export const MINUTES_PER_DAY = 1440;
const MILLISECONDS_PER_MINUTE = 60_000;

export interface ZoneClock {
  readonly timeZone: string;
  /**
   * The instant at which clocks in the zone show this date and minute. A time in a gap moves
   * forward by the gap; in a repeated hour the first one is meant (as Temporal's "compatible").
   */
  toInstant(day: DayNumber, minute: MinuteOfDay): EpochMinutes;
  /** Date and minute that clocks in the zone show at the instant. */
  toWallClock(instant: EpochMinutes): { readonly day: DayNumber; readonly minute: MinuteOfDay };
  /** Minutes east of Greenwich. */
  offset(instant: EpochMinutes): number;
}

/** True where the runtime knows the IANA zone. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A clock whose offsets come from a function that is cheap for whole UTC days. */
function clockFrom(timeZone: string, offset: (instant: EpochMinutes) => number): ZoneClock {
  return {
    timeZone,
    offset,
    toInstant(day, minute) {
      const wall = day * MINUTES_PER_DAY + minute;
      const midnight = Math.floor(wall / MINUTES_PER_DAY) * MINUTES_PER_DAY;
      // Offsets reach from −12 to +14 hours, and Apia once skipped a whole day: two days are clear
      // of any change that could touch this wall time.
      const before = offset(midnight - MINUTES_PER_DAY);
      const after = offset(midnight + 2 * MINUTES_PER_DAY);
      if (before === after && before === offset(midnight)) return wall - before;
      const first = wall - before;
      if (offset(first) === before) return first;
      const second = wall - after;
      if (offset(second) === after) return second;
      return first;
    },
    toWallClock(instant) {
      const wall = instant + offset(instant);
      const day = Math.floor(wall / MINUTES_PER_DAY);
      return { day, minute: wall - day * MINUTES_PER_DAY };
    },
  };
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone, by the rules of the runtime. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known) return known;

  // Offsets at UTC midnights are remembered: between two equal ones, a day apart, no zone of the
  // last decades changes twice, so most conversions ask Intl nothing.
  const atMidnight = new Map<DayNumber, number>();
  const offsetAt = (instant: EpochMinutes): number =>
    Math.round(tzOffset(timeZone, new Date(instant * MILLISECONDS_PER_MINUTE)));
  const midnightOffset = (day: DayNumber): number => {
    let offset = atMidnight.get(day);
    if (offset === undefined) {
      offset = offsetAt(day * MINUTES_PER_DAY);
      atMidnight.set(day, offset);
    }
    return offset;
  };
  const clock = clockFrom(timeZone, (instant) => {
    const day = Math.floor(instant / MINUTES_PER_DAY);
    const before = midnightOffset(day);
    if (instant === day * MINUTES_PER_DAY) return before;
    return before === midnightOffset(day + 1) ? before : offsetAt(instant);
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** From an instant on, clocks are so many minutes east of Greenwich. */
export interface ZoneChange {
  readonly from: EpochMinutes;
  readonly offset: number;
}

/** The offsets of a zone over a span of days: the first entry holds from the start of the span. */
export function zoneChanges(
  clock: ZoneClock,
  firstDay: DayNumber,
  lastDay: DayNumber,
): ZoneChange[] {
  let from = firstDay * MINUTES_PER_DAY;
  const changes: ZoneChange[] = [{ from, offset: clock.offset(from) }];
  for (let day = firstDay + 1; day <= lastDay; day += 1) {
    const instant = day * MINUTES_PER_DAY;
    const offset = clock.offset(instant);
    if (offset !== changes[changes.length - 1]?.offset) {
      let low = from;
      let high = instant;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (clock.offset(middle) === offset) high = middle;
        else low = middle;
      }
      changes.push({ from: high, offset });
    }
    from = instant;
  }
  return changes;
}

/**
 * A clock that knows the offsets of one span only and asks the runtime nothing: reading a stored
 * plan need not load the zone's rules, and later rules do not shift what was printed.
 */
export function clockOfChanges(timeZone: string, changes: readonly ZoneChange[]): ZoneClock {
  return clockFrom(timeZone, (instant) => {
    let offset = changes[0]?.offset ?? 0;
    for (const change of changes) {
      if (change.from > instant) break;
      offset = change.offset;
    }
    return offset;
  });
}

/** `19:05`; minute 1440 is `24:00`. */
export function formatMinute(minute: MinuteOfDay): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** RFC 3339 with the zone's offset: `2026-12-02T19:00:00+01:00`. */
export function formatInstant(instant: EpochMinutes, clock: ZoneClock): string {
  const offset = clock.offset(instant);
  const { day, minute } = clock.toWallClock(instant);
  const sign = offset < 0 ? '-' : '+';
  return `${civilDate(day)}T${formatMinute(minute)}:00${sign}${formatMinute(Math.abs(offset))}`;
}

/** The local date at an instant. */
export const dateAt = (instant: EpochMinutes, clock: ZoneClock): CivilDate =>
  civilDate(clock.toWallClock(instant).day);

export const startOfDay = (date: CivilDate, clock: ZoneClock): EpochMinutes =>
  clock.toInstant(dayNumber(date), 0);

/** Epoch minutes of an RFC 3339 text; NaN when it is none. */
export const parseInstant = (text: string): EpochMinutes =>
  Math.floor(Date.parse(text) / MILLISECONDS_PER_MINUTE);
