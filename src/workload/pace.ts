/** How much longer or shorter this learner takes than the published minutes. */
import { type Level, SKILLS, type Skill, type SkillLevels } from '../curriculum/vocabulary.ts';
import type { LearnerSkills } from '../learner/skills.ts';
import {
  FASTER_PER_LEVEL_ABOVE,
  GAP_CLOSED_BY_BRIDGES,
  PACE_LIMITS,
  SLOWER_PER_LEVEL_SHORT,
} from './constants.ts';

/**
 * Factor of one skill. Continuous and monotone: a lower level never gives a smaller factor.
 * @param need level that the activity builds on
 * @param bridgedTo level that the plan's bridges lead to; the learner's own where there are none
 */
export function skillFactor(level: Level, need: Level, bridgedTo: Level): number {
  if (level >= need) return 1 - FASTER_PER_LEVEL_ABOVE * (level - need);
  const bridged = Math.max(0, Math.min(need, bridgedTo) - level);
  const short = need - level - GAP_CLOSED_BY_BRIDGES * bridged;
  return 1 + SLOWER_PER_LEVEL_SHORT * short;
}

export interface Pace {
  readonly factor: number;
  /** Skills that are short or above, in the fixed order of skills, for the reason. */
  readonly because: readonly {
    readonly skill: Skill;
    readonly level: Level;
    readonly need: Level;
  }[];
}

/** Mean of the factors of the skills that an activity builds on, clamped; 1 where it builds on none. */
export function paceOf(buildsOn: SkillLevels, skills: LearnerSkills, requires: SkillLevels): Pace {
  const because: { skill: Skill; level: Level; need: Level }[] = [];
  let sum = 0;
  let count = 0;
  for (const skill of SKILLS) {
    const need = buildsOn[skill];
    if (need === undefined) continue;
    const { level } = skills[skill];
    sum += skillFactor(level, need, requires[skill] ?? level);
    count += 1;
    if (level !== need) because.push({ skill, level, need });
  }
  if (count === 0) return { factor: 1, because };
  const [slowest, fastest] = [PACE_LIMITS[1], PACE_LIMITS[0]];
  return { factor: Math.min(slowest, Math.max(fastest, sum / count)), because };
}
