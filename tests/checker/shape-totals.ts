/** Shape, third part: totals and feasibility agree with the sessions and with each other. */
import type { PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';

const TIGHT_SHARE = 0.1;

const shape = (message: string): Violation => ({ rule: 'shape', message, sessions: [] });

/** Minutes that a total must hold; skipped sessions may be counted or not. */
interface Span {
  low: number;
  high: number;
}

export function checkTotals({ plan }: PlanView): Violation[] {
  const all: Span = { low: 0, high: 0 };
  const count: Span = { low: 0, high: 0 };
  const kinds = new Map<string, Span>();
  const domains = new Map<string, Span>();
  const add = (span: Span, minutes: number, skipped: boolean) => {
    span.high += minutes;
    if (!skipped) span.low += minutes;
  };
  const of = (map: Map<string, Span>, key: string): Span => {
    const span = map.get(key) ?? { low: 0, high: 0 };
    map.set(key, span);
    return span;
  };
  for (const { kind, domain, minutes, status } of plan.sessions) {
    const skipped = status === 'skipped';
    add(all, minutes, skipped);
    add(count, 1, skipped);
    add(of(kinds, kind), minutes, skipped);
    if (domain !== null) add(of(domains, domain), minutes, skipped);
  }

  const violations: Violation[] = [];
  const mustLie = (what: string, value: number, { low, high }: Span) => {
    if (value < low || value > high)
      violations.push(shape(`${what} is ${value}, sessions give ${low}`));
  };
  const { totals } = plan;
  // While reviews are not scheduled yet, their minutes are in the totals and in no session.
  const reviews = kinds.get('review');
  const reserve = reviews ? 0 : (totals.byKind.review ?? 0);
  mustLie('totals.sessions', totals.sessions, count);
  mustLie('totals.minutes', totals.minutes, { low: all.low, high: all.high + reserve });
  const sumOfKinds = Object.values(totals.byKind).reduce((sum, it) => sum + it, 0);
  if (sumOfKinds !== totals.minutes) {
    violations.push(shape(`byKind adds up to ${sumOfKinds}, totals.minutes is ${totals.minutes}`));
  }
  for (const key of new Set([...kinds.keys(), ...Object.keys(totals.byKind)])) {
    if (key === 'review' && !reviews) continue;
    const value = Object.entries(totals.byKind).find(([kind]) => kind === key)?.[1] ?? 0;
    mustLie(`byKind.${key}`, value, kinds.get(key) ?? { low: 0, high: 0 });
  }
  for (const key of new Set([...domains.keys(), ...Object.keys(totals.byDomain)])) {
    const { low, high } = domains.get(key) ?? { low: 0, high: 0 };
    mustLie(`byDomain.${key}`, totals.byDomain[key] ?? 0, { low, high: high + reserve });
  }
  return violations;
}

export function checkFeasibility({ plan, given }: PlanView): Violation[] {
  const { verdict, neededMinutes, availableMinutes, cushionMinutes } = plan.feasibility;
  const violations: Violation[] = [];
  const isFresh =
    given.now === undefined && plan.sessions.every((it) => it.status === 'planned' && !it.pinned);
  if (isFresh && neededMinutes !== plan.totals.minutes) {
    violations.push(
      shape(`neededMinutes is ${neededMinutes}, totals.minutes is ${plan.totals.minutes}`),
    );
  }
  if (!plan.exam) {
    if (verdict !== 'fits') violations.push(shape(`no exam day, yet the verdict is ${verdict}`));
    if (availableMinutes !== null || cushionMinutes !== null) {
      violations.push(shape('no exam day, yet availableMinutes or cushionMinutes is given'));
    }
    return violations;
  }
  if (availableMinutes === null || cushionMinutes === null) {
    return [...violations, shape('availableMinutes or cushionMinutes is null beside an exam day')];
  }
  if (cushionMinutes !== availableMinutes - neededMinutes) {
    violations.push(
      shape(`cushion ${cushionMinutes} is not ${availableMinutes} - ${neededMinutes}`),
    );
  }
  const expected =
    cushionMinutes < 0
      ? 'does-not-fit'
      : cushionMinutes < TIGHT_SHARE * neededMinutes
        ? 'tight'
        : 'fits';
  if (verdict !== expected) {
    violations.push(shape(`verdict ${verdict}, the numbers say ${expected}`));
  }
  if (isFresh && plan.exam.source === 'suggested' && expected !== 'fits') {
    violations.push(shape(`the suggested exam day leaves a cushion of ${cushionMinutes} minutes`));
  }
  return violations;
}
