/** How much of an exam is likely to be recalled, day by day, from the days on which its tasks are met. */
import { firstMemory, type Memory, recallAfter, strengthened } from './memory.ts';

export interface TaskMeetings {
  /** Share of the exam, any unit. */
  readonly weight: number;
  /** Days on which the task is learned or met again, in order; several on one day count once. */
  readonly days: readonly number[];
}

/**
 * @param from the first day
 * @param to the last day, not before the first
 * @returns for each day the chance, 0 to 1, that a point of the exam is recalled on its morning:
 *   tasks by weight, 0 for what was not learned on an earlier day
 */
export function recallCurve(tasks: readonly TaskMeetings[], from: number, to: number): number[] {
  const curve = Array.from({ length: to - from + 1 }, () => 0);
  const total = tasks.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return curve;
  for (const { weight, days } of tasks) {
    let memory: Memory | null = null;
    let last = Number.NaN;
    let next = 0;
    for (let day = from; day <= to; day += 1) {
      for (let met = days[next]; met !== undefined && met < day; met = days[next]) {
        if (memory === null) memory = firstMemory();
        else if (met > last) memory = strengthened(memory, met - last);
        last = met;
        next += 1;
      }
      if (memory === null) continue;
      curve[day - from] =
        (curve[day - from] ?? 0) + (weight / total) * recallAfter(memory, day - last);
    }
  }
  return curve;
}
