/** From a stored plan to a re-plan's request: its own snapshot, and the program's bridges beside it. */
import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Bridge, Foundations } from '../curriculum/foundations.ts';
import type { ReplanRequest, Wishes } from '../progress/replan/request.ts';
import { snapshotActivities } from '../progress/snapshot.ts';
import type { PlanState } from '../progress/state.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import { builtInFoundations } from './built-in-curricula.ts';

export function replanRequest(state: PlanState, wishes: Wishes, now: EpochMinutes): ReplanRequest {
  return { state, ...snapshotOf(state), wishes, now };
}

/** The journal's own lines have a checksum: their content is what certplan wrote. */
function snapshotOf({ events, plan }: PlanState): {
  curriculum: Curriculum;
  foundations: Foundations;
} {
  const created = events.find((event) => event.type === 'created');
  const activities = created ? snapshotActivities(created, plan.certification.id) : [];
  const own = JSON.parse(created?.bridges ?? '[]') as Bridge[];
  const known = builtInFoundations();
  const kept = new Map(own.map((bridge) => [bridge.id, bridge]));
  const today = known.bridges.map((bridge) => kept.get(bridge.id) ?? bridge);
  const ids = new Set(today.map(({ id }) => id));
  return {
    curriculum: { ...plan.certification, activities },
    foundations: {
      ...known,
      bridges: [...today, ...own.filter(({ id }) => !ids.has(id))],
    },
  };
}
