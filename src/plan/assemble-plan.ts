/** From a workload and its schedule to the plan as one value. */
import { certificationOf } from '../curriculum/curriculum.ts';
import { tasksMetTooSeldom } from '../schedule/reviews.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { dayNumber } from '../time/civil-date.ts';
import { dateAt, zoneChanges, zoneClock } from '../time/wall-clock.ts';
import type { Workload } from '../workload/workload.ts';
import { feasibilityOf } from './feasibility.ts';
import { lifeWarnings } from './life-warnings.ts';
import { madeForYou } from './made-for-you.ts';
import { milestonesOf } from './milestones.ts';
import type { Plan, PlanCut, PlanExam } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';
import { relaxations } from './relaxations.ts';
import { toSessions, uidBase } from './sessions.ts';
import { sharedItems } from './shared.ts';

/** Days around the plan for which the zone's offsets are kept with it: a session can be dragged. */
export const OFFSET_DAYS_BEFORE = 14;
export const OFFSET_DAYS_AFTER = 370;

export function assemblePlan(
  request: PlanRequest,
  workload: Workload,
  schedule: Schedule,
  cuts: readonly PlanCut[],
): Plan {
  const { curriculum, learner, start } = request;
  const { placements } = schedule;
  const clock = zoneClock(learner.timeZone);
  const today = dateAt(request.now, clock);
  const exam: PlanExam | null = schedule.exam;
  const base = uidBase(learner, curriculum.id, request.createdAt);
  const lastDay = Math.max(dayNumber(exam?.date ?? start), ...placements.map(({ day }) => day));
  return {
    name: request.name,
    revision: 1,
    createdAt: request.createdAt,
    updatedAt: request.createdAt,
    certification: certificationOf(curriculum),
    learner,
    zoneChanges: zoneChanges(
      clock,
      dayNumber(start) - OFFSET_DAYS_BEFORE,
      lastDay + OFFSET_DAYS_AFTER,
    ),
    exam,
    sessions: toSessions(placements, curriculum.guide, base),
    milestones: milestonesOf(curriculum, exam, start),
    warnings: [
      ...request.warnings,
      ...lifeWarnings(curriculum, today, exam),
      ...(start < today
        ? [{ code: 'start-in-past', message: `the plan starts on ${start}, which has passed` }]
        : []),
      ...relaxations(
        placements,
        exam,
        learner.sessionMinutes,
        tasksMetTooSeldom(placements, curriculum.domains, curriculum.guide),
      ),
    ],
    waived: workload.waived,
    ...(request.credit === undefined ? {} : { shared: sharedItems(request) }),
    cuts,
    feasibility: feasibilityOf(
      placements.reduce((sum, { minutes }) => sum + minutes, 0),
      schedule.availableMinutes,
    ),
    madeForYou: madeForYou(workload, learner, curriculum),
    basis: {
      start,
      busy: request.busy,
      allowBeta: request.allowBeta,
      cut: cuts.map(({ activity }) => activity),
      ...(request.credit === undefined ? {} : { credit: request.credit }),
      uidBase: base,
    },
  };
}
