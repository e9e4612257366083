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
  /** The exam that it is paid for, in a plan for several; the name says it, too. */
  readonly examCode?: string;
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

/** The words of `costWords` in one language. Amounts come as dollars, ready to be printed. */
export interface CostPhrases {
  /** `AWS Skill Builder`; in a plan for several exams with the one that it is for. */
  subscription(name: string, examCode: string | undefined): string;
  exam(usd: string): string;
  month(subscription: string, usd: string): string;
  material(usd: string): string;
  /** @param isLeast true where something is not known */
  sum(usd: string, parts: string, isLeast: boolean): string;
  readonly examNotKnown: string;
  monthNotKnown(subscription: string): string;
  /** @param items `13 labs, 1 project` @param count how many they are together */
  billsByUse(items: string, count: number): string;
  priceNotKnown(items: string): string;
  /** `13 labs`. */
  counted(kind: Kind, count: number): string;
  /** Between items of a list, and between the parts of the sentence. */
  readonly comma: string;
  readonly semicolon: string;
  readonly nothing: string;
  /** `.` or `,`. */
  readonly decimalPoint: '.' | ',';
}

/** `150`, `12.50` with the sign between whole and part that a language has. */
export const dollarsWith =
  (point: '.' | ',') =>
  (usd: number): string =>
    Number.isInteger(usd) ? String(usd) : usd.toFixed(2).replace('.', point);

const ENGLISH: CostPhrases = {
  subscription: (name, examCode) => (examCode === undefined ? name : `${name} for ${examCode}`),
  exam: (usd) => `exam ${usd}`,
  month: (subscription, usd) => `${subscription} one month ${usd}`,
  material: (usd) => `material ${usd}`,
  sum: (usd, parts, isLeast) => `${isLeast ? 'about ' : ''}${usd} USD: ${parts}`,
  examNotKnown: 'exam fee: not known',
  monthNotKnown: (subscription) => `${subscription}: not known`,
  billsByUse: (items, count) => `${items} ${count === 1 ? 'bills' : 'bill'} by use: not known`,
  priceNotKnown: (items) => `${items}: price not known`,
  counted(kind, count) {
    const name = kind.replaceAll('-', ' ');
    return `${count} ${count === 1 || name.endsWith('s') ? name : `${name}s`}`;
  },
  comma: ', ',
  semicolon: '; ',
  nothing: 'nothing to pay',
  decimalPoint: '.',
};

/** What a vendor bills by the hour or the call. */
const BY_USE: ReadonlySet<Kind> = new Set(['lab', 'project']);

/** One sentence about costs, in the words of a language. */
export const costWordsWith =
  (phrases: CostPhrases) =>
  (costs: Costs): string => {
    const { examUsd, priced, subscriptions, unpriced, knownUsd } = costs;
    const dollars = dollarsWith(phrases.decimalPoint);
    const months = subscriptions.map(({ id, usd, examCode }) => ({
      name: phrases.subscription(subscriptionName(id), examCode),
      usd,
    }));
    const known = [
      ...(examUsd === null || examUsd === 0 ? [] : [phrases.exam(dollars(examUsd))]),
      ...months.flatMap(({ name, usd }) =>
        usd === null ? [] : [phrases.month(name, dollars(usd))],
      ),
      ...(priced.length === 0
        ? []
        : [phrases.material(dollars(priced.reduce((sum, { usd }) => sum + usd, 0)))]),
    ];
    const unknown = [
      ...(examUsd === null ? [phrases.examNotKnown] : []),
      ...months.flatMap(({ name, usd }) => (usd === null ? [phrases.monthNotKnown(name)] : [])),
      ...unpricedWords(unpriced, phrases),
    ];
    if (known.length === 0 && unknown.length === 0) return phrases.nothing;
    const sum = phrases.sum(dollars(knownUsd), known.join(phrases.comma), unknown.length > 0);
    return [...(known.length === 0 ? [] : [sum]), ...unknown].join(phrases.semicolon);
  };

/** `about 179 USD: exam 150, AWS Skill Builder one month 29; 6 labs bill by use: not known`. */
export const costWords = costWordsWith(ENGLISH);

/** `20 labs, 1 project bill by use: not known`, `5 bridges: price not known`. */
function unpricedWords(items: readonly UnpricedItem[], phrases: CostPhrases): string[] {
  const byUse = items.filter(({ kind }) => BY_USE.has(kind));
  const others = items.filter(({ kind }) => !BY_USE.has(kind));
  const counted = (of: readonly UnpricedItem[]): string => countWords(of, phrases);
  return [
    ...(byUse.length === 0 ? [] : [phrases.billsByUse(counted(byUse), byUse.length)]),
    ...(others.length === 0 ? [] : [phrases.priceNotKnown(counted(others))]),
  ];
}

function countWords(items: readonly UnpricedItem[], phrases: CostPhrases): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => phrases.counted(kind, count)).join(phrases.comma);
}
