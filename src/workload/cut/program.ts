/** The cut as a program in zeros and ones: indices in place of ids, rules in place of words. */
import type { CutItem } from './cut-item.ts';

export interface Program {
  /** What cutting each item costs; the sum is to be as small as possible. */
  readonly cost: readonly number[];
  /** What cutting each item saves, in minutes. */
  readonly minutes: readonly number[];
  /** Minutes that the cut items must save together. */
  readonly need: number;
  /** Of each of these sets at least one item stays. */
  readonly oneStays: readonly (readonly number[])[];
  /** Pairs [before, item]: where the first is cut, so is the second. */
  readonly edges: readonly (readonly [number, number])[];
}

/** What is decided, by item: true is cut, false stays, null is open. */
export type Settled = readonly (boolean | null)[];

/**
 * What must stay of each task. The rules "one reading or lab of the task stays" and "a lab that
 * stays keeps a reading of each of its tasks that had one" come to less: a task with readings keeps
 * a reading (its last item may not be a lab, as that would want one), a task without keeps a lab.
 */
function oneStaysPerTask(items: readonly CutItem[]): number[][] {
  const readings = new Map<string, number[]>();
  const labs = new Map<string, number[]>();
  items.forEach((item, index) => {
    if (item.kind === 'project') return;
    const byTask = item.kind === 'lab' ? labs : readings;
    for (const task of new Set(item.tasks)) {
      byTask.set(task, [...(byTask.get(task) ?? []), index]);
    }
  });
  const onlyLabs = [...labs].filter(([task]) => !readings.has(task));
  return [...readings.values(), ...onlyLabs.map(([, indices]) => indices)];
}

/** The rules that any choice must keep. */
export function rulesOf(items: readonly CutItem[]): Pick<Program, 'oneStays' | 'edges'> {
  const indices = new Map(items.map((item, index) => [item.id, index]));
  const edges = items.flatMap((item, index) =>
    [...new Set(item.after)].flatMap((id): (readonly [number, number])[] => {
      const before = indices.get(id);
      return before === undefined || before === index ? [] : [[before, index]];
    }),
  );
  return { oneStays: oneStaysPerTask(items), edges };
}
