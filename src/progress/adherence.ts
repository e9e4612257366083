/**
 * Adherence: how many of the planned sessions are done by two days after their slot.
 *
 * What is shown is just that. The forecast asks a slightly different thing, on how much of the planned
 * time the learner sits down to study: who works in order, slowly or after a lost week, is late with
 * every session and yet keeps every evening. There a late session counts as kept as far as its date was
 * studied all the same.
 */
import { type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import type { Random } from './random.ts';
import type { PlanState } from './state.ts';

/** Design §9: "done within two days". */
export const DAYS_OF_GRACE = 2;
/**
 * Before anything is known: nine of ten, worth ten sessions. The research behind this project
 * advises to count on 0.8 of the hours that people name; half of what is missed, we take it, is
 * caught up within the two days. Weak, so that a fortnight of study outweighs it.
 */
const PRIOR = { onTime: 9, late: 1 } as const;
/**
 * A missed evening takes all its sessions with it: so much are the sessions of one date alike, from
 * 0 (each for itself) to 1 (all or none), until the log says better. Our choice.
 */
const PRIOR_LIKENESS = 0.7;
/** So many pairs of sessions of one date is that guess worth. Our choice. */
const PRIOR_LIKENESS_PAIRS = 20;
export interface Adherence {
  /** Share on time, 0 to 1, drawn towards the prior while little is known. */
  readonly share: number;
  /** Slots that were due and are judged. */
  readonly due: number;
  readonly onTime: number;
  /** How alike the sessions of one date fare, 0 to 1. */
  readonly likeness: number;
  /** What is believed of the share of planned time that is kept. */
  readonly belief: KeepingBelief;
}

/**
 * A Beta distribution between two: where a session ran over, the time came from the room after it
 * (least) or from the slots that came next (most). The log does not tell.
 */
export interface KeepingBelief {
  readonly least: Beta;
  readonly most: Beta;
}

interface Beta {
  readonly a: number;
  readonly b: number;
}

/** One draw of the share of planned time that is kept, 0 to 1. */
export function drawKeeping({ least, most }: KeepingBelief, random: Random): number {
  const toMost = random.uniform();
  return random.beta(least.a + toMost * (most.a - least.a), least.b + toMost * (most.b - least.b));
}

interface Slot {
  readonly number: number;
  readonly day: DayNumber;
  readonly minutes: number;
  readonly onTime: boolean;
}

/**
 * The slots that can be judged: those done, and those whose two days are over. Skipping is a
 * decision and no miss. A slot that a re-plan took away undone counts; where the session was done
 * in time for it all the same, its later slot is not counted as well.
 */
function judgedSlots(state: PlanState, now: EpochMinutes, clock: ZoneClock): Slot[] {
  const today = clock.toWallClock(now).day;
  const slots: Slot[] = [];
  const inTimeForEarlier = new Set<number>();
  const doneOn = new Map<number, DayNumber>();
  const minutesOf = new Map<number, number>();
  for (const { number, status, actual, minutes } of state.plan.sessions) {
    minutesOf.set(number, minutes);
    if (status === 'done' && actual !== null) doneOn.set(number, dayNumber(actual.on));
  }
  const judge = (number: number, start: EpochMinutes, minutes: number): boolean => {
    const { day } = clock.toWallClock(start);
    const done = doneOn.get(number);
    const onTime = done !== undefined && done <= day + DAYS_OF_GRACE;
    if (onTime ? start <= now : day + DAYS_OF_GRACE < today)
      slots.push({ number, day, minutes, onTime });
    return onTime;
  };
  for (const { number, start } of state.missedSlots) {
    if (inTimeForEarlier.has(number)) continue;
    if (judge(number, start, minutesOf.get(number) ?? 0)) inTimeForEarlier.add(number);
  }
  for (const { number, start, status, minutes } of state.plan.sessions) {
    if (status === 'skipped' || inTimeForEarlier.has(number)) continue;
    judge(number, start, minutes);
  }
  return slots;
}

export function adherenceOf(state: PlanState, now: EpochMinutes, clock: ZoneClock): Adherence {
  const slots = judgedSlots(state, now, clock);
  const due = slots.length;
  const onTime = slots.filter((slot) => slot.onTime).length;
  const share = (PRIOR.onTime + onTime) / (PRIOR.onTime + PRIOR.late + due);

  const likeness = likenessOf(keptByDate(state, slots, 0.5), due);
  // Sessions that fare alike tell less than so many independent ones (the design effect of surveys).
  const dates = new Set(slots.map(({ day }) => day)).size;
  const perDate = dates === 0 ? 1 : due / dates;
  const worth = 1 / (1 + (perDate - 1) * likeness);
  const belief = (overrunInSlots: number): Beta => {
    const kept = keptByDate(state, slots, overrunInSlots).reduce((sum, date) => sum + date.kept, 0);
    return { a: PRIOR.onTime + kept * worth, b: PRIOR.late + (due - kept) * worth };
  };
  return { share, due, onTime, likeness, belief: { least: belief(0), most: belief(1) } };
}

/** Mean product of deviations over all pairs of one date, against the variance of one session. */
function likenessOf(dates: readonly KeptDate[], due: number): number {
  const kept = dates.reduce((sum, date) => sum + date.kept, 0);
  const mean = (PRIOR.onTime + kept) / (PRIOR.onTime + PRIOR.late + due);
  let pairs = PRIOR_LIKENESS_PAIRS;
  let alike = PRIOR_LIKENESS * PRIOR_LIKENESS_PAIRS;
  for (const date of dates) {
    const sum = date.kept - mean * date.count;
    const squares = date.kept * (1 - mean) ** 2 + (date.count - date.kept) * mean ** 2;
    pairs += (date.count * (date.count - 1)) / 2;
    alike += (sum * sum - squares) / 2 / (mean * (1 - mean));
  }
  return Math.min(1, Math.max(0, alike / pairs));
}

interface KeptDate {
  /** Slots that are judged. */
  readonly count: number;
  /** Those of them that were kept, parts included. */
  readonly kept: number;
}

/** @param overrunInSlots share of the time that sessions ran over, that was taken from later slots */
function keptByDate(state: PlanState, slots: readonly Slot[], overrunInSlots: number): KeptDate[] {
  const dates = new Map<
    DayNumber,
    { count: number; onTime: number; late: number; minutes: number }
  >();
  const late = new Set<number>();
  for (const { number, day, minutes, onTime } of slots) {
    const date = dates.get(day) ?? { count: 0, onTime: 0, late: 0, minutes: 0 };
    date.count += 1;
    date.minutes += minutes;
    if (onTime) date.onTime += 1;
    else {
      date.late += minutes;
      late.add(number);
    }
    dates.set(day, date);
  }
  const instead = new Map<DayNumber, number>();
  for (const { number, status, actual, minutes } of state.plan.sessions) {
    if (status !== 'done' || actual === null) continue;
    const day = dayNumber(actual.on);
    const time = late.has(number)
      ? Math.max(0, actual.minutes)
      : overrunInSlots * Math.max(0, actual.minutes - minutes);
    instead.set(day, (instead.get(day) ?? 0) + time);
  }
  // That time stands for the slots of its date; what was finished on a date was partly done on the
  // dates before it, as far back as the days of grace reach.
  const missing = new Map([...dates].map(([day, date]) => [day, date.late]));
  for (const day of [...instead.keys()].sort((a, b) => a - b)) {
    let left = instead.get(day) ?? 0;
    for (let on = day; on >= day - DAYS_OF_GRACE && left > 0; on -= 1) {
      const taken = Math.min(missing.get(on) ?? 0, left);
      if (taken > 0) missing.set(on, (missing.get(on) ?? 0) - taken);
      left -= taken;
    }
  }
  return [...dates].map(([day, { count, onTime, late: minutes }]) => {
    const share = minutes > 0 ? 1 - (missing.get(day) ?? 0) / minutes : 0;
    return { count, kept: onTime + (count - onTime) * share };
  });
}
