/** Learners to name hours for where nobody is known. Levels as in the bands of the workload's tests. */
import { CLOUD_SKILL, type Level, type Skill, type Vendor } from '../curriculum/vocabulary.ts';
import type { Learner } from './learner.ts';
import { completeSkills } from './skills.ts';

/** python, apis, iam, statistics, ml, the vendor's cloud. */
const TYPICAL = {
  'ML engineer on this cloud': [4, 3, 3, 4, 4, 3],
  'application developer': [3, 4, 3, 1, 1, 2],
  'from scratch': [0, 0, 0, 0, 0, 0],
} as const satisfies Record<string, readonly [Level, Level, Level, Level, Level, Level]>;

export type TypicalName = keyof typeof TYPICAL;
export const TYPICAL_NAMES = Object.keys(TYPICAL) as TypicalName[];

/** At standard depth, with nothing else known. Times do not matter: hours are asked for, not a schedule. */
export function typicalLearner(name: TypicalName, vendor: Vendor): Learner {
  const [python, apis, iam, statistics, ml, cloud] = TYPICAL[name];
  const levels: readonly (readonly [Skill, Level])[] = [
    ['python', python],
    ['apis', apis],
    ['iam', iam],
    ['statistics', statistics],
    ['ml', ml],
    [CLOUD_SKILL[vendor], cloud],
  ];
  return {
    skills: completeSkills(new Map(levels)),
    knownTasks: [],
    scoredDomains: {},
    depth: 'standard',
    timeZone: 'UTC',
    minutesPerWeek: 8 * 60,
    windows: [],
    windowsChosen: true,
    sessionMinutes: 90,
    daysOff: [],
  };
}
