/** All nine certifications as one learner meets them. */
import type { Level, Skill } from '../../src/curriculum/vocabulary.ts';
import { completeSkills } from '../../src/learner/skills.ts';
import { type Candidate, candidatesFor } from '../../src/recommend/candidate.ts';
import { termFinder } from '../../src/recommend/find-terms.ts';
import { demandOf } from '../../src/recommend/postings.ts';
import { type Recommendation, rank } from '../../src/recommend/rank.ts';
import { skillsOfBackground, type Wishes } from '../../src/recommend/wishes.ts';
import { CERTIFICATIONS, curriculum, foundations } from '../support/curricula.ts';
import { KEYWORDS, SCORING } from './tables.ts';

export const TODAY = '2026-11-25';

export interface Told extends Partial<Omit<Wishes, 'demand' | 'start'>> {
  readonly skills?: Readonly<Partial<Record<Skill, Level>>>;
  /** Texts of job postings. */
  readonly jobs?: readonly string[];
}

export function wishesOf({ skills: _skills, jobs, ...told }: Told): Wishes {
  return {
    background: null,
    goal: null,
    platform: null,
    hoursPerWeek: 8,
    by: null,
    budgetUsd: null,
    ...told,
    start: '2026-11-26',
    demand: jobs === undefined ? null : demandOf(jobs, termFinder(KEYWORDS)),
  };
}

export function nineFor(told: Told): Candidate[] {
  const given = new Map(Object.entries(told.skills ?? {})) as Map<Skill, Level>;
  const assumed = skillsOfBackground(given, told.background ?? null, SCORING);
  const skills = completeSkills(new Map([...given, ...assumed]));
  return candidatesFor(CERTIFICATIONS.map(curriculum), foundations(), skills, TODAY);
}

export const recommend = (told: Told): Recommendation[] =>
  rank(nineFor(told), wishesOf(told), SCORING);
