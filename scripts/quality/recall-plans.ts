/** Expected recall on the exam day from a plan's own sessions, and with its reviews dealt otherwise. */
import type { Domain } from '../../src/curriculum/curriculum.ts';
import { isReading } from '../../src/curriculum/vocabulary.ts';
import { recallOn } from '../../src/memory/memory.ts';
import type { Placement } from '../../src/schedule/placement.ts';
import { type DayNumber, dayNumber } from '../../src/time/civil-date.ts';
import type { Planned } from './learners.ts';

export interface PlanRecall {
  readonly own: number;
  readonly withoutReviews: number;
  /** The same slots, the tasks in turn. */
  readonly evenSpacing: number;
  readonly reviews: number;
}

/** Days on which a task is learned, or met in the practice questions of its one domain. */
function daysWithoutReviews(placements: readonly Placement[], guide: string) {
  const days = new Map<string, DayNumber[]>();
  const learned = new Map<string, DayNumber>();
  for (const { item, day } of placements) {
    const teaches = (isReading(item.kind) || item.kind === 'lab') && item.id !== guide;
    const practises = item.kind === 'practice-questions' && item.domain !== null;
    if (!teaches && !practises) continue;
    for (const task of item.tasks) {
      days.set(task, [...(days.get(task) ?? []), day]);
      if (teaches && !learned.has(task)) learned.set(task, day);
    }
  }
  return { days, learned };
}

function expected(
  domains: readonly Domain[],
  days: ReadonlyMap<string, readonly DayNumber[]>,
  reviews: readonly { readonly task: string; readonly day: DayNumber }[],
  examDay: DayNumber,
): number {
  let recall = 0;
  let whole = 0;
  for (const domain of domains) {
    const weight = domain.weight / domain.tasks.length;
    for (const { id } of domain.tasks) {
      const met = [
        ...(days.get(id) ?? []),
        ...reviews.filter(({ task }) => task === id).map(({ day }) => day),
      ].sort((a, b) => a - b);
      recall += weight * recallOn(examDay, met);
      whole += weight;
    }
  }
  return recall / whole;
}

/** Each slot takes the next task, in the order of the exam guide, that was learned before its day. */
function inTurn(
  slots: readonly DayNumber[],
  tasks: readonly string[],
  learned: ReadonlyMap<string, DayNumber>,
): { task: string; day: DayNumber }[] {
  let next = 0;
  return slots.flatMap((day) => {
    for (let step = 0; step < tasks.length; step += 1) {
      const task = tasks[(next + step) % tasks.length] ?? '';
      if ((learned.get(task) ?? Number.POSITIVE_INFINITY) >= day) continue;
      next = (next + step + 1) % tasks.length;
      return [{ task, day }];
    }
    return [];
  });
}

/** Null for a plan without an exam day. */
export function planRecall({ request, schedule }: Planned): PlanRecall | null {
  if (schedule.exam === null) return null;
  const { domains, guide } = request.curriculum;
  const examDay = dayNumber(schedule.exam.date);
  const { days, learned } = daysWithoutReviews(schedule.placements, guide);
  const reviews = schedule.placements
    .filter(({ item }) => item.kind === 'review')
    .map(({ item, day }) => ({ task: item.tasks[0] ?? '', day }));
  const tasks = domains.flatMap((domain) => domain.tasks.map(({ id }) => id));
  const slots = reviews.map(({ day }) => day);
  return {
    own: expected(domains, days, reviews, examDay),
    withoutReviews: expected(domains, days, [], examDay),
    evenSpacing: expected(domains, days, inTurn(slots, tasks, learned), examDay),
    reviews: reviews.length,
  };
}
