import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCut, maximumSaving } from '../../../src/workload/cut/choose-cut.ts';
import type { CutItem } from '../../../src/workload/cut/cut-item.ts';
import { CERTIFICATIONS } from '../../support/curricula.ts';
import { largeItems } from './random-items.ts';
import { realItems } from './real-items.ts';
import { leastLoss, mostMinutes } from './with-highs.ts';

/** Ours minus that of HiGHS, in per cent of the exam. */
const difference = (items: readonly CutItem[], minutesToSave: number): number =>
  (chooseCut(items, minutesToSave)?.weightLost ?? Number.NaN) - leastLoss(items, minutesToSave);

describe('as good as HiGHS', () => {
  it('on 200 random cases of 30 to 80 items', { timeout: 300_000 }, () => {
    const cases = fc.sample(fc.tuple(largeItems, fc.double({ min: 0.02, max: 1, noNaN: true })), {
      numRuns: 200,
      seed: 2026,
    });
    for (const [items, share] of cases) {
      const most = maximumSaving(items);
      expect(most).toBeCloseTo(mostMinutes(items), 6);
      expect(Math.abs(difference(items, Math.floor(most * share)))).toBeLessThan(1e-6);
    }
  });

  it.each(CERTIFICATIONS)('on %s', { timeout: 300_000 }, (certification) => {
    for (const depth of ['essential', 'standard', 'thorough'] as const) {
      const items = realItems(certification, depth);
      const most = maximumSaving(items);
      expect(most).toBeCloseTo(mostMinutes(items), 6);
      for (const share of [0.03, 0.1, 0.25, 0.4, 0.5, 0.7, 0.85, 0.95, 1]) {
        expect(Math.abs(difference(items, Math.floor(most * share)))).toBeLessThan(1e-6);
      }
    }
  });
});
