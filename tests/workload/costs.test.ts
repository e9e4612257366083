/** What a workload costs: each thing once, and what is not known by its name. */
import { describe, expect, it } from 'vitest';
import { type CostItem, costsOf, costWords } from '../../src/workload/costs.ts';

const item = (id: string, more: Partial<CostItem> = {}): CostItem => ({
  id,
  kind: 'lab',
  title: `Item ${id}`,
  waived: false,
  costUsd: 0,
  subscription: null,
  ...more,
});

const monthly = (id: string, costUsd: number | null = 29): CostItem =>
  item(id, { kind: 'practice-exam', subscription: 'aws-skill-builder', costUsd });

describe('a subscription', () => {
  it('is one month, however many items need it', () => {
    const costs = costsOf(150, [monthly('a'), monthly('b'), monthly('c')]);
    expect(costs.subscriptions).toEqual([
      { id: 'aws-skill-builder', name: 'AWS Skill Builder', usd: 29, items: ['a', 'b', 'c'] },
    ]);
    expect(costs.knownUsd).toBe(179);
    expect(costWords(costs)).toBe('179 USD: exam 150, AWS Skill Builder one month 29');
  });

  it('without a price is named as not known', () => {
    const costs = costsOf(150, [monthly('a', null)]);
    expect(costs.knownUsd).toBe(150);
    expect(costWords(costs)).toBe('about 150 USD: exam 150; AWS Skill Builder: not known');
  });
});

describe('what is not known', () => {
  it('is counted by kind, and makes the sum an "about"', () => {
    const open = [
      item('a', { costUsd: null }),
      item('b', { costUsd: null }),
      item('c', { kind: 'project', costUsd: null }),
      item('d', { costUsd: 10 }),
    ];
    const costs = costsOf(165, open);
    expect(costs.unpriced.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(costWords(costs)).toBe(
      'about 175 USD: exam 165, material 10; 2 labs, 1 project bill by use: not known',
    );
  });

  it('may be the fee itself', () => {
    expect(costWords(costsOf(null, []))).toBe('exam fee: not known');
  });
});

it('what is waived, a review or an errand costs nothing', () => {
  const costs = costsOf(0, [
    item('a', { waived: true, costUsd: 50 }),
    item('b', { kind: 'review', costUsd: null }),
    item('c', { kind: 'exam-review', costUsd: null }),
    item('d', { kind: 'logistics', costUsd: null }),
  ]);
  expect(costs).toMatchObject({ priced: [], unpriced: [], subscriptions: [], knownUsd: 0 });
  expect(costWords(costs)).toBe('nothing to pay');
});
