/** Rule 9: every task is met again on two later days, and reviews leave room for new work. */
import { isContent } from './plan-document.ts';
import type { PlanView, SessionView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dateOf, dayOf } from './zone-clock.ts';

const MEETINGS = 2;
const LAST_DAYS = 14;
const ALWAYS_ALLOWED = 30;

export function checkMeetingsAndLoad(view: PlanView): Violation[] {
  return [...meetings(view), ...reviewLoad(view)];
}

function meetings({ sessions, curriculum, clock }: PlanView): Violation[] {
  /** Task → its first content session (sessions come by start). */
  const firstLearned = new Map<string, SessionView>();
  for (const view of sessions) {
    if (!isContent(view.session.kind)) continue;
    for (const task of view.session.tasks) {
      if (!firstLearned.has(task)) firstLearned.set(task, view);
    }
  }
  const days = new Map<string, Set<number>>();
  for (const view of sessions) {
    const { kind, activity, tasks } = view.session;
    const ofOneDomain = curriculum.activities.get(activity)?.domains.length === 1;
    if (kind !== 'review' && !(kind === 'practice-questions' && ofOneDomain)) continue;
    for (const task of tasks) {
      const learned = firstLearned.get(task);
      if (!learned || view.day <= clock.dayAt(learned.end - 1)) continue;
      const known = days.get(task);
      if (known) known.add(view.day);
      else days.set(task, new Set([view.day]));
    }
  }
  const violations: Violation[] = [];
  for (const task of curriculum.domainOfTask.keys()) {
    const learned = firstLearned.get(task);
    const count = days.get(task)?.size ?? 0;
    if (!learned || count >= MEETINGS) continue;
    violations.push({
      rule: 9,
      message: `task ${task} is met again on ${count} later days, not ${MEETINGS}`,
      sessions: [learned.number],
    });
  }
  return violations;
}

function reviewLoad({ plan, exam, sessions }: PlanView): Violation[] {
  const perDay = new Map<number, { all: number; review: number; numbers: number[] }>();
  for (const view of sessions) {
    const { kind, minutes } = view.session;
    const day = perDay.get(view.day) ?? { all: 0, review: 0, numbers: [] };
    perDay.set(view.day, day);
    day.all += minutes;
    if (kind !== 'review') continue;
    day.review += minutes;
    day.numbers.push(view.number);
  }
  // The 14 dates before the exam; without an exam, the 14 that end with the finish.
  const freeFrom = exam ? exam.day - LAST_DAYS : dayOf(plan.finish) - LAST_DAYS + 1;
  const violations: Violation[] = [];
  for (const [day, { all, review, numbers }] of perDay) {
    if (day >= freeFrom || review <= Math.max(ALWAYS_ALLOWED, all / 2)) continue;
    violations.push({
      rule: 9,
      message: `reviews take ${review} of ${all} minutes on ${dateOf(day)}`,
      sessions: numbers,
    });
  }
  return violations;
}
