/**
 * The cheapest choice, exactly. Item by item all halves of a choice are carried along that may
 * still end within what is allowed over the bound; of those with the same minutes and the same
 * memory only the best survives (dynamic programming, narrowed by the bound as in branch and
 * bound). What is allowed grows until a choice is found: then none cheaper can have been missed.
 */
import { type Bound, lowerBound } from './lower-bound.ts';
import type { Program } from './program.ts';
import { settle } from './settle.ts';
import { type Stage, stagesOf } from './stages.ts';

/** A choice, or the part of one that is decided so far. */
export interface Choice {
  readonly cost: number;
  /** Minutes. */
  readonly saved: number;
  /** Number of items that are cut. */
  readonly count: number;
  /** The cut items as bits; an earlier item is a higher bit. */
  readonly cut: bigint;
}

interface Draft extends Choice {
  /** What the decisions cost over the bound. */
  readonly over: number;
  /** See {@link Stage}. */
  readonly memory: bigint;
}

/**
 * Costs nearer than this are the same: sums of the same shares in another order differ by rounding.
 * A hundred such ties in a row still stay below 1e-9.
 */
const SAME = 1e-11;
/** Room for rounding in the bound, so that no choice is lost at the edge of what is allowed. */
const ROUNDING = 1e-6;
/** What is allowed over the bound at first, as a share of all costs. */
const FIRST_GAP = 1 / 2000;

export const bitOfItem = (item: number, items: number): bigint => 1n << BigInt(items - 1 - item);

/** Fewer items, then the earlier ones kept. */
const isSmaller = (a: Choice, b: Choice): boolean =>
  a.count === b.count ? a.cut < b.cut : a.count < b.count;

const isBetter = (a: Choice, b: Choice): boolean =>
  Math.abs(a.cost - b.cost) > SAME ? a.cost < b.cost : isSmaller(a, b);

/** The drafts after one more decision. */
function decide(
  drafts: readonly Draft[],
  { item, before, followers, serves, lastChance, own, forget }: Stage,
  program: Program,
  bound: Bound,
  allowed: number,
): Draft[] {
  const cost = program.cost[item] ?? 0;
  const minutes = program.minutes[item] ?? 0;
  const reduced = bound.reduced[item] ?? 0;
  const bit = bitOfItem(item, program.cost.length);
  const byMemory = new Map<bigint, Map<number, Draft>>();
  const keep = (draft: Draft): void => {
    let alike = byMemory.get(draft.memory);
    if (!alike) {
      alike = new Map();
      byMemory.set(draft.memory, alike);
    }
    const other = alike.get(draft.saved);
    if (!other || isBetter(draft, other)) alike.set(draft.saved, draft);
  };
  for (const draft of drafts) {
    const overIfKept = draft.over + Math.max(0, -reduced);
    if (overIfKept <= allowed && (draft.memory & before) === 0n) {
      keep({ ...draft, over: overIfKept, memory: (draft.memory | serves) & ~forget });
    }
    const overIfCut = draft.over + Math.max(0, reduced);
    if (
      overIfCut <= allowed &&
      (draft.memory & followers) === followers &&
      (draft.memory & lastChance) === lastChance
    ) {
      keep({
        cost: draft.cost + cost,
        saved: draft.saved + minutes,
        count: draft.count + 1,
        cut: draft.cut | bit,
        over: overIfCut,
        memory: (draft.memory | own) & ~forget,
      });
    }
  }
  return [...byMemory.values()].flatMap((alike) => [...alike.values()]);
}

/** The best choice among those that cost at most `allowed` over the bound; null where none does. */
function searchWithin(program: Program, bound: Bound, allowed: number): Choice | null {
  const settled = settle(program, bound, allowed);
  if (!settled) return null;
  let start: Draft = { cost: 0, saved: 0, count: 0, cut: 0n, over: settled.over, memory: 0n };
  for (const [item, isCut] of settled.cut.entries()) {
    if (isCut !== true) continue;
    start = {
      ...start,
      cost: start.cost + (program.cost[item] ?? 0),
      saved: start.saved + (program.minutes[item] ?? 0),
      count: start.count + 1,
      cut: start.cut | bitOfItem(item, program.cost.length),
    };
  }
  let drafts: Draft[] = [start];
  for (const stage of stagesOf(program, settled.cut)) {
    drafts = decide(drafts, stage, program, bound, allowed);
  }
  const enough = drafts.filter((draft) => draft.saved >= program.need);
  const least = enough.reduce((cost, draft) => Math.min(cost, draft.cost), Infinity);
  let best: Choice | null = null;
  for (const draft of enough) {
    if (draft.cost > least + SAME) continue;
    if (!best || draft.saved < best.saved) best = draft;
    else if (draft.saved === best.saved && isSmaller(draft, best)) best = draft;
  }
  return best;
}

/**
 * The choice of least cost; ties by fewer minutes saved, then fewer items, then the earlier items
 * kept. The program must have a solution.
 */
export function cheapest(program: Program): Choice {
  const bound = lowerBound(program);
  let gap = FIRST_GAP * program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0) + ROUNDING;
  for (;;) {
    const found = searchWithin(program, bound, gap + ROUNDING);
    const over = found === null ? Infinity : found.cost - bound.value;
    if (found && over <= gap) return found;
    // A choice that was found over the gap says how far to look at most.
    gap = Math.min(2 * gap, over);
  }
}
