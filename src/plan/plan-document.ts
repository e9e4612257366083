/** The JSON document `certplan.plan/1`: the same for `plan --json`, `show --json`, `export json`. */
import { SKILLS } from '../curriculum/vocabulary.ts';
import { groupWindows } from '../learner/windows.ts';
import { formatInstant, formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import { type Plan, type PlanExam, planClock, type Session, sessionEnd } from './plan.ts';
import { planCosts } from './plan-costs.ts';
import { stageCosts } from './stage-costs.ts';
import { stageIds, stagePlan, wholePlan } from './stages.ts';
import { totalsOf } from './totals.ts';

/** `2027-03-05`, or with the time of day `2027-03-05T09:00`. */
export const examAt = (exam: Pick<PlanExam, 'date' | 'minute'>): string =>
  exam.minute === null ? exam.date : `${exam.date}T${formatMinute(exam.minute)}`;

export function planDocument(plan: Plan) {
  const { learner, certification } = plan;
  const whole = wholePlan(plan);
  const clock = planClock(plan);
  const dates = plan.sessions.map((session) => formatInstant(session.start, clock).slice(0, 10));
  return {
    schema: 'certplan.plan/1',
    name: plan.name,
    certification: certification.id,
    ...(plan.later === undefined ? {} : severalExams(plan)),
    timezone: learner.timeZone,
    revision: plan.revision,
    createdAt: plan.createdAt,
    ...(plan.language === undefined ? {} : { language: plan.language }),
    start: dates[0] ?? null,
    finish: dates[dates.length - 1] ?? null,
    exam: plan.exam ? { at: examAt(plan.exam), source: plan.exam.source } : null,
    learner: {
      skills: Object.fromEntries(
        SKILLS.map((skill) => [
          skill,
          { level: learner.skills[skill].level, source: learner.skills[skill].source },
        ]),
      ),
      hoursPerWeek: learner.minutesPerWeek / 60,
      windows: groupWindows(learner.windows),
      sessionMinutes: learner.sessionMinutes,
      depth: learner.depth,
      daysOff: learner.daysOff,
    },
    totals: totalsOf(whole),
    feasibility: whole.feasibility,
    madeForYou: whole.madeForYou,
    sessions: plan.sessions.map((session) => sessionDocument(session, clock)),
    waived: whole.waived,
    ...(whole.shared === undefined ? {} : { shared: whole.shared }),
    cuts: whole.cuts,
    costs: planCosts(plan),
    milestones: whole.milestones,
    warnings: whole.warnings,
  };
}

/** What a plan for several certifications tells of each of them, in the order in which they are sat. */
function severalExams(plan: Plan) {
  const stages = stageIds(plan).map((id) => stagePlan(plan, id));
  return {
    certifications: stages.map(({ certification }) => certification.id),
    exams: stages.map((stage) => ({
      certification: stage.certification.id,
      ...(stage.exam === null
        ? { at: null, source: null }
        : { at: examAt(stage.exam), source: stage.exam.source }),
      feasibility: stage.feasibility,
      costs: stageCosts(stage),
    })),
  };
}

export type PlanDocument = ReturnType<typeof planDocument>;

export function sessionDocument(session: Session, clock: ZoneClock) {
  return {
    number: session.number,
    uid: session.uid,
    ...(session.certification === undefined ? {} : { certification: session.certification }),
    activity: session.activity,
    part: session.part,
    kind: session.kind,
    title: session.title,
    label: session.label,
    url: session.url,
    start: formatInstant(session.start, clock),
    end: formatInstant(sessionEnd(session), clock),
    actual: session.actual,
    minutes: session.minutes,
    domain: session.domain,
    tasks: session.tasks,
    status: session.status,
    pinned: session.pinned,
    builds: { after: session.after },
    reasons: session.reasons,
    first: session.first,
    teardown: session.teardown,
    costUsd: session.costUsd,
    ...(session.subscription === undefined ? {} : { subscription: session.subscription }),
    questions: session.questions,
  };
}
