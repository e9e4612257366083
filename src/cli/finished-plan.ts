/** A stored plan with the material that it was made from. */
import type { Activity } from '../curriculum/curriculum.ts';
import type { FinishedPlan } from '../plan/carried-over.ts';
import type { LoadedPlan } from './store.ts';

export function finishedPlan({ plan, state }: LoadedPlan): FinishedPlan {
  const created = state.events.find((event) => event.type === 'created');
  // The journal's own lines have a checksum: their content is what certplan wrote.
  const first = JSON.parse(created?.activities ?? '[]') as Activity[];
  const later = JSON.parse(created?.later ?? '{}') as Record<string, Activity[]>;
  return { plan, activities: { [plan.certification.id]: first, ...later } };
}
