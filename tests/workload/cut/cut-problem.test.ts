import { describe, expect, it } from 'vitest';
import type { Domain } from '../../../src/curriculum/curriculum.ts';
import type { Kind } from '../../../src/curriculum/vocabulary.ts';
import { cutProblem } from '../../../src/workload/cut/cut-problem.ts';
import type { WorkItem } from '../../../src/workload/work-item.ts';
import { CERTIFICATIONS, curriculum } from '../../support/curricula.ts';
import { sumOf } from './cut-rules.ts';
import { realItems, workloadOf } from './real-items.ts';

const item = (id: string, kind: Kind, minutes: number, tasks: readonly string[]): WorkItem => ({
  id,
  kind,
  title: id,
  url: null,
  minutes,
  baseMinutes: minutes,
  minutesBasis: 'estimate',
  tasks,
  domain: null,
  depth: 'standard',
  after: [],
  unbroken: false,
  segments: [],
  block: 0,
  waived: false,
  first: null,
  teardown: [],
  billing: [],
  costUsd: null,
  subscription: null,
  questions: [],
  bridge: null,
  reasons: [],
});

const domain = (id: string, weight: number, tasks: readonly string[]): Domain => ({
  id,
  title: id,
  weight,
  statedWeight: weight,
  tasks: tasks.map((task) => ({ id: task, title: task, topics: [], mixWith: [], checks: [] })),
});

const domains = [domain('d1', 60, ['1.1', '1.2']), domain('d2', 40, ['2.1'])];

describe('cutProblem', () => {
  it('shares a domain evenly among its tasks, a task among its minutes', () => {
    const items = [
      item('a', 'docs', 30, ['1.1']),
      item('b', 'lab', 60, ['1.1', '1.2']),
      item('c', 'project', 20, ['2.1']),
      item('d', 'video', 60, ['2.1']),
    ];
    const problem = cutProblem(items, domains, new Map(), 'guide');
    // Task 1.1: 30 % on 30 + 30 minutes; task 1.2: 30 % on 30; task 2.1: 40 % on 80.
    expect(problem.map(({ loss }) => loss)).toEqual([15, 45, 10, 30]);
    expect(problem.map(({ kind }) => kind)).toEqual(['reading', 'lab', 'project', 'reading']);
  });

  it('gives the whole domain to the tasks that have something to cut', () => {
    const problem = cutProblem([item('a', 'course', 5, ['1.2'])], domains, new Map(), 'guide');
    expect(problem.map(({ loss }) => loss)).toEqual([60]);
  });

  it('takes what teaches, and edges among that only', () => {
    const items = [
      item('guide', 'docs', 30, ['1.1']),
      item('a', 'docs', 30, ['1.1']),
      item('b', 'lab', 30, ['1.1']),
      item('bridge', 'bridge', 30, []),
      item('questions', 'practice-questions', 30, ['1.1']),
      item('exam', 'practice-exam', 30, ['1.1']),
      item('exam-review', 'exam-review', 30, ['1.1']),
      item('account', 'logistics', 30, []),
    ];
    const after = new Map([
      ['a', ['guide', 'not-planned']],
      ['b', ['a', 'bridge']],
    ]);
    const problem = cutProblem(items, domains, after, 'guide');
    expect(problem.map(({ id, after: before }) => [id, before])).toEqual([
      ['a', []],
      ['b', ['a']],
    ]);
  });

  it.each(CERTIFICATIONS)('loses all of the exam with all of %s', (certification) => {
    for (const depth of ['essential', 'standard', 'thorough'] as const) {
      const problem = realItems(certification, depth);
      const planned = workloadOf(certification, depth).items;
      expect(sumOf(problem.map(({ loss }) => loss))).toBeCloseTo(100, 9);
      expect(problem.every(({ loss, minutes }) => loss > 0 && minutes > 0)).toBe(true);
      expect(problem.some(({ id }) => id === curriculum(certification).guide)).toBe(false);
      expect(problem.length).toBe(
        planned.filter(({ kind }) => ['docs', 'course', 'video', 'lab', 'project'].includes(kind))
          .length - 1,
      );
    }
  });
});
