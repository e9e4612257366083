/** The words of what was finished in another plan, and its sums. */
import type { CivilDate } from '../time/civil-date.ts';
import type { Waiver } from '../workload/workload.ts';

const DONE_IN = /^(?:shared: )?done in (\S+), \d{4}-\d{2}-\d{2}$/;

/** The reason of a credit: `done in june, 2027-02-03`. */
export const doneIn = (plan: string, date: CivilDate): string => `done in ${plan}, ${date}`;

export const isDoneIn = (reason: string): boolean => DONE_IN.test(reason);

/** What a plan has from other plans, and what else it shares. */
export interface SharedSums {
  readonly carried: readonly {
    readonly plan: string;
    readonly items: number;
    readonly minutes: number;
  }[];
  readonly others: readonly Waiver[];
}

export function sharedSums(shared: readonly Waiver[]): SharedSums {
  const carried = new Map<string, { items: number; minutes: number }>();
  const others: Waiver[] = [];
  for (const item of shared) {
    const [, plan] = DONE_IN.exec(item.reason) ?? [];
    if (plan === undefined) {
      others.push(item);
      continue;
    }
    const { items, minutes } = carried.get(plan) ?? { items: 0, minutes: 0 };
    carried.set(plan, { items: items + 1, minutes: minutes + item.minutes });
  }
  return { carried: [...carried].map(([plan, sums]) => ({ plan, ...sums })), others };
}
