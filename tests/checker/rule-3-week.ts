/** Rule 3: the minutes of one ISO week never exceed the weekly hours. */
import type { PlanView, SessionView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dateOf, isoWeekOf } from './zone-clock.ts';

export function checkWeeks({ plan, sessions }: PlanView): Violation[] {
  const weeks = new Map<number, { minutes: number; bound: SessionView[] }>();
  for (const view of sessions) {
    const key = isoWeekOf(view.day);
    const week = weeks.get(key) ?? { minutes: 0, bound: [] };
    weeks.set(key, week);
    week.minutes += view.session.minutes;
    if (!view.exempt) week.bound.push(view);
  }
  const cap = plan.learner.hoursPerWeek * 60;
  const violations: Violation[] = [];
  for (const [key, { minutes, bound }] of weeks) {
    // A week that only pinned, done and past sessions overfill breaks no rule.
    if (minutes <= cap + 1e-6 || bound.length === 0) continue;
    violations.push({
      rule: 3,
      message: `the week of ${dateOf(key * 7 - 3)} holds ${minutes} minutes, more than ${cap}`,
      sessions: bound.map((it) => it.number),
    });
  }
  return violations;
}
