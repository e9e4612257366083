import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bridge, Foundations } from '../../src/curriculum/foundations.ts';
import { SKILLS, VENDORS } from '../../src/curriculum/vocabulary.ts';
import { chooseBridges } from '../../src/workload/bridges.ts';
import { CERTIFICATIONS, curriculum, foundations } from '../support/curricula.ts';
import { allAt, depth, learnerWith, levels, planning, workloadOf } from './learners.ts';

const bridge = (id: string, more: Partial<Bridge> = {}): Bridge => ({
  id,
  skill: 'python',
  from: 1,
  to: 2,
  form: 'docs',
  title: id,
  url: null,
  minutes: 30,
  minutesBasis: 'estimate',
  costUsd: 0,
  role: 'core',
  vendors: null,
  overlaps: null,
  after: [],
  first: null,
  doneWhen: null,
  teardown: [],
  ...more,
});
const foundationsOf = (...bridges: readonly Bridge[]): Foundations => ({ skills: [], bridges });
const idsOf = (bridges: readonly Bridge[]): string[] => bridges.map(({ id }) => id);
const NONE: ReadonlySet<string> = new Set();

describe('bridges', () => {
  const steps = foundationsOf(
    bridge('0-1', { from: 0, to: 1 }),
    bridge('1-2', { from: 1, to: 2 }),
    bridge('2-3', { from: 2, to: 3 }),
    bridge('3-4', { from: 3, to: 4 }),
  );

  it.each([
    [0, 3, ['0-1', '1-2', '2-3']],
    [1, 3, ['1-2', '2-3']],
    [2, 3, ['2-3']],
    [3, 3, []],
    [4, 3, []],
    [2, 4, ['2-3', '3-4']],
    [0, 0, []],
  ] as const)('from level %i to a requirement of %i are %j', (have, need, expected) => {
    const { skills } = learnerWith({ python: have });
    expect(idsOf(chooseBridges(steps, skills, { python: need }, 'aws', 'standard', NONE))).toEqual(
      expected,
    );
  });

  it('are none for a skill that the certification does not require', () => {
    const { skills } = learnerWith(allAt(0));
    expect(chooseBridges(steps, skills, { iam: 3 }, 'aws', 'standard', NONE)).toEqual([]);
  });

  it('for one cloud are only for learners of that cloud', () => {
    const both = foundationsOf(
      bridge('all'),
      bridge('aws', { vendors: ['aws'] }),
      bridge('others', { vendors: ['microsoft', 'google'] }),
    );
    const { skills } = learnerWith({ python: 1 });
    const chosen = (vendor: (typeof VENDORS)[number]) =>
      idsOf(chooseBridges(both, skills, { python: 2 }, vendor, 'standard', NONE));
    expect(chosen('aws')).toEqual(['all', 'aws']);
    expect(chosen('microsoft')).toEqual(['all', 'others']);
    expect(chosen('google')).toEqual(['all', 'others']);
  });

  it('that share their content are counted once', () => {
    const pair = foundationsOf(
      bridge('kept'),
      bridge('same', { skill: 'notebooks', overlaps: 'kept' }),
    );
    const requires = { python: 2, notebooks: 2 } as const;
    const chosen = (python: 1 | 2) =>
      idsOf(
        chooseBridges(
          pair,
          learnerWith({ python, notebooks: 1 }).skills,
          requires,
          'aws',
          'standard',
          NONE,
        ),
      );
    expect(chosen(1)).toEqual(['kept']);
    // Where the other is not needed, this one is.
    expect(chosen(2)).toEqual(['same']);
  });

  it('that the exam’s own content holds are not planned twice', () => {
    const { skills } = learnerWith({ python: 1 });
    const chosen = chooseBridges(
      foundationsOf(bridge('own'), bridge('other')),
      skills,
      { python: 2 },
      'aws',
      'standard',
      new Set(['own']),
    );
    expect(idsOf(chosen)).toEqual(['other']);
  });

  it('that overlap what the exam’s own content holds are not planned twice either', () => {
    const { skills } = learnerWith({ python: 1 });
    const chosen = chooseBridges(
      foundationsOf(bridge('own'), bridge('same', { overlaps: 'own' }), bridge('other')),
      skills,
      { python: 2 },
      'aws',
      'standard',
      new Set(['own']),
    );
    expect(idsOf(chosen)).toEqual(['other']);
  });

  it('are the core material; extras come at thorough depth, alternatives never', () => {
    const roles = foundationsOf(
      bridge('core'),
      bridge('extra', { role: 'extra' }),
      bridge('alternative', { role: 'alternative' }),
    );
    const { skills } = learnerWith({ python: 1 });
    const chosen = (atDepth: 'essential' | 'standard' | 'thorough') =>
      idsOf(chooseBridges(roles, skills, { python: 2 }, 'aws', atDepth, NONE));
    expect(chosen('essential')).toEqual(['core']);
    expect(chosen('standard')).toEqual(['core']);
    expect(chosen('thorough')).toEqual(['core', 'extra']);
  });
});

describe('the real bridges of any learner', () => {
  it('are only steps between the level and the requirement, for that cloud, each once', () => {
    fc.assert(
      fc.property(
        levels,
        levels,
        fc.constantFrom(...VENDORS),
        depth,
        (given, requires, vendor, atDepth) => {
          const { skills } = learnerWith(given);
          const chosen = chooseBridges(foundations(), skills, requires, vendor, atDepth, NONE);
          for (const { skill, from, to, vendors } of chosen) {
            expect(from).toBeGreaterThanOrEqual(skills[skill].level);
            expect(to).toBeLessThanOrEqual(requires[skill] ?? 0);
            expect(vendors === null || vendors.includes(vendor)).toBe(true);
          }
          const ids = new Set(idsOf(chosen));
          expect(ids.size).toBe(chosen.length);
          expect(chosen.filter(({ overlaps }) => overlaps !== null && ids.has(overlaps))).toEqual(
            [],
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leave no step out', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...CERTIFICATIONS), (given, id) => {
        const { requires, vendor } = curriculum(id);
        const { skills } = learnerWith(given);
        const chosen = chooseBridges(foundations(), skills, requires, vendor, 'standard', NONE);
        const kept = new Set(idsOf(chosen));
        for (const skill of SKILLS) {
          for (let from = skills[skill].level; from < (requires[skill] ?? 0); from += 1) {
            const ofStep = foundations().bridges.filter(
              (candidate) => candidate.skill === skill && candidate.from === from,
            );
            // Material of the step is planned, or stands in the plan under another name.
            expect(
              ofStep.some(({ id: own, overlaps }) => kept.has(own) || kept.has(overlaps ?? '')),
              `${skill} ${from}`,
            ).toBe(true);
          }
        }
      }),
    );
  });

  it('are never also an activity of the exam', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        const ids = workloadOf(exam, learner).items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });

  it('say which step of which skill they are for, and what the learner has', () => {
    const learner = learnerWith({ ...allAt(3), statistics: 1 });
    const items = workloadOf(curriculum('aws-mls-c01'), learner).items;
    const own = items.filter(({ bridge: step }) => step?.skill === 'statistics');
    expect(own.length).toBeGreaterThan(0);
    for (const { kind, reasons, bridge: step } of own) {
      expect(kind).toBe('bridge');
      expect(reasons[0]).toBe(`bridge: statistics ${step?.from} → ${step?.to}; you have 1`);
    }
  });
});
