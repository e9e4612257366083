/**
 * A lower bound of a program by Lagrangian relaxation: every rule gets a price instead of being
 * enforced, so that each item can be decided by itself. The reduced costs that this leaves are what
 * keeps the search short: deciding an item against the sign of its own costs that much more than
 * the bound, whatever else is chosen.
 */
import type { Program, Settled } from './program.ts';

export interface Bound {
  /** No choice that keeps the rules costs less. */
  readonly value: number;
  /** By item. Negative: better cut. Positive: better kept. */
  readonly reduced: readonly number[];
  /** What the rules were priced at. */
  readonly prices: readonly number[];
}

/**
 * A limit that all choices looked for obey: the reduced costs of items decided against their sign
 * add up to no more than is allowed.
 */
export interface Limit {
  readonly reduced: readonly number[];
  readonly allowed: number;
}

/** Room in a limit for rounding, so that no choice is lost at the edge of what is allowed. */
export const ROUNDING = 1e-6;

/** What deciding an item so adds to the sum that a limit caps. */
export function against({ reduced }: Limit, item: number, isCut: boolean): number {
  const cost = reduced[item] ?? 0;
  return Math.max(0, isCut ? cost : -cost);
}

/** A rule as Σ coefficient ≥ atLeast over the items that are cut. */
interface Row {
  readonly terms: readonly (readonly [item: number, coefficient: number])[];
  readonly atLeast: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function rowsOf(program: Program): Row[] {
  // Minutes by their mean, so that this row weighs about as much as the ones and zeros below.
  const unit = Math.max(1, sumOf(program.minutes) / Math.max(1, program.minutes.length));
  const saving: Row = {
    terms: program.minutes.map((minutes, item) => [item, minutes / unit]),
    atLeast: program.need / unit,
  };
  return [
    ...(program.need > 0 ? [saving] : []),
    ...program.oneStays.map(
      (set): Row => ({ terms: set.map((item) => [item, -1]), atLeast: 1 - set.length }),
    ),
    ...program.edges.map(
      ([before, item]): Row => ({
        terms: [
          [item, 1],
          [before, -1],
        ],
        atLeast: 0,
      }),
    ),
  ];
}

/** The bound at given prices. Any prices ≥ 0 give a valid one, good prices a high one. */
function boundAt(
  program: Program,
  rows: readonly Row[],
  prices: readonly number[],
  settled: Settled,
): Bound {
  const reduced = [...program.cost];
  let value = 0;
  for (const [index, { terms, atLeast }] of rows.entries()) {
    const price = prices[index] ?? 0;
    if (price === 0) continue;
    value += price * atLeast;
    for (const [item, coefficient] of terms) {
      reduced[item] = (reduced[item] ?? 0) - price * coefficient;
    }
  }
  for (const [item, cost] of reduced.entries()) {
    if (settled[item] ?? cost < 0) value += cost;
  }
  return { value, reduced, prices };
}

/**
 * By how much each rule is missed (positive) or overfulfilled when every item that is not settled
 * follows the sign of its reduced cost: the direction in which prices have to move. 0 where a price
 * cannot fall.
 */
function missing(rows: readonly Row[], { reduced, prices }: Bound, settled: Settled): number[] {
  const isCut = reduced.map((cost, item) => settled[item] ?? cost < 0);
  return rows.map(({ terms, atLeast }, index) => {
    let gap = atLeast;
    for (const [item, coefficient] of terms) {
      if (isCut[item]) gap -= coefficient;
    }
    return gap < 0 && (prices[index] ?? 0) === 0 ? 0 : gap;
  });
}

// Found by trial on the built-in curricula: within 0.1 of the best bound (linear relaxation).
const ROUNDS = 500;
/** Rounds without a better bound after which the steps are halved. */
const PATIENCE = 10;
/** First and last step, as shares of all costs together. */
const FIRST_STEP = 1 / 20;
const FIRST_STEP_FROM_PARENT = 1 / 200;
const LAST_STEP = 1e-6;

/**
 * Prices by subgradient steps, back to the best ones so far whenever the steps are halved.
 *
 * @param parent bound of the same program with fewer items settled: good prices to begin with
 */
export function lowerBound(program: Program, settled: Settled = [], parent?: Bound): Bound {
  const rows = rowsOf(program);
  const allCosts = sumOf(program.cost.map(Math.abs));
  let best = boundAt(program, rows, parent?.prices ?? rows.map(() => 0), settled);
  let current = best;
  let step = allCosts * (parent ? FIRST_STEP_FROM_PARENT : FIRST_STEP);
  let patience = PATIENCE;
  for (let round = 0; round < ROUNDS && step > allCosts * LAST_STEP; round++) {
    const direction = missing(rows, current, settled);
    const square = sumOf(direction.map((gap) => gap * gap));
    // Nothing missed, nothing overfulfilled at a price: no better prices exist.
    if (square === 0) break;
    const prices = current.prices.map((price, index) =>
      Math.max(0, price + (step * (direction[index] ?? 0)) / square),
    );
    current = boundAt(program, rows, prices, settled);
    patience -= 1;
    if (current.value > best.value) {
      best = current;
      patience = PATIENCE;
    } else if (patience === 0) {
      step /= 2;
      patience = PATIENCE;
      current = best;
    }
  }
  return best;
}
