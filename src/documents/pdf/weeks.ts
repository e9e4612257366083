/** The plan cut into ISO weeks, as the charts and the lists show it. */
import { type Milestone, type Plan, planClock, type Session } from '../../plan/plan.ts';
import { type WeekLoad, weekLoads } from '../../plan/totals.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../../time/civil-date.ts';
import type { MinuteOfDay } from '../../time/wall-clock.ts';
import { type Desk, isInRange } from './desk.ts';

export interface DatedSession {
  readonly session: Session;
  readonly date: CivilDate;
  /** Wall-clock minute of its start, in the learner's zone. */
  readonly minute: MinuteOfDay;
}

export interface PlanWeek extends WeekLoad {
  /** Counted from 1. */
  readonly place: number;
  readonly of: number;
  readonly monday: CivilDate;
  readonly sunday: CivilDate;
  readonly sessions: readonly DatedSession[];
  readonly milestones: readonly Milestone[];
}

/** Name that links inside the document use. */
export const weekAnchor = (place: number): string => `week-${String(place).padStart(4, '0')}`;

/** Weeks of the days that are printed, with the places that they have in the whole plan. */
export const printedWeeks = (desk: Desk): PlanWeek[] =>
  planWeeks(desk.plan).flatMap((week) => {
    const { from, to } = desk.range;
    if ((from !== null && week.sunday < from) || (to !== null && week.monday > to)) return [];
    return [
      {
        ...week,
        sessions: week.sessions.filter(({ date }) => isInRange(desk, date)),
        milestones: week.milestones.filter(({ date }) => isInRange(desk, date)),
      },
    ];
  });

export function planWeeks(plan: Plan): PlanWeek[] {
  const clock = planClock(plan);
  const loads = weekLoads(plan);
  const byWeek = new Map<number, DatedSession[]>();
  for (const session of [...plan.sessions].sort(
    (a, b) => a.start - b.start || a.number - b.number,
  )) {
    const { day, minute } = clock.toWallClock(session.start);
    const week = isoWeekIndex(day);
    const list = byWeek.get(week) ?? [];
    list.push({ session, date: civilDate(day), minute });
    byWeek.set(week, list);
  }
  return loads.map((load, index) => {
    const monday = firstDayOfWeek(load.week);
    return {
      ...load,
      place: index + 1,
      of: loads.length,
      monday: civilDate(monday),
      sunday: civilDate(monday + 6),
      sessions: byWeek.get(load.week) ?? [],
      milestones: plan.milestones.filter(({ date }) => isoWeekIndex(dayNumber(date)) === load.week),
    };
  });
}
