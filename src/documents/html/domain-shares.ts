/** For every domain its weight in the exam against its share of the planned hours. */
import type { Plan } from '../../plan/plan.ts';
import { totalsOf } from '../../plan/totals.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Words } from '../words/words.ts';

export interface DomainShare {
  readonly id: string;
  readonly title: string;
  /** Per cent of the exam, rounded; and of the hours that belong to a domain. */
  readonly weight: number;
  readonly share: number;
  /** `22 h`. */
  readonly hours: string;
  /** Lengths of the two bars; the longest of all is 100. */
  readonly weightBar: number;
  readonly shareBar: number;
  /** The bars in words. */
  readonly text: string;
}

export interface DomainShares {
  readonly domains: readonly DomainShare[];
  /** What the bars are, and how many hours belong to no single domain. */
  readonly text: string;
}

export function domainShares(
  plan: Pick<Plan, 'sessions' | 'certification'>,
  severalExams: boolean,
  { common, page }: Words,
): DomainShares {
  const { byDomain, minutes: all } = totalsOf(plan);
  const inDomains = Object.values(byDomain).reduce((sum, minutes) => sum + minutes, 0);
  const raw = plan.certification.domains.map(({ id, title, weight }) => {
    const minutes = byDomain[id] ?? 0;
    const share = inDomains === 0 ? 0 : (minutes / inDomains) * 100;
    return { id, title: plainText(title), weight, share, minutes };
  });
  const longest = Math.max(1, ...raw.flatMap(({ weight, share }) => [weight, share]));
  const bar = (value: number): number => Math.round((value / longest) * 1000) / 10;
  return {
    domains: raw.map(({ id, title, weight, share, minutes }) => ({
      id,
      title,
      weight: Math.round(weight),
      share: Math.round(share),
      hours: common.roundHours(minutes),
      weightBar: bar(weight),
      shareBar: bar(share),
      text: page.bars(Math.round(weight), Math.round(share)),
    })),
    text: page.sharesText(severalExams, common.roundHours(all - inDomains)),
  };
}
