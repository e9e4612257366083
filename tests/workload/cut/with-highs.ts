/** The same cut by a solver that shares nothing with ours: HiGHS, from a model in LP format. */
import loadHighs from 'highs';
import type { CutItem } from '../../../src/workload/cut/cut-item.ts';
import { readingsOf, tasksOf, teachingOf } from './cut-rules.ts';

const highs = await loadHighs();

function rows(items: readonly CutItem[]): string[] {
  const variable = new Map(items.map((item, index) => [item.id, `x${index}`]));
  const name = (item: CutItem): string => variable.get(item.id) ?? '';
  const sum = (some: readonly CutItem[]): string => some.map(name).join(' + ');
  const taught = tasksOf(items).map((task) => teachingOf(items, task));
  const labs = items.filter((item) => item.kind === 'lab');
  return [
    ...taught.filter((set) => set.length > 0).map((set) => `${sum(set)} <= ${set.length - 1}`),
    ...items.flatMap((item) => item.after.map((id) => `${name(item)} - ${variable.get(id)} >= 0`)),
    ...labs.flatMap((lab) =>
      lab.tasks
        .map((task) => readingsOf(items, task))
        .filter((readings) => readings.length > 0)
        .map((readings) => `${sum(readings)} - ${name(lab)} <= ${readings.length - 1}`),
    ),
  ];
}

/** A number without an exponent, which the LP format would take for a name. */
const plain = (number: number): string => number.toFixed(15);

function solve(items: readonly CutItem[], goal: string, more: readonly string[]): number {
  const model = [
    goal,
    'Subject To',
    ...[...more, ...rows(items)].map((row, index) => ` r${index}: ${row}`),
    'Binary',
    ` ${items.map((_, index) => `x${index}`).join(' ')}`,
    'End',
  ].join('\n');
  const result = highs.solve(model, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
  // A model that cannot be read is no exception but Status "Empty".
  if (result.Status !== 'Optimal') throw new Error(`HiGHS: ${result.Status}\n${model}`);
  return result.ObjectiveValue;
}

const weighted = (items: readonly CutItem[], of: (item: CutItem) => number): string =>
  items.map((item, index) => `${plain(of(item))} x${index}`).join(' + ');

/** Least weight lost, in per cent. */
export const leastLoss = (items: readonly CutItem[], minutesToSave: number): number =>
  solve(items, `Minimize\n obj: ${weighted(items, (item) => item.loss)}`, [
    `${weighted(items, (item) => item.minutes)} >= ${minutesToSave}`,
  ]);

/** Most minutes saved. */
export const mostMinutes = (items: readonly CutItem[]): number =>
  solve(items, `Maximize\n obj: ${weighted(items, (item) => item.minutes)}`, []);
