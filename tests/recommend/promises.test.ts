/** What the ranking promises for any learner. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_RANK_SKILLS, LEVELS } from '../../src/curriculum/vocabulary.ts';
import type { Candidate } from '../../src/recommend/candidate.ts';
import { PARTS } from '../../src/recommend/points.ts';
import { rank } from '../../src/recommend/rank.ts';
import { BACKGROUNDS, GOALS, PLATFORMS } from '../../src/recommend/vocabulary.ts';
import { addDays } from '../../src/time/civil-date.ts';
import { CERTIFICATIONS } from '../support/curricula.ts';
import { nineFor, recommend, TODAY, type Told, wishesOf } from './nine.ts';
import { SCORING } from './tables.ts';

const POSTINGS = [
  'Python, SQL, Amazon SageMaker, Glue and Athena on AWS',
  'Azure OpenAI, chatbots, REST APIs',
  'BigQuery and Vertex AI on GCP, MLOps',
  'Nothing of all this.',
];

/** Anything that can be told but skills: those cost a workload each. */
const told = fc.record(
  {
    background: fc.constantFrom(...BACKGROUNDS),
    goal: fc.constantFrom(...GOALS),
    platform: fc.constantFrom(...PLATFORMS),
    hoursPerWeek: fc.constantFrom(1, 4, 8, 20, 60),
    by: fc.integer({ min: 1, max: 700 }).map((days) => addDays(TODAY, days)),
    budgetUsd: fc.integer({ min: 0, max: 500 }),
    jobs: fc.subarray(POSTINGS, { minLength: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Told>;

let pools: readonly (readonly Candidate[])[] = [];
beforeAll(() => {
  pools = [
    nineFor({}),
    nineFor({ background: 'none' }),
    nineFor({ skills: { python: 4, apis: 4, iam: 4, statistics: 4 } }),
  ];
});
const ids = (ranking: ReturnType<typeof rank>): string[] =>
  ranking.map(({ candidate }) => candidate.id);

describe('for any learner', () => {
  const always = (check: (candidates: readonly Candidate[], given: Told) => void): void => {
    fc.assert(
      fc.property(fc.nat(2), told, (index, given) => check(pools[index] ?? [], given)),
      { numRuns: 300 },
    );
  };

  it('all nine are ranked, each once, best first, with scores from 0 to 100', () => {
    always((candidates, given) => {
      const ranking = rank(candidates, wishesOf(given), SCORING);
      expect(new Set(ids(ranking)).size).toBe(9);
      const scores = ranking.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) {
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }
    });
  });

  it('a retired exam comes after all others, and names what took its place', () => {
    always((candidates, given) => {
      const ranking = rank(candidates, wishesOf(given), SCORING);
      expect(ranking.slice(-2).map(({ candidate }) => candidate.status)).toEqual([
        'retired',
        'retired',
      ]);
      for (const { candidate, reasons } of ranking.slice(-2)) {
        expect(reasons.against[0]).toMatch(/^retired: .* took its place$/);
        expect(reasons.against[0]).toContain(candidate.successors[0]);
      }
    });
  });

  it('naming a platform never lowers the rank of its certifications', () => {
    always((candidates, { platform: _, ...given }) => {
      const before = ids(rank(candidates, wishesOf(given), SCORING));
      for (const platform of PLATFORMS) {
        const after = rank(candidates, wishesOf({ ...given, platform }), SCORING);
        after.forEach(({ candidate }, place) => {
          if (candidate.platform === platform) {
            expect(place).toBeLessThanOrEqual(before.indexOf(candidate.id));
          }
        });
      }
    });
  });

  it('a higher budget, a later day or more hours never lower a score', () => {
    always((candidates, given) => {
      const budgetUsd = given.budgetUsd ?? 100;
      const by = given.by ?? addDays(TODAY, 100);
      const hoursPerWeek = given.hoursPerWeek ?? 8;
      const less = { ...given, budgetUsd, by, hoursPerWeek };
      const scoresOf = (more: Partial<Told>) =>
        new Map(
          rank(candidates, wishesOf({ ...less, ...more }), SCORING).map(
            ({ candidate, score }) => [candidate.id, score] as const,
          ),
        );
      const before = scoresOf({});
      for (const more of [
        { budgetUsd: budgetUsd + 150 },
        { by: addDays(by, 60) },
        { hoursPerWeek: Math.min(60, hoursPerWeek * 2) },
      ]) {
        const after = scoresOf(more);
        for (const [id, score] of before) expect(after.get(id)).toBeGreaterThanOrEqual(score);
      }
    });
  });

  it('the same words give the same answer', () => {
    always((candidates, given) => {
      const once = rank(candidates, wishesOf(given), SCORING);
      expect(rank([...candidates].reverse(), wishesOf(given), SCORING)).toEqual(once);
    });
  });

  it('points add up to the score', () => {
    always((candidates, given) => {
      for (const { candidate, points, score } of rank(candidates, wishesOf(given), SCORING)) {
        const sum = PARTS.reduce((total, part) => total + points[part], 0);
        if (candidate.status !== 'retired') expect(score).toBe(Math.min(100, Math.max(0, sum)));
      }
    });
  });
});

describe('the four rows of the decision table', () => {
  const ROWS = {
    'data-science': 'aws-mla-c02',
    'app-development': 'azure-ai-103',
    'ml-operations': 'aws-mla-c02',
    'ai-services': 'azure-ai-103',
  } as const;

  it('hold whatever the four first skills are', () => {
    const level = fc.constantFrom(...LEVELS);
    const skills = fc.record(
      Object.fromEntries(FIRST_RANK_SKILLS.map((skill) => [skill, level])),
    ) as fc.Arbitrary<NonNullable<Told['skills']>>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ROWS)), skills, (name, given) => {
        const background = name as keyof typeof ROWS;
        expect(recommend({ background, skills: given })[0]?.candidate.id).toBe(ROWS[background]);
      }),
      { numRuns: 40 },
    );
  });
});

it('every certification that is built in has a row in the scoring table', () => {
  for (const id of CERTIFICATIONS) expect(SCORING.certifications).toHaveProperty(id);
});
