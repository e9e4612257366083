import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Foundations } from '../curriculum/foundations.ts';
import type { Learner } from '../learner/learner.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { DateWithTime } from '../time/parse-date.ts';
import type { Span } from '../time/span.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { Credit } from '../workload/credit.ts';
import type { Warning } from './plan.ts';

/** Everything that decides a plan: the same request gives the same plan, to the letter. */
export interface PlanRequest {
  readonly name: string;
  readonly curriculum: Curriculum;
  readonly foundations: Foundations;
  readonly learner: Learner;
  readonly start: CivilDate;
  readonly exam: DateWithTime | null;
  readonly allowBeta: boolean;
  /** Leave out least-worth content until the plan fits its exam day. */
  readonly cut: boolean;
  readonly busy: readonly Span[];
  /** What need not be learned again. Absent: nothing. */
  readonly credit?: Credit;
  readonly now: EpochMinutes;
  readonly createdAt: string;
  /** What was noticed before planning, e.g. windows that offer less than the hours. */
  readonly warnings: readonly Warning[];
}
