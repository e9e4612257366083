/** What somebody who chooses a certification tells. Null: not told. */
import type { Level, Skill } from '../curriculum/vocabulary.ts';
import type { GivenSkills } from '../learner/skills.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Demand } from './postings.ts';
import type { ScoringTable } from './schema.ts';
import type { Background, Goal, Platform } from './vocabulary.ts';

export interface Wishes {
  readonly background: Background | null;
  readonly goal: Goal | null;
  readonly platform: Platform | null;
  /** Cap of study hours in a week. */
  readonly hoursPerWeek: number;
  /** First day of study. */
  readonly start: CivilDate;
  /** The day by which the exam should be passed. */
  readonly by: CivilDate | null;
  readonly budgetUsd: number | null;
  /** What job postings ask for. */
  readonly demand: Demand | null;
}

/** Skills that the background suggests where the learner gave none. */
export function skillsOfBackground(
  given: GivenSkills,
  background: Background | null,
  table: ScoringTable,
): Map<Skill, Level> {
  const suggested = new Map<Skill, Level>();
  if (background === null) return suggested;
  for (const [skill, level] of Object.entries(table['assumed-skills'][background])) {
    if (!given.has(skill as Skill)) suggested.set(skill as Skill, level);
  }
  return suggested;
}
