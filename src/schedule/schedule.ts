/**
 * The dated schedule of sessions: content forwards from the start; the last practice exam and its
 * review backwards from the exam day, if there is one.
 */
import type { ExamLife } from '../curriculum/lifecycle.ts';
import type { WorkItem } from '../workload/work-item.ts';
import type { ExamDay } from './last-exam.ts';
import { scheduleAndSuggest, scheduleWithoutExam } from './open-ended.ts';
import type { Placement } from './placement.ts';
import { scheduleTowards } from './towards-exam.ts';
import { prepareWork, type WorkInput } from './work.ts';

/** What the plan aims at: a day given, a day to be suggested within the exam's life, or none. */
export type Aim =
  | { readonly kind: 'given'; readonly exam: ExamDay }
  | { readonly kind: 'suggest'; readonly life: ExamLife }
  | { readonly kind: 'none' };

export interface Schedule {
  /** In order of time. */
  readonly placements: readonly Placement[];
  readonly exam: (ExamDay & { readonly source: 'given' | 'suggested' }) | null;
  /** Minutes that the windows offer before the exam; null without an exam. */
  readonly availableMinutes: number | null;
}

export interface FittingResult {
  readonly fits: true;
  readonly schedule: Schedule;
}

export type ScheduleResult =
  | FittingResult
  | {
      readonly fits: false;
      readonly reason: 'hours' | 'no-window' | 'life';
      readonly availableMinutes: number;
      readonly unplaced: readonly WorkItem[];
    };

export function makeSchedule(input: WorkInput, aim: Aim): ScheduleResult {
  const work = prepareWork(input);
  switch (aim.kind) {
    case 'given':
      return scheduleTowards(work, aim.exam);
    case 'suggest':
      return scheduleAndSuggest(work, aim.life);
    case 'none':
      return scheduleWithoutExam(work);
  }
}
