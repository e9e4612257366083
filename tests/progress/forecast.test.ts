import { describe, expect, it } from 'vitest';
import { planClock } from '../../src/plan/plan.ts';
import { forecastOf, simulateFinishes } from '../../src/progress/forecast.ts';
import { dayNumber } from '../../src/time/civil-date.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { createdState, doneOnTime, withEvents } from './histories.ts';
import { bell, chanceFrom, type Habits, live, stateOn } from './simulated-learner.ts';

const plan = samplePlan({ certification: 'azure-ai-103' });
const clock = planClock(plan);
const firstDay = dayNumber(plan.basis.start);
const lastDay = clock.toWallClock(plan.sessions.at(-1)?.start ?? 0).day;
const NOON = 720;
/** Fewer than the program's, for speed; the dates are the same to a day or two. */
const ROUNDS = 400;

const dateOf = (date: string | null): number =>
  date === null ? Number.POSITIVE_INFINITY : dayNumber(date as `${number}-${number}-${number}`);

describe('the forecast of a simulated learner', () => {
  /** Share of learners who are through by the dates that were forecast for them. */
  function held(learners: number): { at50: number; at85: number } {
    let at50 = 0;
    let at85 = 0;
    for (let seed = 1; seed <= learners; seed += 1) {
      const chance = chanceFrom(seed);
      const habits: Habits = {
        pace: Math.exp(0.05 + 0.25 * bell(chance)),
        kindSpread: 0.12,
        sessionSpread: 0.3,
        keeps: 0.6 + 0.35 * chance(),
        misses: chance() < 0.5 ? 'evenings' : 'sessions',
      };
      const lived = live(plan, habits, chance);
      const day = Math.round(firstDay + (lastDay - firstDay) * (0.3 + 0.4 * chance()));
      const finishes = simulateFinishes(stateOn(plan, lived, day), day * 1440 + NOON, clock, {
        seed,
        rounds: ROUNDS,
      });
      const { p50, p85 } = forecastOf(finishes, null);
      if (lived.finish <= dateOf(p50)) at50 += 1;
      if (lived.finish <= dateOf(p85)) at85 += 1;
    }
    return { at50: at50 / learners, at85: at85 / learners };
  }

  it('holds its 85 % date for 80 to 90 % of them, its even date for 40 to 65 %', () => {
    const { at50, at85 } = held(1000);
    expect(at85).toBeGreaterThan(0.8);
    expect(at85).toBeLessThan(0.9);
    expect(at50).toBeGreaterThan(0.4);
    // A date, not an instant: many are through on that very day.
    expect(at50).toBeLessThan(0.65);
  });
});

describe('the forecast', () => {
  const middle = (firstDay + Math.round((lastDay - firstDay) / 2)) * 1440 + NOON;
  const forecastAt = (
    state: ReturnType<typeof createdState>,
    now: number,
    options: Parameters<typeof simulateFinishes>[3] = {},
  ) => forecastOf(simulateFinishes(state, now, clock, options), plan.exam);

  it("does not hang on the reviews of the exam's eve: who misses them lets them be", () => {
    const last = plan.sessions.at(-1);
    if (!plan.exam || !last) throw new Error('the sample has an exam');
    const eve = dayNumber(plan.exam.date) - 1;
    const start = eve * 1440 + (last.start % 1440);
    const chance = (kind: 'review' | 'docs'): number | null => {
      const only = { ...plan, sessions: [{ ...last, kind, start }] };
      const now = start - 3 * 1440;
      return forecastOf(simulateFinishes(createdState(only), now, clock), plan.exam).chanceByExam;
    };
    expect(chance('review')).toBe(1);
    expect(chance('docs')).toBeLessThan(0.95);
  });

  it('is the same for the same seed, and nearly so for another', () => {
    const state = doneOnTime(plan, middle, 1.1);
    const one = forecastAt(state, middle);
    expect(forecastAt(state, middle)).toEqual(one);
    const other = forecastAt(state, middle, { seed: 7 });
    expect(Math.abs((other.chanceByExam ?? 0) - (one.chanceByExam ?? 1))).toBeLessThan(0.05);
  });

  it('is through later, and with less chance, the slower the sessions were', () => {
    const [quick, slow, slower] = [0.8, 1.25, 1.6].map((ratio) =>
      forecastAt(doneOnTime(plan, middle, ratio), middle),
    );
    expect(dateOf(slow?.p50 ?? null)).toBeGreaterThan(dateOf(quick?.p50 ?? null));
    expect(dateOf(slower?.p50 ?? null)).toBeGreaterThan(dateOf(slow?.p50 ?? null));
    expect(slower?.chanceByExam).toBeLessThan(quick?.chanceByExam ?? 0);
    expect(quick?.chanceByExam).toBeGreaterThan(0.9);
  });

  it('is later for a backlog than for a plan that was kept', () => {
    const kept = forecastAt(doneOnTime(plan, middle, 1), middle);
    const missedAll = forecastAt(createdState(plan), middle);
    expect(dateOf(missedAll.p85)).toBeGreaterThan(dateOf(kept.p85) + 14);
    expect(missedAll.chanceByExam).toBeLessThan(0.01);
  });

  it('is sooner with more hours a week', () => {
    const state = doneOnTime(plan, middle, 1.5);
    const terms = { ...plan.learner, minutesPerWeek: 2 * plan.learner.minutesPerWeek };
    const windows = terms.windows.map((window) => ({ ...window, to: window.to + 90 }));
    const more = forecastAt(state, middle, { terms: { ...terms, windows } });
    expect(dateOf(more.p50)).toBeLessThan(dateOf(forecastAt(state, middle).p50));
  });

  it('never ends before the last planned session, as planned sessions keep their slots', () => {
    const { days } = simulateFinishes(doneOnTime(plan, middle, 0.7), middle, clock);
    expect(days[0]?.day).toBe(lastDay);
  });

  it('keeps days off and busy times free', () => {
    const weeksOff = Array.from({ length: 60 }, (_, i) => ({
      start: (lastDay + 1 + i) * 1440,
      end: (lastDay + 2 + i) * 1440,
    }));
    const busy = { ...plan, basis: { ...plan.basis, busy: weeksOff } };
    const { days } = simulateFinishes(createdState(busy), middle, clock);
    const within = days.filter(({ day }) => day > lastDay + 1 && day <= lastDay + 59);
    expect(within).toEqual([]);
    expect(days.some(({ day }) => day > lastDay + 59)).toBe(true);
  });

  it('has no date where the windows never offer time', () => {
    const busy = {
      ...plan,
      basis: { ...plan.basis, busy: [{ start: 0, end: 200 * 365.25 * 1440 }] },
    };
    const past = (lastDay + 30) * 1440;
    expect(forecastOf(simulateFinishes(createdState(busy), past, clock), plan.exam)).toEqual({
      p50: null,
      p85: null,
      chanceByExam: 0,
    });
  });

  it('knows when all is done: on the day of the last session, and by the exam for certain', () => {
    const now = (lastDay + 1) * 1440;
    const state = doneOnTime(plan, now, 1);
    const { p50, p85, chanceByExam } = forecastAt(state, now);
    expect([dateOf(p50), dateOf(p85), chanceByExam]).toEqual([lastDay, lastDay, 1]);
  });

  it('takes off what the timer has logged of a session', () => {
    const now = (lastDay + 1) * 1440;
    const open = plan.sessions.at(-1);
    const others = plan.sessions.slice(0, -1).map(({ number }) => number);
    const done = withEvents(plan, [
      { type: 'done', numbers: others, on: '2027-01-01', minutes: null, felt: null, from: null },
    ]);
    const logged = {
      ...done,
      logged: new Map([[open?.number ?? 0, open?.minutes ?? 0]]),
    };
    const week = (state: typeof done): number =>
      simulateFinishes(state, now, clock).days.reduce(
        (sum, { day, rounds }) => sum + day * rounds,
        0,
      );
    expect(week(logged)).toBeLessThan(week(done));
  });

  it('takes less than 100 ms for a plan of 300 sessions', () => {
    const long = samplePlan();
    expect(long.sessions.length).toBeGreaterThan(280);
    const ownClock = planClock(long);
    const state = createdState(long);
    const now = Date.parse('2026-11-26T12:00:00Z') / 60_000;
    const times = Array.from({ length: 7 }, () => {
      const begun = performance.now();
      simulateFinishes(state, now, ownClock);
      return performance.now() - begun;
    });
    // The quickest: other programs share the machine.
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
