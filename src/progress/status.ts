/** How it goes: everything that `certplan status` says, put together from state and now. */
import { KINDS, type Kind } from '../curriculum/vocabulary.ts';
import { type Plan, planClock, type Session } from '../plan/plan.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import { type Adherence, adherenceOf } from './adherence.ts';
import { feasibilityNow } from './feasibility-now.ts';
import { type Finishes, type Forecast, forecastOf, simulateFinishes } from './forecast.ts';
import { type KindPace, paceByKind } from './pace.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { asOf, type PlanState } from './state.ts';

/** Planned minutes and number of sessions. */
export interface Amount {
  readonly minutes: number;
  readonly sessions: number;
}

export interface Part {
  /** Planned minutes of the done sessions. */
  readonly done: number;
  /** Planned minutes of all sessions that were not skipped. */
  readonly planned: number;
}

export interface WeekStudied {
  /** Its Monday. */
  readonly from: CivilDate;
  /** Minutes really studied. */
  readonly done: number;
  /** Minutes whose slots lie in it. */
  readonly planned: number;
}

export interface Status {
  /** As it looks now: what has passed undone is missed. */
  readonly plan: Plan;
  /** Local date of now. */
  readonly today: CivilDate;
  /** Done sessions with their planned minutes, so that they can be held against the plan. */
  readonly done: Amount;
  /** Minutes that the done sessions really took. */
  readonly actualMinutes: number;
  /** The whole need: done, planned and missed; what was skipped is not. */
  readonly planned: Amount;
  /** What the plan has up to now. */
  readonly due: Amount;
  readonly skipped: Amount;
  readonly byDomain: Readonly<Record<string, Part>>;
  readonly byKind: Readonly<Partial<Record<Kind, Part>>>;
  readonly pace: Readonly<Partial<Record<Kind, KindPace>>>;
  readonly adherence: Adherence;
  readonly forecast: Forecast;
  /** The whole distribution behind the forecast. */
  readonly finishes: Finishes;
  readonly readiness: Readiness;
  /** Minutes that the windows offer before the exam, minus the minutes still to do. Null without exam. */
  readonly cushionMinutes: number | null;
  /** In order of time. */
  readonly overdue: readonly Session[];
  /** The next planned session; where none is left, the first overdue one. */
  readonly next: Session | null;
  /** From the first week of plan or study to the last week of the plan or this one. */
  readonly weeks: readonly WeekStudied[];
}

const amount = (sessions: readonly Session[]): Amount => ({
  minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
  sessions: sessions.length,
});

const part = (sessions: readonly Session[]): Part => ({
  done: amount(sessions.filter(({ status }) => status === 'done')).minutes,
  planned: amount(sessions).minutes,
});

export function statusOf(state: PlanState, now: EpochMinutes): Status {
  const plan = asOf(state.plan, now);
  const clock = planClock(plan);
  const { day: today } = clock.toWallClock(now);
  const kept = plan.sessions.filter(({ status }) => status !== 'skipped');
  const done = kept.filter(({ status }) => status === 'done');
  const overdue = kept.filter(({ status }) => status === 'missed');
  const finishes = simulateFinishes(state, now, clock);
  return {
    plan,
    today: civilDate(today),
    done: amount(done),
    actualMinutes: done.reduce((sum, { actual }) => sum + (actual?.minutes ?? 0), 0),
    planned: amount(kept),
    due: amount(kept.filter(({ start, minutes }) => start + minutes <= now)),
    skipped: amount(plan.sessions.filter(({ status }) => status === 'skipped')),
    byDomain: Object.fromEntries(
      plan.certification.domains.map(({ id }) => [
        id,
        part(kept.filter(({ domain }) => domain === id)),
      ]),
    ),
    byKind: Object.fromEntries(
      KINDS.map(
        (kind) => [kind, part(kept.filter((session) => session.kind === kind))] as const,
      ).filter(([, { planned }]) => planned > 0),
    ),
    pace: paceByKind(state),
    adherence: adherenceOf(state, now, clock),
    forecast: forecastOf(finishes, plan.exam),
    finishes,
    readiness: readinessOf(state, now, clock),
    cushionMinutes: feasibilityNow(plan, state.logged, now).cushionMinutes,
    overdue,
    next: kept.find(({ status }) => status === 'planned') ?? overdue[0] ?? null,
    weeks: weeksOf(kept, now, clock),
  };
}

function weeksOf(sessions: readonly Session[], now: EpochMinutes, clock: ZoneClock): WeekStudied[] {
  const weeks = new Map<number, { done: number; planned: number }>();
  const at = (week: number): { done: number; planned: number } => {
    const known = weeks.get(week) ?? { done: 0, planned: 0 };
    weeks.set(week, known);
    return known;
  };
  for (const { start, minutes, status, actual } of sessions) {
    at(isoWeekIndex(clock.toWallClock(start).day)).planned += minutes;
    if (status === 'done' && actual !== null) {
      at(isoWeekIndex(dayNumber(actual.on))).done += actual.minutes;
    }
  }
  const present = isoWeekIndex(clock.toWallClock(now).day);
  const first = Math.min(...weeks.keys());
  if (!Number.isFinite(first)) return [];
  const last = Math.max(...weeks.keys());
  // A plan looked at years later is not followed by years of empty weeks.
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: civilDate(firstDayOfWeek(first + index)),
    ...(weeks.get(first + index) ?? { done: 0, planned: 0 }),
  })).filter(
    ({ from, done, planned }) => done + planned > 0 || dayNumber(from) <= firstDayOfWeek(present),
  );
}
