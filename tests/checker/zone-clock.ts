/**
 * Instants (epoch milliseconds) and civil days (days since 1970-01-01) of one time zone. What the
 * zone does comes from Temporal; between two transitions of a zone it is a constant offset, kept
 * per zone so that a thousand plans ask Temporal only once.
 */
import { Temporal } from 'temporal-polyfill';

export const MINUTE = 60_000;
const DAY = 86_400_000;

/** A stretch of time with one offset, [from, until). */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** Transitions are looked up for about a year at once. */
const CHUNK = 400 * DAY;

const dayByDate = new Map<string, number>();
const dateByDay = new Map<number, string>();

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  let day = dayByDate.get(date);
  if (day === undefined) {
    day = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds / DAY;
    dayByDate.set(date, day);
  }
  return day;
}

export function dateOf(day: number): string {
  let date = dateByDay.get(day);
  if (date === undefined) {
    date = new Temporal.PlainDate(1970, 1, 1).add({ days: day }).toString();
    dateByDay.set(day, date);
  }
  return date;
}

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** One number per ISO week (Monday to Sunday). */
export const isoWeekOf = (day: number): number => Math.floor((day + 3) / 7);

export const instantOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

export class ZoneClock {
  static readonly #known = new Map<string, ZoneClock>();
  readonly #chunks = new Map<number, readonly Stretch[]>();

  /** Throws a RangeError for an unknown zone. */
  static for(zone: string): ZoneClock {
    let clock = ZoneClock.#known.get(zone);
    if (!clock) {
      clock = new ZoneClock(zone);
      ZoneClock.#known.set(zone, clock);
    }
    return clock;
  }

  readonly zone: string;

  private constructor(zone: string) {
    this.zone = zone;
    this.offsetAt(0);
  }

  /** Offset from UTC in milliseconds. */
  offsetAt(instant: number): number {
    return this.#stretchAt(instant).offset;
  }

  /** The civil date on which an instant lies. */
  dayAt(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }

  /**
   * The instant of a wall time; `minutes` may run past 24:00. A wall time in a gap moves forward
   * by the gap, in a repeated hour it means the first.
   */
  at(day: number, minutes: number): number {
    const wholeDay = day + Math.floor(minutes / 1440);
    const minuteOfDay = minutes - (wholeDay - day) * 1440;
    const steady = this.#steadyOffset(wholeDay);
    if (steady !== null) return wholeDay * DAY + minuteOfDay * MINUTE - steady;
    return Temporal.PlainDate.from(dateOf(wholeDay))
      .toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
      .toZonedDateTime(this.zone, { disambiguation: 'compatible' }).epochMilliseconds;
  }

  /** The first instant of a civil date. */
  startOfDay(day: number): number {
    const steady = this.#steadyOffset(day);
    if (steady !== null) return day * DAY - steady;
    return Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(this.zone).epochMilliseconds;
  }

  /** The offset of a civil day when the zone does not change from a day before to a day after. */
  #steadyOffset(day: number): number | null {
    const before = this.#stretchAt(day * DAY - DAY);
    const after = day * DAY + 2 * DAY;
    if (after < before.until) return before.offset;
    // The end of a chunk is no transition: look whether the next one goes on with the same offset.
    const next = this.#stretchAt(before.until);
    return next.offset === before.offset && after < next.until ? before.offset : null;
  }

  #stretchAt(instant: number): Stretch {
    const index = Math.floor(instant / CHUNK);
    let chunk = this.#chunks.get(index);
    if (!chunk) {
      chunk = this.#readChunk(index * CHUNK, (index + 1) * CHUNK);
      this.#chunks.set(index, chunk);
    }
    const stretch = chunk.find((it) => instant < it.until);
    if (!stretch) throw new Error(`no offset of ${this.zone} at ${instant}`);
    return stretch;
  }

  #readChunk(from: number, until: number): readonly Stretch[] {
    const stretches: Stretch[] = [];
    let here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(this.zone);
    for (;;) {
      const offset = here.offsetNanoseconds / 1_000_000;
      const next = here.getTimeZoneTransition('next');
      const start = here.epochMilliseconds;
      if (next === null || next.epochMilliseconds >= until) {
        stretches.push({ from: start, until, offset });
        return stretches;
      }
      stretches.push({ from: start, until: next.epochMilliseconds, offset });
      here = next;
    }
  }
}
