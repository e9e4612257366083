import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../src/documents/words/dates.ts';

/** Versions of ICU differ in the blanks that they set around a dash. */
const plain = (text: string): string => text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ');

describe('dates', () => {
  it.each([
    ['en', 'Wed 2 Dec', 'Wed 2 Dec 2026', '2 Dec', 'December 2026'],
    ['en-US', 'Wed, Dec 2', 'Wed, Dec 2, 2026', 'Dec 2', 'December 2026'],
    ['de', 'Mi., 2. Dez.', 'Mi., 2. Dez. 2026', '2. Dez.', 'Dezember 2026'],
    ['de-AT', 'Mi., 2. Dez.', 'Mi., 2. Dez. 2026', '2. Dez.', 'Dezember 2026'],
    ['es', 'mié, 2 dic', 'mié, 2 dic 2026', '2 dic', 'diciembre de 2026'],
    ['ja', '12月2日(水)', '2026年12月2日(水)', '12月2日', '2026年12月'],
  ] as const)('in %s', (tag, day, dayAndYear, dayOfMonth, month) => {
    const dates = datesOf(tag);
    expect(dates.day('2026-12-02')).toBe(day);
    expect(dates.dayAndYear('2026-12-02')).toBe(dayAndYear);
    expect(dates.dayOfMonth('2026-12-02')).toBe(dayOfMonth);
    expect(dates.month('2026-12-02')).toBe(month);
  });

  it.each([
    ['en', '23–29 Nov 2026', '28 Dec 2026 – 3 Jan 2027'],
    ['en-US', 'Nov 23 – 29, 2026', 'Dec 28, 2026 – Jan 3, 2027'],
    ['de', '23.–29. Nov. 2026', '28. Dez. 2026 – 3. Jan. 2027'],
    ['de-AT', '23.–29. Nov. 2026', '28. Dez. 2026 – 3. Jän. 2027'],
    ['es', '23–29 nov 2026', '28 dic 2026 – 3 ene 2027'],
    ['ja', '2026/11/23～2026/11/29', '2026/12/28～2027/01/03'],
  ] as const)('a span in %s', (tag, week, newYear) => {
    const dates = datesOf(tag);
    expect(plain(dates.span('2026-11-23', '2026-11-29'))).toBe(week);
    expect(plain(dates.span('2026-12-28', '2027-01-03'))).toBe(newYear);
  });

  it.each([
    ['en', 0, 'Mon'],
    ['en-US', 6, 'Mon'],
    ['de', 0, 'Mo'],
    ['de-AT', 0, 'Mo'],
    ['es', 0, 'lun'],
    ['ja', 6, '月'],
  ] as const)('weeks in %s', (tag, first, monday) => {
    const { firstWeekday, weekdays } = datesOf(tag);
    expect([firstWeekday, weekdays[0], weekdays.length]).toEqual([first, monday, 7]);
  });
});
