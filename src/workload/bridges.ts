/** Which bridges this learner needs for this certification. */
import type { Bridge, Foundations } from '../curriculum/foundations.ts';
import { type Depth, SKILLS, type SkillLevels, type Vendor } from '../curriculum/vocabulary.ts';
import type { LearnerSkills } from '../learner/skills.ts';

/**
 * Every step from the learner's level up to what the certification requires, skill by skill.
 * Core material and exercises; extras too at thorough depth. Material that shares its content with
 * another planned bridge is counted once.
 */
export function chooseBridges(
  foundations: Foundations,
  skills: LearnerSkills,
  requires: SkillLevels,
  vendor: Vendor,
  depth: Depth,
  /** Ids of the planned activities: what the exam's own content has already is not planned twice. */
  plannedActivities: ReadonlySet<string>,
): Bridge[] {
  const chosen = foundations.bridges.filter((bridge) => {
    const required = requires[bridge.skill] ?? 0;
    return (
      bridge.from >= skills[bridge.skill].level &&
      bridge.to <= required &&
      !plannedActivities.has(bridge.id) &&
      (bridge.vendors === null || bridge.vendors.includes(vendor)) &&
      (bridge.role === 'core' || (bridge.role === 'extra' && depth === 'thorough'))
    );
  });
  const ids = new Set([...plannedActivities, ...chosen.map((bridge) => bridge.id)]);
  return chosen
    .filter((bridge) => bridge.overlaps === null || !ids.has(bridge.overlaps))
    .sort((a, b) => SKILLS.indexOf(a.skill) - SKILLS.indexOf(b.skill) || a.from - b.from);
}
