/** From curriculum and learner to the work to be scheduled: items with minutes and reasons. */
import type { Activity, Curriculum } from '../curriculum/curriculum.ts';
import type { Bridge, Foundations } from '../curriculum/foundations.ts';
import { isContent, type Kind, type Level, type Skill } from '../curriculum/vocabulary.ts';
import type { StudyProfile } from '../learner/learner.ts';
import type { LearnerSkill } from '../learner/skills.ts';
import { chooseBridges } from './bridges.ts';
import {
  ACCOUNT_MINUTES,
  EXAM_REVIEW_SHARE,
  EXAM_REVIEW_SHORTEST,
  LONGEST_UNBROKEN_LAB,
  roundMinutes,
  STUDY_FACTOR,
  studyMinutes,
} from './constants.ts';
import { type Credit, NO_CREDIT } from './credit.ts';
import { activityEdges, bridgeEdges, bridgesBefore } from './order-edges.ts';
import { paceOf } from './pace.ts';
import { type ReviewNeed, reviewNeed } from './review-need.ts';
import { segmentMinutes, segmentsOf } from './segments.ts';
import { BLOCK, bridgeBlock, homeOf } from './teaching-order.ts';
import { checkMinutes, waiverReason } from './waivers.ts';
import type { WorkItem } from './work-item.ts';

export interface Waiver {
  readonly activity: string;
  readonly kind: Kind;
  readonly title: string;
  /** Minutes saved. */
  readonly minutes: number;
  readonly reason: string;
}

export interface Workload {
  readonly items: readonly WorkItem[];
  readonly waived: readonly Waiver[];
  /** Spaced reviews that the plan aims at. */
  readonly reviews: ReviewNeed;
  /** All planned minutes, reviews included: the need. */
  readonly needMinutes: number;
  /** Minutes of the need that come from statistics and ml below what the exam asks. */
  readonly weakerFoundationsMinutes: number;
  /** Sum over activities of planned minus published minutes, by pace alone. */
  readonly paceMinutes: number;
}

export const ACCOUNT_ITEM = 'open-account';

const VENDOR_ACCOUNT = {
  aws: {
    name: 'AWS',
    url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html',
  },
  microsoft: {
    name: 'Azure',
    url: 'https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets',
  },
  google: { name: 'Google Cloud', url: 'https://cloud.google.com/billing/docs/how-to/budgets' },
} as const satisfies Record<Curriculum['vendor'], { name: string; url: string }>;

/** A learner with no level above "aware" gets the small starter project. */
const isBeginner = (learner: StudyProfile): boolean =>
  Object.values(learner.skills).every((skill) => skill.level <= 1);

const NOTHING: ReadonlySet<string> = new Set();

function planned(
  curriculum: Curriculum,
  learner: StudyProfile,
  cut: ReadonlySet<string>,
): Activity[] {
  const beginner = isBeginner(learner);
  return curriculum.activities.filter(
    (activity) =>
      !cut.has(activity.id) &&
      (!activity.forBeginners || beginner) &&
      (activity.depth === 'essential' ||
        (activity.depth === 'standard' && learner.depth !== 'essential') ||
        learner.depth === 'thorough'),
  );
}

function describePace(
  base: number,
  basis: Activity['minutesBasis'],
  factor: number,
  because: ReturnType<typeof paceOf>['because'],
): string {
  const why = because.map(({ skill, level, need }) =>
    level < need ? `${skill} ${level} of ${need}` : `${skill} ${level}, ${need} would do`,
  );
  const study = STUDY_FACTOR[basis] === 1 ? '' : ` × ${STUDY_FACTOR[basis]} for notes and code`;
  const pace = why.length > 0 ? ` × ${factor.toFixed(2)}: ${why.join(', ')}` : '';
  return `${base} min (${basis})${study}${pace}`;
}

function activityItem(
  activity: Activity,
  curriculum: Curriculum,
  learner: StudyProfile,
  after: readonly string[],
  credit: Credit,
): WorkItem {
  const home = homeOf(activity, curriculum);
  const scaled = activity.kind !== 'practice-exam' && activity.kind !== 'practice-questions';
  const pace = scaled
    ? paceOf(activity.buildsOn, learner.skills, curriculum.requires)
    : { factor: 1, because: [] };
  const base = scaled ? studyMinutes(activity.minutes, activity.minutesBasis) : activity.minutes;
  const full =
    activity.kind === 'practice-exam' ? activity.minutes : roundMinutes(base * pace.factor);
  const reason =
    activity.id === curriculum.guide
      ? null
      : waiverReason(activity, learner, curriculum.domains, credit.tasks);
  const minutes = reason === null ? full : checkMinutes(full);
  const segments = reason === null ? segmentsOf(activity, minutes) : [];
  const tasks = curriculum.domains.flatMap((domain) => domain.tasks);
  const asksChecks = activity.kind === 'practice-questions';
  return {
    id: activity.id,
    kind: activity.kind,
    title: reason === null ? activity.title : `Check: ${activity.title}`,
    url: activity.url,
    minutes: segments.length > 0 ? segmentMinutes(segments) : minutes,
    baseMinutes: base,
    minutesBasis: activity.minutesBasis,
    tasks: activity.tasks,
    domain: home.domain,
    depth: activity.depth,
    after,
    unbroken:
      activity.kind === 'practice-exam' ||
      activity.kind === 'practice-questions' ||
      (activity.kind === 'lab' && minutes <= LONGEST_UNBROKEN_LAB),
    segments,
    block: home.block,
    waived: reason !== null,
    first: activity.first,
    teardown: activity.teardown,
    billing: activity.lab?.billing ?? [],
    costUsd: activity.costUsd,
    subscription: activity.subscription,
    questions: asksChecks
      ? tasks.filter((task) => activity.tasks.includes(task.id)).flatMap((task) => task.checks)
      : [],
    bridge: null,
    reasons: [
      ...(reason === null ? [] : [reason]),
      ...(reason === null && scaled && (pace.because.length > 0 || base !== activity.minutes)
        ? [describePace(activity.minutes, activity.minutesBasis, pace.factor, pace.because)]
        : []),
    ],
  };
}

function bridgeItem(
  bridge: Bridge,
  skills: StudyProfile['skills'],
  after: readonly string[],
  block: number,
): WorkItem {
  const { level, source } = skills[bridge.skill];
  const base = studyMinutes(bridge.minutes, bridge.minutesBasis);
  return {
    id: bridge.id,
    kind: 'bridge',
    title: bridge.title,
    url: bridge.url,
    minutes: roundMinutes(base),
    baseMinutes: base,
    minutesBasis: bridge.minutesBasis,
    tasks: [],
    domain: null,
    depth: bridge.role === 'extra' ? 'thorough' : 'essential',
    after,
    unbroken: false,
    segments: [],
    block,
    waived: false,
    first: bridge.first,
    teardown: bridge.teardown,
    billing: [],
    costUsd: bridge.costUsd,
    subscription: null,
    questions: bridge.doneWhen === null ? [] : [bridge.doneWhen],
    bridge: { skill: bridge.skill, from: bridge.from, to: bridge.to },
    reasons: [
      `bridge: ${bridge.skill} ${bridge.from} → ${bridge.to}; you have ${level}${source === 'given' ? '' : ` (${source})`}`,
      ...(base === bridge.minutes
        ? []
        : [describePace(bridge.minutes, bridge.minutesBasis, 1, [])]),
    ],
  };
}

function examReviewItem(exam: WorkItem): WorkItem {
  return {
    ...exam,
    id: `${exam.id}-review`,
    kind: 'exam-review',
    title: `Review of: ${exam.title}`,
    minutes: Math.max(EXAM_REVIEW_SHORTEST, roundMinutes(exam.minutes * EXAM_REVIEW_SHARE)),
    baseMinutes: exam.minutes,
    after: [exam.id],
    unbroken: false,
    first: 'take each wrong or guessed question: say why every wrong option is wrong',
    costUsd: null,
    subscription: null,
    questions: [],
    reasons: [
      `${Math.round(EXAM_REVIEW_SHARE * 100)} % of the ${exam.minutes} minutes of its exam`,
    ],
  };
}

function accountItem(curriculum: Curriculum, block: number): WorkItem {
  const vendor = VENDOR_ACCOUNT[curriculum.vendor];
  return {
    id: ACCOUNT_ITEM,
    kind: 'logistics',
    title: `Open the ${vendor.name} account, set a budget alarm`,
    url: vendor.url,
    minutes: ACCOUNT_MINUTES,
    baseMinutes: ACCOUNT_MINUTES,
    minutesBasis: 'estimate',
    tasks: [],
    domain: null,
    depth: 'essential',
    after: [curriculum.guide],
    unbroken: false,
    segments: [],
    block,
    waived: false,
    first: 'switch on multi-factor sign-in, then set an alarm at the sum you can afford to lose',
    teardown: [],
    billing: [],
    costUsd: 0,
    subscription: null,
    questions: [],
    bridge: null,
    reasons: ['before the first lab: forgotten resources cost money'],
  };
}

/** The learner with statistics, ml and math raised to what the exam asks. */
function withStrongFoundations(learner: StudyProfile, curriculum: Curriculum): StudyProfile {
  const raised = (skill: Skill): LearnerSkill => {
    const have = learner.skills[skill];
    const need: Level = curriculum.requires[skill] ?? 0;
    return have.level >= need ? have : { ...have, level: need };
  };
  return {
    ...learner,
    skills: {
      ...learner.skills,
      statistics: raised('statistics'),
      ml: raised('ml'),
      math: raised('math'),
    },
  };
}

/**
 * Items, waivers and sums for one learner. Same inputs, same result, in the same order.
 * @param cut ids of activities that are left out; edges pass through them
 * @param credit what is behind the learner: not planned again, edges pass through it too
 */
export function computeWorkload(
  curriculum: Curriculum,
  foundations: Foundations,
  learner: StudyProfile,
  cut: ReadonlySet<string> = new Set(),
  credit: Credit = NO_CREDIT,
): Workload {
  const workload = itemsFor(curriculum, foundations, learner, cut, credit);
  const strong = withStrongFoundations(learner, curriculum);
  return {
    ...workload,
    weakerFoundationsMinutes:
      workload.needMinutes - itemsFor(curriculum, foundations, strong, cut, credit).needMinutes,
  };
}

function itemsFor(
  curriculum: Curriculum,
  foundations: Foundations,
  learner: StudyProfile,
  cut: ReadonlySet<string>,
  credit: Credit,
): Omit<Workload, 'weakerFoundationsMinutes'> {
  const done = Object.keys(credit.done);
  const activities = planned(curriculum, learner, new Set([...cut, ...done]));
  const bridges = chooseBridges(
    foundations,
    learner.skills,
    curriculum.requires,
    curriculum.vendor,
    learner.depth,
    // What is cut, or done elsewhere, stays out: it does not come back as a bridge of the same name.
    new Set([...planned(curriculum, learner, NOTHING).map((activity) => activity.id), ...done]),
  );
  const edges = activityEdges(curriculum, activities);
  const amongBridges = bridgeEdges(bridges, foundations.bridges);
  const needsAccount = (activity: Activity): boolean =>
    !credit.account && (activity.kind === 'lab' || activity.kind === 'project');

  const ownItems = activities.map((activity) => {
    const waitsFor = bridgesBefore(activity, bridges);
    const after = [
      ...(activity.id === curriculum.guide ? [] : [curriculum.guide]),
      ...(needsAccount(activity) ? [ACCOUNT_ITEM] : []),
      ...(edges.get(activity.id) ?? []),
      ...waitsFor,
    ];
    return activityItem(activity, curriculum, learner, [...new Set(after)], credit);
  });
  const placed = activities.map((activity) => ({
    activity,
    block: homeOf(activity, curriculum).block,
  }));
  const bridgeItems = bridges.map((bridge) =>
    bridgeItem(
      bridge,
      learner.skills,
      [
        curriculum.guide,
        ...(bridge.teardown.length > 0 && !credit.account ? [ACCOUNT_ITEM] : []),
        ...(amongBridges.get(bridge.id) ?? []),
      ],
      bridgeBlock(bridge, placed),
    ),
  );
  const firstHandsOn = Math.min(
    ...ownItems.filter((item) => item.after.includes(ACCOUNT_ITEM)).map((item) => item.block),
    ...bridgeItems.filter((item) => item.after.includes(ACCOUNT_ITEM)).map((item) => item.block),
  );
  const account = Number.isFinite(firstHandsOn)
    ? [accountItem(curriculum, Math.min(firstHandsOn, BLOCK.firstDomain) - 0.75)]
    : [];
  const examReviews = ownItems.filter((item) => item.kind === 'practice-exam').map(examReviewItem);
  const items = [...ownItems, ...account, ...bridgeItems, ...examReviews];

  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const reviews = reviewNeed(
    minutes,
    curriculum.domains.reduce((sum, domain) => sum + domain.tasks.length, 0),
  );
  const waived = items
    .filter((item) => item.waived)
    .map((item) => ({
      activity: item.id,
      kind: item.kind,
      title: item.title.replace(/^Check: /, ''),
      minutes: Math.max(0, roundMinutes(item.baseMinutes) - item.minutes),
      reason: item.reasons[0] ?? '',
    }));
  const paceMinutes = ownItems
    .filter((item) => !item.waived && isContent(item.kind))
    .reduce((sum, item) => sum + item.minutes - roundMinutes(item.baseMinutes), 0);
  return {
    items,
    waived,
    reviews,
    needMinutes: minutes + reviews.count * reviews.each,
    paceMinutes,
  };
}
