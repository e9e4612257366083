/** Can it be done by a day? Minutes against weeks, and the exam's own life; a plan says it exactly. */
import type { CivilDate } from '../time/civil-date.ts';
import { addDays, daysBetween } from '../time/civil-date.ts';
import type { Candidate } from './candidate.ts';
import type { Wishes } from './wishes.ts';

export type InTime = 'fits' | 'tight' | 'too-late' | 'beta-only';

/** As in a plan: tight is a cushion under a tenth of the need. */
const CUSHION = 0.1;

export const weeksFor = (minutes: number, hoursPerWeek: number): number =>
  minutes / 60 / hoursPerWeek;

/** The first day on which all minutes are behind the learner, at the weekly hours. */
export const readyOn = (minutes: number, { start, hoursPerWeek }: Wishes): CivilDate =>
  addDays(start, Math.ceil(weeksFor(minutes, hoursPerWeek) * 7));

/**
 * - too-late: the hours do not fit before the day, or before the last exam day; or there is no exam by then
 * - beta-only: the hours fit, but by then the exam is still in beta
 *
 * Null: no day was named and the exam has no end; or it is retired.
 */
export function inTime(candidate: Candidate, wishes: Wishes): InTime | null {
  const { lifecycle, minutes, status } = candidate;
  if (status === 'retired') return null;
  const { by, start, hoursPerWeek } = wishes;
  const ends = [by, lifecycle.lastExam].filter((day) => day !== null).sort();
  const end = ends[0];
  if (end === undefined) return null;
  const { firstExam, generalAvailability } = lifecycle;
  const begins = firstExam ?? generalAvailability;
  if (begins !== null && begins > end) return 'too-late';
  const available = (daysBetween(start, end) / 7) * hoursPerWeek * 60;
  if (minutes > available) return 'too-late';
  if (generalAvailability !== null && generalAvailability > end) return 'beta-only';
  return minutes * (1 + CUSHION) > available ? 'tight' : 'fits';
}
