/** Instants in the form in which ical-generator writes them right. */
import type { ICalDateTimeValue, ICalDayJsStub } from 'ical-generator';
import { civilDate } from '../../time/civil-date.ts';
import {
  clockOfChanges,
  type EpochMinutes,
  formatMinute,
  type ZoneClock,
} from '../../time/wall-clock.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Farther from a change of the clock than any repeated hour. */
const A_DAY = 1440;

const UTC = clockOfChanges('UTC', []);

/**
 * A value of the kind that ical-generator knows from Day.js: it asks for the date and the time of
 * day in a zone and writes what it is told. So our own clock decides, and the zone of the process
 * (which it would use for a `Date`) has no say.
 */
function wallTime(instant: EpochMinutes, clock: ZoneClock): ICalDayJsStub {
  const { day, minute } = clock.toWallClock(instant);
  const date = new Date(instant * MILLISECONDS_PER_MINUTE);
  return {
    format: (form) =>
      form === 'YYYYMMDD'
        ? civilDate(day).replaceAll('-', '')
        : `${formatMinute(minute).replace(':', '')}00`,
    // Asked for no zone but the one that `eventTimes` names.
    tz: () => wallTime(instant, clock),
    utc: () => wallTime(instant, UTC),
    isValid: () => true,
    toDate: () => date,
    toJSON: () => date.toISOString(),
  };
}

/** True when clocks in the zone show this wall time twice, in the night they are put back. */
export function isRepeated(instant: EpochMinutes, clock: ZoneClock): boolean {
  const back = clock.offset(instant - A_DAY) - clock.offset(instant + A_DAY);
  if (back <= 0) return false;
  const here = instant + clock.offset(instant);
  return [instant - back, instant + back].some((other) => other + clock.offset(other) === here);
}

export interface EventTimes {
  readonly start: ICalDateTimeValue;
  readonly end: ICalDateTimeValue;
  /** Left out: the times are written in UTC. */
  readonly timezone?: string;
}

/**
 * Start and end of an event in the learner's zone. A wall time that comes twice is written in UTC:
 * with a TZID it means the first one (RFC 5545), but readers disagree.
 */
export function eventTimes(start: EpochMinutes, end: EpochMinutes, clock: ZoneClock): EventTimes {
  const times = { start: wallTime(start, clock), end: wallTime(end, clock) };
  const inUtc = clock.timeZone === 'UTC' || isRepeated(start, clock) || isRepeated(end, clock);
  return inUtc ? times : { ...times, timezone: clock.timeZone };
}
