/** Shape, fifth part: the exam day is the one asked for, or a day that may be suggested. */
import type { PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';
import { dateOf, weekdayOf } from './zone-clock.ts';

const SATURDAY = 5;

const shape = (message: string, sessions: readonly number[] = []): Violation => ({
  rule: 'shape',
  message,
  sessions,
});

export function checkExam(view: PlanView): Violation[] {
  const { plan, exam, curriculum, given } = view;
  const violations: Violation[] = [];
  const { examGiven } = given;
  if (typeof examGiven === 'string') {
    if (plan.exam?.at !== examGiven || plan.exam.source !== 'given') {
      violations.push(
        shape(`exam asked for ${examGiven}, the plan has ${plan.exam?.at ?? 'none'}`),
      );
    }
  } else if (examGiven === null && plan.exam?.source === 'given') {
    violations.push(shape('no exam day was asked for, the plan says it was'));
  }
  if (exam) {
    if (plan.exam?.source === 'suggested' && weekdayOf(exam.day) >= SATURDAY) {
      violations.push(shape(`the suggested exam day ${dateOf(exam.day)} is no Monday to Friday`));
    }
    const milestone = plan.milestones.find((it) => it.kind === 'exam');
    if (milestone && milestone.date !== dateOf(exam.day)) {
      violations.push(shape(`milestone exam on ${milestone.date}, exam on ${dateOf(exam.day)}`));
    }
    return violations;
  }
  if (curriculum.lastExam === null) violations.push(shape('no exam day, yet the exam is offered'));
  return [...violations, ...endsWithPracticeExam(view)];
}

/** Without an exam day the plan ends with a practice exam and its review. */
function endsWithPracticeExam({ sessions, given }: PlanView): Violation[] {
  if (given.now !== undefined) return [];
  const last = sessions
    .filter(({ session }) => session.kind !== 'review' && session.kind !== 'logistics')
    .at(-1);
  if (!last || last.session.kind === 'exam-review') return [];
  return [shape(`no exam day, and the plan ends with ${last.session.activity}`, [last.number])];
}
