/** A moved session: where it lands, and what is said when that breaks a rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Plan, planClock, type Session, sessionEnd } from '../../src/plan/plan.ts';
import { placeFor } from '../../src/progress/move-place.ts';
import { moveWarnings } from '../../src/progress/move-warnings.ts';
import { asOf } from '../../src/progress/state.ts';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { dateAt } from '../../src/time/wall-clock.ts';
import { samplePlan } from '../support/sample-plan.ts';

const base = samplePlan({
  certification: 'azure-ai-103',
  skills: 'python=4,apis=4,iam=4,statistics=3,ml=3,cloud-azure=3',
  when: 'mon,wed,fri 19:00-21:00; sat 09:00-13:00; sun 23:00-01:00',
  hours: 10,
  // A zone that changes its clock within the plan.
  timeZone: 'Europe/Berlin',
  start: '2027-02-15',
  exam: '2027-05-05T09:00',
  off: ['2027-03-01', '2027-03-27..2027-03-28'],
});
const clock = planClock(base);
const noon = clock.toInstant(Math.round(Date.parse('2027-02-17') / 86_400_000), 12 * 60);
const busy = { start: noon + 7 * 60 + 1440 * 2, end: noon + 8 * 60 + 1440 * 2 };
const plan: Plan = asOf({ ...base, basis: { ...base.basis, busy: [busy] } }, noon);
const open = plan.sessions.filter(({ status }) => status === 'planned');

const put = (session: Session, start: number): Plan => ({
  ...plan,
  sessions: plan.sessions.map((it) =>
    it.number === session.number ? { ...it, start, pinned: true } : it,
  ),
});

const isTime = (warning: string): boolean =>
  /outside your windows|day off|overlaps|busy/.test(warning);

describe('moved to a date', () => {
  it('lies on that day, not in the past; a slot that is called free breaks no rule of time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plan.sessions),
        fc.integer({ min: 0, max: 90 }),
        (session, ahead) => {
          const date = addDays('2027-02-17', ahead);
          let place: ReturnType<typeof placeFor>;
          try {
            place = placeFor(plan, session, { date, minute: null }, noon);
          } catch (error) {
            // Only a day that is nearly over has no place at all.
            expect(error).toBeInstanceOf(UserError);
            expect(ahead).toBe(0);
            return;
          }
          expect(place.start).toBeGreaterThanOrEqual(noon);
          const warnings = moveWarnings(put(session, place.start), session.number);
          if (place.by === 'no-slot') expect(warnings.some(isTime)).toBe(true);
          else expect(warnings.filter(isTime)).toEqual([]);
          const on = dateAt(place.start, clock);
          // A window of the evening may reach past midnight.
          expect([date, addDays(date, 1)]).toContain(on);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps its time of day on a day whose window is free, across a change of the clock', () => {
    const session = open.find(({ start }) => clock.toWallClock(start).minute === 19 * 60);
    if (!session) throw new Error('no session at 19:00');
    const alone: Plan = { ...plan, sessions: [session] };
    const place = placeFor(alone, session, { date: '2027-03-29', minute: null }, noon);
    expect(place.by).toBe('kept-time');
    expect(clock.toWallClock(place.start).minute).toBe(19 * 60);
    expect(dateAt(place.start, clock)).toBe('2027-03-29');
  });
});

describe('moved to a time', () => {
  it('is put there to the minute, whatever it breaks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...open),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 1439 }),
        (session, ahead, minute) => {
          const date = addDays('2027-02-17', ahead);
          const place = placeFor(plan, session, { date, minute }, noon);
          expect(place).toEqual({
            by: 'asked',
            start: clock.toInstant(Math.round(Date.parse(date) / 86_400_000), minute),
          });
        },
      ),
    );
  });

  const refusal = (date: CivilDate, minute: number | null): string => {
    const [session] = open;
    if (!session) throw new Error('no session');
    try {
      placeFor(plan, session, { date, minute }, noon);
    } catch (error) {
      if (error instanceof UserError) return `${error.exitCode} ${error.code}`;
      throw error;
    }
    return 'accepted';
  };

  it('in the past or far beyond the plan is refused', () => {
    expect(refusal('2027-02-16', null)).toBe('2 in-past');
    expect(refusal('2027-02-17', 12 * 60 - 1)).toBe('2 in-past');
    expect(refusal('2027-02-17', 12 * 60)).toBe('accepted');
    expect(refusal('2028-12-01', 600)).toBe('2 too-far');
  });
});

describe('the warnings', () => {
  const [first] = open;
  if (!first) throw new Error('no session');
  const warned = (session: Session, start: number): string =>
    moveWarnings(put(session, start), session.number).join('; ');

  it('say nothing of sessions where the planner put them', () => {
    const untouched = asOf(base, noon);
    for (const { number, status } of untouched.sessions) {
      if (status === 'planned')
        expect([number, moveWarnings(untouched, number)]).toEqual([number, []]);
    }
  });

  it.each([
    ['2027-02-22', 22, 'outside your windows'],
    ['2027-03-01', 19, 'Mon 1 Mar is a day off'],
    ['2027-02-19', 19, 'you are busy then (from 19:00)'],
    ['2027-05-05', 8, 'on the exam day'],
    ['2027-05-06', 19, 'after the exam'],
    ['2027-05-04', 19, 'the day before the exam'],
    ['2027-05-01', 9, 'the last five days before the exam'],
  ])('%s at %i: %s', (date, hour, text) => {
    const content = open.find(({ kind }) => kind === 'docs' || kind === 'lab' || kind === 'course');
    if (!content) throw new Error('no content');
    const day = Math.round(Date.parse(date) / 86_400_000);
    expect(warned(content, clock.toInstant(day, hour * 60))).toContain(text);
  });

  it('name what overlaps, a week that is too full, and an order that is turned round', () => {
    const other = open.find(({ number }) => number !== first.number);
    if (!other) throw new Error('one session only');
    expect(warned(first, other.start)).toContain(`overlaps with ${other.number}`);
    const waiting = open.find(({ after }) =>
      after.some((number) => open.some((it) => it.number === number)),
    );
    const before = open.find(({ number }) => waiting?.after.includes(number));
    if (!waiting || !before) throw new Error('no order');
    expect(warned(waiting, before.start - 60)).toMatch(
      new RegExp(`builds on .*\\b${before.number}\\b`),
    );
    expect(warned(before, sessionEnd(waiting))).toMatch(/build(s)? on it/);
    const full: Plan = { ...plan, learner: { ...plan.learner, minutesPerWeek: 60 } };
    expect(moveWarnings(full, first.number).join()).toMatch(/the week from .* over your 1 h/);
  });
});
