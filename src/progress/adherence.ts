/** Adherence: how many of the planned sessions are done by two days after their slot. */
import { type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
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
  /** What is believed of the share: a Beta distribution. */
  readonly belief: { readonly a: number; readonly b: number };
}

interface Slot {
  readonly day: DayNumber;
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
  for (const { number, status, actual } of state.plan.sessions) {
    if (status === 'done' && actual !== null) doneOn.set(number, dayNumber(actual.on));
  }
  const judge = (number: number, start: EpochMinutes): boolean => {
    const { day } = clock.toWallClock(start);
    const done = doneOn.get(number);
    const onTime = done !== undefined && done <= day + DAYS_OF_GRACE;
    if (onTime ? start <= now : day + DAYS_OF_GRACE < today) slots.push({ day, onTime });
    return onTime;
  };
  for (const { number, start } of state.missedSlots) {
    if (inTimeForEarlier.has(number)) continue;
    if (judge(number, start)) inTimeForEarlier.add(number);
  }
  for (const { number, start, status } of state.plan.sessions) {
    if (status === 'skipped' || inTimeForEarlier.has(number)) continue;
    judge(number, start);
  }
  return slots;
}

export function adherenceOf(state: PlanState, now: EpochMinutes, clock: ZoneClock): Adherence {
  const slots = judgedSlots(state, now, clock);
  const due = slots.length;
  const onTime = slots.filter((slot) => slot.onTime).length;
  const share = (PRIOR.onTime + onTime) / (PRIOR.onTime + PRIOR.late + due);

  const byDay = new Map<DayNumber, { count: number; onTime: number }>();
  for (const slot of slots) {
    const day = byDay.get(slot.day) ?? { count: 0, onTime: 0 };
    day.count += 1;
    if (slot.onTime) day.onTime += 1;
    byDay.set(slot.day, day);
  }
  // Mean product of deviations over all pairs of one date, against the variance of one session.
  const variance = share * (1 - share);
  let pairs = PRIOR_LIKENESS_PAIRS;
  let alike = PRIOR_LIKENESS * PRIOR_LIKENESS_PAIRS;
  for (const day of byDay.values()) {
    const sum = day.onTime - share * day.count;
    const squares = day.onTime * (1 - share) ** 2 + (day.count - day.onTime) * share ** 2;
    pairs += (day.count * (day.count - 1)) / 2;
    alike += (sum * sum - squares) / 2 / variance;
  }
  const likeness = Math.min(1, Math.max(0, alike / pairs));
  // Sessions that fare alike tell less than so many independent ones (the design effect of surveys).
  const perDay = byDay.size === 0 ? 1 : due / byDay.size;
  const worth = 1 / (1 + (perDay - 1) * likeness);
  return {
    share,
    due,
    onTime,
    likeness,
    belief: { a: PRIOR.onTime + onTime * worth, b: PRIOR.late + (due - onTime) * worth },
  };
}
