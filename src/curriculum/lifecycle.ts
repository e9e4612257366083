/** Where a certification stands on a day, computed from its dates. */
import type { CivilDate } from '../time/civil-date.ts';
import type { Lifecycle } from './curriculum.ts';

export const STATUSES = ['announced', 'beta', 'active', 'retiring', 'retired'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * - announced: no exam yet
 * - beta: exams are taken, general availability is still ahead
 * - active: can be booked, no end is known
 * - retiring: can be booked, the last exam day is known
 * - retired: the last exam day has passed
 */
export function statusOn(lifecycle: Lifecycle, day: CivilDate): Status {
  const { firstExam, generalAvailability, lastExam } = lifecycle;
  if (lastExam !== null && day > lastExam) return 'retired';
  if (generalAvailability !== null && day < generalAvailability) {
    return firstExam !== null && day >= firstExam ? 'beta' : 'announced';
  }
  if (firstExam !== null && day < firstExam) return 'announced';
  return lastExam === null ? 'active' : 'retiring';
}

/** The span of days on which the exam can be sat; null at an open end. */
export interface ExamLife {
  readonly first: CivilDate | null;
  readonly last: CivilDate | null;
}

/** @param allowBeta counts the days of the beta as well */
export function examLife(lifecycle: Lifecycle, allowBeta: boolean): ExamLife {
  const first = allowBeta
    ? lifecycle.firstExam
    : (lifecycle.generalAvailability ?? lifecycle.firstExam);
  return { first, last: lifecycle.lastExam };
}
