/** Ranks the certifications that are known here, for `recommend` and for those who are not sure yet. */
import type { Level, Skill } from '../curriculum/vocabulary.ts';
import { completeSkills, type GivenSkills } from '../learner/skills.ts';
import { candidatesFor } from '../recommend/candidate.ts';
import { type Recommendation, rank } from '../recommend/rank.ts';
import { skillsOfBackground, type Wishes } from '../recommend/wishes.ts';
import type { CivilDate } from '../time/civil-date.ts';
import {
  builtInCurriculum,
  builtInFoundations,
  certificationIndex,
  scoringTable,
} from './built-in-curricula.ts';

export interface Ranking {
  /** Best first. */
  readonly ranking: readonly Recommendation[];
  /** Skills that were taken from the background, as the learner gave none. */
  readonly fromBackground: ReadonlyMap<Skill, Level>;
}

export function rankCertifications(wishes: Wishes, given: GivenSkills, today: CivilDate): Ranking {
  const table = scoringTable();
  const fromBackground = skillsOfBackground(given, wishes.background, table);
  const candidates = candidatesFor(
    certificationIndex().map(({ id }) => builtInCurriculum(id)),
    builtInFoundations(),
    completeSkills(new Map([...given, ...fromBackground])),
    today,
  );
  return { ranking: rank(candidates, wishes, table), fromBackground };
}
