/** The learner: skills, availability, preferences. */
import type { Depth } from '../curriculum/vocabulary.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { LearnerSkills } from './skills.ts';
import type { Window } from './windows.ts';

/** What the workload rests on: what is known and how deep to go, not when there is time. */
export interface StudyProfile {
  readonly skills: LearnerSkills;
  /** Tasks known already, by the learner's word (`--knows`); domains are spelt out as their tasks. */
  readonly knownTasks: readonly string[];
  /** Per cent of a practice test taken before, by domain (`--scored`). */
  readonly scoredDomains: Readonly<Record<string, number>>;
  readonly depth: Depth;
}

export interface Learner extends StudyProfile {
  readonly timeZone: string;
  /** Cap of study minutes in one ISO week. */
  readonly minutesPerWeek: number;
  readonly windows: readonly Window[];
  /** True when the windows were chosen from the hours, not given. */
  readonly windowsChosen: boolean;
  /** Longest sitting, 40 to 240. */
  readonly sessionMinutes: number;
  readonly daysOff: readonly CivilDate[];
}
