/** Rule 8: the exam lies within its life. */
import type { PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dateOf, dayOf } from './zone-clock.ts';

export function checkExamLife({ exam, curriculum, given }: PlanView): Violation[] {
  if (!exam) return [];
  const { firstExam, generalAvailability, lastExam } = curriculum;
  const first = given.beta ? firstExam : (generalAvailability ?? firstExam);
  const violations: Violation[] = [];
  const day = dateOf(exam.day);
  if (first !== null && exam.day < dayOf(first)) {
    const message = `the exam on ${day} is before ${first}${given.beta ? ' (beta)' : ''}`;
    violations.push({ rule: 8, message, sessions: [] });
  }
  if (lastExam !== null && exam.day > dayOf(lastExam)) {
    const message = `the exam on ${day} is after the last exam day ${lastExam}`;
    violations.push({ rule: 8, message, sessions: [] });
  }
  return violations;
}
