/** Can it be done by a day? Minutes against weeks, and the exam's own life. */
import { describe, expect, it } from 'vitest';
import type { Lifecycle } from '../../src/curriculum/curriculum.ts';
import type { Status } from '../../src/curriculum/lifecycle.ts';
import type { Candidate } from '../../src/recommend/candidate.ts';
import { inTime, readyOn } from '../../src/recommend/in-time.ts';
import type { CivilDate } from '../../src/time/civil-date.ts';
import { nineFor, wishesOf } from './nine.ts';

const [some] = nineFor({});
const NO_END: Lifecycle = {
  firstExam: null,
  generalAvailability: null,
  lastExam: null,
  note: null,
};

/** 80 hours of work from Thu 26 Nov 2026 on, 8 hours a week: ten weeks, to 4 Feb 2027. */
function verdict(by: CivilDate | null, life: Partial<Lifecycle> = {}, status: Status = 'active') {
  if (!some) throw new Error('no candidate');
  const candidate: Candidate = {
    ...some,
    minutes: 80 * 60,
    lifecycle: { ...NO_END, ...life },
    status,
  };
  return inTime(candidate, wishesOf({ by }));
}

describe('by a day', () => {
  it('after the hours and a tenth more, it fits', () => expect(verdict('2027-02-11')).toBe('fits'));
  it('after the hours, but hardly, it is tight', () => expect(verdict('2027-02-10')).toBe('tight'));
  it('on the day when they end, it is tight', () => expect(verdict('2027-02-04')).toBe('tight'));
  it('a day earlier, it is too late', () => expect(verdict('2027-02-03')).toBe('too-late'));
  it('on which the exam is in beta, there is the beta only', () => {
    expect(verdict('2027-03-01', { generalAvailability: '2027-04-01' }, 'beta')).toBe('too-late');
    const life = { firstExam: '2026-09-29', generalAvailability: '2027-04-01' } as const;
    expect(verdict('2027-03-01', life, 'beta')).toBe('beta-only');
    expect(verdict('2027-04-01', life, 'beta')).toBe('fits');
  });
});

describe('without a day', () => {
  it('nothing is too late', () => expect(verdict(null)).toBeNull());
  it('the last exam day counts', () => {
    expect(verdict(null, { lastExam: '2027-01-31' }, 'retiring')).toBe('too-late');
    expect(verdict(null, { lastExam: '2027-06-30' }, 'retiring')).toBe('fits');
  });
});

it('a retired exam is neither in time nor late', () => {
  expect(verdict('2027-06-01', { lastExam: '2026-03-31' }, 'retired')).toBeNull();
});

it('the day on which the hours are through is counted from the start, in whole days', () => {
  expect(readyOn(80 * 60, wishesOf({}))).toBe('2027-02-04');
  expect(readyOn(60, wishesOf({ hoursPerWeek: 60 }))).toBe('2026-11-27');
});
