/** Sums over a plan's sessions. */
import type { Kind } from '../curriculum/vocabulary.ts';
import { isoWeekIndex } from '../time/civil-date.ts';
import { type Plan, planClock } from './plan.ts';

export interface Totals {
  /** All planned minutes: the need. */
  readonly minutes: number;
  readonly byKind: Readonly<Partial<Record<Kind, number>>>;
  readonly byDomain: Readonly<Record<string, number>>;
  readonly sessions: number;
}

export function totalsOf(plan: Pick<Plan, 'sessions' | 'certification'>): Totals {
  const byKind: Partial<Record<Kind, number>> = {};
  const byDomain: Record<string, number> = Object.fromEntries(
    plan.certification.domains.map((domain) => [domain.id, 0]),
  );
  let minutes = 0;
  for (const session of plan.sessions) {
    minutes += session.minutes;
    byKind[session.kind] = (byKind[session.kind] ?? 0) + session.minutes;
    if (session.domain !== null) {
      byDomain[session.domain] = (byDomain[session.domain] ?? 0) + session.minutes;
    }
  }
  return { minutes, byKind, byDomain, sessions: plan.sessions.length };
}

export interface WeekLoad {
  readonly week: number;
  readonly byKind: Readonly<Partial<Record<Kind, number>>>;
  readonly minutes: number;
}

/** Planned minutes of every ISO week from the first session's to the last one's. */
export function weekLoads(plan: Pick<Plan, 'sessions' | 'learner' | 'zoneChanges'>): WeekLoad[] {
  const clock = planClock(plan);
  const loads = new Map<number, Partial<Record<Kind, number>>>();
  for (const session of plan.sessions) {
    const week = isoWeekIndex(clock.toWallClock(session.start).day);
    const load = loads.get(week) ?? {};
    load[session.kind] = (load[session.kind] ?? 0) + session.minutes;
    loads.set(week, load);
  }
  const weeks = [...loads.keys()];
  const first = Math.min(...weeks);
  const last = Math.max(...weeks);
  return Array.from({ length: weeks.length === 0 ? 0 : last - first + 1 }, (_, index) => {
    const byKind = loads.get(first + index) ?? {};
    return {
      week: first + index,
      byKind,
      minutes: Object.values(byKind).reduce((sum, value) => sum + value, 0),
    };
  });
}
