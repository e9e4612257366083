/** What is behind the learner is not planned again, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import { type Credit, NO_CREDIT } from '../../src/workload/credit.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import { curriculum, foundations } from '../support/curricula.ts';
import { allAt, learnerWith } from './learners.ts';

const exam = curriculum('azure-ai-103');
const learner = learnerWith({ ...allAt(3), python: 1, 'responsible-ai': 1 });
const workload = (credit: Credit) =>
  computeWorkload(exam, foundations(), learner, new Set(), credit);
const plain = workload(NO_CREDIT);
const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

describe('what is done elsewhere', () => {
  const bridges = plain.items.filter(({ kind }) => kind === 'bridge');
  const gone = ['mod-model-catalog', bridges[0]?.id ?? ''];
  const credited = workload({
    ...NO_CREDIT,
    done: Object.fromEntries(gone.map((id) => [id, 'AI-901'])),
  });

  it('is not planned again, be it an activity or a bridge', () => {
    expect(bridges.length).toBeGreaterThan(0);
    expect(ids(plain.items).filter((id) => !ids(credited.items).includes(id))).toEqual(gone);
    expect(ids(credited.items).filter((id) => !ids(plain.items).includes(id))).toEqual([]);
  });

  it('holds nothing up: what waited for it waits for what that waited for', () => {
    const known = new Set(ids(credited.items));
    for (const item of credited.items) {
      expect(item.after.filter((id) => !known.has(id))).toEqual([]);
    }
  });
});

describe('a task that another certification teaches', () => {
  const credited = workload({
    ...NO_CREDIT,
    tasks: { '4.2': { because: 'AI-901 task 2.2 teaches it', upTo: allAt(2) } },
  });
  const changed = credited.items.filter(
    (item) => item.waived && !plain.items.find(({ id }) => id === item.id)?.waived,
  );

  it('makes checks of its readings, with the reason, and leaves labs and practice as they are', () => {
    expect(changed.length).toBeGreaterThan(0);
    for (const item of changed) {
      expect(item.tasks).toEqual(['4.2']);
      expect(['docs', 'course', 'video']).toContain(item.kind);
      expect(item.reasons[0]).toBe('waived: AI-901 task 2.2 teaches it');
    }
  });

  it('keeps readings that build on more than was learned there', () => {
    const shallow = workload({
      ...NO_CREDIT,
      tasks: { '4.2': { because: 'AI-901 task 2.2 teaches it', upTo: {} } },
    });
    const waived = ({ items }: typeof plain): number => items.filter((item) => item.waived).length;
    expect(waived(shallow)).toBeLessThan(waived(credited));
  });

  it('is learned after all where a practice test was weak', () => {
    const weak = computeWorkload(
      exam,
      foundations(),
      { ...learner, scoredDomains: { d4: 55 } },
      new Set(),
      { ...NO_CREDIT, tasks: { '4.2': { because: 'AI-901 task 2.2 teaches it', upTo: allAt(2) } } },
    );
    expect(weak.waived.filter(({ reason }) => reason.includes('AI-901'))).toEqual([]);
  });
});

it('an account that is open already is not opened again', () => {
  expect(ids(plain.items)).toContain('open-account');
  const credited = workload({ ...NO_CREDIT, account: true });
  expect(ids(credited.items)).not.toContain('open-account');
  expect(credited.items.every(({ after }) => !after.includes('open-account'))).toBe(true);
});
