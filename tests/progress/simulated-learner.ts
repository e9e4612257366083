/**
 * A learner who lives through a plan, evening by evening: an own little model that shares no code
 * with the forecast. Each window is a stretch of clock time. What was begun is finished first; then
 * planned sessions are begun at their slots, or as soon as the one before is done. What finds no time
 * before the window ends waits for time that is left after the planned sessions of later windows.
 */
import { type Plan, planClock, type Session } from '../../src/plan/plan.ts';
import type { StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { civilDate, type DayNumber, dayNumber, WEEKDAYS } from '../../src/time/civil-date.ts';

export interface Habits {
  /** Typical factor on planned minutes. */
  readonly pace: number;
  /** Spread of the logarithm of each kind's own factor. */
  readonly kindSpread: number;
  /** Spread of the logarithm of single sessions. */
  readonly sessionSpread: number;
  /** Chance to keep an evening, or a session. */
  readonly keeps: number;
  /** Whether a whole evening falls out, or single sessions do. */
  readonly misses: 'evenings' | 'sessions';
}

/** mulberry32 by Tommy Ettinger (public domain): another generator than the one under test. */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** By the Box–Muller transform. */
export const bell = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

export interface Lived {
  /** Session, date on which it was done, minutes that it took. */
  readonly done: readonly {
    readonly number: number;
    readonly day: DayNumber;
    readonly minutes: number;
  }[];
  readonly finish: DayNumber;
}

interface Evening {
  readonly day: DayNumber;
  readonly from: number;
  readonly to: number;
  readonly sessions: readonly Session[];
}

interface Open {
  readonly number: number;
  readonly minutes: number;
  left: number;
}

const YEARS_AT_MOST = 4;
/** Between two sittings. */
const BREAK = 10;

/** Windows in order of time with what is planned in each; minutes are of the local day. */
function* evenings(plan: Plan): Generator<Evening> {
  const clock = planClock(plan);
  const byDay = new Map<DayNumber, { minute: number; session: Session }[]>();
  for (const session of plan.sessions) {
    const { day, minute } = clock.toWallClock(session.start);
    byDay.set(day, [...(byDay.get(day) ?? []), { minute, session }]);
  }
  const first = dayNumber(plan.basis.start);
  for (let day = first; day < first + YEARS_AT_MOST * 365; day += 1) {
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
    for (const { weekday: own, from, to } of plan.learner.windows) {
      if (own !== weekday || plan.learner.daysOff.includes(civilDate(day))) continue;
      const sessions = (byDay.get(day) ?? [])
        .filter(({ minute }) => minute >= from && minute < to)
        .map(({ session }) => session);
      yield { day, from, to, sessions };
    }
  }
}

export function live(plan: Plan, habits: Habits, chance: () => number): Lived {
  const clock = planClock(plan);
  const { minutesPerWeek, sessionMinutes } = plan.learner;
  const kindFactor = new Map<string, number>();
  const takes = (session: Session): number => {
    let factor = kindFactor.get(session.kind);
    if (factor === undefined) {
      factor = Math.exp(habits.kindSpread * bell(chance));
      kindFactor.set(session.kind, factor);
    }
    const scatter = Math.exp(habits.sessionSpread * bell(chance));
    return Math.max(1, Math.round(session.minutes * habits.pace * factor * scatter));
  };
  const done: { number: number; day: DayNumber; minutes: number }[] = [];
  const waiting: Open[] = [];
  let begun: Open | null = null;
  let week = Number.NaN;
  let spent = 0;
  let finish = 0;
  for (const { day, from, to, sessions } of evenings(plan)) {
    if (done.length === plan.sessions.length) break;
    const ownWeek = Math.floor((day + 3) / 7);
    if (ownWeek !== week) spent = 0;
    week = ownWeek;
    const there = chance() < habits.keeps;
    let cursor = from;
    const keeps = (): boolean => (habits.misses === 'evenings' ? there : chance() < habits.keeps);
    let sat = 0;
    /** Works until it is done or time is up, with a break whenever a sitting was long enough. */
    const work = (entry: Open): void => {
      while (entry.left > 0) {
        if (sat >= sessionMinutes) {
          cursor += BREAK;
          sat = 0;
        }
        const worked = Math.min(
          entry.left,
          to - cursor,
          minutesPerWeek - spent,
          sessionMinutes - sat,
        );
        if (worked <= 0) break;
        cursor += worked;
        spent += worked;
        sat += worked;
        entry.left -= worked;
      }
      if (entry.left <= 0) done.push({ number: entry.number, day, minutes: entry.minutes });
      else if (entry.left < entry.minutes) begun = entry;
      else waiting.push(entry);
    };
    const finishBegun = (): void => {
      const entry = begun;
      begun = null;
      if (entry) work(entry);
    };
    if (keeps()) finishBegun();
    for (const session of sessions) {
      const slot = clock.toWallClock(session.start).minute;
      const minutes = takes(session);
      const entry = { number: session.number, left: minutes, minutes };
      if (keeps()) {
        finishBegun();
        if (slot >= cursor + BREAK) sat = 0;
        cursor = Math.max(cursor, slot);
        // With something half done nothing else is begun.
        if (begun) waiting.push(entry);
        else work(entry);
      } else {
        waiting.push(entry);
        cursor = Math.max(cursor, slot + session.minutes);
      }
    }
    if (keeps()) {
      while (!begun && cursor < to && spent < minutesPerWeek) {
        const next = waiting.shift();
        if (!next) break;
        work(next);
      }
    }
    finish = done.at(-1)?.day ?? finish;
  }
  return { done, finish };
}

/** The state that a journal has at noon (UTC) of a day, when all done before it was logged. */
export function stateOn(plan: Plan, lived: Lived, day: DayNumber): PlanState {
  const events: StoredEvent[] = [
    { type: 'created', plan, activities: '[]', bridges: '[]', id: 'created', at: plan.createdAt },
    ...lived.done
      .filter((entry) => entry.day < day)
      .map(
        (entry): StoredEvent => ({
          type: 'done',
          numbers: [entry.number],
          on: civilDate(entry.day),
          minutes: entry.minutes,
          felt: null,
          from: null,
          id: `done-${entry.number}`,
          at: `${civilDate(entry.day)}T23:00:00.000Z`,
        }),
      ),
  ];
  const state = foldEvents(events);
  if (!state) throw new Error('no plan');
  return state;
}
