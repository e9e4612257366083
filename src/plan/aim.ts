/** What a request aims at, and whether it can be aimed at: the exam's life, past days, useless windows. */
import type { Certification } from '../curriculum/curriculum.ts';
import { examLife, statusOn } from '../curriculum/lifecycle.ts';
import { cannotPlan } from '../errors.ts';
import type { Learner } from '../learner/learner.ts';
import type { Aim } from '../schedule/schedule.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { SHORTEST_PART } from '../workload/segments.ts';
import type { PlanRequest } from './plan-request.ts';

/** What of a request decides whether its exam can be aimed at. */
export interface AimedAt extends Pick<PlanRequest, 'exam' | 'start' | 'allowBeta'> {
  readonly curriculum: Pick<Certification, 'examCode' | 'lifecycle' | 'successors'>;
}

/** @throws UserError, exit code 3, when the exam cannot be sat on the day given */
export function aimOf(request: AimedAt, today: CivilDate): Aim {
  const { curriculum, exam, start } = request;
  const { examCode, lifecycle } = curriculum;
  const retired = statusOn(lifecycle, today) === 'retired';
  const life = examLife(lifecycle, request.allowBeta);
  const successors = curriculum.successors.join(', ');
  const instead =
    successors === ''
      ? 'leave --exam out to study without an exam day'
      : `its successors: ${successors}; or leave --exam out to study without an exam day`;
  if (exam === null) return retired ? { kind: 'none' } : { kind: 'suggest', life };

  const { date, minute } = exam;
  if (life.last !== null && date > life.last) {
    throw cannotPlan(
      'exam-after-life',
      `--exam ${date}: the last exam day of ${examCode} ${retired ? 'was' : 'is'} ${life.last}`,
      instead,
    );
  }
  if (retired) {
    throw cannotPlan(
      'exam-in-past',
      `--exam ${date} has passed; the last exam day of ${examCode} was ${life.last ?? ''}`,
      instead,
    );
  }
  if (date < today || date <= start) {
    throw cannotPlan(
      'exam-before-start',
      date < today
        ? `--exam ${date} is in the past: today is ${today}`
        : `--exam ${date} is not after the start of the plan, ${start}`,
      'choose a later exam day',
    );
  }
  if (life.first !== null && date < life.first) {
    const beta =
      lifecycle.generalAvailability !== null && lifecycle.firstExam !== null && !request.allowBeta
        ? `choose a day from ${life.first} on, or add --beta to sit the beta exam`
        : `choose a day from ${life.first} on`;
    throw cannotPlan(
      'exam-before-life',
      `--exam ${date}: ${examCode} can be sat from ${life.first} on`,
      beta,
    );
  }
  return { kind: 'given', exam: { date, minute } };
}

/** @throws UserError, exit code 3, when no window holds the shortest session */
export function refuseUselessWindows(learner: Learner): void {
  const longest = Math.max(...learner.windows.map((window) => window.to - window.from));
  if (longest < SHORTEST_PART) {
    throw cannotPlan(
      'no-usable-window',
      `--when: the longest window has ${longest} minutes; a session needs at least ${SHORTEST_PART}`,
      'give a longer window',
    );
  }
}
