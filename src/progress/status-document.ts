/** The JSON document `certplan.status/1`. */
import { planClock } from '../plan/plan.ts';
import { examAt, sessionDocument } from '../plan/plan-document.ts';
import type { Advice } from './advice.ts';
import type { Range } from './readiness.ts';
import type { Status } from './status.ts';

/** Shares and ratios to three places: more would feign precision. */
const short = (value: number): number => Math.round(value * 1000) / 1000;
const shortRange = ({ estimate, low, high }: Range): Range => ({
  estimate: short(estimate),
  low: short(low),
  high: short(high),
});

export function statusDocument(status: Status, advice: Advice) {
  const { plan, adherence, forecast, readiness } = status;
  const entries = <T, R>(values: Readonly<Record<string, T>>, edit: (value: T) => R) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, edit(value)]));
  return {
    schema: 'certplan.status/1',
    name: plan.name,
    certification: plan.certification.id,
    timezone: plan.learner.timeZone,
    today: status.today,
    exam: plan.exam ? { at: examAt(plan.exam), source: plan.exam.source } : null,
    done: { ...status.done, actualMinutes: status.actualMinutes },
    planned: status.planned,
    due: status.due,
    skipped: status.skipped,
    byDomain: Object.fromEntries(
      plan.certification.domains.map(({ id, title, weight }) => [
        id,
        { title, weight: short(weight), ...(status.byDomain[id] ?? { done: 0, planned: 0 }) },
      ]),
    ),
    byKind: status.byKind,
    pace: entries(status.pace, ({ ratio }) => short(ratio)),
    paceSessions: entries(status.pace, ({ sessions }) => sessions),
    adherence: short(adherence.share),
    adherenceSlots: { due: adherence.due, onTime: adherence.onTime },
    forecast: {
      ...forecast,
      chanceByExam: forecast.chanceByExam === null ? null : short(forecast.chanceByExam),
    },
    readiness: {
      ...shortRange(readiness),
      score: shortRange(readiness.score),
      byDomain: entries(readiness.byDomain, (domain) => ({
        ...shortRange(domain),
        coverage: short(domain.coverage),
        scored: domain.scored === null ? null : short(domain.scored),
      })),
      cut: short(readiness.cut),
      basis: readiness.basis,
    },
    cushionMinutes: status.cushionMinutes,
    overdue: status.overdue.map(({ number }) => number),
    hoursPerWeek: status.weeks.map(({ from, done, planned }) => ({
      from,
      doneMinutes: done,
      plannedMinutes: planned,
    })),
    next: status.next === null ? null : sessionDocument(status.next, planClock(plan)),
    advice,
  };
}

export type StatusDocument = ReturnType<typeof statusDocument>;
