import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredMinutes } from '../../src/learner/window-offer.ts';
import {
  type Candidate,
  planWindow,
  type Step,
  type WindowTerms,
} from '../../src/schedule/window-plan.ts';

const fresh: WindowTerms = {
  window: 120,
  border: null,
  used: 0,
  pause: 0,
  cap: 600,
  capAlone: 600,
  sessionMinutes: 90,
  even: 55,
  breakFirst: false,
};

const part = (minutes: number): Candidate => ({
  minutes,
  cuttable: true,
  alone: false,
  waitsFor: [],
});
const uncut = (minutes: number): Candidate => ({ ...part(minutes), cuttable: false });
const alone = (minutes: number): Candidate => ({ ...uncut(minutes), alone: true });

const given = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (typeof step === 'string' ? 0 : step.minutes), 0);

describe('the rest of a window', () => {
  it('is shared out evenly where one item could fill it', () => {
    expect(planWindow([part(300)], fresh)).toEqual([
      { candidate: 0, minutes: 55 },
      'break',
      { candidate: 0, minutes: 55 },
    ]);
  });

  it('ends its first sitting where the second one can be filled', () => {
    // 40 + 15 would leave 55 minutes to a single item of 50.
    expect(given(planWindow([uncut(40), uncut(15), uncut(50), uncut(20)], fresh))).toBe(110);
    expect(given(planWindow([uncut(40), uncut(15), uncut(50)], fresh))).toBe(105);
  });

  it('takes the best that there is where nothing fills it', () => {
    expect(planWindow([uncut(100)], { ...fresh, sessionMinutes: 100, window: 95 })).toEqual([]);
    expect(planWindow([uncut(35)], { ...fresh, window: 40 })).toEqual([
      { candidate: 0, minutes: 35 },
    ]);
  });

  it('gives what is alone a sitting of its own', () => {
    expect(planWindow([alone(100), uncut(10)], fresh)).toEqual([
      { candidate: 0, minutes: 100 },
      'break',
      { candidate: 1, minutes: 10 },
    ]);
  });

  it('breaks first where the best candidate needs a new sitting', () => {
    const steps = planWindow([uncut(60), part(200)], {
      ...fresh,
      used: 40,
      pause: 10,
      window: 100,
      breakFirst: true,
    });
    expect(steps.slice(0, 2)).toEqual(['break', { candidate: 0, minutes: 60 }]);
  });

  it('knows what waits for another candidate', () => {
    const steps = planWindow([uncut(30), { ...uncut(60), waitsFor: [2] }, uncut(20)], fresh);
    expect(given(steps)).toBe(110);
    const order = steps.flatMap((step) => (typeof step === 'string' ? [] : [step.candidate]));
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(1));
  });

  it('keeps sessions within one of two windows that touch, and sittings across both', () => {
    const touching = { ...fresh, border: 60 };
    expect(planWindow([uncut(60), uncut(50)], touching)).toEqual([
      { candidate: 0, minutes: 60 },
      'break',
      { candidate: 1, minutes: 50 },
    ]);
    expect(planWindow([uncut(50), uncut(55)], touching)).toEqual([
      { candidate: 0, minutes: 50 },
      'break',
      { candidate: 1, minutes: 55 },
    ]);
    expect(planWindow([uncut(55), uncut(30)], { ...touching, border: 57, window: 90 })).toEqual([
      { candidate: 0, minutes: 55 },
      'border',
      { candidate: 1, minutes: 30 },
    ]);
  });

  it('ends with the cap', () => {
    expect(given(planWindow([uncut(45), part(60), uncut(30)], { ...fresh, cap: 70 }))).toBe(70);
  });
});

const candidates = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 24 }).map((fifth) => fifth * 5),
    cuttable: fc.boolean(),
    alone: fc.constant(false),
    waitsFor: fc.constant([]),
  }),
  { maxLength: 8 },
);
const terms = fc
  .record({
    window: fc.integer({ min: 2, max: 48 }).map((fifth) => fifth * 5),
    sessionMinutes: fc.integer({ min: 8, max: 30 }).map((fifth) => fifth * 5),
    cap: fc.integer({ min: 0, max: 60 }).map((fifth) => fifth * 5),
  })
  .map((some): WindowTerms => ({ ...fresh, ...some, capAlone: some.cap, even: 40 }));

describe('any plan of a window', () => {
  it('keeps window, sittings, cap and the shortest part, and never beats the offer', () => {
    fc.assert(
      fc.property(candidates, terms, (some, limits) => {
        const left = some.map(({ minutes }) => minutes);
        let at = 0;
        let sitting = 0;
        const steps = planWindow(some, limits);
        for (const step of steps) {
          if (typeof step === 'string') {
            at += 10;
            sitting = 0;
            continue;
          }
          const { candidate, minutes } = step;
          left[candidate] = (left[candidate] ?? 0) - minutes;
          at += minutes;
          sitting += minutes;
          expect(sitting).toBeLessThanOrEqual(limits.sessionMinutes);
          if (minutes < (some[candidate]?.minutes ?? 0)) {
            expect(some[candidate]?.cuttable).toBe(true);
            expect(minutes).toBeGreaterThanOrEqual(20);
          }
        }
        expect(at).toBeLessThanOrEqual(limits.window);
        for (const [index, minutes] of left.entries()) {
          expect(minutes === 0 || minutes === some[index]?.minutes || minutes >= 20).toBe(true);
        }
        expect(given(steps)).toBeLessThanOrEqual(
          Math.min(limits.cap, offeredMinutes(limits.window, limits.sessionMinutes)),
        );
      }),
    );
  });
});
