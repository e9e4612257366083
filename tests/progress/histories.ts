/** States of a plan for tests: events without the trouble of ids and instants. */
import { type Plan, planClock } from '../../src/plan/plan.ts';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { type ReplanRequest, unchangedWishes } from '../../src/progress/replan/request.ts';
import type { PlanState } from '../../src/progress/state.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import { dateAt } from '../../src/time/wall-clock.ts';
import { type CertificationId, curriculum, foundations } from '../support/curricula.ts';

/** Each event a minute after the one before. */
export function stored(plan: Plan, events: readonly PlanEvent[], activities = '[]'): StoredEvent[] {
  const start = Date.parse(plan.createdAt);
  return [{ type: 'created', plan, activities, bridges: '[]' } as const, ...events].map(
    (event, index) => ({
      ...event,
      id: `event-${index}`,
      at: new Date(start + index * 60_000).toISOString(),
    }),
  );
}

export function withEvents(plan: Plan, events: readonly PlanEvent[], activities = '[]'): PlanState {
  const state = foldEvents(stored(plan, events, activities));
  if (!state) throw new Error('no plan');
  return state;
}

export const createdState = (plan: Plan): PlanState => withEvents(plan, []);

/** Every session whose slot has passed was done on its date, in planned minutes × a ratio. */
export function doneOnTime(plan: Plan, now: EpochMinutes, ratio: number): PlanState {
  const clock = planClock(plan);
  return withEvents(
    plan,
    plan.sessions
      .filter(({ start, minutes }) => start + minutes <= now)
      .map(({ number, start, minutes }) => ({
        type: 'done',
        numbers: [number],
        on: dateAt(start, clock),
        minutes: Math.max(1, Math.round(minutes * ratio)),
        felt: null,
        from: null,
      })),
  );
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
