/**
 * The cheapest choice, exactly: branch and bound, with dynamic programming where it suffices.
 *
 * Only choices that cost at most a little more than the lower bound are looked for. That settles
 * most items; the others are decided one by one on many drafts at a time. Where the drafts become
 * too many, an item is decided either way and both halves get a bound of their own, which settles
 * more. If nothing is found, a little more is allowed; if something is, nothing cheaper can have
 * been missed.
 */
import {
  type Choice,
  type Draft,
  decide,
  isBetter,
  type Limits,
  NOTHING_CUT,
  withCut,
} from './drafts.ts';
import { against, type Bound, type Limit, lowerBound, ROUNDING } from './lower-bound.ts';
import type { Program, Settled } from './program.ts';
import { settle } from './settle.ts';
import { stagesOf } from './stages.ts';

/** What a choice may cost. */
export interface Goal {
  readonly program: Program;
  readonly bound: Bound;
  readonly atMost: number;
}

/** Part of the search: what is settled in it, with bounds for just that. */
interface Node {
  readonly settled: Settled;
  readonly goal: Goal;
  /** A second program over the same items and rules that the choice must not cost too much in. */
  readonly other: Goal | null;
}

/** What is allowed over the bound at first, as a share of all costs. */
const FIRST_GAP = 1 / 2000;
/** Twice as much takes two to four times the work: the rounds before the last cost little. */
const GAP_GROWTH = 2;
/**
 * Drafts after which a part of the search is split. Few make it slow where many choices are alike
 * (bounds do not tell these apart, minutes do), many where items are tied to each other by many
 * rules. Found by trial between 2,000 and 200,000 on the built-in curricula and on random ones.
 */
const MOST_DRAFTS = 60_000;

const NO_LIMIT: Limit = { reduced: [], allowed: 0 };

const limitOf = ({ bound, atMost }: Goal): Limit => ({
  reduced: bound.reduced,
  allowed: atMost - bound.value + ROUNDING,
});

const better = (a: Choice | null, b: Choice | null): Choice | null =>
  a && b ? (isBetter(b, a) ? b : a) : (a ?? b);

/** The draft that holds what is settled before the search. */
function firstDraft(node: Node, settled: Settled, [limit, limitToo]: Limits): Draft {
  let choice = NOTHING_CUT;
  let over = 0;
  let overToo = 0;
  for (const [item, isCut] of settled.entries()) {
    if (isCut === null) continue;
    if (isCut) choice = withCut(choice, item, node.goal.program);
    // What the node began with is in its bounds already.
    if (node.settled[item] !== null) continue;
    over += against(limit, item, isCut);
    overToo += against(limitToo, item, isCut);
  }
  return { ...choice, over, overToo, memory: 0n };
}

/** The open item with the most rules: deciding it settles or frees the most others. */
function mostTied({ edges, oneStays }: Program, settled: Settled): number {
  const rules = settled.map(() => 0);
  for (const item of [...edges, ...oneStays].flat()) rules[item] = (rules[item] ?? 0) + 1;
  let most = -1;
  for (const [item, count] of rules.entries()) {
    if (settled[item] === null && count > (rules[most] ?? -1)) most = item;
  }
  return most;
}

const rebound = (goal: Goal, settled: Settled): Goal => ({
  ...goal,
  bound: lowerBound(goal.program, settled, goal.bound),
});

/** The best of both ways to decide one more item. */
function split({ goal, other }: Node, settled: Settled): Choice | null {
  const item = mostTied(goal.program, settled);
  const likely = (goal.bound.reduced[item] ?? 0) < 0;
  let found: Choice | null = null;
  for (const isCut of [likely, !likely]) {
    const half = settled.with(item, isCut);
    const atMost = Math.min(goal.atMost, found?.cost ?? goal.atMost);
    const node: Node = {
      settled: half,
      goal: rebound({ ...goal, atMost }, half),
      other: other && rebound(other, half),
    };
    found = better(found, searchWithin(node));
  }
  return found;
}

/** The best choice in a part of the search; null where there is none within what is allowed. */
function searchWithin(node: Node): Choice | null {
  const { program } = node.goal;
  const limits: Limits = [limitOf(node.goal), node.other ? limitOf(node.other) : NO_LIMIT];
  if (limits.some(({ allowed }) => allowed < 0)) return null;
  const settled = settle(program, node.settled, limits);
  if (!settled) return null;
  let drafts = [firstDraft(node, settled, limits)];
  let count = 0;
  for (const stage of stagesOf(program, settled)) {
    count += drafts.length;
    if (count > MOST_DRAFTS) return split(node, settled);
    drafts = decide(drafts, stage, program, limits);
  }
  return drafts
    .filter(({ saved }) => saved >= program.need)
    .reduce<Choice | null>((best, draft) => better(best, draft), null);
}

/**
 * The choice of least cost, ties as in {@link isBetter}. The program must have a solution.
 *
 * @param other what the choice may cost in another program with the same rules, which narrows the
 *   search
 */
export function cheapest(program: Program, bound: Bound, other: Goal | null = null): Choice {
  const settled = program.cost.map(() => null);
  const allCosts = program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0);
  let gap = FIRST_GAP * allCosts + ROUNDING;
  for (;;) {
    const goal = { program, bound, atMost: bound.value + gap };
    const found = searchWithin({ settled, goal, other });
    const over = found === null ? Number.POSITIVE_INFINITY : found.cost - bound.value;
    // Half the room for rounding: the same choice may have been added up in another order.
    if (found && over <= gap + ROUNDING / 2) return found;
    // A choice that was found beyond the gap says how far to look at most.
    gap = Math.min(GAP_GROWTH * gap, over);
  }
}
