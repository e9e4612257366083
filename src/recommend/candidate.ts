/** A certification as one learner meets it: its life, its hours, its cost. */
import type { Curriculum, Lifecycle } from '../curriculum/curriculum.ts';
import type { Foundations } from '../curriculum/foundations.ts';
import { type Status, statusOn } from '../curriculum/lifecycle.ts';
import type { LearnerSkills } from '../learner/skills.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { type Costs, costsOf } from '../workload/costs.ts';
import { computeWorkload } from '../workload/workload.ts';
import { PLATFORM_OF, type Platform } from './vocabulary.ts';

/** A retired exam, as its successor names it. */
export interface Predecessor {
  readonly id: string;
  readonly name: string;
  readonly examCode: string;
  readonly lastExam: CivilDate | null;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly examCode: string;
  readonly platform: Platform;
  readonly status: Status;
  readonly lifecycle: Lifecycle;
  readonly successors: readonly string[];
  /** Retired exams whose place this one took. */
  readonly replaces: readonly Predecessor[];
  readonly validityMonths: number | null;
  readonly renewal: string;
  /** The need at standard depth: all minutes of a plan, reviews included. */
  readonly minutes: number;
  /** Minutes of them that come from statistics and ml below what the exam asks. */
  readonly weakerFoundationsMinutes: number;
  readonly costs: Costs;
}

/** All candidates, in the order of the curricula. */
export function candidatesFor(
  curricula: readonly Curriculum[],
  foundations: Foundations,
  skills: LearnerSkills,
  today: CivilDate,
): Candidate[] {
  const isRetired = ({ lifecycle }: Curriculum): boolean =>
    statusOn(lifecycle, today) === 'retired';
  return curricula.map((curriculum): Candidate => {
    const { id, name, examCode, vendor, lifecycle, successors } = curriculum;
    const workload = computeWorkload(curriculum, foundations, {
      skills,
      knownTasks: [],
      scoredDomains: {},
      depth: 'standard',
    });
    return {
      id,
      name,
      examCode,
      platform: PLATFORM_OF[vendor],
      status: statusOn(lifecycle, today),
      lifecycle,
      successors,
      // The first successor took the place; further ones cover a part of it.
      replaces: curricula
        .filter((other) => other.successors[0] === id && isRetired(other))
        .map((other) => ({
          id: other.id,
          name: other.name,
          examCode: other.examCode,
          lastExam: other.lifecycle.lastExam,
        })),
      validityMonths: curriculum.validityMonths,
      renewal: curriculum.renewal.text,
      minutes: workload.needMinutes,
      weakerFoundationsMinutes: workload.weakerFoundationsMinutes,
      costs: costsOf(isRetired(curriculum) ? 0 : curriculum.exam.priceUsd, workload.items),
    };
  });
}
