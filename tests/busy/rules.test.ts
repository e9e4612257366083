import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/busy/budget.ts';
import { expandRule } from '../../src/busy/expand-rule.ts';
import { parseRule } from '../../src/busy/rule.ts';

const seconds = (text: string): number => Date.parse(`${text}Z`) / 1000;

/** Wall times of the rule before `to`, as `2027-01-04` or, off nine o’clock, `2027-01-04T10:30`. */
function walls(rule: string, start: string, to: string, from = start): string[] {
  const parsed = parseRule(rule);
  if (typeof parsed === 'string') throw new Error(parsed);
  const { walls: found, complete } = expandRule(
    { rule: parsed, start: seconds(start), until: null, isDate: false },
    { from: seconds(from), to: seconds(to) },
    new Budget(),
  );
  expect(complete).toBe(true);
  return found.map((wall) =>
    new Date(wall * 1000).toISOString().slice(0, 16).replace('T09:00', ''),
  );
}

describe('a rule names', () => {
  it.each([
    // The examples of RFC 5545, 3.8.5.3, moved to other years where that keeps them short.
    ['FREQ=DAILY;INTERVAL=10;COUNT=3', '2027-01-04', ['2027-01-04', '2027-01-14', '2027-01-24']],
    [
      'FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=3',
      '2027-01-05',
      ['2027-01-05', '2027-01-19', '2027-02-02'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05',
      ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '2027-01-01', ['2027-01-01', '2027-02-05', '2027-03-05']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '2027-01-18', ['2027-01-18', '2027-02-15', '2027-03-22']],
    ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=2', '2027-01-29', ['2027-01-29', '2027-02-26']],
    ['FREQ=MONTHLY;COUNT=3', '2027-01-31', ['2027-01-31', '2027-03-31', '2027-05-31']],
    [
      'FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1,-1',
      '2027-01-31',
      ['2027-01-31', '2027-02-01', '2027-02-28'],
    ],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '2026-02-13', ['2026-02-13', '2026-03-13']],
    [
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1997-09-04',
      ['1997-09-04', '1997-10-07', '1997-11-06'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
      '2027-01-29',
      ['2027-01-29', '2027-02-26'],
    ],
    // ical.js forgets the interval beside BYMONTH: every second month from January is never June.
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,6;COUNT=2', '2027-01-10', ['2027-03-10', '2028-03-10']],
    ['FREQ=YEARLY;COUNT=2;BYMONTH=6,7', '2027-06-10', ['2027-06-10', '2027-07-10']],
    ['FREQ=YEARLY;COUNT=2', '2024-02-29', ['2024-02-29', '2028-02-29']],
    ['FREQ=YEARLY;BYMONTHDAY=30;COUNT=2', '2027-01-30', ['2027-01-30', '2027-03-30']],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '1997-05-19', ['1997-05-19', '1998-05-18']],
    ['FREQ=YEARLY;BYDAY=-1SU;COUNT=2', '2027-12-26', ['2027-12-26', '2028-12-31']],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2', '1997-05-12', ['1997-05-12', '1998-05-11']],
    ['FREQ=YEARLY;BYWEEKNO=53;COUNT=1', '2027-01-01', ['2027-01-01']],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=WE;COUNT=2', '2026-12-30', ['2026-12-30', '2027-12-29']],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=2', '2027-03-04', ['2027-03-04', '2027-03-11']],
    [
      'FREQ=YEARLY;BYYEARDAY=1,100,-1;COUNT=3',
      '2027-01-01',
      ['2027-01-01', '2027-04-10', '2027-12-31'],
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2',
      '1996-11-05',
      ['1996-11-05', '2000-11-07'],
    ],
    // BYSETPOS by week: dateutil reads the first week from the start on only, we the whole week.
    ['FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=-1;COUNT=2', '2027-01-06', ['2027-01-06', '2027-01-13']],
    ['FREQ=DAILY;BYDAY=SA,SU;BYMONTH=1;COUNT=2', '2027-01-30', ['2027-01-30', '2027-01-31']],
    [
      'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30;COUNT=3',
      '2027-01-04',
      ['2027-01-04', '2027-01-04T09:30', '2027-01-04T10:00'],
    ],
    ['FREQ=HOURLY;INTERVAL=5;COUNT=2', '2027-01-04', ['2027-01-04', '2027-01-04T14:00']],
    [
      'FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=9;BYDAY=TU;COUNT=2',
      '2027-01-04',
      ['2027-01-05', '2027-01-05T09:30'],
    ],
    ['FREQ=MINUTELY;INTERVAL=90;COUNT=2', '2027-01-04', ['2027-01-04', '2027-01-04T10:30']],
    [
      'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,23;COUNT=4',
      '2027-01-04',
      ['2027-01-04', '2027-01-04T09:20', '2027-01-04T09:40', '2027-01-04T23:00'],
    ],
    [
      'FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYMONTHDAY=4;COUNT=2',
      '2027-01-04',
      ['2027-01-04', '2027-02-04'],
    ],
    ['freq=weekly;byday=mo;count=1;x-odd=1;', '2027-01-04', ['2027-01-04']],
    ['FREQ=WEEKLY;BYDAY=+1MO;COUNT=1;INTERVAL=0', '2027-01-04', ['2027-01-04']],
  ])('%s from %s', (rule, start, expected) => {
    expect(walls(rule, `${start}T09:00:00`, '2029-01-01T00:00:00')).toEqual(expected);
  });

  it.each([
    ['FREQ=DAILY;INTERVAL=3', '2027-01-03', '2027-01-06'],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR', '2027-01-01', '2027-01-18'],
    ['FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31', '2028-07-31', '2028-12-31'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '2028-02-29', null],
  ])('the same days when it is entered late: %s', (rule, first, second) => {
    const all = walls(rule, '1996-01-01T09:00:00', '2029-01-01T00:00:00');
    const late = walls(rule, '1996-01-01T09:00:00', '2029-01-01T00:00:00', '2027-01-01T00:00:00');
    expect(late).toEqual(all.filter((wall) => wall >= '2027'));
    expect(late[0]).toBe(first);
    expect(late[1] ?? null).toBe(second);
  });
});

describe('a rule that cannot be read', () => {
  it.each([
    ['', 'FREQ is missing or unknown'],
    ['FREQ=', 'FREQ is missing or unknown'],
    ['FREQ=OFTEN', 'FREQ is missing or unknown'],
    ['BYDAY=MO', 'FREQ is missing or unknown'],
    ['FREQ=DAILY;BY', '"BY" has no value'],
    ['FREQ=DAILY;INTERVAL=two', 'INTERVAL is not understood'],
    ['FREQ=DAILY;COUNT=-1', 'COUNT is not understood'],
    ['FREQ=DAILY;UNTIL=soon', 'UNTIL is not understood'],
    ['FREQ=DAILY;UNTIL=', 'UNTIL is not understood'],
    ['FREQ=WEEKLY;BYDAY=MO,XX', 'BYDAY is not understood'],
    ['FREQ=WEEKLY;BYDAY=99MO', 'BYDAY is not understood'],
    ['FREQ=WEEKLY;WKST=1', 'WKST is not understood'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY is not understood'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY is not understood'],
    ['FREQ=YEARLY;BYMONTH=1,,2', 'BYMONTH is not understood'],
    ['FREQ=YEARLY;BYMONTH=5L', 'BYMONTH is not understood'],
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR is not understood'],
    ['RSCALE=CHINESE;FREQ=YEARLY', 'RSCALE is not understood'],
  ])('says why: %s', (rule, reason) => expect(parseRule(rule)).toBe(reason));
});
