import { expect, it } from 'vitest';
import { describeLearner, plannedLearners, withoutExam } from '../../scripts/quality/learners.ts';
import { packingOf } from '../../scripts/quality/packing.ts';
import { GOAL_95TH, GOAL_MEDIAN } from '../../scripts/quality/packing-figure.ts';
import { quantile } from '../../scripts/quality/statistics.ts';

const LEARNERS = 60;

it(`content of ${LEARNERS} random learners ends close to the bound of their windows`, () => {
  const packings = plannedLearners(LEARNERS, withoutExam).planned.map((plan) => ({
    learner: describeLearner(plan.options),
    ...packingOf(plan),
  }));
  const lateness = packings.map((packing) => packing.lateness);
  // The bound is one: nothing ends before it.
  expect(packings.filter((packing) => packing.lateness < 0)).toEqual([]);
  expect(quantile(lateness, 0.5)).toBeLessThanOrEqual(GOAL_MEDIAN);
  expect(quantile(lateness, 0.95)).toBeLessThanOrEqual(2 * GOAL_95TH);
});
