import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/curriculum/vocabulary.ts';
import type { DoneEvent, LoggedEvent } from '../../src/progress/events.ts';
import { drawPaces, paceBelief, paceByKind } from '../../src/progress/pace.ts';
import { randomFrom } from '../../src/progress/random.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { withEvents } from './histories.ts';

const plan = samplePlan({ certification: 'azure-ai-103' });
const docs = plan.sessions.filter(({ kind }) => kind === 'docs');

const done = (number: number, minutes: number | null): DoneEvent => ({
  type: 'done',
  numbers: [number],
  on: '2026-12-01',
  minutes,
  felt: null,
  from: null,
});
const docsDone = (count: number, ratio: number): DoneEvent[] =>
  docs.slice(0, count).map(({ number, minutes }) => done(number, minutes * ratio));

/** Mean and spread of the drawn factor of a kind. */
function drawn(state: PlanState, kind: (typeof KINDS)[number]) {
  const random = randomFrom(1);
  const belief = paceBelief(state);
  const paces = new Float64Array(KINDS.length);
  const values = Array.from({ length: 4000 }, () => {
    drawPaces(belief, random, paces);
    return Math.log(paces[KINDS.indexOf(kind)] ?? 1);
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: Math.exp(mean), spread: Math.sqrt(squares / values.length) };
}

describe('pace', () => {
  it('is not spoken of for a kind without a measured session', () => {
    expect(paceByKind(withEvents(plan, []))).toEqual({});
    const ticks = docs.slice(0, 6).map(({ number }) => done(number, null));
    expect(paceByKind(withEvents(plan, ticks))).toEqual({});
  });

  it('is drawn towards 1 until five sessions are logged', () => {
    const ratios = [1, 2, 4, 5, 8].map(
      (count) => paceByKind(withEvents(plan, docsDone(count, 2))).docs?.ratio,
    );
    expect(ratios).toEqual([1.2, 1.4, 1.8, 2, 2].map((ratio) => expect.closeTo(ratio, 6)));
  });

  it('counts the minutes of the timer', () => {
    const [session] = docs;
    if (!session) throw new Error('no docs');
    const logged: LoggedEvent = {
      type: 'logged',
      number: session.number,
      on: '2026-12-01',
      minutes: session.minutes * 3,
    };
    const state = withEvents(plan, [logged, done(session.number, null)]);
    expect(paceByKind(state).docs).toEqual({ ratio: expect.closeTo(1.4, 6), sessions: 1 });
  });

  it('forgets a session that is no longer done', () => {
    const [session] = docs;
    const number = session?.number ?? 0;
    const skipped = withEvents(plan, [
      done(number, 90),
      { type: 'skipped', numbers: [number], why: null },
    ]);
    expect(paceByKind(skipped)).toEqual({});
  });

  it('is not led astray by a slip of the keyboard', () => {
    const slip = [...docsDone(5, 1), done(docs[5]?.number ?? 0, 100_000)];
    expect(paceByKind(withEvents(plan, slip)).docs?.ratio).toBeLessThanOrEqual(10);
  });

  it('is believed to be about 1 at first, and anything from two thirds to 1.64', () => {
    const { mean, spread } = drawn(withEvents(plan, []), 'lab');
    expect(mean).toBeCloseTo(1, 1);
    expect(Math.exp(1.645 * spread)).toBeGreaterThan(1.6);
  });

  it('is known the better, the more sessions were measured; plain ticks tell little', () => {
    const spread = (events: DoneEvent[]): number => drawn(withEvents(plan, events), 'docs').spread;
    const ticks = docs.slice(0, 10).map(({ number }) => done(number, null));
    expect(spread(docsDone(10, 1.3))).toBeLessThan(spread(docsDone(3, 1.3)));
    expect(spread(docsDone(10, 1))).toBeLessThan(spread(ticks));
    expect(spread(ticks)).toBeLessThan(spread([]));
  });

  it('of one kind says something of the others', () => {
    const { mean } = drawn(withEvents(plan, docsDone(10, 1.5)), 'lab');
    expect(mean).toBeGreaterThan(1.15);
    expect(mean).toBeLessThan(1.5);
  });
});
