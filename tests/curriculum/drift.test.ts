/** What a newer exam version changed. */
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/curriculum/curriculum.ts';
import { type Changes, driftOf, sharedResources, tasksOf } from '../../src/curriculum/drift.ts';
import { curriculum } from '../support/curricula.ts';

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const kept = (changes: Changes<{ readonly id: string }>): string[] =>
  changes.kept.map((pair) => `${pair.before.id}→${pair.after.id}`);

describe('from AI-102 to AI-103', () => {
  const before = curriculum('azure-ai-102');
  const after = curriculum('azure-ai-103');
  const drift = driftOf(before, after);

  it('domains that kept their subject are found under their new numbers', () => {
    expect(kept(drift.domains)).toEqual(['d1→d1', 'd2→d2', 'd4→d3', 'd6→d5']);
    expect(ids(drift.domains.added)).toEqual(['d4']);
    expect(ids(drift.domains.dropped)).toEqual(['d3', 'd5']);
  });

  it('weights are compared between those, and small changes are none', () => {
    expect(ids(drift.reweighted.map(({ after: domain }) => domain))).toEqual(['d1', 'd2', 'd5']);
  });

  it('every task is kept, new or gone', () => {
    expect(kept(drift.tasks)).toEqual(['1.1→1.1', '1.3→1.3', '1.4→1.4', '2.1→2.1', '2.3→2.3']);
    expect(drift.tasks.kept.length + drift.tasks.added.length).toBe(tasksOf(after).length);
    expect(drift.tasks.kept.length + drift.tasks.dropped.length).toBe(tasksOf(before).length);
  });

  it('services are compared by name', () => {
    expect(drift.services.added).toEqual(['Foundry IQ', 'Application Insights']);
    expect(drift.services.dropped).toContain('Custom Vision');
  });

  it('material is the same by id', () => {
    expect(drift.shared.length).toBeGreaterThan(20);
    expect(drift.shared.every(({ before: id, after: same }) => id === same)).toBe(true);
  });
});

describe('from MLS-C01 to MLA-C02', () => {
  const drift = driftOf(curriculum('aws-mls-c01'), curriculum('aws-mla-c02'));

  it('hardly a task is the same, but much material is', () => {
    expect(drift.tasks.kept.length).toBeLessThan(4);
    expect(drift.shared.length).toBeGreaterThan(20);
  });
});

it('a curriculum does not drift from itself', () => {
  const same = curriculum('azure-ai-103');
  const drift = driftOf(same, same);
  expect(drift.domains.added.concat(drift.domains.dropped)).toEqual([]);
  expect(drift.tasks.added.concat(drift.tasks.dropped)).toEqual([]);
  expect(drift.reweighted).toEqual([]);
  expect(drift.services).toEqual({ added: [], dropped: [] });
});

it('practice tests are no shared material: they are taken again', () => {
  const [exam] = curriculum('azure-ai-103').activities.filter(
    ({ kind }) => kind === 'practice-exam',
  );
  const list: Activity[] = exam ? [exam] : [];
  expect(list).toHaveLength(1);
  expect(sharedResources(list, list)).toEqual([]);
});

it('an address of its own names the same material, a page of several items names none', () => {
  const [one] = curriculum('azure-ai-103').activities.filter(({ kind }) => kind === 'lab');
  const labs = (...all: [id: string, url: string][]): Activity[] =>
    one ? all.map(([id, page]) => ({ ...one, id, url: `https://example.com/${page}` })) : [];
  const old = labs(['a', 'own'], ['b', 'page'], ['c', 'page']);
  expect(sharedResources(old, labs(['x', 'own'], ['y', 'page']))).toMatchObject([
    { before: 'a', after: 'x', by: 'url' },
  ]);
  expect(sharedResources(old, labs(['x', 'own'], ['y', 'own']))).toEqual([]);
  expect(sharedResources(old, labs(['a', 'elsewhere']))).toMatchObject([{ before: 'a', by: 'id' }]);
});
