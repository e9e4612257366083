import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../src/time/civil-date.ts';
import {
  clockOfChanges,
  dateAt,
  formatInstant,
  formatMinute,
  isTimeZone,
  parseInstant,
  startOfDay,
  zoneChanges,
  zoneClock,
} from '../../src/time/wall-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Chatham',
  'Africa/Monrovia',
  // Changes on Saturday evening, when the UTC date is already Sunday.
  'America/Nuuk',
] as const;

const FIRST = '2011-12-01';
const LAST = '2040-12-31';
const day = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) });
/** From ten hours before the date to the end of the day after it. */
const minute = fc.integer({ min: -600, max: 2879 });
const instant = fc.integer({
  min: dayNumber(FIRST) * 1440,
  max: (dayNumber(LAST) + 1) * 1440 - 1,
});

/** What Temporal makes of the same wall time. */
function temporalInstant(zone: string, onDay: number, atMinute: number): number {
  const wall = Temporal.PlainDateTime.from(civilDate(onDay)).add({ minutes: atMinute });
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 60_000;
}

const temporalZoned = (zone: string, at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone);

/** All changes of the zone's clock between the two dates, as instants in epoch minutes. */
function transitions(zone: string): number[] {
  const found: number[] = [];
  let here = Temporal.PlainDate.from(FIRST).toZonedDateTime(zone);
  const end = Temporal.PlainDate.from(LAST).toZonedDateTime(zone);
  for (;;) {
    const next = here.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, end) > 0) return found;
    found.push(next.epochMilliseconds / 60_000);
    here = next;
  }
}

describe.each(ZONES)('the clock of %s', (zone) => {
  const clock = zoneClock(zone);

  it('turns a wall time into the instant that Temporal gives', () => {
    fc.assert(
      fc.property(day, minute, (onDay, atMinute) => {
        expect(clock.toInstant(onDay, atMinute)).toBe(temporalInstant(zone, onDay, atMinute));
      }),
      { numRuns: 400 },
    );
  });

  it('does so within two days of every change of the clock', () => {
    const changes = transitions(zone);
    if (changes.length === 0) {
      // UTC, Kathmandu and Monrovia never change: one offset holds for all years.
      expect(clock.offset(dayNumber(FIRST) * 1440)).toBe(clock.offset(dayNumber(LAST) * 1440));
      return;
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -2880, max: 2880 }),
        (change, away) => {
          const wall = change + clock.offset(change) + away;
          const onDay = Math.floor(wall / 1440);
          expect(clock.toInstant(onDay, wall - onDay * 1440)).toBe(
            temporalInstant(zone, onDay, wall - onDay * 1440),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('shows at any instant the date and minute that Temporal shows', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const zoned = temporalZoned(zone, at);
        expect(clock.toWallClock(at)).toEqual({
          day: dayNumber(zoned.toPlainDate().toString() as CivilDate),
          minute: zoned.hour * 60 + zoned.minute,
        });
        expect(clock.offset(at)).toBe(zoned.offsetNanoseconds / 60e9);
        expect(dateAt(at, clock)).toBe(zoned.toPlainDate().toString());
      }),
      { numRuns: 300 },
    );
  });

  it('leads from a wall time to an instant and back, except in a gap', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (onDay, atMinute) => {
        const at = clock.toInstant(onDay, atMinute);
        const shown = clock.toWallClock(at);
        const wall = Temporal.PlainDateTime.from(civilDate(onDay)).add({ minutes: atMinute });
        const exists = wall.toZonedDateTime(zone).toPlainDateTime().equals(wall);
        if (exists) expect(shown).toEqual({ day: onDay, minute: atMinute });
        else expect(shown).not.toEqual({ day: onDay, minute: atMinute });
        // Shown again, the same instant is meant, or, in a repeated hour, its first occurrence.
        const again = clock.toInstant(shown.day, shown.minute);
        expect(again).toBeLessThanOrEqual(at);
        expect(clock.toWallClock(again)).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });

  it('writes an instant as RFC 3339 just as Temporal does, and reads it back', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const text = formatInstant(at, clock);
        expect(text).toBe(
          temporalZoned(zone, at).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        );
        expect(parseInstant(text)).toBe(at);
      }),
      { numRuns: 300 },
    );
  });

  it('starts a date at midnight, or at the end of a gap over midnight', () => {
    fc.assert(
      fc.property(day, (onDay) => {
        const date = civilDate(onDay);
        expect(startOfDay(date, clock)).toBe(temporalInstant(zone, onDay, 0));
      }),
      { numRuns: 100 },
    );
  });
});

describe('around a change of the clock', () => {
  it.each([
    // Six-month rhythm with half an hour; a day left out, and summer time given up.
    ['Australia/Lord_Howe', 8],
    ['Pacific/Apia', 8],
  ])('every minute of the days before and after agrees with Temporal in %s', (zone, most) => {
    const clock = zoneClock(zone);
    const changes = transitions(zone).slice(0, most);
    expect(changes.length).toBeGreaterThan(3);
    for (const change of changes) {
      const middle = Math.floor((change + clock.offset(change)) / 1440);
      for (let onDay = middle - 2; onDay <= middle + 1; onDay += 1) {
        const wrong: number[] = [];
        for (let atMinute = 0; atMinute < 1440; atMinute += 1) {
          if (clock.toInstant(onDay, atMinute) !== temporalInstant(zone, onDay, atMinute)) {
            wrong.push(atMinute);
          }
        }
        expect({ date: civilDate(onDay), wrong }).toEqual({ date: civilDate(onDay), wrong: [] });
      }
    }
  });

  const shown = (zone: string, date: CivilDate, atMinute: number): string => {
    const clock = zoneClock(zone);
    return formatInstant(clock.toInstant(dayNumber(date), atMinute), clock);
  };

  it('a time in a gap moves forward by the gap', () => {
    expect(shown('Europe/Berlin', '2027-03-28', 150)).toBe('2027-03-28T03:30:00+02:00');
    expect(shown('America/New_York', '2027-03-14', 120)).toBe('2027-03-14T03:00:00-04:00');
    expect(shown('Australia/Lord_Howe', '2026-10-04', 135)).toBe('2026-10-04T02:45:00+11:00');
  });

  it('a time in a repeated hour means the first one', () => {
    expect(shown('Europe/Berlin', '2026-10-25', 150)).toBe('2026-10-25T02:30:00+02:00');
    expect(shown('America/New_York', '2026-11-01', 90)).toBe('2026-11-01T01:30:00-04:00');
    expect(shown('Australia/Lord_Howe', '2027-04-04', 105)).toBe('2027-04-04T01:45:00+11:00');
  });

  it('a gap late in the evening moves forward too, though the UTC date is another', () => {
    expect(shown('America/Nuuk', '2027-03-27', 1410)).toBe('2027-03-28T00:30:00-01:00');
  });

  it('a midnight that does not exist becomes one o’clock', () => {
    expect(shown('America/Santiago', '2026-09-06', 0)).toBe('2026-09-06T01:00:00-03:00');
    expect(shown('Asia/Beirut', '2027-03-28', 0)).toBe('2027-03-28T01:00:00+03:00');
  });

  it('a date that was left out is the date after it', () => {
    expect(shown('Pacific/Apia', '2011-12-30', 720)).toBe('2011-12-31T12:00:00+14:00');
  });

  it('minutes before and past the date count on the wall clock', () => {
    expect(shown('Europe/Berlin', '2027-03-28', 1440 + 60)).toBe('2027-03-29T01:00:00+02:00');
    expect(shown('Europe/Berlin', '2027-03-28', -60)).toBe('2027-03-27T23:00:00+01:00');
  });
});

describe('the offsets of a span, written down', () => {
  it.each(ZONES)('are those of %s at every change', (zone) => {
    const first = dayNumber('2026-01-01');
    const last = dayNumber('2030-01-01');
    const changes = zoneChanges(zoneClock(zone), first, last);
    expect(changes[0]).toEqual({
      from: first * 1440,
      offset: zoneClock(zone).offset(first * 1440),
    });
    const within = transitions(zone).filter((at) => at > first * 1440 && at <= last * 1440);
    expect(changes.slice(1)).toEqual(
      within.map((from) => ({ from, offset: zoneClock(zone).offset(from) })),
    );
  });

  it.each(ZONES)('make a clock that agrees with %s all through the span', (zone) => {
    const first = dayNumber('2026-01-01');
    const last = dayNumber('2030-01-01');
    const real = zoneClock(zone);
    const stored = clockOfChanges(zone, zoneChanges(real, first, last));
    expect(stored.timeZone).toBe(zone);
    fc.assert(
      fc.property(
        fc.integer({ min: first + 2, max: last - 3 }),
        fc.integer({ min: 0, max: 1439 }),
        (onDay, atMinute) => {
          const at = real.toInstant(onDay, atMinute);
          expect(stored.toInstant(onDay, atMinute)).toBe(at);
          expect(stored.toWallClock(at)).toEqual(real.toWallClock(at));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hold on after the last of them', () => {
    const clock = clockOfChanges('Europe/Berlin', [
      { from: 0, offset: 60 },
      { from: 1000, offset: 120 },
    ]);
    expect([999, 1000, 1_000_000].map((at) => clock.offset(at))).toEqual([60, 120, 120]);
    // Before the span the first one is the best guess.
    expect(clock.offset(-1)).toBe(60);
  });
});

describe('a time zone', () => {
  it.each([...ZONES, 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'])('%s is known', (zone) =>
    expect(isTimeZone(zone)).toBe(true),
  );

  it.each(['Mars/Phobos', '', '+01:00', 'Europe/Berlin\u001b[31m', 'Europe / Berlin', 'local'])(
    '"%s" is none',
    (zone) => expect(isTimeZone(zone)).toBe(false),
  );
});

describe('a minute of the day', () => {
  it.each([
    [0, '00:00'],
    [545, '09:05'],
    [1439, '23:59'],
    [1440, '24:00'],
  ])('%i is written %s', (value, text) => expect(formatMinute(value)).toBe(text));
});

describe('an instant in writing', () => {
  it('is read to the whole minute below', () => {
    expect(parseInstant('1970-01-01T00:01:59Z')).toBe(1);
    expect(parseInstant('1970-01-01T01:00:00+01:00')).toBe(0);
  });

  it('that is none is not a number', () => expect(parseInstant('yesterday')).toBeNaN());
});
