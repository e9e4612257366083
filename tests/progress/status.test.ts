import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, planClock } from '../../src/plan/plan.ts';
import { adviceFor } from '../../src/progress/advice.ts';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { type Status, statusOf } from '../../src/progress/status.ts';
import { statusDocument } from '../../src/progress/status-document.ts';
import { addDays, type CivilDate, dayNumber } from '../../src/time/civil-date.ts';
import { startOfDay } from '../../src/time/wall-clock.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { createdState, doneOnTime, stored, withEvents } from './histories.ts';

const plan = samplePlan({ certification: 'azure-ai-103' });
const clock = planClock(plan);
const START = startOfDay(plan.basis.start, clock);
const noonOf = (date: CivilDate): number => startOfDay(date, clock) + 720;
const examDate = plan.exam?.date ?? '2027-03-01';
const middle = Math.round((START + noonOf(examDate)) / 2);
const doneEvent = (numbers: readonly number[], on: CivilDate): PlanEvent => ({
  type: 'done',
  numbers,
  on,
  minutes: null,
  felt: null,
  from: null,
});

describe('status', () => {
  it('begins at nothing done, with the cushion of the plan', () => {
    for (const own of [
      plan,
      samplePlan(),
      samplePlan({
        exam: '2027-08-30T09:00',
        when: 'mon-fri 06:30-08:00; sat 08:00-12:00',
        hours: 7,
      }),
      samplePlan({ off: ['2026-12-20..2027-01-03'], timeZone: 'America/New_York' }),
    ]) {
      const status = statusOf(createdState(own), Date.parse('2026-11-25T12:00:00Z') / 60_000);
      expect(status.done).toEqual({ minutes: 0, sessions: 0 });
      expect(status.planned).toEqual({
        minutes: own.feasibility.neededMinutes,
        sessions: own.sessions.length,
      });
      expect(status.cushionMinutes).toBe(own.feasibility.cushionMinutes);
      expect(status.overdue).toEqual([]);
      expect(status.next?.number).toBe(1);
      expect(status.due.minutes).toBe(0);
    }
  });

  it('keeps its cushion while the plan is kept, and loses what was not studied', () => {
    const kept = statusOf(doneOnTime(plan, middle, 1), middle);
    const nothing = statusOf(createdState(plan), middle);
    const difference = (kept.cushionMinutes ?? 0) - (nothing.cushionMinutes ?? 0);
    // What was done of this week is taken off this week's cap.
    expect(difference).toBeLessThanOrEqual(kept.done.minutes);
    expect(difference).toBeGreaterThan(kept.done.minutes - plan.learner.minutesPerWeek);
  });

  it('counts done sessions under the cap of a week as the plan does, however long they took', () => {
    const slow = statusOf(doneOnTime(plan, middle, 3), middle);
    const kept = statusOf(doneOnTime(plan, middle, 1), middle);
    expect(slow.cushionMinutes).toBe(kept.cushionMinutes);
    // All that is left has its place: it cannot be too much.
    expect(slow.cushionMinutes).toBeGreaterThanOrEqual(0);
  });

  it('holds what is done against what the plan has up to now', () => {
    const status = statusOf(doneOnTime(plan, middle, 1.2), middle);
    expect(status.done).toEqual(status.due);
    expect(status.actualMinutes).toBeGreaterThan(status.done.minutes * 1.1);
    const behind = statusOf(createdState(plan), middle);
    expect(behind.due).toEqual(status.due);
    expect(behind.overdue).toHaveLength(status.due.sessions);
  });

  it('counts domains and kinds up to the whole', () => {
    const { byKind, byDomain, planned, done } = statusOf(doneOnTime(plan, middle, 1), middle);
    const sum = (parts: readonly { done: number; planned: number }[]) =>
      parts.reduce((a, b) => ({ done: a.done + b.done, planned: a.planned + b.planned }), {
        done: 0,
        planned: 0,
      });
    expect(sum(Object.values(byKind))).toEqual({ done: done.minutes, planned: planned.minutes });
    expect(Object.keys(byDomain)).toEqual(plan.certification.domains.map(({ id }) => id));
    expect(sum(Object.values(byDomain)).planned).toBeLessThanOrEqual(planned.minutes);
  });

  it('takes what was skipped out of the need, so that 100 % can be reached', () => {
    const all = plan.sessions.map(({ number }) => number);
    const status = statusOf(
      withEvents(plan, [
        { type: 'skipped', numbers: all.slice(0, 3), why: null },
        doneEvent(all.slice(3), '2027-01-10'),
      ]),
      middle,
    );
    expect(status.done).toEqual(status.planned);
    expect(status.skipped.sessions).toBe(3);
    expect(status.next).toBeNull();
    expect(status.forecast.chanceByExam).toBe(1);
  });

  it('has no chance and no cushion where there is no exam', () => {
    const retired = samplePlan({ certification: 'azure-ai-102' });
    const status = statusOf(createdState(retired), middle);
    expect(status.cushionMinutes).toBeNull();
    expect(status.forecast.chanceByExam).toBeNull();
    expect(status.readiness.basis).toContain('no practice score yet');
  });

  it('counts the hours of each week by the days on which they were studied', () => {
    const [first] = plan.sessions;
    const on = addDays(plan.basis.start, 9);
    const { weeks } = statusOf(withEvents(plan, [doneEvent([first?.number ?? 1], on)]), middle);
    const week = weeks.find(({ done }) => done > 0);
    expect(week?.done).toBe(first?.minutes);
    expect(dayNumber(on) - dayNumber(week?.from ?? on)).toBeLessThan(7);
    expect(weeks.reduce((sum, { planned }) => sum + planned, 0)).toBe(
      plan.feasibility.neededMinutes,
    );
  });

  it('does not depend on the zone of the process', () => {
    const state = doneOnTime(plan, middle, 1.1);
    const before = process.env.TZ;
    const answers = ['UTC', 'Pacific/Apia', 'America/St_Johns'].map((zone) => {
      process.env.TZ = zone;
      const status = statusOf(state, middle);
      return JSON.stringify(statusDocument(status, adviceFor(state, status, middle)));
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(answers).size).toBe(1);
  });

  it('answers for any history at any time, with figures within their bounds', () => {
    fc.assert(
      fc.property(anyHistory, anyNow, (events, now) => {
        const state = foldEvents(events);
        if (!state) throw new Error('no plan');
        const status = statusOf(state, now);
        const document = statusDocument(status, adviceFor(state, status, now));
        expectSane(status);
        // Nothing in it is lost on the way to JSON: no NaN, no infinity, no undefined.
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });
});

function expectSane(status: Status): void {
  const { forecast, readiness, adherence, done, planned } = status;
  const shares = [
    adherence.share,
    adherence.likeness,
    forecast.chanceByExam ?? 0,
    readiness.estimate,
    readiness.low,
    readiness.high,
    readiness.score.low,
    readiness.score.estimate,
    readiness.score.high,
  ];
  for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
  expect(readiness.low).toBeLessThanOrEqual(readiness.estimate);
  expect(readiness.estimate).toBeLessThanOrEqual(readiness.high);
  expect(adherence.onTime).toBeLessThanOrEqual(adherence.due);
  expect(done.minutes).toBeLessThanOrEqual(planned.minutes);
  if (forecast.p50 !== null && forecast.p85 !== null) {
    expect(forecast.p50 <= forecast.p85).toBe(true);
  }
}

const retired = samplePlan({ certification: 'azure-ai-102', skills: 'python=4,apis=4,iam=4,ml=4' });
const anyNow = fc.integer({ min: START - 60 * 1440, max: noonOf(examDate) + 400 * 1440 });

const anyEvent = (own: Plan): fc.Arbitrary<PlanEvent> => {
  const number = fc.integer({ min: 0, max: own.sessions.length + 5 });
  const numbers = fc.uniqueArray(number, { maxLength: 40 });
  const on = fc.integer({ min: -30, max: 300 }).map((days) => addDays(own.basis.start, days));
  const minutes = fc.integer({ min: 0, max: 2000 });
  const start = fc.integer({ min: START, max: START + 500 * 1440 });
  const session = fc.constantFrom(...own.sessions);
  return fc.oneof(
    fc.record({
      type: fc.constant('done' as const),
      numbers,
      on,
      minutes: fc.option(minutes),
      felt: fc.constant(null),
      from: fc.constant(null),
    }),
    fc.record({ type: fc.constant('skipped' as const), numbers, why: fc.constant(null) }),
    fc.record({ type: fc.constant('moved' as const), number, start }),
    fc.record({ type: fc.constant('started' as const), number }),
    fc.record({ type: fc.constant('logged' as const), number, on, minutes }),
    fc.record({
      type: fc.constant('scored' as const),
      number: fc.option(number),
      activity: fc.option(
        fc.oneof(
          fc.constant('elsewhere'),
          session.map((s) => s.activity),
        ),
      ),
      on,
      percent: fc.integer({ min: 0, max: 100 }),
      domains: fc.dictionary(fc.constantFrom('d1', 'd2', 'd9'), fc.integer({ min: 0, max: 100 })),
      questions: fc.option(fc.integer({ min: 0, max: 500 })),
    }),
    fc.record({
      type: fc.constant('replanned' as const),
      base: fc.constant('event-0'),
      missed: numbers,
      moved: fc.array(fc.record({ number, start }), { maxLength: 20 }),
      added: fc.constant([]),
      changed: fc.constant([]),
      dropped: numbers,
      facts: fc.constantFrom({}, { exam: null }),
    }),
    fc.integer({ min: 1, max: 12 }).map((index) => ({
      type: 'undone' as const,
      event: `event-${index}`,
    })),
  );
};
const anyHistory: fc.Arbitrary<StoredEvent[]> = fc
  .constantFrom(plan, retired)
  .chain((own) =>
    fc
      .tuple(fc.array(anyEvent(own), { maxLength: 12 }), fc.constantFrom('[]', 'no json', '{}'))
      .map(([events, activities]) => stored(own, events, activities)),
  );

describe('the next step', () => {
  const advice = (state: PlanState, now: number) => adviceFor(state, statusOf(state, now), now);

  it('is the day itself, before anything is logged and while all goes well', () => {
    expect(advice(createdState(plan), START)).toEqual({ kind: 'today' });
    expect(advice(doneOnTime(plan, middle, 0.9), middle)).toEqual({ kind: 'today' });
  });

  it('is a re-plan when slots of earlier days passed undone', () => {
    expect(advice(createdState(plan), middle)).toEqual({ kind: 'replan' });
  });

  it('is a tick when only slots of today have passed', () => {
    const [first] = plan.sessions;
    const now = (first?.start ?? 0) + (first?.minutes ?? 0);
    expect(advice(createdState(plan), now)).toEqual({ kind: 'tick', numbers: [1] });
  });

  it('is nothing when all is done', () => {
    const all = doneEvent(
      plan.sessions.map(({ number }) => number),
      '2027-01-10',
    );
    expect(advice(withEvents(plan, [all]), middle)).toEqual({ kind: 'through' });
  });

  it('is the least hours a week that reach a chance of 80 %, for who is slow', () => {
    const state = doneOnTime(plan, middle, 1.3);
    const found = advice(state, middle);
    expect(found.kind).toBe('hours');
    if (found.kind !== 'hours') return;
    expect(found.chance).toBeGreaterThanOrEqual(0.8);
    expect(found.hours).toBeGreaterThan(plan.learner.minutesPerWeek / 60);
    expect((found.hours * 2) % 1).toBe(0);
  });

  it('is a later exam day where more hours cannot help', () => {
    const late = noonOf(addDays(examDate, -8));
    const state = doneOnTime(plan, late, 3);
    const fixed = {
      ...state,
      plan: { ...state.plan, learner: { ...plan.learner, windowsChosen: false } },
    };
    const found = advice(fixed, late);
    expect(found.kind).toBe('exam');
    if (found.kind !== 'exam') return;
    expect(found.date > examDate).toBe(true);
    expect(found.chance).toBeGreaterThanOrEqual(0.85);
  });
});
