/** The curve of the overview: the memory model, day by day. */
import { describe, expect, it } from 'vitest';
import { recallOn } from '../../src/memory/memory.ts';
import { recallCurve } from '../../src/memory/recall-curve.ts';

const FROM = 20_000;

describe('expected recall', () => {
  it('is what the model says of each day, weighed', () => {
    const tasks = [
      { weight: 3, days: [FROM + 2, FROM + 2, FROM + 9, FROM + 30] },
      { weight: 1, days: [FROM - 5, FROM + 20] },
      { weight: 1, days: [] },
    ];
    const curve = recallCurve(tasks, FROM, FROM + 60);
    expect(curve).toHaveLength(61);
    curve.forEach((share, index) => {
      const day = FROM + index;
      const expected = tasks.reduce(
        (sum, { weight, days }) => sum + weight * recallOn(day, days),
        0,
      );
      expect(share).toBeCloseTo(expected / 5, 12);
    });
  });

  it('is nothing before the first learning, and never more than all', () => {
    const curve = recallCurve([{ weight: 2, days: [FROM + 3] }], FROM, FROM + 10);
    expect(curve.slice(0, 4)).toEqual([0, 0, 0, 0]);
    for (const share of curve.slice(4)) {
      expect(share).toBeGreaterThan(0.5);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('is nothing at all without tasks', () => {
    expect(recallCurve([], FROM, FROM + 2)).toEqual([0, 0, 0]);
  });
});
