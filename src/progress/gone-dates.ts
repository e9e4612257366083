/** Milestones that a plan once had and has no more: calendars that took them must learn of it. */
import type { Milestone } from '../plan/plan.ts';
import type { StoredEvent } from './events.ts';
import type { PlanState } from './state.ts';

const datesSetBy = (event: StoredEvent): readonly Milestone[] => {
  if (event.type === 'created') {
    const { milestones, later = [] } = event.plan;
    return [...milestones, ...later.flatMap((stage) => stage.milestones)];
  }
  if (event.type !== 'replanned' && event.type !== 'adjusted') return [];
  const stages = Object.entries(event.stages ?? {}).flatMap(
    ([certification, { milestones = [] }]) =>
      milestones.map((milestone) => ({ ...milestone, certification })),
  );
  return [...(event.facts.milestones ?? []), ...stages];
};

const keyOf = ({ certification, kind }: Milestone): string => `${certification ?? ''}/${kind}`;

/**
 * Each kind once, as it last stood in the plan.
 * @param state with the whole plan, whatever it is for
 */
export function goneDates({ plan, events }: Pick<PlanState, 'plan' | 'events'>): Milestone[] {
  const seen = new Map<string, Milestone>();
  for (const event of events) {
    for (const milestone of datesSetBy(event)) seen.set(keyOf(milestone), milestone);
  }
  for (const milestone of plan.milestones) seen.delete(keyOf(milestone));
  return [...seen.values()];
}
