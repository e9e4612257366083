import { describe, expect, it } from 'vitest';
import { planClock } from '../../src/plan/plan.ts';
import { adherenceOf } from '../../src/progress/adherence.ts';
import type { DoneEvent, PlanEvent } from '../../src/progress/events.ts';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { dateAt, startOfDay } from '../../src/time/wall-clock.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { withEvents } from './histories.ts';

const plan = samplePlan({ certification: 'azure-ai-103' });
const clock = planClock(plan);
const dateOf = (number: number): CivilDate =>
  dateAt(plan.sessions.find((session) => session.number === number)?.start ?? 0, clock);
/** So many days after a session's date. */
const done = (number: number, late: number): DoneEvent => ({
  type: 'done',
  numbers: [number],
  on: addDays(dateOf(number), late),
  minutes: null,
  felt: null,
  from: null,
});
/** All sessions up to the date of the twentieth, and a day on which they and no others are judged. */
const numbers = plan.sessions.map(({ number }) => number).filter((n) => dateOf(n) <= dateOf(20));
const wellAfter = startOfDay(addDays(dateOf(numbers.at(-1) ?? 0), 3), clock);
const at = (events: readonly PlanEvent[], now: number) =>
  adherenceOf(withEvents(plan, events), now, clock);

describe('adherence', () => {
  it('is nine of ten before anything is due', () => {
    const { share, due } = at([], startOfDay(plan.basis.start, clock));
    expect({ share, due }).toEqual({ share: 0.9, due: 0 });
  });

  it('counts a session as on time up to two days after its slot', () => {
    for (const [late, onTime] of [
      [-1, 1],
      [0, 1],
      [2, 1],
      [3, 0],
    ] as const) {
      expect(at([done(1, late)], wellAfter).onTime).toBe(onTime);
    }
  });

  it('does not judge what may still be done in time', () => {
    const now = startOfDay(addDays(dateOf(1), 2), clock) + 1200;
    const fresh = at([], now);
    const over = at([], now + 1440);
    expect(fresh.due).toBe(0);
    expect(over.due).toBeGreaterThan(0);
  });

  it('comes near the share of the learner when many sessions were due', () => {
    const kept = numbers.filter((_, index) => index % 4 !== 0).map((number) => done(number, 0));
    const { share, due, onTime } = at(kept, wellAfter);
    expect(onTime / due).toBeCloseTo(0.75, 1);
    expect(share).toBeGreaterThan(onTime / due);
    expect(share).toBeLessThan(0.9);
  });

  it('takes a skipped session as a decision, not a miss', () => {
    const skipped: PlanEvent = { type: 'skipped', numbers, why: 'known' };
    expect(at([skipped], wellAfter).due).toBe(at([], wellAfter).due - numbers.length);
  });

  it('remembers the slots that a re-plan took away', () => {
    const replanned: PlanEvent = {
      type: 'replanned',
      base: 'event-0',
      missed: [1, 2],
      moved: [1, 2].map((number) => ({ number, start: wellAfter + 20_000 })),
      added: [],
      changed: [],
      dropped: [],
      facts: {},
    };
    const others = numbers.slice(2).map((number) => done(number, 0));
    const { due, onTime } = at([...others, replanned], wellAfter);
    expect(due - onTime).toBe(2);
  });

  it('believes that a late learner who studies as long as planned keeps the evenings', () => {
    const late = numbers.map((number) => done(number, 4));
    const { share, belief } = at(late, startOfDay(addDays(dateOf(20), 10), clock));
    expect(share).toBeLessThan(0.4);
    expect(belief.a / (belief.a + belief.b)).toBeGreaterThan(share + 0.15);
  });

  it('tells a learner who misses whole evenings from one who misses single sessions', () => {
    const due = plan.sessions.filter(({ start }) => start < wellAfter + 30_000);
    const now = wellAfter + 40_000;
    const evening = (number: number): boolean => Number(dateOf(number).slice(-2)) % 3 !== 0;
    const evenings = due
      .filter(({ number }) => evening(number))
      .map(({ number }) => done(number, 0));
    const single = due.filter((_, index) => index % 3 !== 0).map(({ number }) => done(number, 0));
    expect(at(evenings, now).likeness).toBeGreaterThan(at(single, now).likeness + 0.3);
  });
});
