import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_RANK_SKILLS,
  LEVEL_NAMES,
  LEVELS,
  type Level,
  SKILLS,
  type Skill,
} from '../../src/curriculum/vocabulary.ts';
import { completeSkills, parseSkills } from '../../src/learner/skills.ts';

const given = (text: string) => Object.fromEntries(parseSkills([text]));
const complete = (text: string) => completeSkills(parseSkills([text]));

describe('--skill', () => {
  it('reads a level by number', () => {
    expect(given('python=0,apis=1,iam=2,statistics=3,ml=4')).toEqual({
      python: 0,
      apis: 1,
      iam: 2,
      statistics: 3,
      ml: 4,
    });
  });

  it('reads a level by word, whatever the case', () => {
    expect(given('python=none,apis=aware,iam=Basic,statistics=WORKING,ml=strong')).toEqual({
      python: 0,
      apis: 1,
      iam: 2,
      statistics: 3,
      ml: 4,
    });
  });

  it('may be repeated; the last value of a skill holds', () => {
    const skills = parseSkills(['python=3,apis=basic', ' python = 1 , , ']);
    expect(Object.fromEntries(skills)).toEqual({ python: 1, apis: 2 });
  });

  it('may say nothing', () => expect(parseSkills(['', ' , ']).size).toBe(0));

  it('knows every skill of the vocabulary and every level', () => {
    for (const skill of SKILLS) {
      LEVELS.forEach((level, index) => {
        expect(parseSkills([`${skill}=${level}`]).get(skill)).toBe(level);
        expect(parseSkills([`${skill}=${LEVEL_NAMES[index]}`]).get(skill)).toBe(level);
      });
    }
  });

  it.each(['7', '-1', '5', '2.5', '1e0', 'expert', '٣', '3=4'])('refuses the level %s', (level) => {
    expect(() => parseSkills([`python=${level}`])).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'bad-level',
        message: `--skill python=${level}: "${level}" is no level`,
        hint: 'levels are 0 none, 1 aware, 2 basic, 3 working, 4 strong',
      }),
    );
  });

  it.each([
    ['pyton=3', 'python'],
    ['statistic=1', 'statistics'],
    ['cloud-awss=1', 'cloud-aws'],
    ['Python=3', 'python'],
  ])('refuses the unknown skill of %s and suggests %s', (text, skill) => {
    expect(() => parseSkills([text])).toThrow(
      expect.objectContaining({
        exitCode: 2,
        code: 'unknown-skill',
        message: expect.stringContaining(`did you mean "${skill}"?`),
        hint: expect.stringContaining(SKILLS.join(', ')),
      }),
    );
  });

  it.each(['constructor=1', '__proto__=1', 'cloud-oracle-of-delphi=2', '=2'])(
    'refuses %s',
    (text) => {
      expect(() => parseSkills([text])).toThrow(
        expect.objectContaining({ exitCode: 2, code: 'unknown-skill' }),
      );
    },
  );

  it.each(['python', 'python=', 'python= '])('refuses "%s": the level is missing', (text) => {
    expect(() => parseSkills([text])).toThrow(
      expect.objectContaining({ exitCode: 2, code: 'bad-skill' }),
    );
  });
});

describe('a skill that was not given', () => {
  it('is aware where it is of the first rank, and assumed', () => {
    const skills = complete('');
    for (const skill of FIRST_RANK_SKILLS) {
      expect(skills[skill]).toEqual({ level: 1, source: 'assumed' });
    }
  });

  it.each([
    ['python=4,statistics=2', 'ml', 1],
    ['python=2,statistics=4', 'ml', 1],
    ['python=4,statistics=4', 'ml', 3],
    ['python=0,statistics=4', 'ml', 0],
    ['iam=3', 'cloud-aws', 3],
    ['iam=2', 'cloud-azure', 2],
    ['iam=0', 'cloud-google', 0],
    ['python=3', 'notebooks', 3],
    ['python=3', 'sql-data', 2],
    ['python=0', 'sql-data', 0],
    ['statistics=3', 'math', 2],
    ['python=4', 'git-terminal', 3],
    ['ml=3', 'responsible-ai', 2],
    ['python=4,statistics=4', 'responsible-ai', 2],
    ['iam=3', 'monitoring', 2],
  ] as const)('follows from what was given: %s makes %s %i', (text, skill, level) => {
    expect(complete(text)[skill]).toEqual({ level, source: 'inferred' });
  });

  it('is assumed where all that it follows from was assumed', () => {
    const skills = complete('python=3');
    expect(skills['cloud-aws']).toEqual({ level: 1, source: 'assumed' });
    expect(skills.math).toEqual({ level: 0, source: 'assumed' });
    // One leg given is ground enough.
    expect(skills.ml).toEqual({ level: 0, source: 'inferred' });
  });

  it('does not change what was given', () => {
    const skills = complete('python=4,statistics=4,ml=1,cloud-aws=0');
    expect(skills.ml).toEqual({ level: 1, source: 'given' });
    expect(skills['cloud-aws']).toEqual({ level: 0, source: 'given' });
    expect(skills['responsible-ai']).toEqual({ level: 0, source: 'inferred' });
  });
});

describe('any set of given skills', () => {
  const level = fc.constantFrom(...LEVELS);
  const some: fc.Arbitrary<Map<Skill, Level>> = fc
    .array(fc.tuple(fc.constantFrom(...SKILLS), level), { maxLength: SKILLS.length })
    .map((pairs) => new Map(pairs));

  it('is completed to all skills, the given ones as given', () => {
    fc.assert(
      fc.property(some, (map) => {
        const skills = completeSkills(map);
        expect(Object.keys(skills).sort()).toEqual([...SKILLS].sort());
        for (const skill of SKILLS) {
          const own = map.get(skill);
          if (own === undefined) expect(skills[skill].source).not.toBe('given');
          else expect(skills[skill]).toEqual({ level: own, source: 'given' });
          expect(LEVELS).toContain(skills[skill].level);
        }
      }),
    );
  });

  it('raised in one place lowers no level anywhere', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...SKILLS), level, level, (map, skill, one, other) => {
        const [lower, higher] = one < other ? [one, other] : [other, one];
        const low = completeSkills(new Map(map).set(skill, lower));
        const high = completeSkills(new Map(map).set(skill, higher));
        for (const name of SKILLS) {
          expect(high[name].level).toBeGreaterThanOrEqual(low[name].level);
        }
      }),
      { numRuns: 500 },
    );
  });
});
