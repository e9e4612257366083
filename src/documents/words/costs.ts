/** What a plan costs, in a language other than English, which has `costWords`. Dollars. */
import type { Kind } from '../../curriculum/vocabulary.ts';
import type { Costs, UnpricedItem } from '../../workload/costs.ts';

export interface CostParts {
  readonly nothing: string;
  /** @param isLeast something is not known, so it may be more */
  sum(usd: number, parts: readonly string[], isLeast: boolean): string;
  exam(usd: number): string;
  month(name: string, usd: number): string;
  material(usd: number): string;
  readonly examNotKnown: string;
  notKnown(name: string): string;
  /** @param items as {@link CostParts.count} tells them */
  billsByUse(items: readonly string[], count: number): string;
  priceNotKnown(items: readonly string[]): string;
  count(count: number, kind: Kind): string;
  /** Between what is known and what is not. */
  readonly between: string;
}

/** What a vendor bills by the hour or the call. */
const BY_USE: ReadonlySet<Kind> = new Set(['lab', 'project']);

export const costsWith =
  (say: CostParts) =>
  ({ examUsd, priced, subscriptions, unpriced, knownUsd }: Costs): string => {
    const counted = (items: readonly UnpricedItem[]): string[] => {
      const counts = new Map<Kind, number>();
      for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return [...counts].map(([kind, count]) => say.count(count, kind));
    };
    const material = priced.reduce((sum, { usd }) => sum + usd, 0);
    const known = [
      ...(examUsd === null || examUsd === 0 ? [] : [say.exam(examUsd)]),
      ...subscriptions.flatMap(({ name, usd }) => (usd === null ? [] : [say.month(name, usd)])),
      ...(priced.length === 0 ? [] : [say.material(material)]),
    ];
    const byUse = unpriced.filter(({ kind }) => BY_USE.has(kind));
    const others = unpriced.filter(({ kind }) => !BY_USE.has(kind));
    const unknown = [
      ...(examUsd === null ? [say.examNotKnown] : []),
      ...subscriptions.flatMap(({ name, usd }) => (usd === null ? [say.notKnown(name)] : [])),
      ...(byUse.length === 0 ? [] : [say.billsByUse(counted(byUse), byUse.length)]),
      ...(others.length === 0 ? [] : [say.priceNotKnown(counted(others))]),
    ];
    const sum = known.length === 0 ? [] : [say.sum(knownUsd, known, unknown.length > 0)];
    const parts = [...sum, ...unknown];
    return parts.length === 0 ? say.nothing : parts.join(say.between);
  };

/** `150`, `12.50` with the sign between whole and part that a language has. */
export const dollarsWith =
  (point: '.' | ',') =>
  (usd: number): string =>
    Number.isInteger(usd) ? String(usd) : usd.toFixed(2).replace('.', point);
