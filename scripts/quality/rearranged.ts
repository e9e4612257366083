/** The gaps of a way become starts, and the plan with them is judged by the independent checker. */
import type { Plan, Session } from '../../src/plan/plan.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import { type Assigned, GaveUp, type Situation } from './few-moves.ts';

const STEP = 5;
const BREAK = 10;
/** Starts that are tried for one way. */
const TRIED = 2000;
/** Nobody further off belongs to the same sitting. */
const MINUTES_NEAR = 300;

export interface Slot {
  readonly start: EpochMinutes;
  readonly end: EpochMinutes;
}

export interface Start extends Slot {
  readonly assigned: Assigned;
}

/**
 * Starts for all of a way that keep breaks, sittings and order; the rest is the checker's.
 * @throws {GaveUp} where there are too many to try
 */
export function* startsOf(
  way: readonly Assigned[],
  situation: Situation,
): Generator<readonly Start[]> {
  const { sessionMinutes } = situation;
  const moved = new Set(way.map(({ item }) => item.number));
  const near = way.map(({ from, until }) =>
    situation.standing.filter(
      ({ number, start, end }) =>
        !moved.has(number) && end > from - MINUTES_NEAR && start < until + MINUTES_NEAR,
    ),
  );
  let tries = 0;
  function* place(index: number, placed: readonly Start[]): Generator<readonly Start[]> {
    const assigned = way[index];
    if (!assigned) {
      yield placed;
      return;
    }
    for (const start of within(assigned)) {
      tries += 1;
      if (tries > TRIED) throw new GaveUp();
      const own: Start = { start, end: start + assigned.item.minutes, assigned };
      if (placed.some((other) => other.start < own.end && other.end > own.start)) continue;
      if (!inOrder(own, placed, situation)) continue;
      // More sessions only make a sitting longer.
      const all = [...placed, own];
      if (
        all.every((one, nth) => sittingHolds(one, [...(near[nth] ?? []), ...all], sessionMinutes))
      ) {
        yield* place(index + 1, all);
      }
    }
  }
  yield* place(0, []);
}

function* within({ from, until, item }: Assigned): Generator<EpochMinutes> {
  const first = Math.ceil(from / STEP) * STEP;
  for (let start = first; start + item.minutes <= until; start += STEP) yield start;
}

function inOrder(own: Start, placed: readonly Start[], { before, after }: Situation): boolean {
  const { activity } = own.assigned.item;
  return placed.every((other) => {
    const id = other.assigned.item.activity;
    if (before.get(activity)?.includes(id) === true && other.end > own.start) return false;
    return !(after.get(activity)?.includes(id) === true && other.start < own.end);
  });
}

/** Rule 4 around one that was placed. */
function sittingHolds(own: Start, others: readonly Slot[], sessionMinutes: number): boolean {
  let { start, end } = own;
  for (let grew = true; grew; ) {
    grew = false;
    for (const other of others) {
      if (other.start >= start && other.end <= end) continue;
      if (other.start < end + BREAK && other.end > start - BREAK) {
        start = Math.min(start, other.start);
        end = Math.max(end, other.end);
        grew = true;
      }
    }
  }
  return end - start === own.end - own.start || end - start <= sessionMinutes;
}

/** The plan with these starts. */
export function planWith(plan: Plan, starts: readonly Start[]): Plan {
  const startOf = new Map(starts.map(({ start, assigned }) => [assigned.item.number, start]));
  const sessions = plan.sessions
    .map((session): Session => {
      const start = startOf.get(session.number);
      return start === undefined ? session : { ...session, start };
    })
    .sort((a, b) => a.start - b.start || a.number - b.number);
  return { ...plan, sessions };
}
