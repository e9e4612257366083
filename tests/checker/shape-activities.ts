/** Shape, fourth part: the sessions stand for the activities that the curriculum asks for. */
import type { ActivityFacts } from './curriculum-facts.ts';
import { type Item, numbersOf, type PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';

const PACE = [0.6, 1.8] as const;
const LONGEST_CHECK = 10;
const EXAM_REVIEW = { share: 0.4, least: 20 };

const roundTo5 = (minutes: number): number => Math.round(minutes / 5) * 5;

const shape = (message: string, item?: Item): Violation => ({
  rule: 'shape',
  message,
  sessions: item ? numbersOf(item) : [],
});

export function checkActivities(view: PlanView): Violation[] {
  return [
    ...knownActivities(view),
    ...coherentItems(view),
    ...completeness(view),
    ...minutes(view),
    ...waivers(view),
  ];
}

function knownActivities(view: PlanView): Violation[] {
  const { plan, activities, bridges, curriculum, foundations } = view;
  const violations: Violation[] = [];
  if (plan.certification !== curriculum.id) {
    violations.push(shape(`the plan is for ${plan.certification}, not ${curriculum.id}`));
  }
  for (const item of activities.values()) {
    const facts = curriculum.activities.get(item.activity);
    if (facts) {
      if (facts.kind !== item.kind) {
        violations.push(
          shape(`${item.activity} is ${facts.kind}, the plan says ${item.kind}`, item),
        );
      }
    } else if (item.kind === 'exam-review') {
      const exam = item.activity.replace(/-review$/, '');
      if (exam === item.activity || activities.get(exam)?.kind !== 'practice-exam') {
        violations.push(shape(`${item.activity} reviews no practice exam of the plan`, item));
      }
    } else if (item.kind !== 'review' && item.kind !== 'logistics') {
      violations.push(shape(`the curriculum knows no ${item.kind} ${item.activity}`, item));
    }
    if (bridges.has(item.activity)) {
      violations.push(shape(`${item.activity} is in the plan twice, once as a bridge`, item));
    }
  }
  for (const item of bridges.values()) {
    if (!foundations.bridges.has(item.activity)) {
      violations.push(shape(`no bridge ${item.activity} in the foundations`, item));
    }
  }
  return violations;
}

/** Parts of one activity agree on kind; tasks and domains are those of the curriculum. */
function coherentItems({ activities, bridges, curriculum }: PlanView): Violation[] {
  const violations: Violation[] = [];
  for (const item of [...activities.values(), ...bridges.values()]) {
    const facts = item.kind === 'bridge' ? undefined : curriculum.activities.get(item.activity);
    for (const { session } of item.sessions) {
      if (session.kind !== item.kind) {
        violations.push(
          shape(`${item.activity} has parts of kinds ${item.kind} and ${session.kind}`, item),
        );
      }
      if (session.domain !== null && !curriculum.domains.has(session.domain)) {
        violations.push(shape(`session ${session.number}: unknown domain ${session.domain}`, item));
      }
      const stray = session.tasks.find((task) =>
        facts ? !facts.tasks.includes(task) : !curriculum.domainOfTask.has(task),
      );
      if (stray !== undefined) {
        violations.push(
          shape(`session ${session.number}: ${stray} is no task of ${item.activity}`, item),
        );
      }
    }
  }
  return violations;
}

const DEPTHS = ['essential', 'standard', 'thorough'] as const;

function completeness({ plan, activities, curriculum, given }: PlanView): Violation[] {
  const deepest = DEPTHS.indexOf(given.depth ?? 'standard');
  const planned = new Set(plan.sessions.map((it) => it.activity));
  const cut = new Set(plan.cuts.map((it) => it.activity));
  const violations: Violation[] = [];
  for (const facts of curriculum.activities.values()) {
    if (facts.forBeginners || DEPTHS.indexOf(facts.depth) > deepest) continue;
    if (planned.has(facts.id) || cut.has(facts.id)) continue;
    violations.push(shape(`${facts.depth} activity ${facts.id} is neither planned nor cut`));
  }
  for (const id of cut) {
    const item = activities.get(id);
    if (item) violations.push(shape(`${id} is cut and planned`, item));
  }
  return violations;
}

/** Minutes of each activity are possible for its base (design, section 4). */
function minutes({ plan, activities, bridges, curriculum, foundations }: PlanView): Violation[] {
  const waived = new Set(plan.waived.map((it) => it.activity));
  const skipped = new Set(
    plan.sessions.filter((it) => it.status === 'skipped').map((it) => it.activity),
  );
  const violations: Violation[] = [];
  const mustLie = (item: Item, low: number, high: number) => {
    if (item.minutes >= low && item.minutes <= high) return;
    const span = low === high ? `${low}` : `${low} to ${high}`;
    violations.push(shape(`${item.activity} has ${item.minutes} minutes, not ${span}`, item));
  };
  const mustLieInPace = (item: Item, base: number, steps: number) => {
    // Rounded to 5; the steps of a project may be rounded one by one.
    const slack = 2.5 * Math.max(1, steps);
    mustLie(item, base * PACE[0] - slack, base * PACE[1] + slack);
  };
  for (const item of activities.values()) {
    if (skipped.has(item.activity) || waived.has(item.activity)) continue;
    const facts = curriculum.activities.get(item.activity);
    if (facts) {
      if (isNeverScaled(facts)) mustLie(item, facts.minutes, facts.minutes);
      else mustLieInPace(item, facts.minutes, facts.steps);
    } else if (item.kind === 'exam-review') {
      const exam = curriculum.activities.get(item.activity.replace(/-review$/, ''));
      if (!exam) continue;
      const expected = Math.max(EXAM_REVIEW.least, roundTo5(EXAM_REVIEW.share * exam.minutes));
      mustLie(item, expected, expected);
    }
  }
  for (const item of bridges.values()) {
    const facts = foundations.bridges.get(item.activity);
    if (!facts || skipped.has(item.activity) || waived.has(item.activity)) continue;
    mustLieInPace(item, facts.minutes, 1);
  }
  return violations;
}

const isNeverScaled = ({ kind }: ActivityFacts): boolean =>
  kind === 'practice-exam' || kind === 'practice-questions';

/** What is waived stays in the plan as a short check. */
function waivers({ plan, activities }: PlanView): Violation[] {
  const violations: Violation[] = [];
  for (const { activity } of plan.waived) {
    const item = activities.get(activity);
    if (!item) continue;
    if (item.minutes > LONGEST_CHECK) {
      violations.push(shape(`${activity} is waived and has ${item.minutes} minutes`, item));
    }
    if (!item.sessions.some((it) => it.session.reasons.some((why) => why.startsWith('waived')))) {
      violations.push(shape(`${activity} is waived and no session says so`, item));
    }
  }
  return violations;
}
