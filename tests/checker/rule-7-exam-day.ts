/** Rule 7: the last days, and nothing after the exam begins. */
import { isContent } from './plan-document.ts';
import type { PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';

const DAYS_WITHOUT_CONTENT = 5;
const MINUTES_ON_THE_EVE = 60;

export function checkLastDays({ exam, sessions }: PlanView): Violation[] {
  if (!exam) return [];
  const violations: Violation[] = [];
  const say = (message: string, numbers: number[]) =>
    violations.push({ rule: 7, message, sessions: numbers });
  let minutesOnEve = 0;
  const boundOnEve: number[] = [];
  for (const { session, number, end, day, exempt } of sessions) {
    const daysLeft = exam.day - day;
    const isLight = session.kind === 'review' || session.kind === 'logistics';
    if (daysLeft === 1 && isLight) {
      minutesOnEve += session.minutes;
      if (!exempt) boundOnEve.push(number);
    }
    if (exempt) continue;
    if (end > exam.closes) say(`${session.activity} ends after the exam begins`, [number]);
    if (isContent(session.kind) && daysLeft >= 1 && daysLeft <= DAYS_WITHOUT_CONTENT) {
      say(`content ${session.activity} ${daysLeft} days before the exam`, [number]);
    }
    if (daysLeft === 1 && !isLight) {
      say(`${session.kind} ${session.activity} on the day before the exam`, [number]);
    }
  }
  if (minutesOnEve > MINUTES_ON_THE_EVE && boundOnEve.length > 0) {
    say(`${minutesOnEve} minutes on the day before the exam`, boundOnEve);
  }
  return violations;
}
