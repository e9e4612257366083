/**
 * The independent checker of the hard rules (design, section 5): nothing of the planner's code is
 * used here, only the documents that it reads and writes.
 */
import type { CurriculumFacts, FoundationsFacts } from './curriculum-facts.ts';
import type { PlanDocument } from './plan-document.ts';
import { type PlanView, viewPlan } from './plan-view.ts';
import { checkWindows } from './rule-1-windows.ts';
import { checkOverlap } from './rule-2-overlap.ts';
import { checkWeeks } from './rule-3-week.ts';
import { checkSittings } from './rule-4-sittings.ts';
import { checkOrder } from './rule-5-order.ts';
import { checkPracticeExams } from './rule-6-practice-exams.ts';
import { checkLastDays } from './rule-7-exam-day.ts';
import { checkExamLife } from './rule-8-exam-life.ts';
import { checkMeetingsAndLoad } from './rule-9-reviews.ts';
import { checkActivities } from './shape-activities.ts';
import { checkExam } from './shape-exam.ts';
import { checkFields } from './shape-fields.ts';
import { checkSessionList } from './shape-sessions.ts';
import { checkFeasibility, checkTotals } from './shape-totals.ts';
import type { Given, Violation } from './violation.ts';

export type { CurriculumFacts, FoundationsFacts } from './curriculum-facts.ts';
export { readCurriculumFacts, readFoundationsFacts } from './curriculum-facts.ts';
export type { PlanDocument, SessionDocument } from './plan-document.ts';
export type { Given, Rule, Violation } from './violation.ts';

export interface Findings {
  /** What is broken and not said to be relaxed. */
  readonly violations: Violation[];
  /** What is broken and covered by a warning `relaxed-rule-N`. */
  readonly excused: Violation[];
  /** The rules that the plan says it relaxed. */
  readonly relaxed: number[];
}

const CHECKS: readonly ((view: PlanView) => Violation[])[] = [
  checkWindows,
  checkOverlap,
  checkWeeks,
  checkSittings,
  checkOrder,
  checkPracticeExams,
  checkLastDays,
  checkExamLife,
  checkSessionList,
  checkTotals,
  checkFeasibility,
  checkActivities,
  checkExam,
];

/** Rules 1–8 and the shape of the document. */
export function checkPlan(
  plan: PlanDocument,
  curriculum: CurriculumFacts,
  foundations: FoundationsFacts,
  given: Given = {},
): Violation[] {
  return examinePlan(plan, curriculum, foundations, given).violations;
}

/** As `checkPlan`, with what the plan's warnings excuse. */
export function examinePlan(
  plan: PlanDocument,
  curriculum: CurriculumFacts,
  foundations: FoundationsFacts,
  given: Given = {},
): Findings {
  const faults = checkFields(plan, foundations);
  if (faults.length > 0) return { violations: faults, excused: [], relaxed: [] };
  const view = viewPlan(plan, curriculum, foundations, given);
  return sortOut(
    plan,
    CHECKS.flatMap((check) => check(view)),
  );
}

/** Rule 9: reviews. */
export function checkReviews(
  plan: PlanDocument,
  curriculum: CurriculumFacts,
  foundations: FoundationsFacts = { skills: new Set(), bridges: new Map() },
): Violation[] {
  const view = viewPlan(plan, curriculum, foundations, {});
  return sortOut(plan, checkMeetingsAndLoad(view)).violations;
}

/** The rules that the plan's warnings say it relaxed, in rising order. */
export function relaxedRules(plan: PlanDocument): number[] {
  const rules = new Set<number>();
  for (const { code } of plan.warnings) {
    const match = /^relaxed-rule-(\d+)$/.exec(code);
    if (match) rules.add(Number(match[1]));
  }
  return [...rules].sort((a, b) => a - b);
}

function sortOut(plan: PlanDocument, all: readonly Violation[]): Findings {
  const relaxed = relaxedRules(plan);
  const isExcused = ({ rule }: Violation) => rule !== 'shape' && relaxed.includes(rule);
  return {
    violations: all.filter((it) => !isExcused(it)),
    excused: all.filter(isExcused),
    relaxed,
  };
}

/** Planned minutes of each activity: equal in two revisions of a plan whose content is the same. */
export function minutesByActivity(plan: PlanDocument): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { activity, minutes } of plan.sessions) {
    sums.set(activity, (sums.get(activity) ?? 0) + minutes);
  }
  return sums;
}
