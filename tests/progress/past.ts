/** Histories for tests: a plan, and what happened to it until an instant. */

import type { Plan } from '../../src/plan/plan.ts';
import { planClock } from '../../src/plan/plan.ts';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { type ReplanRequest, unchangedWishes } from '../../src/progress/replan/request.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { dateAt, type EpochMinutes } from '../../src/time/wall-clock.ts';
import { type CertificationId, curriculum, foundations } from '../support/curricula.ts';

/** A journal of a plan with these events, one second apart. */
export function journalOf(plan: Plan, events: readonly PlanEvent[]): StoredEvent[] {
  const start = Date.parse(plan.createdAt);
  const created: PlanEvent = { type: 'created', plan, activities: '[]', bridges: '[]' };
  return [created, ...events].map((event, index) => ({
    ...event,
    id: `event-${index}`,
    at: new Date(start + index * 1000).toISOString(),
  }));
}

export function stateOf(plan: Plan, events: readonly PlanEvent[]): PlanState {
  const state = foldEvents(journalOf(plan, events));
  if (!state) throw new Error('no plan');
  return state;
}

/** Everything whose slot has passed is done on its day, but for these. */
export function doneUntil(
  plan: Plan,
  now: EpochMinutes,
  but: ReadonlySet<number> = new Set(),
): PlanEvent[] {
  const clock = planClock(plan);
  return plan.sessions
    .filter(({ number, start, minutes }) => start + minutes <= now && !but.has(number))
    .map(({ number, start }) => ({
      type: 'done',
      numbers: [number],
      on: dateAt(start, clock),
      minutes: null,
      felt: null,
      from: null,
    }));
}

export const requestFor = (state: PlanState, now: EpochMinutes): ReplanRequest => ({
  state,
  curriculum: curriculum(state.plan.certification.id as CertificationId),
  foundations: foundations(),
  wishes: unchangedWishes(state),
  now,
});
