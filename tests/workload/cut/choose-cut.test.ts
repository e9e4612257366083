import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseCut, maximumSaving } from '../../../src/workload/cut/choose-cut.ts';
import type { CutChoice, CutItem } from '../../../src/workload/cut/cut-item.ts';
import { CERTIFICATIONS } from '../../support/curricula.ts';
import { brokenRules, sumOf } from './cut-rules.ts';
import { largeItems, smallItems } from './random-items.ts';
import { realItems } from './real-items.ts';

const idsOf = (choice: CutChoice | null): string[] | null =>
  choice?.cut.map(({ id }) => id) ?? null;

/** A share of what can be saved, from nothing to everything. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

const item = (id: string, more: Partial<CutItem> = {}): CutItem => ({
  id,
  minutes: 30,
  loss: 10,
  tasks: ['1.1'],
  kind: 'reading',
  after: [],
  ...more,
});

/** All sets that keep the rules, the empty one first. */
function allSets(items: readonly CutItem[]): CutItem[][] {
  let sets: CutItem[][] = [[]];
  for (const each of items) sets = sets.flatMap((set) => [set, [...set, each]]);
  return sets.filter((set) => brokenRules(items, new Set(set.map(({ id }) => id))).length === 0);
}

const minutesOf = (set: readonly CutItem[]): number => sumOf(set.map(({ minutes }) => minutes));
const lossOf = (set: readonly CutItem[]): number => sumOf(set.map(({ loss }) => loss));

/** The first item in which two sets differ is kept by the one that comes first. */
function byOrder(
  items: readonly CutItem[],
): (a: readonly CutItem[], b: readonly CutItem[]) => number {
  return (a, b) => {
    const differs = items.find((each) => a.includes(each) !== b.includes(each));
    return differs === undefined ? 0 : a.includes(differs) ? 1 : -1;
  };
}

function byBruteForce(items: readonly CutItem[], minutesToSave: number): string[] | null {
  const enough = allSets(items).filter((set) => minutesOf(set) >= minutesToSave);
  const least = Math.min(...enough.map(lossOf));
  const [best] = enough
    .filter((set) => lossOf(set) <= least + 1e-9)
    .sort((a, b) => minutesOf(a) - minutesOf(b) || a.length - b.length || byOrder(items)(a, b));
  return best ? best.map(({ id }) => id) : null;
}

describe('small cases by hand', () => {
  it('cuts nothing where nothing is to be saved', () => {
    const choice = chooseCut([item('a'), item('b')], 0);
    expect(choice).toEqual({ cut: [], minutes: 0, weightLost: 0 });
    expect(chooseCut([item('a'), item('b')], -30)).toEqual(choice);
    expect(chooseCut([], 0)).toEqual(choice);
  });

  it('is null where the cuts cannot save enough', () => {
    expect(maximumSaving([item('a'), item('b')])).toBe(30);
    expect(chooseCut([item('a'), item('b')], 31)).toBeNull();
    expect(chooseCut([], 5)).toBeNull();
    expect(maximumSaving([])).toBe(0);
  });

  it('keeps one reading or lab of each task; a project teaches none', () => {
    const items = [item('docs', { loss: 1 }), item('project', { kind: 'project', loss: 50 })];
    expect(idsOf(chooseCut(items, 30))).toEqual(['project']);
    expect(chooseCut(items, 60)).toBeNull();
  });

  it('cuts what comes after a cut item, along the whole chain', () => {
    const items = [
      item('first', { loss: 1 }),
      item('second', { loss: 1, after: ['first'] }),
      item('third', { loss: 40, after: ['second'] }),
      item('other', { loss: 20 }),
    ];
    expect(idsOf(chooseCut(items, 30))).toEqual(['other']);
    expect(idsOf(chooseCut(items, 90))).toEqual(['first', 'second', 'third']);
  });

  it('ignores edges to what is no candidate', () => {
    const items = [item('a', { after: ['guide'] }), item('b')];
    expect(idsOf(chooseCut(items, 30))).toEqual(['b']);
  });

  it('decides a circle of edges as one', () => {
    const items = [item('a', { after: ['b'] }), item('b', { after: ['a'] }), item('c')];
    expect(chooseCut(items, 60)).toMatchObject({ cut: [{ id: 'a' }, { id: 'b' }] });
  });

  it('keeps a reading for a lab that stays, in each of its tasks that had one', () => {
    const items = [
      item('docs-1', { loss: 1 }),
      item('docs-2', { loss: 1, tasks: ['1.2'] }),
      item('lab', { kind: 'lab', loss: 90, tasks: ['1.1', '1.2', '1.3'] }),
      item('lab-3', { kind: 'lab', loss: 95, tasks: ['1.3'] }),
    ];
    expect(idsOf(chooseCut(items, 30))).toEqual(['lab']);
  });

  it('breaks ties by fewer minutes, fewer items, then earlier items kept', () => {
    const keeper = item('keeper', { minutes: 500, loss: 99 });
    const overshoot = [item('long', { minutes: 60 }), item('short', { minutes: 35 }), keeper];
    expect(idsOf(chooseCut(overshoot, 30))).toEqual(['short']);
    const halves = [
      item('half-1', { minutes: 15, loss: 5 }),
      item('half-2', { minutes: 15, loss: 5 }),
      item('whole'),
      keeper,
    ];
    expect(idsOf(chooseCut(halves, 30))).toEqual(['whole']);
    expect(idsOf(chooseCut([item('a'), item('b'), item('c'), keeper], 60))).toEqual(['b', 'c']);
  });
});

describe('against brute force', () => {
  it('agrees to the last tie on small random cases', () => {
    fc.assert(
      fc.property(smallItems, share, (items, part) => {
        const most = Math.max(...allSets(items).map(minutesOf));
        const minutesToSave = Math.round(most * part);
        expect(maximumSaving(items)).toBe(most);
        expect(idsOf(chooseCut(items, minutesToSave))).toEqual(byBruteForce(items, minutesToSave));
        expect(chooseCut(items, most + 1)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('any case', () => {
  it('keeps the rules, saves enough, and adds up', () => {
    fc.assert(
      fc.property(largeItems, share, (items, part) => {
        const minutesToSave = Math.floor(maximumSaving(items) * part);
        const choice = chooseCut(items, minutesToSave);
        expect(brokenRules(items, new Set(idsOf(choice)))).toEqual([]);
        expect(choice?.minutes).toBeGreaterThanOrEqual(minutesToSave);
        expect(choice?.minutes).toBe(sumOf(choice?.cut.map(({ minutes }) => minutes) ?? []));
        expect(choice?.weightLost).toBeCloseTo(
          sumOf(choice?.cut.map(({ weightLost }) => weightLost) ?? []),
          9,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('loses no less when more is to be saved', () => {
    fc.assert(
      fc.property(largeItems, share, share, (items, one, other) => {
        const most = maximumSaving(items);
        const less = chooseCut(items, Math.floor(most * Math.min(one, other)));
        const more = chooseCut(items, Math.floor(most * Math.max(one, other)));
        expect(more?.weightLost).toBeGreaterThanOrEqual((less?.weightLost ?? 0) - 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(CERTIFICATIONS)('%s', (certification) => {
  const items = realItems(certification);
  let needs: number[] = [];
  let choices: (CutChoice | null)[] = [];
  beforeAll(() => {
    const most = maximumSaving(items);
    needs = Array.from({ length: 25 }, (_, step) => Math.floor((most * (step + 1)) / 25));
    choices = needs.map((minutesToSave) => chooseCut(items, minutesToSave));
  });

  it('keeps the rules and saves enough, whatever is to be saved', () => {
    choices.forEach((choice, index) => {
      expect(brokenRules(items, new Set(idsOf(choice)))).toEqual([]);
      expect(choice?.minutes).toBeGreaterThanOrEqual(needs[index] ?? 0);
    });
    expect(chooseCut(items, maximumSaving(items) + 1)).toBeNull();
  });

  it('loses no less when more is to be saved', () => {
    const lost = choices.map((choice) => choice?.weightLost ?? 0);
    expect(lost).toEqual([...lost].sort((a, b) => a - b));
  });

  it('gives the same result again', () => {
    expect(needs.map((minutesToSave) => chooseCut(items, minutesToSave))).toEqual(choices);
  });
});
