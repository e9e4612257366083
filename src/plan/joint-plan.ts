/**
 * One plan for several certifications: stages that follow each other, each with its own exam. What an
 * earlier stage has is not planned again; what it teaches of a later one becomes a check.
 */
import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Overlap } from '../curriculum/overlaps.ts';
import { isContent } from '../curriculum/vocabulary.ts';
import { UserError } from '../errors.ts';
import type { Learner } from '../learner/learner.ts';
import { addDays, dayNumber } from '../time/civil-date.ts';
import type { DateWithTime } from '../time/parse-date.ts';
import { zoneChanges, zoneClock } from '../time/wall-clock.ts';
import type { Credit, CreditedTask } from '../workload/credit.ts';
import { ACCOUNT_ITEM, computeWorkload } from '../workload/workload.ts';
import { OFFSET_DAYS_AFTER, OFFSET_DAYS_BEFORE } from './assemble-plan.ts';
import { buildPlan } from './build-plan.ts';
import type { Milestone, Plan, Session, Stage } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';
import { uidBase, uidOf } from './sessions.ts';
import { nextStageStart } from './stages.ts';

/** What is asked of one of the certifications. */
export interface JointPart {
  readonly curriculum: Curriculum;
  /** The same person in all parts; known tasks and scores are of this certification. */
  readonly learner: Learner;
  readonly exam: DateWithTime | null;
}

export interface JointRequest
  extends Omit<PlanRequest, 'curriculum' | 'learner' | 'exam' | 'credit'> {
  /** As typed; the plan brings them into order. */
  readonly parts: readonly JointPart[];
  readonly overlaps: readonly Overlap[];
  /** What is behind the learner for the first of them in order, and counts for all. */
  readonly credit?: Credit;
}

const LEVEL_ORDER = {
  foundational: 0,
  associate: 1,
  professional: 2,
  specialty: 2,
} as const satisfies Record<Curriculum['level'], number>;

/**
 * The order in which the exams are sat: by the exam days where all are given; else what is easier
 * first, because what it teaches counts for what is harder; then the shorter one, then as typed.
 */
export function stageOrder(request: JointRequest): JointPart[] {
  const minutes = new Map(
    request.parts.map(({ curriculum, learner }) => [
      curriculum.id,
      computeWorkload(curriculum, request.foundations, learner).needMinutes,
    ]),
  );
  return [...request.parts].sort((a, b) => {
    if (a.exam && b.exam && a.exam.date !== b.exam.date) {
      return a.exam.date < b.exam.date ? -1 : 1;
    }
    return (
      LEVEL_ORDER[a.curriculum.level] - LEVEL_ORDER[b.curriculum.level] ||
      (minutes.get(a.curriculum.id) ?? 0) - (minutes.get(b.curriculum.id) ?? 0)
    );
  });
}

/**
 * What earlier stages have for a later one.
 * @param before plans of the earlier stages
 */
export function creditFrom(
  before: readonly Plan[],
  curriculum: Curriculum,
  bridges: readonly { readonly id: string }[],
  overlaps: readonly Overlap[],
): Credit {
  const own = new Set([...curriculum.activities, ...bridges].map(({ id }) => id));
  const done: Record<string, string> = {};
  const tasks: Record<string, CreditedTask> = {};
  for (const { certification, sessions } of before) {
    for (const { activity, kind } of sessions) {
      if (isContent(kind) && own.has(activity))
        done[activity] ??= `comes with ${certification.examCode}`;
    }
    const learned = new Set(
      sessions.filter(({ kind }) => isContent(kind)).flatMap((session) => session.tasks),
    );
    for (const { learned: from, counts, subject } of overlaps) {
      if (from.certification !== certification.id || counts.certification !== curriculum.id) {
        continue;
      }
      if (learned.has(from.task)) {
        tasks[counts.task] ??= {
          because: `${subject}: ${certification.examCode} task ${from.task} teaches it`,
          upTo: certification.requires,
        };
      }
    }
  }
  return {
    done,
    tasks,
    account: before.some(
      ({ certification, sessions }) =>
        certification.vendor === curriculum.vendor &&
        sessions.some(({ activity }) => activity === ACCOUNT_ITEM),
    ),
  };
}

/**
 * @param beforeLongWork as for a plan for one certification
 * @throws UserError, exit code 3, that names the certification which does not fit
 */
export function buildJointPlan(request: JointRequest, beforeLongWork: () => void = () => {}): Plan {
  const { parts, overlaps, credit: given, ...rest } = request;
  const built: Plan[] = [];
  for (const part of stageOrder(request)) {
    const previous = built.at(-1);
    const start = previous ? nextStageStart(previous) : request.start;
    const earlier = creditFrom(built, part.curriculum, request.foundations.bridges, overlaps);
    const credit: Credit | undefined = given
      ? {
          done: { ...earlier.done, ...given.done },
          tasks: { ...earlier.tasks, ...given.tasks },
          account: earlier.account || given.account,
        }
      : previous && earlier;
    const own: PlanRequest = {
      ...rest,
      ...part,
      start,
      ...(credit === undefined ? {} : { credit }),
    };
    const plan = named(part.curriculum, () => buildPlan(own, beforeLongWork));
    built.push(plan);
  }
  return join(request, built);
}

/** The same refusal, with the certification that it is about. */
function named({ id, examCode }: Curriculum, build: () => Plan): Plan {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.exitCode,
      error.code,
      error.message.includes(examCode) ? error.message : `${examCode}: ${error.message}`,
      error.hint,
      { ...error.details, certification: id },
    );
  }
}

const milestonesIn = ({ certification: { id }, milestones }: Plan): Milestone[] =>
  milestones.map((milestone) => ({ ...milestone, certification: id }));

function join(request: JointRequest, built: readonly Plan[]): Plan {
  const [first, ...rest] = built;
  if (!first) throw new Error('a joint plan has at least one certification');
  const base = uidBase(
    first.learner,
    built.map(({ certification }) => certification.id).join('+'),
    request.createdAt,
  );
  let before = 0;
  const sessions = built.flatMap((plan): Session[] => {
    const offset = before;
    before += plan.sessions.length;
    return plan.sessions.map((session) => ({
      ...session,
      number: session.number + offset,
      uid: uidOf(base, session.number + offset),
      certification: plan.certification.id,
      after: session.after.map((number) => number + offset),
    }));
  });
  const last = Math.max(
    ...built.map((plan) => dayNumber(plan.exam?.date ?? addDays(nextStageStart(plan), -1))),
  );
  return {
    ...first,
    milestones: milestonesIn(first),
    zoneChanges: zoneChanges(
      zoneClock(first.learner.timeZone),
      dayNumber(request.start) - OFFSET_DAYS_BEFORE,
      last + OFFSET_DAYS_AFTER,
    ),
    sessions,
    basis: { ...first.basis, uidBase: base },
    later: rest.map(
      (plan): Stage => ({
        certification: plan.certification,
        learner: plan.learner,
        exam: plan.exam,
        milestones: milestonesIn(plan),
        warnings: plan.warnings,
        waived: plan.waived,
        ...(plan.shared === undefined ? {} : { shared: plan.shared }),
        cuts: plan.cuts,
        feasibility: plan.feasibility,
        madeForYou: plan.madeForYou,
        basis: { ...plan.basis, uidBase: base },
      }),
    ),
  };
}
