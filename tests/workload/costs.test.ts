/** What a workload costs: what is known is added, what is not is named. */
import { describe, expect, it } from 'vitest';
import { costsOf, costWords } from '../../src/workload/costs.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import { curriculum, foundations } from '../support/curricula.ts';
import { allAt, learnerWith } from './learners.ts';

const item = (id: string, changes: Partial<WorkItem> = {}): WorkItem => ({
  id,
  kind: 'docs',
  title: id,
  url: null,
  minutes: 60,
  baseMinutes: 60,
  minutesBasis: 'published',
  tasks: [],
  domain: null,
  depth: 'essential',
  after: [],
  unbroken: false,
  segments: [],
  block: 0,
  waived: false,
  first: null,
  teardown: [],
  billing: [],
  costUsd: 0,
  subscription: null,
  questions: [],
  bridge: null,
  reasons: [],
  ...changes,
});
const month = (id: string, costUsd: number | null = 29) =>
  item(id, { kind: 'course', subscription: 'aws-skill-builder', costUsd });
const lab = (id: string, costUsd: number | null = null) => item(id, { kind: 'lab', costUsd });

describe('a month of a subscription', () => {
  it('is paid once, however many items need it', () => {
    const costs = costsOf(150, [month('a'), month('b'), month('c')]);
    expect(costs.knownUsd).toBe(179);
    expect(costs.subscriptions).toEqual([
      { id: 'aws-skill-builder', name: 'AWS Skill Builder', usd: 29, items: ['a', 'b', 'c'] },
    ]);
  });
  it('of another subscription is paid beside it', () => {
    const other = item('x', { subscription: 'other-school', costUsd: 10 });
    expect(costsOf(0, [month('a'), other]).knownUsd).toBe(39);
  });
  it('whose price only one item knows has that price', () => {
    expect(costsOf(0, [month('a', null), month('b')]).subscriptions[0]?.usd).toBe(29);
  });
  it('whose price nobody knows is named as not known', () => {
    expect(costWords(costsOf(150, [month('a', null)]))).toBe(
      'about 150 USD: exam 150; AWS Skill Builder: not known',
    );
  });
  it('is not paid for what is waived', () => {
    expect(costsOf(150, [{ ...month('a'), waived: true }]).knownUsd).toBe(150);
  });
});

describe('in words', () => {
  it.each<[string, string, number | null, WorkItem[]]>([
    ['all is known', '150 USD: exam 150', 150, [item('a')]],
    [
      'labs bill by use',
      'about 179 USD: exam 150, AWS Skill Builder one month 29; 2 labs bill by use: not known',
      150,
      [month('a'), lab('b'), lab('c')],
    ],
    [
      'one lab, and a course without a price',
      'about 150 USD: exam 150; 1 lab bills by use: not known; 1 course: price not known',
      150,
      [lab('a'), item('b', { kind: 'course', costUsd: null })],
    ],
    ['labs with a price', '152.50 USD: exam 150, material 2.50', 150, [lab('a', 1.5), lab('b', 1)]],
    ['the fee is not known', 'exam fee: not known', null, [item('a')]],
    ['there is nothing', 'nothing to pay', 0, [item('a')]],
  ])('where %s', (_, words, fee, items) => {
    expect(costWords(costsOf(fee, items))).toBe(words);
  });
});

it('exam reviews have no price, known or not', () => {
  expect(costsOf(150, [item('a', { kind: 'exam-review', costUsd: null })]).unpriced).toEqual([]);
});

it('MLA-C02: exam, one month of Skill Builder, and the labs that have no price by their names', () => {
  const exam = curriculum('aws-mla-c02');
  const { items } = computeWorkload(exam, foundations(), learnerWith(allAt(3)));
  const costs = costsOf(exam.exam.priceUsd, items);
  expect(costs).toMatchObject({ examUsd: 150, subscriptions: [{ usd: 29 }] });
  const sum = costs.priced.reduce((total, { usd }) => total + usd, 0);
  expect(costs.knownUsd).toBe(150 + 29 + sum);
  const labs = items.filter(
    ({ kind, costUsd, waived }) => kind === 'lab' && costUsd === null && !waived,
  );
  expect(labs.length).toBeGreaterThan(5);
  expect(costs.unpriced.filter(({ kind }) => kind === 'lab').map(({ id }) => id)).toEqual(
    labs.map(({ id }) => id),
  );
});
