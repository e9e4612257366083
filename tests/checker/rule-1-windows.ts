/** Rule 1: inside one window, at the right wall time, in elapsed minutes. */
import type { PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { liesInOneWindow, weeklyWindows } from './windows.ts';
import { MINUTE } from './zone-clock.ts';

/** Milliseconds of the offset at the end of an RFC 3339 time. */
function statedOffset(iso: string): number {
  if (iso.endsWith('Z')) return 0;
  const sign = iso.at(-6) === '-' ? -1 : 1;
  return sign * (Number(iso.slice(-5, -3)) * 60 + Number(iso.slice(-2))) * MINUTE;
}

export function checkWindows({ plan, clock, byNumber }: PlanView): Violation[] {
  const violations: Violation[] = [];
  const week = weeklyWindows(plan.learner.windows);
  for (const { number, session, start, end, exempt } of byNumber.values()) {
    // A slot that contradicts itself is wrong even where the rule does not bind the session.
    const rule = exempt ? 'shape' : 1;
    const say = (message: string) => violations.push({ rule, message, sessions: [number] });
    const elapsed = (end - start) / MINUTE;
    if (elapsed !== session.minutes) {
      say(`${session.start} to ${session.end} are ${elapsed} minutes, not ${session.minutes}`);
    }
    if (statedOffset(session.start) !== clock.offsetAt(start)) {
      say(`start ${session.start} has not the offset of ${clock.zone}`);
    }
    if (statedOffset(session.end) !== clock.offsetAt(end)) {
      say(`end ${session.end} has not the offset of ${clock.zone}`);
    }
    if (exempt || session.status === 'skipped') continue;
    if (!liesInOneWindow(week, clock, start, end)) {
      say(`${session.start} to ${session.end} does not lie in one window`);
    }
  }
  return violations;
}
