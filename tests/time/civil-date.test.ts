import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  dayNumber,
  daysBetween,
  firstDayOfWeek,
  isCivilDate,
  isoWeekIndex,
  isoWeekName,
  WEEKDAYS,
  weekdayIndex,
  weekdayOf,
} from '../../src/time/civil-date.ts';

const FIRST = Temporal.PlainDate.from('1970-01-01');
const LAST_DAY = FIRST.until('2199-12-31').days;
const plainDate = fc.integer({ min: 0, max: LAST_DAY }).map((days) => FIRST.add({ days }));
const civil = (date: Temporal.PlainDate): CivilDate => date.toString() as CivilDate;

describe('a civil date', () => {
  it('is a day that exists, written YYYY-MM-DD', () => {
    fc.assert(fc.property(plainDate, (date) => isCivilDate(date.toString())));
  });

  it.each(['2027-02-29', '2028-02-30', '2027-04-31', '2027-13-01', '2027-00-10', '2027-01-00'])(
    'is not %s, which no calendar has',
    (text) => expect(isCivilDate(text)).toBe(false),
  );

  it.each(['2027-1-20', '20270120', '27-01-20', '2027-01-20T09:00', ' 2027-01-20', '', '2027-01'])(
    'is not "%s", which is another form',
    (text) => expect(isCivilDate(text)).toBe(false),
  );

  it('lies between 1970 and 2199', () => {
    expect(isCivilDate('1969-12-31')).toBe(false);
    expect(isCivilDate('1970-01-01')).toBe(true);
    expect(isCivilDate('2199-12-31')).toBe(true);
    expect(isCivilDate('2200-01-01')).toBe(false);
  });

  it('may be a leap day', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2000-02-29')).toBe(true);
    expect(isCivilDate('2100-02-29')).toBe(false);
  });
});

describe('the day number', () => {
  it('counts days since 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    fc.assert(
      fc.property(plainDate, (date) => {
        expect(dayNumber(civil(date))).toBe(FIRST.until(date).days);
      }),
    );
  });

  it('leads back to its date', () => {
    fc.assert(
      fc.property(plainDate, (date) => {
        expect(civilDate(dayNumber(civil(date)))).toBe(date.toString());
      }),
    );
  });

  it('gives the weekday of the calendar, Monday first', () => {
    fc.assert(
      fc.property(plainDate, (date) => {
        expect(weekdayIndex(dayNumber(civil(date)))).toBe(date.dayOfWeek - 1);
        expect(weekdayOf(civil(date))).toBe(WEEKDAYS[date.dayOfWeek - 1]);
      }),
    );
  });

  it('gives a weekday before 1970 too', () => {
    expect(WEEKDAYS[weekdayIndex(-1)]).toBe('wed');
    expect(WEEKDAYS[weekdayIndex(-3)]).toBe('mon');
    expect(WEEKDAYS[weekdayIndex(-4)]).toBe('sun');
  });
});

describe('adding', () => {
  it('days gives the date that the calendar gives', () => {
    fc.assert(
      fc.property(plainDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(civil(date), days)).toBe(date.add({ days }).toString());
      }),
    );
  });

  it('months keeps the day, or takes the last day of a shorter month', () => {
    fc.assert(
      fc.property(plainDate, fc.integer({ min: -120, max: 120 }), (date, months) => {
        expect(addMonths(civil(date), months)).toBe(date.add({ months }).toString());
      }),
    );
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  });

  it('the days between two dates leads from the one to the other', () => {
    fc.assert(
      fc.property(plainDate, plainDate, (one, other) => {
        const days = daysBetween(civil(one), civil(other));
        expect(days).toBe(one.until(other).days);
        expect(addDays(civil(one), days)).toBe(civil(other));
      }),
    );
  });
});

describe('the ISO week', () => {
  const name = (date: Temporal.PlainDate): string =>
    `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;

  it('has the name that ISO 8601 gives it', () => {
    fc.assert(
      fc.property(plainDate, (date) => {
        expect(isoWeekName(civil(date))).toBe(name(date));
      }),
      { numRuns: 500 },
    );
  });

  it('belongs to the year of its Thursday at the turn of every year', () => {
    for (let year = 1971; year < 2200; year += 1) {
      for (const day of ['12-28', '12-29', '12-30', '12-31']) {
        const date = Temporal.PlainDate.from(`${year - 1}-${day}`);
        expect(isoWeekName(civil(date))).toBe(name(date));
      }
      for (const day of ['01-01', '01-02', '01-03', '01-04']) {
        const date = Temporal.PlainDate.from(`${year}-${day}`);
        expect(isoWeekName(civil(date))).toBe(name(date));
      }
    }
  });

  it('has one index exactly for the days with one name', () => {
    fc.assert(
      fc.property(plainDate, fc.integer({ min: -10, max: 10 }), (date, days) => {
        const other = date.add({ days });
        fc.pre(other.year >= 1970);
        const same = isoWeekIndex(dayNumber(civil(date))) === isoWeekIndex(dayNumber(civil(other)));
        expect(same).toBe(name(date) === name(other));
      }),
    );
  });

  it('starts on a Monday', () => {
    fc.assert(
      fc.property(plainDate, (date) => {
        const day = dayNumber(civil(date));
        const monday = firstDayOfWeek(isoWeekIndex(day));
        expect(weekdayIndex(monday)).toBe(0);
        expect(day - monday).toBe(date.dayOfWeek - 1);
      }),
    );
  });
});
