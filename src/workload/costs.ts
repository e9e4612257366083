/** What a workload costs, as far as it is known, and what of it is not known. Dollars. */
import type { Kind } from '../curriculum/vocabulary.ts';
import type { WorkItem } from './work-item.ts';

export interface PricedItem {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly usd: number;
}

export interface MonthOfSubscription {
  readonly id: string;
  /** `AWS Skill Builder`. */
  readonly name: string;
  /** Price of one month; null: not known. */
  readonly usd: number | null;
  /** Ids of the items that need it. One month is counted for all of them. */
  readonly items: readonly string[];
}

export interface UnpricedItem {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
}

export interface Costs {
  /** Null: the fee is not known. 0: there is nothing to pay, as for an exam that is retired. */
  readonly examUsd: number | null;
  /** Items with a price of their own, 0 left out; in the order of the workload. */
  readonly priced: readonly PricedItem[];
  readonly subscriptions: readonly MonthOfSubscription[];
  /** Most are labs and projects, which bill by use. */
  readonly unpriced: readonly UnpricedItem[];
  /** Sum of all that is known: no more than a lower bound where something is not. */
  readonly knownUsd: number;
}

/** What is asked of an item: those of a workload have it, and so have the sessions of a plan. */
export type CostItem = Pick<
  WorkItem,
  'id' | 'kind' | 'title' | 'waived' | 'costUsd' | 'subscription'
>;

/** Kinds that cost nothing themselves: they have no price, known or not. */
const FREE: ReadonlySet<Kind> = new Set(['review', 'exam-review', 'logistics']);

/**
 * @param examUsd the exam's fee; null where it is not known, 0 where there is no exam to be paid
 * @param items of `computeWorkload`; what is waived is a look only, and costs nothing
 */
export function costsOf(examUsd: number | null, items: readonly CostItem[]): Costs {
  const paid = items.filter((item) => !item.waived && !FREE.has(item.kind));
  const own = paid.filter((item) => item.subscription === null);
  const priced = own.flatMap(({ id, kind, title, costUsd }) =>
    costUsd === null || costUsd === 0 ? [] : [{ id, kind, title, usd: costUsd }],
  );
  const unpriced = own
    .filter((item) => item.costUsd === null)
    .map(({ id, kind, title }) => ({ id, kind, title }));
  const subscriptions = monthsOf(paid);
  const sum = (prices: readonly { readonly usd: number | null }[]): number =>
    prices.reduce((total, { usd }) => total + (usd ?? 0), 0);
  return {
    examUsd,
    priced,
    subscriptions,
    unpriced,
    knownUsd: (examUsd ?? 0) + sum(priced) + sum(subscriptions),
  };
}

function monthsOf(items: readonly CostItem[]): MonthOfSubscription[] {
  const months = new Map<string, MonthOfSubscription>();
  for (const { id, subscription, costUsd } of items) {
    if (subscription === null) continue;
    const before = months.get(subscription);
    // Files may disagree on the price: the highest that was seen, to be on the safe side.
    const known = [before?.usd ?? null, costUsd].filter((usd) => usd !== null);
    months.set(subscription, {
      id: subscription,
      name: subscriptionName(subscription),
      usd: known.length > 0 ? Math.max(...known) : null,
      items: [...(before?.items ?? []), id],
    });
  }
  return [...months.values()];
}

/** `aws-skill-builder` → `AWS Skill Builder`. */
export function subscriptionName(id: string): string {
  return id
    .split('-')
    .map((word) => (word === 'aws' ? 'AWS' : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join(' ');
}

const dollars = (usd: number): string => (Number.isInteger(usd) ? String(usd) : usd.toFixed(2));

/** `about 179 USD: exam 150, AWS Skill Builder one month 29; 6 labs bill by use: not known`. */
export function costWords(costs: Costs): string {
  const { examUsd, priced, subscriptions, unpriced, knownUsd } = costs;
  const known = [
    ...(examUsd === null || examUsd === 0 ? [] : [`exam ${dollars(examUsd)}`]),
    ...subscriptions.flatMap(({ name, usd }) =>
      usd === null ? [] : [`${name} one month ${dollars(usd)}`],
    ),
    ...(priced.length === 0
      ? []
      : [`material ${dollars(priced.reduce((sum, { usd }) => sum + usd, 0))}`]),
  ];
  const unknown = [
    ...(examUsd === null ? ['exam fee: not known'] : []),
    ...subscriptions.flatMap(({ name, usd }) => (usd === null ? [`${name}: not known`] : [])),
    ...unpricedWords(unpriced),
  ];
  const about = unknown.length > 0 ? 'about ' : '';
  const sum = known.length === 0 ? '' : `${about}${dollars(knownUsd)} USD: ${known.join(', ')}`;
  if (sum === '' && unknown.length === 0) return 'nothing to pay';
  return [sum, ...unknown].filter((part) => part !== '').join('; ');
}

/** What a vendor bills by the hour or the call. */
const BY_USE: ReadonlySet<Kind> = new Set(['lab', 'project']);

/** `20 labs, 1 project bill by use: not known`, `5 bridges: price not known`. */
function unpricedWords(items: readonly UnpricedItem[]): string[] {
  const byUse = items.filter(({ kind }) => BY_USE.has(kind));
  const others = items.filter(({ kind }) => !BY_USE.has(kind));
  return [
    ...(byUse.length === 0
      ? []
      : [`${countWords(byUse)} ${byUse.length === 1 ? 'bills' : 'bill'} by use: not known`]),
    ...(others.length === 0 ? [] : [`${countWords(others)}: price not known`]),
  ];
}

function countWords(items: readonly UnpricedItem[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => {
      const name = kind.replaceAll('-', ' ');
      return `${count} ${count === 1 || name.endsWith('s') ? name : `${name}s`}`;
    })
    .join(', ');
}
