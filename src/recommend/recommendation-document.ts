/** The answer for programs: `certplan.recommend/1`. */
import type { GivenSkills } from '../learner/skills.ts';
import type { Recommendation } from './rank.ts';
import type { Wishes } from './wishes.ts';

/** @param planCommand the command line that makes the plan of a certification for this learner */
export function recommendationDocument(
  ranking: readonly Recommendation[],
  wishes: Wishes,
  skills: { readonly given: GivenSkills; readonly fromBackground: GivenSkills },
  warnings: readonly string[],
  planCommand: (id: string) => string,
) {
  const { background, goal, platform, hoursPerWeek, by, budgetUsd, demand } = wishes;
  return {
    schema: 'certplan.recommend/1',
    learner: {
      background,
      goal,
      platform,
      hoursPerWeek,
      by,
      budgetUsd,
      skills: Object.fromEntries(skills.given),
      assumedSkills: Object.fromEntries(skills.fromBackground),
    },
    postings: demand,
    ranking: ranking.map(({ candidate, reasons, ...rest }) => ({
      certification: candidate.id,
      score: rest.score,
      for: reasons.for,
      against: reasons.against,
      hours: rest.hours,
      weeks: rest.weeks,
      costUsd: candidate.costs.examUsd === null ? null : candidate.costs.knownUsd,
      status: candidate.status,
      name: candidate.name,
      examCode: candidate.examCode,
      points: rest.points,
      minutes: candidate.minutes,
      ready: rest.ready,
      inTime: rest.inTime,
      cost: candidate.costs,
      validityMonths: candidate.validityMonths,
      renewal: candidate.renewal,
      asked: rest.asked,
      roles: rest.roles,
      replaces: candidate.replaces.map(({ id }) => id),
      successors: candidate.successors,
      next: rest.next,
      plan: planCommand(candidate.id),
    })),
    warnings,
  };
}
