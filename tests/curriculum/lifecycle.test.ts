import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lifecycle } from '../../src/curriculum/curriculum.ts';
import { examLife, statusOn } from '../../src/curriculum/lifecycle.ts';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { curriculum } from '../support/curricula.ts';

const life = (
  firstExam: CivilDate | null,
  generalAvailability: CivilDate | null,
  lastExam: CivilDate | null,
): Lifecycle => ({ firstExam, generalAvailability, lastExam, note: null });

const WHOLE = life('2026-01-10', '2026-03-01', '2027-06-30');

describe('a certification with all its dates', () => {
  it.each([
    ['2026-01-09', 'announced'],
    ['2026-01-10', 'beta'],
    ['2026-02-28', 'beta'],
    ['2026-03-01', 'retiring'],
    ['2027-06-30', 'retiring'],
    ['2027-07-01', 'retired'],
  ] as const)('is on %s %s', (day, status) => expect(statusOn(WHOLE, day)).toBe(status));
});

describe('a certification with some dates unknown', () => {
  it('is active once generally available, while no last day is known', () => {
    const open = life('2026-01-10', '2026-03-01', null);
    expect(statusOn(open, '2026-02-28')).toBe('beta');
    expect(statusOn(open, '2026-03-01')).toBe('active');
    expect(statusOn(open, '2099-01-01')).toBe('active');
  });

  it('without a beta is announced until general availability', () => {
    const noBeta = life(null, '2026-03-01', null);
    expect(statusOn(noBeta, '2026-02-28')).toBe('announced');
    expect(statusOn(noBeta, '2026-03-01')).toBe('active');
  });

  it('with a first exam only is announced, then active', () => {
    const first = life('2026-01-10', null, null);
    expect(statusOn(first, '2026-01-09')).toBe('announced');
    expect(statusOn(first, '2026-01-10')).toBe('active');
  });

  it('with a last exam only is retiring, then retired', () => {
    const last = life(null, null, '2027-06-30');
    expect(statusOn(last, '2000-01-01')).toBe('retiring');
    expect(statusOn(last, '2027-06-30')).toBe('retiring');
    expect(statusOn(last, '2027-07-01')).toBe('retired');
  });

  it('without any date is active', () => {
    expect(statusOn(life(null, null, null), '2026-11-25')).toBe('active');
  });
});

describe('the days on which an exam can be sat', () => {
  it('begin with general availability, or with the beta where that is wanted', () => {
    expect(examLife(WHOLE, false)).toEqual({ first: '2026-03-01', last: '2027-06-30' });
    expect(examLife(WHOLE, true)).toEqual({ first: '2026-01-10', last: '2027-06-30' });
  });

  it('begin with the first exam where no general availability is known', () => {
    expect(examLife(life('2026-01-10', null, null), false)).toEqual({
      first: '2026-01-10',
      last: null,
    });
  });

  it('have open ends where no date is known', () => {
    expect(examLife(life(null, null, null), false)).toEqual({ first: null, last: null });
  });
});

describe('on any day', () => {
  const order = ['announced', 'beta', 'active', 'retiring', 'retired'] as const;
  const day = fc.integer({ min: 0, max: 400 }).map((more) => addDays('2026-01-01', more));
  const maybe = fc.option(day);

  it('status follows from dates only, and never goes back', () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, day, day, (first, general, last, one, other) => {
        const dates = life(first, general, last);
        const [early, late] = one <= other ? [one, other] : [other, one];
        const status = statusOn({ ...dates, note: 'words do not count' }, early);
        expect(statusOn(dates, early)).toBe(status);
        expect(order.indexOf(statusOn(dates, late))).toBeGreaterThanOrEqual(order.indexOf(status));
      }),
    );
  });

  it('retired is exactly what is behind the last exam day', () => {
    fc.assert(
      fc.property(maybe, maybe, day, day, (first, general, last, today) => {
        expect(statusOn(life(first, general, last), today) === 'retired').toBe(today > last);
      }),
    );
  });
});

describe('the built-in certifications', () => {
  it('stand on 2026-11-23 where the vendors say', () => {
    const status = (id: Parameters<typeof curriculum>[0]) =>
      statusOn(curriculum(id).lifecycle, '2026-11-23');
    expect(status('aws-mls-c01')).toBe('retired');
    expect(status('azure-ai-102')).toBe('retired');
    expect(status('aws-mla-c02')).toBe('beta');
    expect(status('azure-ai-103')).toBe('active');
  });

  it('MLA-C02 is generally available from 2027-01-14', () => {
    const { lifecycle } = curriculum('aws-mla-c02');
    expect(lifecycle.generalAvailability).toBe('2027-01-14');
    expect(statusOn(lifecycle, addDays('2027-01-14', -1))).toBe('beta');
    expect(statusOn(lifecycle, '2027-01-14')).toBe('active');
  });
});
