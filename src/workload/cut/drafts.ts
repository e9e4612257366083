/**
 * Choices in the making. Of drafts with the same minutes and the same memory (see {@link Stage})
 * all can be finished in the same ways, so only the best one is followed up.
 */
import { against, type Limit } from './lower-bound.ts';
import type { Program } from './program.ts';
import type { Stage } from './stages.ts';

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

export const NOTHING_CUT: Choice = { cost: 0, saved: 0, count: 0, cut: 0n };

/** The bit of an item in {@link Choice.cut}. */
export const bitOfItem = (item: number, items: number): bigint => 1n << BigInt(items - 1 - item);

/** The choice with one more item cut. */
export const withCut = (choice: Choice, item: number, program: Program): Choice => ({
  cost: choice.cost + (program.cost[item] ?? 0),
  saved: choice.saved + (program.minutes[item] ?? 0),
  count: choice.count + 1,
  cut: choice.cut | bitOfItem(item, program.cost.length),
});

/**
 * Costs nearer than this are the same: sums of the same shares in another order differ by rounding.
 * A hundred such ties in a row still stay below 1e-9.
 */
const SAME = 1e-11;

/** By cost, then fewer minutes saved, then fewer items, then the earlier items kept. */
export function isBetter(a: Choice, b: Choice): boolean {
  if (Math.abs(a.cost - b.cost) > SAME) return a.cost < b.cost;
  if (a.saved !== b.saved) return a.saved < b.saved;
  return a.count === b.count ? a.cut < b.cut : a.count < b.count;
}

export interface Draft extends Choice {
  /** What has been added up towards the first limit. */
  readonly over: number;
  /** The same for the second. */
  readonly overToo: number;
  /** See {@link Stage}. */
  readonly memory: bigint;
}

export type Limits = readonly [Limit, Limit];

/** The drafts after one more decision. */
export function decide(
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
