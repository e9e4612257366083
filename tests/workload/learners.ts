/** Learners for the workload's tests: random ones, and the personas of the design. */
import fc from 'fast-check';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import {
  CLOUD_SKILL,
  DEPTHS,
  LEVELS,
  type Level,
  SKILLS,
  type Skill,
} from '../../src/curriculum/vocabulary.ts';
import type { Learner } from '../../src/learner/learner.ts';
import { completeSkills } from '../../src/learner/skills.ts';
import { computeWorkload, type Workload } from '../../src/workload/workload.ts';
import { CERTIFICATIONS, curriculum, foundations } from '../support/curricula.ts';
import { sampleLearner } from '../support/sample-plan.ts';

const ANYONE = sampleLearner();

export type Levels = Partial<Record<Skill, Level>>;

export const learnerWith = (levels: Levels, more: Partial<Learner> = {}): Learner => ({
  ...ANYONE,
  skills: completeSkills(new Map(Object.entries(levels) as [Skill, Level][])),
  ...more,
});

/** The same level in every skill. */
export const allAt = (level: Level): Levels =>
  Object.fromEntries(SKILLS.map((skill) => [skill, level]));

export const workloadOf = (exam: Curriculum, learner: Learner): Workload =>
  computeWorkload(exam, foundations(), learner);

export const certification = fc.constantFrom(...CERTIFICATIONS);
export const depth = fc.constantFrom(...DEPTHS);
const level = fc.constantFrom(...LEVELS);

/** Any skills given, any left out. */
export const levels: fc.Arbitrary<Levels> = fc.record(
  Object.fromEntries(SKILLS.map((skill) => [skill, level])) as Record<Skill, typeof level>,
  { requiredKeys: [] },
);

export interface Planning {
  readonly exam: Curriculum;
  readonly learner: Learner;
  /** What a failed property shows, instead of the whole curriculum. */
  [fc.toStringMethod](): string;
}

/** An exam and a learner who plans for it, with some tasks known and some domains scored. */
export const planning: fc.Arbitrary<Planning> = fc
  .tuple(certification, levels, depth, fc.infiniteStream(fc.integer({ min: 0, max: 99 })))
  .map(([id, given, atDepth, dice]) => {
    const exam = curriculum(id);
    const roll = (): number => Number(dice.next().value);
    const tasks = exam.domains.flatMap((domain) => domain.tasks.map((task) => task.id));
    const scored = exam.domains.filter(() => roll() < 20).map(({ id: domain }) => [domain, roll()]);
    const more = {
      depth: atDepth,
      knownTasks: tasks.filter(() => roll() < 15),
      scoredDomains: Object.fromEntries(scored) as Record<string, number>,
    };
    return {
      exam,
      learner: learnerWith(given, more),
      [fc.toStringMethod]: () => `${id} with ${JSON.stringify({ given, ...more })}`,
    };
  });

/** python/apis/iam/statistics, ml, the vendor's cloud. */
const PERSONAS = {
  'experienced ML engineer on that cloud': [4, 3, 3, 4, 4, 3],
  'cloud expert without ML': [3, 3, 4, 1, 0, 4],
  'data scientist, little cloud': [4, 2, 1, 4, 4, 1],
  'application developer': [3, 4, 3, 1, 1, 2],
  'from scratch': [0, 0, 0, 0, 0, 0],
} as const satisfies Record<string, readonly [Level, Level, Level, Level, Level, Level]>;
export type Persona = keyof typeof PERSONAS;

export function persona(name: Persona, exam: Curriculum): Learner {
  const [python, apis, iam, statistics, ml, cloud] = PERSONAS[name];
  return learnerWith({ python, apis, iam, statistics, ml, [CLOUD_SKILL[exam.vendor]]: cloud });
}
