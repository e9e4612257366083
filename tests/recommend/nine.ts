/**
 * All nine certifications as one learner meets them: from the curriculum where there is one, else by the facts that
 * the cases rest on (platform, fee, validity, about so many hours).
 */
import type { Level, Skill } from '../../src/curriculum/vocabulary.ts';
import { completeSkills } from '../../src/learner/skills.ts';
import { type Candidate, candidatesFor } from '../../src/recommend/candidate.ts';
import { termFinder } from '../../src/recommend/find-terms.ts';
import { demandOf } from '../../src/recommend/postings.ts';
import { type Recommendation, rank } from '../../src/recommend/rank.ts';
import type { Platform } from '../../src/recommend/vocabulary.ts';
import { skillsOfBackground, type Wishes } from '../../src/recommend/wishes.ts';
import {
  CERTIFICATIONS,
  type CertificationId,
  curriculum,
  foundations,
} from '../support/curricula.ts';
import { KEYWORDS, SCORING } from './tables.ts';

export const TODAY = '2026-11-25';

interface Facts {
  readonly platform: Platform;
  readonly usd: number;
  readonly months: number | null;
  /** Of somebody who has some skills, and of somebody who has none. */
  readonly hours: readonly [some: number, none: number];
}

/** Only for certifications whose curriculum is not there yet. */
const FACTS: Readonly<Partial<Record<CertificationId, Facts>>> = {
  'aws-aif-c01': { platform: 'aws', usd: 100, months: 36, hours: [40, 72] },
  'aws-aip-c01': { platform: 'aws', usd: 300, months: 36, hours: [80, 160] },
  'azure-ai-901': { platform: 'azure', usd: 99, months: null, hours: [20, 45] },
  'azure-ai-300': { platform: 'azure', usd: 165, months: 12, hours: [60, 138] },
  'google-pmle': { platform: 'google', usd: 200, months: 24, hours: [110, 228] },
};

function standIn(id: string, facts: Facts, isBeginner: boolean): Candidate {
  const hours = facts.hours[isBeginner ? 1 : 0];
  return {
    id,
    name: id,
    examCode: id,
    platform: facts.platform,
    status: 'active',
    lifecycle: { firstExam: null, generalAvailability: null, lastExam: null, note: null },
    successors: [],
    replaces: [],
    validityMonths: facts.months,
    renewal: '',
    minutes: hours * 60,
    weakerFoundationsMinutes: 0,
    costs: {
      examUsd: facts.usd,
      priced: [],
      subscriptions: [],
      unpriced: [],
      knownUsd: facts.usd,
    },
  };
}

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
  const real = candidatesFor(CERTIFICATIONS.map(curriculum), foundations(), skills, TODAY);
  const isBeginner = skills.python.level === 0;
  return [
    ...real,
    ...Object.entries(FACTS)
      .filter(([id]) => !real.some((candidate) => candidate.id === id))
      .map(([id, facts]) => standIn(id, facts, isBeginner)),
  ];
}

export const recommend = (told: Told): Recommendation[] =>
  rank(nineFor(told), wishesOf(told), SCORING);
