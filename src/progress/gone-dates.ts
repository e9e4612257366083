/** Milestones that a plan once had and has no more: calendars that took them must learn of it. */
import type { Milestone, MilestoneKind } from '../plan/plan.ts';
import type { StoredEvent } from './events.ts';
import type { PlanState } from './state.ts';

const datesSetBy = (event: StoredEvent): readonly Milestone[] => {
  if (event.type === 'created') return event.plan.milestones;
  if (event.type === 'replanned' || event.type === 'adjusted') return event.facts.milestones ?? [];
  return [];
};

/** Each kind once, as it last stood in the plan. */
export function goneDates({ plan, events }: Pick<PlanState, 'plan' | 'events'>): Milestone[] {
  const seen = new Map<MilestoneKind, Milestone>();
  for (const event of events) {
    for (const milestone of datesSetBy(event)) seen.set(milestone.kind, milestone);
  }
  for (const { kind } of plan.milestones) seen.delete(kind);
  return [...seen.values()];
}
