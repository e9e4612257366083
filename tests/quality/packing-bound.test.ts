import { describe, expect, it } from 'vitest';
import { momentOffered, offerOf } from '../../scripts/quality/packing-bound.ts';
import type { Opening } from '../../src/schedule/openings.ts';

const DAY = 1440;
/** 1970-01-05, a Monday. */
const MONDAY = 4;

const terms = { sessionMinutes: 90, minutesPerWeek: 600, longSessions: [] };

const opening = (day: number, from: number, to: number): Opening => ({
  start: day * DAY + from,
  end: day * DAY + to,
  day,
  midnight: (day + 1) * DAY,
});

describe('the offer of one window', () => {
  it.each([
    [60, 60],
    [90, 90],
    [95, 90],
    [105, 95],
    [120, 110],
    [190, 180],
    [240, 220],
  ])('%i minutes offer %i in sittings of 90', (length, offer) => {
    expect(offerOf(length, terms)).toBe(offer);
  });

  it('is at least the longest session that fits', () => {
    expect(offerOf(120, { ...terms, longSessions: [120, 130] })).toBe(120);
    expect(offerOf(129, { ...terms, longSessions: [120, 130] })).toBe(120);
  });
});

describe('the moment at which the windows have offered so much', () => {
  const week = [opening(MONDAY, 600, 720), opening(MONDAY + 2, 600, 720)];

  it('comes minute by minute, the breaks at the end of a window', () => {
    expect(momentOffered(week, 30, terms)).toBe(MONDAY * DAY + 630);
    expect(momentOffered(week, 110, terms)).toBe(MONDAY * DAY + 710);
    expect(momentOffered(week, 111, terms)).toBe((MONDAY + 2) * DAY + 601);
    expect(momentOffered(week, 221, terms)).toBeNull();
  });

  it('waits for the next week once the cap is used', () => {
    const capped = { ...terms, minutesPerWeek: 150 };
    const weeks = [...week, opening(MONDAY + 7, 600, 720)];
    expect(momentOffered(weeks, 150, capped)).toBe((MONDAY + 2) * DAY + 640);
    expect(momentOffered(weeks, 151, capped)).toBe((MONDAY + 7) * DAY + 601);
  });

  it('counts what follows the midnight of Sunday in the old week, then in the new one', () => {
    const night = opening(MONDAY + 6, 1380, 1500);
    const at = (minutes: number, minutesPerWeek: number): number | null =>
      momentOffered([night], minutes, { ...terms, minutesPerWeek });
    expect(at(110, 600)).toBe((MONDAY + 7) * DAY + 50);
    expect(at(30, 30)).toBe((MONDAY + 6) * DAY + 1410);
    expect(at(31, 30)).toBe((MONDAY + 7) * DAY + 1);
    expect(at(71, 70)).toBe((MONDAY + 7) * DAY + 11);
    expect(at(110, 30)).toBeNull();
  });
});
