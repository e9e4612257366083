/** One day of a plan: what is on it, what comes next, what is left from before. */
import type { Milestone, Plan, Session } from '../plan/plan.ts';
import { planClock } from '../plan/plan.ts';
import { planOn } from '../plan/stages.ts';
import {
  type CivilDate,
  civilDate,
  type DayNumber,
  daysBetween,
  isoWeekIndex,
} from '../time/civil-date.ts';
import { asOf, type PlanState } from './state.ts';
import { type RunningTimer, runningTimer } from './timer.ts';

export interface DayView {
  /** Local date in the plan's zone. */
  readonly date: CivilDate;
  /** As it looks now: what has passed undone is missed. */
  readonly plan: Plan;
  readonly sessions: readonly Session[];
  /**
   * What to do now: the session that the timer runs for; else the one whose slot is now or comes
   * next; else the first of today that is still open. Null where nothing of today is open.
   */
  readonly current: Session | null;
  /** Missed sessions of earlier days. */
  readonly overdue: readonly Session[];
  /** The first planned session after today. */
  readonly later: Session | null;
  readonly timer: RunningTimer | null;
  /** Milestones of today, the exam apart. */
  readonly milestones: readonly Milestone[];
  /** Days until the exam, negative after it; null without an exam day. */
  readonly daysToExam: number | null;
  /** Which week of how many; null before and after the plan's weeks. */
  readonly week: readonly [number, number] | null;
}

/** @param nowMilliseconds since 1970 */
export function dayView(state: PlanState, nowMilliseconds: number): DayView {
  const now = Math.floor(nowMilliseconds / 60_000);
  const clock = planClock(state.plan);
  const today = clock.toWallClock(now).day;
  const date = civilDate(today);
  const plan = planOn(asOf(state.plan, now), date);
  const dayOf = (session: Session): DayNumber => clock.toWallClock(session.start).day;
  const sessions = plan.sessions.filter((session) => dayOf(session) === today);
  const timer = runningTimer(state, nowMilliseconds);
  const open = sessions.filter(({ status }) => status === 'planned' || status === 'missed');
  const timed = plan.sessions.find(({ number }) => number === timer?.number) ?? null;
  return {
    date,
    plan,
    sessions,
    current: timed ?? open.find(({ status }) => status === 'planned') ?? open[0] ?? null,
    overdue: plan.sessions.filter(
      (session) => session.status === 'missed' && dayOf(session) < today,
    ),
    later:
      plan.sessions.find((session) => session.status === 'planned' && dayOf(session) > today) ??
      null,
    timer,
    milestones: plan.milestones.filter((it) => it.date === date && it.kind !== 'exam'),
    daysToExam: plan.exam ? daysBetween(date, plan.exam.date) : null,
    week: weekOf(plan.sessions.map(dayOf), today),
  };
}

function weekOf(days: readonly DayNumber[], today: DayNumber): readonly [number, number] | null {
  const first = isoWeekIndex(Math.min(...days));
  const last = isoWeekIndex(Math.max(...days));
  const week = isoWeekIndex(today);
  return first <= week && week <= last ? [week - first + 1, last - first + 1] : null;
}
