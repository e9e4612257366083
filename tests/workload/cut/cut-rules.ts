/** The rules of a cut in the words of the design, apart from how the search puts them. */
import type { CutItem } from '../../../src/workload/cut/cut-item.ts';

export const tasksOf = (items: readonly CutItem[]): string[] => [
  ...new Set(items.flatMap((item) => item.tasks)),
];

const ofTask = (items: readonly CutItem[], task: string, kinds: readonly string[]): CutItem[] =>
  items.filter((item) => item.tasks.includes(task) && kinds.includes(item.kind));

export const teachingOf = (items: readonly CutItem[], task: string): CutItem[] =>
  ofTask(items, task, ['reading', 'lab']);

export const readingsOf = (items: readonly CutItem[], task: string): CutItem[] =>
  ofTask(items, task, ['reading']);

/** What a choice of ids to cut breaks; empty when it keeps all rules. */
export function brokenRules(items: readonly CutItem[], cut: ReadonlySet<string>): string[] {
  const stays = items.filter((item) => !cut.has(item.id));
  const untaught = tasksOf(items).filter(
    (task) => teachingOf(items, task).length > 0 && teachingOf(stays, task).length === 0,
  );
  const orphans = stays.filter((item) => item.after.some((id) => cut.has(id)));
  const unread = stays
    .filter((item) => item.kind === 'lab')
    .filter((lab) =>
      lab.tasks.some(
        (task) => readingsOf(items, task).length > 0 && readingsOf(stays, task).length === 0,
      ),
    );
  return [
    ...untaught.map((task) => `nothing is left of task ${task}`),
    ...orphans.map((item) => `${item.id} stays without what it comes after`),
    ...unread.map((item) => `lab ${item.id} stays without a reading`),
  ];
}

export const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0);
