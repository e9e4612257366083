import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CivilDate, WEEKDAYS } from '../../src/time/civil-date.ts';
import { parseDate, parseDateTime } from '../../src/time/parse-date.ts';

/** A Wednesday. */
const TODAY = '2026-11-25';
const read = (text: string): string => parseDate(text, TODAY, '--start');

function refusal(text: string, reader: (text: string) => unknown = read): UserError {
  try {
    reader(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

describe('a date', () => {
  it.each([
    ['2027-01-20', '2027-01-20'],
    ['today', '2026-11-25'],
    ['tomorrow', '2026-11-26'],
    ['yesterday', '2026-11-24'],
    ['+3d', '2026-11-28'],
    ['+0d', '2026-11-25'],
    ['+2w', '2026-12-09'],
    ['+52w', '2027-11-24'],
  ])('may be written %s and then means %s', (text, date) => expect(read(text)).toBe(date));

  it.each([
    ['thu', '2026-11-26'],
    ['fri', '2026-11-27'],
    ['saturday', '2026-11-28'],
    ['sunday', '2026-11-29'],
    ['mon', '2026-11-30'],
    ['tuesday', '2026-12-01'],
  ])('written %s means the next such day, %s', (text, date) => expect(read(text)).toBe(date));

  it("written as today's weekday means the one in a week, never today", () => {
    expect(read('wed')).toBe('2026-12-02');
    expect(read('wednesday')).toBe('2026-12-02');
  });

  it('written as a weekday is within the coming seven days, from any day', () => {
    const start = Temporal.PlainDate.from('2026-11-23');
    for (let offset = 0; offset < 14; offset += 1) {
      const today = start.add({ days: offset });
      WEEKDAYS.forEach((name, index) => {
        const date = Temporal.PlainDate.from(
          parseDate(name, today.toString() as CivilDate, '--start'),
        );
        expect(date.dayOfWeek).toBe(index + 1);
        const ahead = today.until(date).days;
        expect(ahead).toBeGreaterThanOrEqual(1);
        expect(ahead).toBeLessThanOrEqual(7);
      });
    }
  });

  it('written as a weekday may mean the last such day, within the past seven', () => {
    expect(parseDate('tue', TODAY, '--on', 'last')).toBe('2026-11-24');
    expect(parseDate('thursday', TODAY, '--on', 'last')).toBe('2026-11-19');
    expect(parseDate('wed', TODAY, '--on', 'last')).toBe('2026-11-18');
    for (const name of WEEKDAYS) {
      const date = Temporal.PlainDate.from(parseDate(name, TODAY, '--on', 'last'));
      expect(WEEKDAYS[date.dayOfWeek - 1]).toBe(name);
      const back = date.until(TODAY).days;
      expect(back).toBeGreaterThanOrEqual(1);
      expect(back).toBeLessThanOrEqual(7);
    }
  });

  it('is read whatever the case and the spaces around it', () => {
    expect(read('  Tomorrow ')).toBe('2026-11-26');
    expect(read('FRI')).toBe('2026-11-27');
    expect(read('+2W')).toBe('2026-12-09');
  });

  it.each([
    '2027-02-30',
    '20.01.2027',
    '2027/01/20',
    'soon',
    '',
    '+d',
    '+3m',
    '3d',
    '-3d',
    '+3',
    'fr',
    'friyay',
    '1969-12-31',
  ])('"%s" is refused, with exit code 2 and forms that work', (text) => {
    const error = refusal(text);
    expect(error).toMatchObject({ exitCode: 2, code: 'bad-date' });
    expect(error.message).toBe(`--start: "${text}" is not a date`);
    expect(error.hint).toContain('2027-01-20');
  });

  it('never breaks on any text: it is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        try {
          expect(read(text)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe('a date with a time of day', () => {
  const readTime = (text: string) => parseDateTime(text, TODAY, '--exam');

  it.each([
    ['2027-01-20T09:00', '2027-01-20', 540],
    ['2027-01-20 09:00', '2027-01-20', 540],
    ['2027-01-20t9:05', '2027-01-20', 545],
    ['2027-01-20T00:00', '2027-01-20', 0],
    ['2027-01-20T23:59', '2027-01-20', 1439],
    ['tomorrow 14:30', '2026-11-26', 870],
    ['+2w 08:00', '2026-12-09', 480],
    ['sat 19:00', '2026-11-28', 1140],
  ])('%s means %s at minute %i', (text, date, minute) => {
    expect(readTime(text)).toEqual({ date, minute });
  });

  it('may leave the time out', () => {
    expect(readTime('2027-01-20')).toEqual({ date: '2027-01-20', minute: null });
    expect(readTime('tomorrow')).toEqual({ date: '2026-11-26', minute: null });
  });

  it.each(['2027-01-20T24:00', '2027-01-20T09:60', '2027-01-20T99:00'])(
    '%s is refused: there is no such time',
    (text) => {
      const error = refusal(text, readTime);
      expect(error).toMatchObject({ exitCode: 2, code: 'bad-date' });
      expect(error.message).toContain('no such time of day');
    },
  );

  it.each(['2027-01-20T9', '2027-01-20T09:0', '2027-01-20T09:00:00', '09:00', 'someday 09:00'])(
    '%s is refused',
    (text) => expect(refusal(text, readTime)).toMatchObject({ exitCode: 2, code: 'bad-date' }),
  );
});
