/** What a stored plan says of its exam, on any day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CertificationEntry } from '../../src/curriculum/index-entry.ts';
import { isLifeDay, lifeNotes } from '../../src/plan/life-notes.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { addDays, type CivilDate, dayNumber, isoWeekIndex } from '../../src/time/civil-date.ts';
import { dateAt, zoneClock } from '../../src/time/wall-clock.ts';
import { smallPlan } from '../documents/small-plan.ts';

const EXAM_DAY = smallPlan.exam?.date ?? '2027-04-24';

const entry = (
  id: string,
  dates: Partial<CertificationEntry['lifecycle']>,
  successors: readonly string[] = [],
): CertificationEntry => ({
  ...{ id, vendor: 'aws', name: id, examCode: id.toUpperCase(), level: 'associate' },
  lifecycle: { firstExam: null, generalAvailability: null, lastExam: null, note: null, ...dates },
  successors,
  priceUsd: null,
  betaPriceUsd: null,
});

const own = (lastExam: CivilDate | null, successors: readonly string[] = ['next-1']) =>
  entry(smallPlan.certification.id, { lastExam }, successors);
const codesOn = (day: CivilDate, newest: readonly CertificationEntry[], plan: Plan = smallPlan) =>
  lifeNotes(plan, day, newest).map(({ code }) => code);

describe('a plan whose exam lives on', () => {
  it('has nothing to say, with or without newer facts', () => {
    expect(codesOn('2027-03-25', [])).toEqual([]);
    expect(codesOn('2027-03-25', [own(null, [])])).toEqual([]);
  });

  it('says so once what follows the exam can be sat, and not before', () => {
    const next = entry('next-1', { firstExam: '2027-03-01', generalAvailability: '2027-04-01' });
    expect(codesOn('2027-03-31', [own(null), next])).toEqual([]);
    expect(codesOn('2027-04-01', [own(null), next])).toEqual(['successor-available']);
  });
});

describe('a plan whose exam ends', () => {
  const next = entry('next-1', {});

  it('before its exam day says so, by the dates as they are known today', () => {
    const [note] = lifeNotes(smallPlan, '2027-03-25', [own('2027-04-23'), next]);
    expect(note).toMatchObject({ code: 'ends-before-exam', successor: 'next-1' });
    expect(note?.message).toContain('2027-04-23');
    expect(note?.message).toContain(EXAM_DAY);
    expect(note?.next).toEqual([
      'certplan curriculum drift cloud-ai-1 next-1 --plan evenings',
      'certplan plan next-1 --from evenings',
    ]);
  });

  it('on its exam day or later is in time', () => {
    expect(codesOn('2027-03-25', [own(EXAM_DAY, [])])).toEqual([]);
  });

  it('has ended on the day after the last one', () => {
    const newest = [own('2027-04-01'), next];
    expect(codesOn('2027-04-01', newest)).toEqual(['ends-before-exam']);
    expect(codesOn('2027-04-02', newest)).toEqual(['retired']);
  });

  it('says what it knows where no newer facts are there', () => {
    const { certification } = smallPlan;
    const lifecycle = { ...certification.lifecycle, lastExam: '2027-04-01' } as const;
    const plan = { ...smallPlan, certification: { ...certification, lifecycle } };
    expect(codesOn('2027-04-02', [], plan)).toEqual(['retired']);
  });
});

it('behind the exam day nothing is said any more', () => {
  expect(codesOn(addDays(EXAM_DAY, 1), [own('2027-04-01')])).toEqual([]);
});

it('what is said depends on the day and the dates only', () => {
  const days = fc.integer({ min: 0, max: 60 }).map((more) => addDays('2027-03-10', more));
  fc.assert(
    fc.property(days, days, days, (today, last, available) => {
      const next = entry('next-1', { generalAvailability: available });
      const codes = codesOn(today, [own(last), next]);
      if (today > EXAM_DAY) expect(codes).toEqual([]);
      else if (today > last) expect(codes).toEqual(['retired']);
      else if (last < EXAM_DAY) expect(codes).toEqual(['ends-before-exam']);
      else expect(codes).toEqual(today >= available ? ['successor-available'] : []);
    }),
  );
});

describe('the day of the week on which today says it', () => {
  it('is one of each week: the first with a session, else the Monday', () => {
    const clock = zoneClock(smallPlan.learner.timeZone);
    const planned = new Set(smallPlan.sessions.map(({ start }) => dateAt(start, clock)));
    const weeks = new Map<number, CivilDate[]>();
    for (let day: CivilDate = '2027-03-15'; day < '2027-05-03'; day = addDays(day, 1)) {
      const week = isoWeekIndex(dayNumber(day));
      weeks.set(week, [...(weeks.get(week) ?? []), day]);
    }
    for (const days of weeks.values()) {
      const first = days.find((day) => planned.has(day)) ?? days[0];
      expect(days.filter((day) => isLifeDay(smallPlan, day))).toEqual([first]);
    }
  });
});
