/** What is still to do, against what the windows still offer. */
import type { Learner } from '../../learner/learner.ts';
import { feasibilityOf } from '../../plan/feasibility.ts';
import type { Feasibility, PlanBasis, PlanExam, Session } from '../../plan/plan.ts';
import { offeredUntil } from '../../schedule/capacity.ts';
import { layOpenings } from '../../schedule/openings.ts';
import { dayNumber } from '../../time/civil-date.ts';
import { type EpochMinutes, startOfDay, zoneClock } from '../../time/wall-clock.ts';

/**
 * The verdict in the middle of a plan: the whole need, against the minutes that are behind and those
 * that the windows offer from now to the exam. The cushion is what is left of the latter.
 */
export function feasibilityNow(
  sessions: readonly Session[],
  learner: Learner,
  exam: PlanExam | null,
  basis: PlanBasis,
  now: EpochMinutes,
): Feasibility {
  const counted = sessions.filter(({ status }) => status !== 'skipped');
  const need = counted.reduce((sum, { minutes }) => sum + minutes, 0);
  if (exam === null) return feasibilityOf(need, null);
  const behind = counted.reduce(
    (sum, { minutes, status }) => sum + (status === 'done' ? minutes : 0),
    0,
  );
  return feasibilityOf(need, behind + offeredFrom(now, learner, exam, basis, counted));
}

/** Minutes that the windows offer from now to the exam. */
function offeredFrom(
  now: EpochMinutes,
  learner: Learner,
  exam: PlanExam,
  basis: PlanBasis,
  sessions: readonly Session[],
): number {
  const clock = zoneClock(learner.timeZone);
  const end =
    exam.minute === null
      ? startOfDay(exam.date, clock)
      : clock.toInstant(dayNumber(exam.date), exam.minute);
  const openings = layOpenings(
    learner,
    clock,
    clock.toWallClock(now).day - 1,
    dayNumber(exam.date),
    basis.busy,
    now,
  );
  const unbroken = sessions
    .map(({ minutes }) => minutes)
    .filter((minutes) => minutes > learner.sessionMinutes && minutes <= learner.minutesPerWeek);
  return offeredUntil(openings, end, {
    sessionMinutes: learner.sessionMinutes,
    minutesPerWeek: learner.minutesPerWeek,
    unbroken: [...new Set(unbroken)],
  });
}
