/** What a stage of a plan costs, from its sessions: a re-plan or a cut needs no book-keeping of its own. */
import type { Certification } from '../curriculum/curriculum.ts';
import { type CostItem, type Costs, costsOf } from '../workload/costs.ts';
import type { Plan, PlanExam, Session } from './plan.ts';

type Costly = Pick<Plan, 'certification' | 'exam' | 'sessions' | 'waived'>;

/**
 * The fee of an exam that is sat on that day, in dollars: during a beta the price of the beta.
 * @returns 0 where there is no exam to be paid, null where the fee is not known
 */
export function examFee(
  { exam, lifecycle }: Pick<Certification, 'exam' | 'lifecycle'>,
  at: Pick<PlanExam, 'date'> | null,
): number | null {
  if (at === null) return 0;
  const { generalAvailability } = lifecycle;
  const inBeta = generalAvailability !== null && at.date < generalAvailability;
  return inBeta && exam.beta !== null ? exam.beta.priceUsd : exam.priceUsd;
}

/** What one certification of a plan costs. What is skipped is not paid. */
export function stageCosts({ certification, exam, sessions, waived }: Costly): Costs {
  const checks = new Set(waived.map(({ activity }) => activity));
  const parts = new Map<string, Session[]>();
  for (const session of sessions) {
    if (session.status === 'skipped') continue;
    parts.set(session.activity, [...(parts.get(session.activity) ?? []), session]);
  }
  const items = [...parts].flatMap(([id, own]): CostItem[] => {
    const [first] = own;
    if (!first) return [];
    const { kind, title } = first;
    return [{ id, kind, title, waived: checks.has(id), ...priceOf(own) }];
  });
  return costsOf(examFee(certification, exam), items);
}

/** Later parts say 0, as the first one has the price. */
function priceOf(parts: readonly Session[]): Pick<CostItem, 'costUsd' | 'subscription'> {
  const prices = parts.map(({ costUsd }) => costUsd);
  const known = prices.filter((usd) => usd !== null);
  return {
    costUsd: known.length < prices.length ? null : Math.max(...known),
    subscription: parts.flatMap(({ subscription }) => subscription ?? [])[0] ?? null,
  };
}

/**
 * Stages lie months apart: each pays its own month of a subscription that both need.
 * @param stages each as a plan of its own
 */
export function costsTogether(stages: readonly Costly[]): Costs {
  const all = stages.map((stage) => ({
    costs: stageCosts(stage),
    code: stage.certification.examCode,
  }));
  return {
    examUsd: all.reduce<number | null>(
      (sum, { costs: { examUsd } }) => (sum === null || examUsd === null ? null : sum + examUsd),
      0,
    ),
    priced: all.flatMap(({ costs }) => costs.priced),
    subscriptions: all.flatMap(({ costs, code }) =>
      costs.subscriptions.map((month) => ({
        ...month,
        name: `${month.name} for ${code}`,
        examCode: code,
      })),
    ),
    unpriced: all.flatMap(({ costs }) => costs.unpriced),
    knownUsd: all.reduce((sum, { costs }) => sum + costs.knownUsd, 0),
  };
}
