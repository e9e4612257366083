/**
 * What to leave out when the hours before the exam do not suffice, so that the least exam weight
 * is lost (design §5, "Algorithm"). Always kept: of each task one reading or lab, what a kept item
 * comes after, and for a kept lab a reading of each of its tasks.
 */
import type { CutChoice, CutItem } from './cut-item.ts';
import { bitOfItem } from './drafts.ts';
import { lowerBound } from './lower-bound.ts';
import { type Program, rulesOf } from './program.ts';
import { cheapest } from './search.ts';

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/**
 * The least that cuts can save from `minutes` up, seen only by what all items have in common
 * (they last multiples of 5 minutes). It changes no result, but brings the bound nearer to it.
 */
function roundUpToItems(minutes: number, items: readonly CutItem[]): number {
  const grain = items.reduce((grain, item) => greatestCommonDivisor(grain, item.minutes), 0);
  return grain > 0 ? Math.ceil(minutes / grain) * grain : minutes;
}

/** The search for the most minutes: what an item saves counts as a negative cost. */
const savingProgram = (items: readonly CutItem[]): Program => ({
  cost: items.map((item) => -item.minutes),
  minutes: items.map(() => 0),
  need: 0,
  ...rulesOf(items),
});

/** The most minutes that cuts can save. */
export function maximumSaving(items: readonly CutItem[]): number {
  const program = savingProgram(items);
  return Math.abs(cheapest(program, lowerBound(program)).cost);
}

/**
 * The cuts that save at least `minutesToSave` and lose the least weight, exactly (within 1e-9 of
 * a per cent). Ties: fewer minutes saved, then fewer items, then earlier items kept. Null where all
 * that may be cut does not save enough.
 */
export function chooseCut(items: readonly CutItem[], minutesToSave: number): CutChoice | null {
  const need = roundUpToItems(Math.max(0, minutesToSave), items);
  const saving = savingProgram(items);
  const mostSaved = lowerBound(saving);
  const canBeSaved = need <= -cheapest(saving, mostSaved).cost;
  if (!canBeSaved) return null;
  const losing: Program = {
    cost: items.map((item) => item.loss),
    minutes: items.map((item) => item.minutes),
    need,
    ...rulesOf(items),
  };
  // The bound of what can be saved adds nothing to the need itself, but where nearly all must go
  // that can, it tells much earlier which drafts will not get there.
  const enough = { program: saving, bound: mostSaved, atMost: -need };
  const { cut, saved, cost } = cheapest(losing, lowerBound(losing), enough);
  return {
    cut: items
      .filter((_, index) => (cut & bitOfItem(index, items.length)) !== 0n)
      .map(({ id, minutes, loss }) => ({ id, minutes, weightLost: loss })),
    minutes: saved,
    weightLost: cost,
  };
}
