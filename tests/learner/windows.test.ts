import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeWindows,
  formatWindow,
  groupWindows,
  parseWindows,
  type Window,
} from '../../src/learner/windows.ts';
import { WEEKDAYS } from '../../src/time/civil-date.ts';

const read = (text: string): string[] => parseWindows(text).map(formatWindow);

function refusal(text: string): unknown {
  try {
    parseWindows(text);
  } catch (error) {
    return error;
  }
  throw new Error(`"${text}" was accepted`);
}

describe('--when', () => {
  it.each([
    ['mon 19:00-21:00', ['mon 19:00-21:00']],
    ['mon,wed 19:00-21:00', ['mon 19:00-21:00', 'wed 19:00-21:00']],
    ['mon, wed 19:00-21:00', ['mon 19:00-21:00', 'wed 19:00-21:00']],
    ['tue-thu 06:00-07:00', ['tue 06:00-07:00', 'wed 06:00-07:00', 'thu 06:00-07:00']],
    ['sat-mon 9:00-10:00', ['mon 09:00-10:00', 'sat 09:00-10:00', 'sun 09:00-10:00']],
    ['fri-fri 09:00-10:00', ['fri 09:00-10:00']],
    ['mon,tue-wed,mon 09:00-10:00', ['mon 09:00-10:00', 'tue 09:00-10:00', 'wed 09:00-10:00']],
    ['weekends 09:00-12:30', ['sat 09:00-12:30', 'sun 09:00-12:30']],
    ['Monday 19:00-21:00', ['mon 19:00-21:00']],
    ['SATURDAYS 09:00-10:00', ['sat 09:00-10:00']],
    ['mon 07:00-08:00,19:00-21:00', ['mon 07:00-08:00', 'mon 19:00-21:00']],
    ['mon 19:00–21:00', ['mon 19:00-21:00']],
    [
      'mon,wed 19:00-21:00; sat 09:00-12:30',
      ['mon 19:00-21:00', 'wed 19:00-21:00', 'sat 09:00-12:30'],
    ],
    ['sat 09:00-10:00; mon 19:00-20:00;', ['mon 19:00-20:00', 'sat 09:00-10:00']],
  ])('%s is read in the order of the week', (text, windows) => {
    expect(read(text)).toEqual(windows);
  });

  it('has words for several days', () => {
    expect(read('weekdays 06:00-07:00')).toEqual(read('mon-fri 06:00-07:00'));
    expect(read('daily 06:00-07:00')).toEqual(read('mon-sun 06:00-07:00'));
    expect(read('daily 06:00-07:00')).toHaveLength(7);
  });

  it('runs past midnight where the end is not after the start', () => {
    expect(parseWindows('fri 22:00-01:30')).toEqual([{ weekday: 'fri', from: 1320, to: 1530 }]);
    expect(parseWindows('fri 22:00-00:00')).toEqual([{ weekday: 'fri', from: 1320, to: 1440 }]);
    expect(parseWindows('fri 09:00-09:00')).toEqual([{ weekday: 'fri', from: 540, to: 1980 }]);
  });

  it('may end at 24:00, but not start there', () => {
    expect(parseWindows('fri 22:00-24:00')).toEqual([{ weekday: 'fri', from: 1320, to: 1440 }]);
    expect(parseWindows('fri 00:00-24:00')).toEqual([{ weekday: 'fri', from: 0, to: 1440 }]);
    expect(refusal('fri 24:00-01:00')).toMatchObject({
      exitCode: 2,
      code: 'bad-window',
      message: expect.stringContaining('cannot start at 24:00'),
    });
  });

  it.each([
    ['', 'names no window'],
    [' ; ', 'names no window'],
    ['evenings', 'cannot be read'],
    ['19:00-21:00', 'cannot be read'],
    ['mon', 'cannot be read'],
    ['mon 7pm-9pm', 'cannot be read'],
    ['moon 19:00-21:00', '"moon" is no weekday'],
    ['mon,funday 19:00-21:00', '"funday" is no weekday'],
    ['mon 19:00', '"19:00" is no span of time'],
    ['mon 19:00-20:00-21:00', 'is no span of time'],
    ['mon 19:00-', 'is no span of time'],
    ['mon 19-21', '"19" is no time of day'],
    ['mon 19:60-21:00', '"19:60" is no time of day'],
    ['mon 25:00-26:00', '"25:00" is no time of day'],
    ['mon 23:00-24:30', '"24:30" is no time of day'],
  ])('"%s" is refused: %s', (text, message) => {
    expect(refusal(text)).toMatchObject({
      exitCode: 2,
      code: 'bad-window',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('mon,wed 19:00-21:00; sat 09:00-12:30'),
    });
  });
});

describe('two windows', () => {
  it.each([
    ['mon 19:00-21:00; mon 20:00-22:00', 'mon 19:00-21:00', 'mon 20:00-22:00'],
    ['mon 19:00-21:00; mon 19:00-21:00', 'mon 19:00-21:00', 'mon 19:00-21:00'],
    ['mon 09:00-18:00; mon 12:00-13:00', 'mon 09:00-18:00', 'mon 12:00-13:00'],
    ['fri 22:00-02:00; sat 01:00-03:00', 'fri 22:00-02:00', 'sat 01:00-03:00'],
    ['mon 00:30-03:00; sun 22:00-01:00', 'sun 22:00-01:00', 'mon 00:30-03:00'],
    ['daily 09:00-09:01; wed 12:00-12:00', 'wed 12:00-12:00', 'thu 09:00-09:01'],
  ])('that overlap are refused by name: %s', (text, one, other) => {
    expect(refusal(text)).toMatchObject({
      exitCode: 2,
      code: 'overlapping-windows',
      message: `--when: ${one} and ${other} overlap`,
    });
  });

  it.each([
    'mon 19:00-20:00; mon 20:00-21:00',
    'fri 22:00-24:00; sat 00:00-02:00',
    'sun 22:00-01:00; mon 01:00-02:00',
    'daily 09:00-09:00',
  ])('that touch stay two: %s', (text) => expect(() => parseWindows(text)).not.toThrow());

  it('that touch are not joined', () => {
    expect(read('mon 19:00-20:00; mon 20:00-21:00')).toEqual([
      'mon 19:00-20:00',
      'mon 20:00-21:00',
    ]);
  });
});

describe('groups of windows', () => {
  it('hold the days with the same hours', () => {
    expect(
      groupWindows(parseWindows('sat 09:00-12:30; wed,mon 19:00-21:00; fri 22:00-24:00')),
    ).toEqual([
      { days: ['mon', 'wed'], from: '19:00', to: '21:00' },
      { days: ['fri'], from: '22:00', to: '24:00' },
      { days: ['sat'], from: '09:00', to: '12:30' },
    ]);
  });

  it('write an end past midnight as a smaller time', () => {
    expect(groupWindows(parseWindows('fri 22:00-01:30'))).toEqual([
      { days: ['fri'], from: '22:00', to: '01:30' },
    ]);
  });

  it('are described for people', () => {
    expect(describeWindows(parseWindows('mon,wed 19:00-21:00; sat 09:00-12:30'))).toBe(
      'mon, wed 19:00–21:00; sat 09:00–12:30',
    );
  });

  /** Windows of a week that do not overlap, at most a day long. */
  const windows: fc.Arbitrary<Window[]> = fc
    .uniqueArray(fc.integer({ min: 0, max: 7 * 288 - 1 }), { minLength: 2, maxLength: 24 })
    .map((marks) => marks.sort((a, b) => a - b).map((mark) => mark * 5))
    .map((marks) =>
      marks.flatMap((from, index) => {
        const next = marks[index + 1] ?? (marks[0] ?? 0) + 7 * 1440;
        const weekday = WEEKDAYS[Math.floor(from / 1440)] ?? 'mon';
        const to = Math.min(next, from + 1440);
        const start = from % 1440;
        // Every third stretch is free time; the others touch.
        return index % 3 === 2 ? [] : [{ weekday, from: start, to: start + (to - from) }];
      }),
    );

  it('written and read again are the same windows', () => {
    fc.assert(
      fc.property(windows, (some) => {
        const text = groupWindows(some)
          .map((group) => `${group.days.join(',')} ${group.from}-${group.to}`)
          .join('; ');
        expect(parseWindows(text)).toEqual(some);
        expect(parseWindows(describeWindows(some))).toEqual(some);
      }),
      { numRuns: 300 },
    );
  });

  it('hold every window once', () => {
    fc.assert(
      fc.property(windows, (some) => {
        const groups = groupWindows(some);
        expect(groups.flatMap((group) => group.days)).toHaveLength(some.length);
        expect(new Set(groups.map((group) => `${group.from}-${group.to}`)).size).toBe(
          groups.length,
        );
      }),
    );
  });
});
