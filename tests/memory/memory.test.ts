import { describe, expect, it } from 'vitest';
import { firstMemory, recallAfter, recallOn, strengthened } from '../../src/memory/memory.ts';

describe('forgetting by FSRS-6 with default weights', () => {
  it('starts with the published stability of a first "good"', () => {
    expect(firstMemory().stability).toBeCloseTo(2.3065, 4);
  });

  it('is 90 % when as many days have passed as the stability says', () => {
    const memory = firstMemory();
    expect(recallAfter(memory, memory.stability)).toBeCloseTo(0.9, 6);
  });

  it.each([
    { exam: 28, returns: [], recall: 0.67 },
    { exam: 28, returns: [7], recall: 0.9 },
    { exam: 28, returns: [14], recall: 0.94 },
    { exam: 28, returns: [7, 21], recall: 0.985 },
    { exam: 56, returns: [], recall: 0.61 },
    { exam: 56, returns: [14, 42], recall: 0.98 },
  ])('gives $recall on day $exam after returns on $returns, as computed elsewhere', (row) => {
    expect(recallOn(row.exam, [0, ...row.returns])).toBeCloseTo(row.recall, 2);
  });

  it('counts several meetings on one day once', () => {
    expect(recallOn(30, [0, 7, 7, 7])).toBe(recallOn(30, [0, 7]));
  });

  it('passes over what lies on the day itself or later', () => {
    expect(recallOn(10, [0, 10, 20])).toBe(recallOn(10, [0]));
  });

  it('is nothing for what was never learned', () => {
    expect(recallOn(10, [])).toBe(0);
  });

  it('grows stronger by a later return than by an early one', () => {
    const soon = strengthened(firstMemory(), 1);
    const later = strengthened(firstMemory(), 10);
    expect(later.stability).toBeGreaterThan(soon.stability);
  });
});
