import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../scripts/quality/recall-cases.ts';
import { SHARE_OF_BEST, smallCases } from '../../scripts/quality/recall-figure.ts';

describe('reviews of small cases against every other way to assign them', () => {
  const cases = smallCases(400);

  it('reviews nothing before it is learned, or twice on a day', () => {
    expect(cases.filter(({ each, assigned }) => !isAllowed(each, assigned))).toEqual([]);
  });

  it('reaches at least 98 % of the best expected recall in every case', () => {
    expect(Math.min(...cases.map(({ share }) => share))).toBeGreaterThanOrEqual(SHARE_OF_BEST);
  });
});
