/**
 * The cheapest choice, exactly. Item by item all halves of a choice are carried along that may
 * still end within what is allowed over the bound; of those with the same minutes and the same
 * memory only the best survives (dynamic programming, narrowed by the bound as in branch and
 * bound). What is allowed grows until a choice is found: then none cheaper can have been missed.
 */
import { against, type Bound, type Limit, ROUNDING } from './lower-bound.ts';
import type { Program } from './program.ts';
import { type Settled, settle } from './settle.ts';
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
  /** What has been added up towards each limit. */
  readonly over: number;
  readonly overToo: number;
  /** See {@link Stage}. */
  readonly memory: bigint;
}

/**
 * Costs nearer than this are the same: sums of the same shares in another order differ by rounding.
 * A hundred such ties in a row still stay below 1e-9.
 */
const SAME = 1e-11;
/** What is allowed over the bound at first, as a share of all costs. */
const FIRST_GAP = 1 / 2000;
/** Twice as much takes about twice to four times the work: the rounds before the last cost little. */
const GAP_GROWTH = 2;

type Limits = readonly [Limit, Limit];
const NO_LIMIT: Limit = { reduced: [], allowed: 0 };

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
  limits: Limits,
): Draft[] {
  const cost = program.cost[item] ?? 0;
  const minutes = program.minutes[item] ?? 0;
  const bit = bitOfItem(item, program.cost.length);
  const [limit, limitToo] = limits;
  const ifKept = { over: against(limit, item, false), overToo: against(limitToo, item, false) };
  const ifCut = { over: against(limit, item, true), overToo: against(limitToo, item, true) };

  const byMemory = new Map<bigint, Map<number, Draft>>();
  const keep = (draft: Draft): void => {
    if (draft.over > limit.allowed || draft.overToo > limitToo.allowed) return;
    let alike = byMemory.get(draft.memory);
    if (!alike) {
      alike = new Map();
      byMemory.set(draft.memory, alike);
    }
    const other = alike.get(draft.saved);
    if (!other || isBetter(draft, other)) alike.set(draft.saved, draft);
  };
  for (const draft of drafts) {
    if ((draft.memory & before) === 0n) {
      keep({
        cost: draft.cost,
        saved: draft.saved,
        count: draft.count,
        cut: draft.cut,
        over: draft.over + ifKept.over,
        overToo: draft.overToo + ifKept.overToo,
        memory: (draft.memory | serves) & ~forget,
      });
    }
    if ((draft.memory & followers) === followers && (draft.memory & lastChance) === lastChance) {
      keep({
        cost: draft.cost + cost,
        saved: draft.saved + minutes,
        count: draft.count + 1,
        cut: draft.cut | bit,
        over: draft.over + ifCut.over,
        overToo: draft.overToo + ifCut.overToo,
        memory: (draft.memory | own) & ~forget,
      });
    }
  }
  return [...byMemory.values()].flatMap((alike) => [...alike.values()]);
}

/** The draft that holds what needs no search. */
function firstDraft(program: Program, settled: Settled, [limit, limitToo]: Limits): Draft {
  let [cost, saved, count, cut, over, overToo] = [0, 0, 0, 0n, 0, 0];
  for (const [item, isCut] of settled.entries()) {
    if (isCut === null) continue;
    over += against(limit, item, isCut);
    overToo += against(limitToo, item, isCut);
    if (!isCut) continue;
    cost += program.cost[item] ?? 0;
    saved += program.minutes[item] ?? 0;
    count += 1;
    cut |= bitOfItem(item, program.cost.length);
  }
  return { cost, saved, count, cut, over, overToo, memory: 0n };
}

/** The best choice within the limits; null where there is none. */
function searchWithin(program: Program, limits: Limits): Choice | null {
  const settled = settle(program, limits);
  if (!settled) return null;
  let drafts = [firstDraft(program, settled, limits)];
  for (const stage of stagesOf(program, settled)) {
    drafts = decide(drafts, stage, program, limits);
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
 *
 * @param bound of this program
 * @param other a limit that every solution obeys
 */
export function cheapest(
  program: Program,
  { value, reduced }: Bound,
  other: Limit = NO_LIMIT,
): Choice {
  let gap = FIRST_GAP * program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0) + ROUNDING;
  for (;;) {
    const found = searchWithin(program, [{ reduced, allowed: gap + ROUNDING }, other]);
    const over = found === null ? Infinity : found.cost - value;
    if (found && over <= gap) return found;
    // A choice that was found over the gap says how far to look at most.
    gap = Math.min(GAP_GROWTH * gap, over);
  }
}
