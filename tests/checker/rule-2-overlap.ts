/** Rule 2: no overlap with another session, a busy time or a day off. */
import type { PlanView, SessionView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dayOf, instantOf } from './zone-clock.ts';

export function checkOverlap(view: PlanView): Violation[] {
  return [...withSessions(view), ...withBusyTimes(view), ...withDaysOff(view)];
}

function withSessions({ sessions }: PlanView): Violation[] {
  const violations: Violation[] = [];
  /** The session that ends last so far, and the same among those that the rules bind. */
  let last: SessionView | undefined;
  let lastBound: SessionView | undefined;
  for (const view of sessions) {
    const other = view.exempt ? lastBound : last;
    if (other && other.end > view.start) {
      violations.push({
        rule: 2,
        message: `session ${view.number} starts at ${view.session.start}, before ${other.number} ends`,
        sessions: [other.number, view.number],
      });
    }
    if (!last || view.end > last.end) last = view;
    if (!view.exempt && (!lastBound || view.end > lastBound.end)) lastBound = view;
  }
  return violations;
}

function withBusyTimes({ sessions, given }: PlanView): Violation[] {
  const busy = (given.busy ?? [])
    .map(([from, to]) => ({ from, start: instantOf(from), end: instantOf(to) }))
    .filter((it) => it.end > it.start)
    .sort((a, b) => a.start - b.start);
  const violations: Violation[] = [];
  let next = 0;
  /** Of the busy times that start before the session ends, the one that ends last. */
  let latest: (typeof busy)[number] | undefined;
  for (const view of [...sessions].sort((a, b) => a.end - b.end)) {
    for (let it = busy[next]; it && it.start < view.end; it = busy[++next]) {
      if (!latest || it.end > latest.end) latest = it;
    }
    if (!view.exempt && latest && latest.end > view.start) {
      violations.push({
        rule: 2,
        message: `session ${view.number} at ${view.session.start} meets the busy time from ${latest.from}`,
        sessions: [view.number],
      });
    }
  }
  return violations;
}

function withDaysOff({ plan, sessions, clock }: PlanView): Violation[] {
  const daysOff = new Set(plan.learner.daysOff.map(dayOf));
  if (daysOff.size === 0) return [];
  return sessions
    .filter(
      (view) =>
        !view.exempt &&
        (daysOff.has(view.day) ||
          (view.end > view.start && daysOff.has(clock.dayAt(view.end - 1)))),
    )
    .map((view) => ({
      rule: 2,
      message: `session ${view.number} at ${view.session.start} touches a day off`,
      sessions: [view.number],
    }));
}
