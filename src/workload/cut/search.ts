/**
 * The cheapest choice, exactly. Item by item all halves of a choice are carried along that may
 * still end within what is allowed over the bound; of those with the same minutes and the same
 * memory only the best survives (dynamic programming, narrowed by the bound as in branch and
 * bound). What is allowed grows until a choice is found: then none cheaper can have been missed.
 */
import { against, type Bound, type Limit, lowerBound, ROUNDING } from './lower-bound.ts';
import type { Program, Settled } from './program.ts';
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

/** The draft that holds what is settled before the search. */
function firstDraft(node: Node, settled: Settled, [limit, limitToo]: Limits): Draft {
  const { program } = node.goal;
  let [cost, saved, count, cut, over, overToo] = [0, 0, 0, 0n, 0, 0];
  for (const [item, isCut] of settled.entries()) {
    if (isCut === null) continue;
    if (node.settled[item] === null) {
      over += against(limit, item, isCut);
      overToo += against(limitToo, item, isCut);
    }
    if (!isCut) continue;
    cost += program.cost[item] ?? 0;
    saved += program.minutes[item] ?? 0;
    count += 1;
    cut |= bitOfItem(item, program.cost.length);
  }
  return { cost, saved, count, cut, over, overToo, memory: 0n };
}
export const STATS = { nodes: 0, labels: 0, depth: 0 };
const MODE = Number(process.env.MODE ?? 0);
const MOST_DRAFTS = Number(process.env.CAP ?? 20000);
interface Goal {
  readonly program: Program;
  readonly atMost: number;
}
interface Node {
  goal: Goal;
  other: Goal | null;
  settled: Settled;
  bound: Bound;
  otherBound: Bound | null;
}
const pick = (a: Choice | null, b: Choice | null): Choice | null => {
  if (!a || !b) return a ?? b;
  if (Math.abs(a.cost - b.cost) > SAME) return a.cost < b.cost ? a : b;
  if (a.saved !== b.saved) return a.saved < b.saved ? a : b;
  return isSmaller(a, b) ? a : b;
};
function searchWithin(node: Node, depth = 0): Choice | null {
  STATS.nodes++;
  STATS.depth = Math.max(STATS.depth, depth);
  const { goal, other, bound, otherBound } = node;
  const { program } = goal;
  const limit: Limit = { reduced: bound.reduced, allowed: goal.atMost - bound.value + ROUNDING };
  const limitToo: Limit =
    other && otherBound
      ? { reduced: otherBound.reduced, allowed: other.atMost - otherBound.value + ROUNDING }
      : NO_LIMIT;
  if (limit.allowed < 0 || limitToo.allowed < 0) return null;
  const settled = settle(program, node.settled, [limit, limitToo]);
  if (!settled) return null;
  let drafts = [firstDraft(node, settled, [limit, limitToo])];
  let work = 0;
  for (const stage of stagesOf(program, settled)) {
    work += drafts.length;
    STATS.labels += drafts.length;
    if (work > MOST_DRAFTS) return split(node, settled, depth);
    drafts = decide(drafts, stage, program, [limit, limitToo]);
  }
  return drafts.filter((d) => d.saved >= program.need).reduce<Choice | null>(pick, null);
}
function split(node: Node, settled: Settled, depth: number): Choice | null {
  const { goal, other, bound, otherBound } = node;
  let item = -1;
  let bestScore = Infinity;
  const deg = (i: number) =>
    goal.program.edges.filter(([a, b]) => a === i || b === i).length +
    goal.program.oneStays.filter((s) => s.includes(i)).length;
  for (const [i, v] of settled.entries()) {
    if (v !== null) continue;
    const rc = Math.abs(bound.reduced[i] ?? 0),
      rc2 = otherBound ? Math.abs(otherBound.reduced[i] ?? 0) : 0;
    const c = Math.abs(goal.program.cost[i] ?? 0);
    const score =
      MODE === 0
        ? rc
        : MODE === 1
          ? rc - c
          : MODE === 2
            ? -deg(i)
            : MODE === 3
              ? -c
              : MODE === 4
                ? rc / (c + 1e-9)
                : rc2 * 0 + rc - c * deg(i);
    if (score < bestScore) {
      bestScore = score;
      item = i;
    }
  }
  let found: Choice | null = null;
  let g = goal;
  for (const isCut of [(bound.reduced[item] ?? 0) < 0, (bound.reduced[item] ?? 0) >= 0]) {
    const s = settled.map((v, i) => (i === item ? isCut : v));
    const b = lowerBound(g.program, s, bound);
    if (b.value > g.atMost + ROUNDING) continue;
    const ob = other && otherBound ? lowerBound(other.program, s, otherBound) : null;
    found = pick(
      found,
      searchWithin({ goal: g, other, settled: s, bound: b, otherBound: ob }, depth + 1),
    );
    if (found) g = { program: g.program, atMost: Math.min(g.atMost, found.cost) };
  }
  return found;
}

export function cheapest(program: Program, other: Goal | null = null): Choice {
  const settled = program.cost.map(() => null);
  const bound = lowerBound(program);
  const otherBound = other && lowerBound(other.program);
  let gap = FIRST_GAP * program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0) + ROUNDING;
  for (;;) {
    const found = searchWithin({
      goal: { program, atMost: bound.value + gap },
      other,
      settled,
      bound,
      otherBound,
    });
    const over = found === null ? Infinity : found.cost - bound.value;
    if (found && over <= gap) return found;
    gap = Math.min(GAP_GROWTH * gap, over);
  }
}
