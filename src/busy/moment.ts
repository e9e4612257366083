/** Dates, times and durations as calendars write them. Times are counted in seconds. */
import type { ZoneClock } from '../time/wall-clock.ts';

export const SECONDS_PER_DAY = 86_400;

/** Seconds since 1970-01-01T00:00 as a clock on the wall shows them, whatever its zone. */
export type WallSeconds = number;
/** Seconds since 1970-01-01T00:00Z. */
export type EpochSeconds = number;

/** What a date or date-time says before its zone is known. */
export interface Reading {
  readonly wall: WallSeconds;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

export interface Moment extends Reading {
  /** The clock that shows `wall`; the learner's for dates and floating times. */
  readonly clock: ZoneClock;
  /** Neither UTC nor TZID: the same wall time everywhere. */
  readonly isFloating: boolean;
}

/** Whole days keep the time of day over a change of clocks, seconds are elapsed seconds. */
export interface Length {
  readonly days: number;
  readonly seconds: number;
}

// Google writes whole days with a Z, some programs ISO 8601 with its dashes.
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?$/i;
/** .NET writes year 1 for "no date"; Date.UTC has surprises below 100. Outlook's zones begin 1601. */
const FIRST_YEAR = 1600;

/** Null where the text is no date that exists. */
export function parseReading(text: string): Reading | null {
  const parts = DATE.exec(text.trim());
  if (!parts) return null;
  const [, yearText, monthText, dayText, hourText, minuteText, secondText, utc] = parts;
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (year < FIRST_YEAR || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return null;
  }
  if (hourText === undefined) return { wall: midnight / 1000, isDate: true, isUtc: false };
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  // 24:00 is the midnight after, second 60 a leap second: the sum is right for both.
  const seconds = hour * 3600 + minute * 60 + second;
  if (minute > 59 || second > 60 || hour > 24 || seconds > SECONDS_PER_DAY) return null;
  return { wall: midnight / 1000 + seconds, isDate: false, isUtc: utc !== undefined };
}

const DURATION =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** Null where the text is no duration; a negative one keeps its sign. */
export function parseDuration(text: string): Length | null {
  const parts = DURATION.exec(text.trim());
  if (!parts || !/\d/.test(text)) return null;
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const factor = sign === '-' ? -1 : 1;
  return {
    days: factor * (Number(weeks) * 7 + Number(days)),
    seconds: factor * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)),
  };
}

/** The instant at which the clock shows the wall time (see `ZoneClock.toInstant` for gaps). */
export function instantAt(clock: ZoneClock, wall: WallSeconds): EpochSeconds {
  const minute = Math.floor(wall / 60);
  const day = Math.floor(minute / 1440);
  return clock.toInstant(day, minute - day * 1440) * 60 + (wall - minute * 60);
}

/** What the clock shows at the instant. */
export const wallAt = (clock: ZoneClock, instant: EpochSeconds): WallSeconds =>
  instant + clock.offset(Math.floor(instant / 60)) * 60;

export const instantOf = (moment: Moment): EpochSeconds => instantAt(moment.clock, moment.wall);

/** The end of what begins at the wall time and lasts that long. */
export const endAfter = (clock: ZoneClock, wall: WallSeconds, length: Length): EpochSeconds =>
  instantAt(clock, wall + length.days * SECONDS_PER_DAY) + length.seconds;

export const dayOf = (wall: WallSeconds): number => Math.floor(wall / SECONDS_PER_DAY);
