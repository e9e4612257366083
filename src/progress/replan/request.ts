/** What a re-plan is given. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Foundations } from '../../curriculum/foundations.ts';
import type { Learner } from '../../learner/learner.ts';
import type { PlanBasis, PlanExam } from '../../plan/plan.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { PlanState } from '../state.ts';

/** What the learner wants from now on; without a wish all of it is the plan's own. */
export interface Wishes {
  readonly learner: Learner;
  readonly exam: PlanExam | null;
  readonly basis: PlanBasis;
}

export interface ReplanRequest {
  readonly state: PlanState;
  /** As it was when the plan was made. */
  readonly curriculum: Curriculum;
  /** The plan's own bridges first, then what the program knows today. */
  readonly foundations: Foundations;
  readonly wishes: Wishes;
  readonly now: EpochMinutes;
}

export const unchangedWishes = ({ plan }: PlanState): Wishes => ({
  learner: plan.learner,
  exam: plan.exam,
  basis: plan.basis,
});
