/** Figure 2: expected recall on the exam day. */
import fc from 'fast-check';
import { assignReviews } from '../../src/memory/assign-reviews.ts';
import { plannedLearners, SEED, withoutExam } from './learners.ts';
import { bestByTryingAll, owedReviews, recallCases, recallOf } from './recall-cases.ts';
import { type PlanRecall, planRecall } from './recall-plans.ts';
import { type Figure, percent, table } from './report.ts';
import { meanOf, quantile, shareOf } from './statistics.ts';

const CASES = 1000;
const LEARNERS = 20;
export const SHARE_OF_BEST = 0.98;

export function smallCases(count: number) {
  return fc.sample(recallCases, { numRuns: count, seed: SEED }).map((each) => {
    const assigned = assignReviews(each.tasks, each.slots, each.examDay);
    const best = bestByTryingAll(each);
    const none = recallOf(each, []);
    const own = recallOf(each, assigned);
    return {
      each,
      assigned,
      share: own / best.recall,
      shareOfGain: best.recall - none < 1e-9 ? 1 : (own - none) / (best.recall - none),
      owesMore: owedReviews(each, assigned) > best.owed,
    };
  });
}

export function smallRecallFigure(): Figure {
  const cases = smallCases(CASES);
  const shares = cases.map(({ share }) => share);
  const gains = cases.map(({ shareOfGain }) => shareOfGain);
  const worst = Math.min(...shares);
  const owing = cases.filter(({ owesMore }) => owesMore).length;
  return {
    title: `2a. Expected recall against exhaustive search: ${CASES} small cases`,
    lines: table([
      ['', 'worst', '5th percentile', 'median', 'as good as the best'],
      [
        'share of the best recall',
        percent(worst, 2),
        percent(quantile(shares, 0.05), 2),
        percent(quantile(shares, 0.5), 2),
        percent(shareOf(shares, (share) => share > 1 - 1e-9)),
      ],
      [
        'share of the best gain by reviews',
        percent(Math.min(...gains), 2),
        percent(quantile(gains, 0.05), 2),
        percent(quantile(gains, 0.5), 2),
        percent(shareOf(gains, (share) => share > 1 - 1e-9)),
      ],
    ]),
    summary: `worst case ${percent(worst, 2)} of the best; ${owing} cases owe a review that could be had`,
    goal: `at least ${percent(SHARE_OF_BEST, 0)} in every case`,
    met: worst >= SHARE_OF_BEST,
  };
}

export function fullRecallFigure(): Figure {
  const { planned } = plannedLearners(3 * LEARNERS, withoutExam);
  const recalls = planned
    .map((plan) => ({ plan, recall: planRecall(plan) }))
    .filter((each): each is typeof each & { recall: PlanRecall } => each.recall !== null)
    .slice(0, LEARNERS);
  const above = recalls.filter(
    ({ recall }) => recall.own > recall.withoutReviews && recall.own > recall.evenSpacing,
  ).length;
  const mean = (pick: (recall: PlanRecall) => number): number =>
    meanOf(recalls.map(({ recall }) => pick(recall)));
  const least = Math.min(...recalls.map(({ recall }) => recall.own - recall.evenSpacing));
  return {
    title: `2b. Expected recall on the exam day at full size: ${recalls.length} learners`,
    lines: table([
      ['learner', 'reviews', 'none', 'in turn', 'ours'],
      ...recalls.map(({ plan, recall }) => [
        `#${plan.index} ${plan.options.certification} to ${plan.schedule.exam?.date}`,
        String(recall.reviews),
        percent(recall.withoutReviews),
        percent(recall.evenSpacing, 2),
        percent(recall.own, 2),
      ]),
    ]),
    summary: `means: no reviews ${percent(mean((r) => r.withoutReviews))}, in turn ${percent(
      mean((r) => r.evenSpacing),
      2,
    )}, ours ${percent(
      mean((r) => r.own),
      2,
    )}; least lead over in turn ${percent(least, 2)}; above both for ${above} of ${recalls.length}`,
    goal: 'above both for every learner',
    met: above === recalls.length,
  };
}
