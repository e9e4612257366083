import { describe, expect, it } from 'vitest';
import { parseDaysOff } from '../../src/learner/days-off.ts';

const TODAY = '2026-11-25';
const read = (...options: string[]): string[] => parseDaysOff(options, TODAY);

describe('--off', () => {
  it('reads a date, a range with both ends, and lists of them', () => {
    expect(read('2027-02-14')).toEqual(['2027-02-14']);
    expect(read('2026-12-30..2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(read('2027-02-14,2026-12-24..2026-12-25')).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2027-02-14',
    ]);
  });

  it('may be repeated; every date counts once, in order', () => {
    expect(read('2026-12-25..2026-12-27', '2026-12-24..2026-12-26', '2026-12-26')).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
    ]);
  });

  it('understands the words for dates', () => {
    expect(read('tomorrow')).toEqual(['2026-11-26']);
    expect(read('today..+2d')).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
    expect(read('sat..sun')).toEqual(['2026-11-28', '2026-11-29']);
  });

  it('may be a range of one day, and may say nothing', () => {
    expect(read('2026-12-24..2026-12-24')).toEqual(['2026-12-24']);
    expect(read('', ' , ')).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('has a leap day only where there is one', () => {
    expect(read('2028-02-28..2028-03-01')).toHaveLength(3);
    expect(read('2027-02-28..2027-03-01')).toHaveLength(2);
  });

  it.each([
    ['2026-12-24..', 'is no date and no range'],
    ['..2026-12-24', 'is no date and no range'],
    ['2026-12-24..2026-12-25..2026-12-26', 'is no date and no range'],
    ['2027-01-02..2026-12-24', 'ends before it starts'],
    ['2027-02-30', 'is not a date'],
    ['christmas', 'is not a date'],
    ['2026-12-24...2026-12-26', 'is not a date'],
    ['2026-01-01..2126-01-01', 'longer than ten years'],
  ])('refuses %s: it %s', (text, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'bad-date',
        message: expect.stringContaining(message),
      }),
    );
  });
});
