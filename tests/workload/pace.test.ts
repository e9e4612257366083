import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Level, SKILLS, type SkillLevels } from '../../src/curriculum/vocabulary.ts';
import { roundMinutes } from '../../src/workload/constants.ts';
import { paceOf, skillFactor } from '../../src/workload/pace.ts';
import { allAt, type Levels, learnerWith, levels } from './learners.ts';

const level = fc.constantFrom(...LEVELS);

/** Pace without bridges: the certification requires nothing. */
const unbridged = (buildsOn: SkillLevels, given: Levels): number =>
  paceOf(buildsOn, learnerWith(given).skills, {}).factor;

describe('the pace of one skill', () => {
  it.each([
    [3, 3, 1],
    [2, 3, 1.2],
    [1, 3, 1.4],
    [0, 4, 1.8],
    [4, 3, 0.9],
    [4, 0, 0.6],
  ] as const)('at level %i of %i, with nothing bridged, is %d', (have, need, factor) => {
    expect(skillFactor(have, need, have)).toBeCloseTo(factor, 9);
  });

  it('is slowed by 30 % of a gap that bridges close', () => {
    expect(skillFactor(1, 3, 3)).toBeCloseTo(1 + 0.2 * 2 * 0.3, 9);
    // The bridges lead no further than level 2: the rest of the gap slows in full.
    expect(skillFactor(1, 3, 2)).toBeCloseTo(1 + 0.2 * (0.3 + 1), 9);
  });

  it('is not quickened by bridges beyond the need', () => {
    expect(skillFactor(1, 2, 4)).toBe(skillFactor(1, 2, 2));
  });

  it('never falls with a lower level', () => {
    fc.assert(
      fc.property(level, level, level, level, (one, other, need, required) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)] as [Level, Level];
        // Bridges lead to what the certification requires, whatever the learner's own level.
        expect(skillFactor(low, need, required)).toBeGreaterThanOrEqual(
          skillFactor(high, need, required),
        );
      }),
      { numRuns: 625 },
    );
  });

  it('gains by bridges and never loses', () => {
    fc.assert(
      fc.property(level, level, level, (have, need, bridged) => {
        expect(skillFactor(have, need, bridged)).toBeLessThanOrEqual(skillFactor(have, need, have));
      }),
    );
  });
});

describe('the pace of an activity', () => {
  it('is 1 where it builds on nothing', () => {
    expect(paceOf({}, learnerWith(allAt(0)).skills, {})).toEqual({ factor: 1, because: [] });
  });

  it('is the mean over the skills that it builds on', () => {
    expect(unbridged({ python: 3, iam: 3 }, { python: 2, iam: 3 })).toBeCloseTo(1.1, 9);
    expect(unbridged({ python: 3, iam: 3 }, { python: 2, iam: 4 })).toBeCloseTo(1.05, 9);
    expect(unbridged({ python: 3, iam: 3, apis: 2 }, { python: 1, iam: 3, apis: 2 })).toBeCloseTo(
      1 + 0.4 / 3,
      9,
    );
  });

  it('stays between 0.6 and 1.8 for any learner', () => {
    fc.assert(
      fc.property(levels, levels, levels, (buildsOn, given, requires) => {
        const { factor } = paceOf(buildsOn, learnerWith(given).skills, requires);
        expect(factor).toBeGreaterThanOrEqual(0.6);
        expect(factor).toBeLessThanOrEqual(1.8);
      }),
    );
  });

  it('reaches both ends', () => {
    expect(unbridged({ python: 4 }, { python: 0 })).toBeCloseTo(1.8, 9);
    expect(unbridged({ python: 0 }, { python: 4 })).toBeCloseTo(0.6, 9);
  });

  it('names each skill that is short or above, in a fixed order, and no other', () => {
    const { skills } = learnerWith({ python: 4, iam: 1, apis: 2 });
    expect(paceOf({ iam: 3, apis: 2, python: 3 }, skills, {}).because).toEqual([
      { skill: 'python', level: 4, need: 3 },
      { skill: 'iam', level: 1, need: 3 },
    ]);
  });

  it('never quickens when one given level falls', () => {
    fc.assert(
      fc.property(
        levels,
        levels,
        levels,
        fc.constantFrom(...SKILLS),
        level,
        level,
        (buildsOn, given, requires, skill, one, other) => {
          const at = (value: number) =>
            paceOf(buildsOn, learnerWith({ ...given, [skill]: value }).skills, requires).factor;
          // Sums of the same factors may differ in the last digit.
          expect(at(Math.min(one, other)) + 1e-12).toBeGreaterThanOrEqual(at(Math.max(one, other)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('planned minutes', () => {
  it.each([
    [1, 5],
    [7, 5],
    [7.5, 10],
    [12, 10],
    [62, 60],
    [63, 65],
  ])('%d are rounded to %i', (minutes, rounded) => expect(roundMinutes(minutes)).toBe(rounded));

  it('are multiples of 5, at least 5, within 2.5 of the exact figure', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 2000, noNaN: true }), (minutes) => {
        const rounded = roundMinutes(minutes);
        expect(rounded % 5).toBe(0);
        expect(Math.abs(rounded - minutes)).toBeLessThanOrEqual(2.5);
      }),
    );
  });
});
