/** Where an item belongs in the teaching order: guide, domain by domain, task by task, the ends. */
import type { Activity, Curriculum } from '../curriculum/curriculum.ts';
import type { Bridge } from '../curriculum/foundations.ts';
import { isReading } from '../curriculum/vocabulary.ts';

/** Smaller comes first. A task has two steps: its readings, then its labs. */
export const BLOCK = {
  guide: 0,
  start: 1,
  firstDomain: 100,
  perDomain: 100,
  lab: 0.5,
  questions: 90,
  end: 100_000,
} as const;

/** Home domain and place in the teaching order. */
export function homeOf(
  activity: Activity,
  curriculum: Curriculum,
): { domain: string | null; block: number } {
  const task = activity.tasks[0] ?? '';
  const index = curriculum.domains.findIndex((domain) =>
    domain.tasks.some(({ id }) => id === task),
  );
  const domain = curriculum.domains[index];
  const taskIndex = domain?.tasks.findIndex(({ id }) => id === task) ?? 0;
  const served = curriculum.domains.filter((candidate) =>
    candidate.tasks.some(({ id }) => activity.tasks.includes(id)),
  );
  const everywhere = served.length === curriculum.domains.length && served.length > 1;
  if (activity.id === curriculum.guide) return { domain: null, block: BLOCK.guide };
  if (activity.kind === 'practice-exam') return { domain: null, block: BLOCK.end + 3 };
  if (activity.forBeginners) return { domain: domain?.id ?? null, block: BLOCK.start };
  if (activity.kind === 'project') {
    return { domain: served.length === 1 ? (domain?.id ?? null) : null, block: BLOCK.end };
  }
  if (activity.kind === 'practice-questions') {
    return served.length === 1
      ? {
          domain: domain?.id ?? null,
          block: BLOCK.firstDomain + index * BLOCK.perDomain + BLOCK.questions,
        }
      : { domain: null, block: BLOCK.end + 1 };
  }
  return {
    domain: everywhere ? null : (domain?.id ?? null),
    block:
      BLOCK.firstDomain +
      index * BLOCK.perDomain +
      taskIndex +
      (isReading(activity.kind) ? 0 : BLOCK.lab),
  };
}

/**
 * A bridge comes just before the first activity that waits for it. One that no activity waits for
 * is still asked for by the certification: it comes where its skill is first used, else with the
 * first domain.
 */
export function bridgeBlock(
  bridge: Bridge,
  activities: readonly { readonly activity: Activity; readonly block: number }[],
): number {
  const firstBlock = (needs: (need: number) => boolean): number =>
    Math.min(
      ...activities
        .filter(({ activity }) => {
          const need = activity.buildsOn[bridge.skill];
          return need !== undefined && needs(need);
        })
        .map(({ block }) => block),
    );
  const waited = firstBlock((need) => need >= bridge.to);
  if (Number.isFinite(waited)) return waited - 0.25;
  const used = firstBlock(() => true);
  return Number.isFinite(used) && used < BLOCK.end
    ? used + 0.1
    : BLOCK.firstDomain + BLOCK.questions - 1;
}
