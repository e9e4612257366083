/** Material that teaches what the learner has already becomes a short check. */
import type { Activity, Domain } from '../curriculum/curriculum.ts';
import { isReading, LEVEL_NAMES, SKILLS } from '../curriculum/vocabulary.ts';
import type { StudyProfile } from '../learner/learner.ts';
import {
  CHECK_MINUTES_LONG,
  CHECK_MINUTES_SHORT,
  LONG_MATERIAL_MINUTES,
  SCORE_THAT_REOPENS,
  SCORE_THAT_WAIVES,
} from './constants.ts';
import type { Credit } from './credit.ts';

/** Why this activity is waived for this learner, or null when it is not. */
export function waiverReason(
  activity: Activity,
  learner: StudyProfile,
  domains: readonly Domain[],
  credited: Credit['tasks'] = {},
): string | null {
  if (!isReading(activity.kind) && activity.kind !== 'lab') return null;

  const scored = activity.tasks.map((task) => {
    const domain = domains.find((candidate) => candidate.tasks.some(({ id }) => id === task));
    return domain ? learner.scoredDomains[domain.id] : undefined;
  });
  // A weak score weighs more than what somebody believes to know.
  if (scored.some((percent) => percent !== undefined && percent < SCORE_THAT_REOPENS)) return null;

  const taught = SKILLS.flatMap((skill) => {
    const level = activity.teaches[skill];
    return level === undefined ? [] : [{ skill, level }];
  });
  if (
    taught.length > 0 &&
    taught.every(({ skill, level }) => learner.skills[skill].level >= level)
  ) {
    const has = taught.map(({ skill }) => {
      const { level, source } = learner.skills[skill];
      return `${skill} ${level} (${LEVEL_NAMES[level]}${source === 'given' ? '' : `, ${source}`})`;
    });
    return `waived: it teaches what you have, ${has.join(', ')}`;
  }

  const known = new Set(learner.knownTasks);
  if (known.size > 0 && activity.tasks.every((task) => known.has(task))) {
    return `waived: you know ${activity.tasks.join(', ')}`;
  }

  // Reading the same matter twice teaches little; doing it with another vendor's, or a newer, tool does.
  if (isReading(activity.kind)) {
    const known = activity.tasks.flatMap((task) => credited[task] ?? []);
    const isDeeper = SKILLS.some((skill) =>
      known.some(({ upTo }) => (activity.buildsOn[skill] ?? 0) > (upTo[skill] ?? 0)),
    );
    if (known.length === activity.tasks.length && !isDeeper) {
      return `waived: ${[...new Set(known.map(({ because }) => because))].join('; ')}`;
    }
  }

  if (scored.every((percent) => percent !== undefined && percent >= SCORE_THAT_WAIVES)) {
    return `waived: you scored ${Math.min(...scored.map((percent) => percent ?? 0))} % there before`;
  }
  return null;
}

/** A check never takes longer than the material itself would. */
export const checkMinutes = (plannedMinutes: number): number =>
  Math.min(
    plannedMinutes,
    plannedMinutes > LONG_MATERIAL_MINUTES ? CHECK_MINUTES_LONG : CHECK_MINUTES_SHORT,
  );
