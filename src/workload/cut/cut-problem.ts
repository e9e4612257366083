/**
 * From a workload to what may be cut from it. Cut is what teaches: docs, courses, videos, labs,
 * projects. Bridges stay, even where all that waits for them is cut: they close a gap that the
 * exam asks about anyway, and dropping them would make the loss of an item depend on the others.
 */
import type { Domain } from '../../curriculum/curriculum.ts';
import { isReading, type Kind } from '../../curriculum/vocabulary.ts';
import type { WorkItem } from '../work-item.ts';
import type { CutItem, CutKind } from './cut-item.ts';

function cutKind(kind: Kind): CutKind | null {
  if (isReading(kind)) return 'reading';
  return kind === 'lab' || kind === 'project' ? kind : null;
}

/** Minutes of an item that count for each of its tasks: an even share. */
const minutesPerTask = (item: WorkItem): number => item.minutes / Math.max(1, item.tasks.length);

/**
 * Per cent of the exam that one minute of a task stands for. A domain's weight is split evenly over
 * those of its tasks that have something to cut, a task's weight over its minutes.
 */
function weightPerMinute(
  candidates: readonly WorkItem[],
  domains: readonly Domain[],
): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const item of candidates) {
    for (const task of item.tasks) {
      minutes.set(task, (minutes.get(task) ?? 0) + minutesPerTask(item));
    }
  }
  const weights = new Map<string, number>();
  for (const domain of domains) {
    const taught = domain.tasks.filter((task) => (minutes.get(task.id) ?? 0) > 0);
    for (const { id } of taught) {
      weights.set(id, domain.weight / taught.length / (minutes.get(id) ?? 1));
    }
  }
  return weights;
}

/**
 * What may be cut, in the order of the items, with the exam weight that each cut loses:
 *
 *   loss = Σ over the item's tasks of  w(task) × (minutes ÷ number of its tasks) ÷ M(task)
 *
 * where w(task) is the task's part of its domain's weight and M(task) the sum of such minutes over
 * all items of the task. So losses add up item by item, and cutting everything loses 100 %.
 *
 * @param domains weights in per cent
 * @param curriculumAfter `after` of each activity, as the curriculum's file has it
 * @param guide id of the exam guide: the first session of every plan, never cut, and no teaching of
 *   the tasks that it lists
 */
export function cutProblem(
  items: readonly WorkItem[],
  domains: readonly Domain[],
  curriculumAfter: ReadonlyMap<string, readonly string[]>,
  guide: string,
): CutItem[] {
  const candidates = items.filter((item) => item.id !== guide && cutKind(item.kind) !== null);
  const ids = new Set(candidates.map((item) => item.id));
  const weights = weightPerMinute(candidates, domains);
  return candidates.map((item) => ({
    id: item.id,
    minutes: item.minutes,
    loss: item.tasks.reduce(
      (sum, task) => sum + (weights.get(task) ?? 0) * minutesPerTask(item),
      0,
    ),
    tasks: item.tasks,
    kind: cutKind(item.kind) ?? 'reading',
    after: (curriculumAfter.get(item.id) ?? []).filter((id) => ids.has(id)),
  }));
}
