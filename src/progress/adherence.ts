/**
 * Adherence: how many of the planned sessions are done by two days after their slot.
 *
 * What is shown is just that. The forecast asks a slightly different thing: on how much of the planned
 * time the learner sits down to study. Who works in order, slowly or after a lost week, is late with
 * every session and yet keeps every evening; to count that as missing, and the slow pace besides,
 * would count it twice. So what is kept goes by the sessions on time, or by the minutes studied in each
 * week against the minutes planned in it, whichever is more.
 */
import { type DayNumber, dayNumber, isoWeekIndex } from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import type { PlanState } from './state.ts';

/** Design §9: "done within two days". */
const DAYS_OF_GRACE = 2;
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
/**
 * Time beyond the slots comes from the room that a week leaves beside them, or from the slots that
 * come next; the log does not tell. So much of that room is taken to be used before any minute
 * counts for a slot. Our choice: among simulated learners who miss evenings and others who miss
 * single sessions, the forecast is neither hasty nor gloomy with it (tests/progress/forecast).
 */
const BESIDE_FIRST = 0.33;

export interface Adherence {
  /** Share on time, 0 to 1, drawn towards the prior while little is known. */
  readonly share: number;
  /** Slots that were due and are judged. */
  readonly due: number;
  readonly onTime: number;
  /** How alike the sessions of one date fare, 0 to 1. */
  readonly likeness: number;
  /** What is believed of the share of planned time that is kept: a Beta distribution. */
  readonly belief: { readonly a: number; readonly b: number };
}

interface Slot {
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
  const sessions = new Map(state.plan.sessions.map((session) => [session.number, session]));
  const slots: Slot[] = [];
  const settled = new Set<number>();
  /** @returns whether the session was done in time for this slot */
  const judge = (number: number, start: EpochMinutes): boolean => {
    const session = sessions.get(number);
    if (!session || session.status === 'skipped' || settled.has(number)) return false;
    const { day } = clock.toWallClock(start);
    const done = session.status === 'done' && session.actual !== null;
    const onTime =
      done && session.actual !== null && dayNumber(session.actual.on) <= day + DAYS_OF_GRACE;
    if (onTime ? start <= now : day + DAYS_OF_GRACE < today) {
      slots.push({ day, minutes: session.minutes, onTime });
    }
    return onTime;
  };
  for (const { number, start } of state.missedSlots) {
    if (judge(number, start)) settled.add(number);
  }
  for (const { number, start } of state.plan.sessions) judge(number, start);
  return slots;
}

export function adherenceOf(state: PlanState, now: EpochMinutes, clock: ZoneClock): Adherence {
  const slots = judgedSlots(state, now, clock);
  const due = slots.length;
  const onTime = slots.filter((slot) => slot.onTime).length;
  const share = (PRIOR.onTime + onTime) / (PRIOR.onTime + PRIOR.late + due);
  const dates = grouped(slots, ({ day }) => day);
  const likeness = likenessOf([...dates.values()], share);
  // Sessions that fare alike tell less than so many independent ones (the design effect of surveys).
  const perDate = dates.size === 0 ? 1 : due / dates.size;
  const worth = 1 / (1 + (perDate - 1) * likeness);
  const kept = keptOf(state, slots);
  return {
    share,
    due,
    onTime,
    likeness,
    belief: { a: PRIOR.onTime + kept * worth, b: PRIOR.late + (due - kept) * worth },
  };
}

interface Group {
  count: number;
  onTime: number;
  minutes: number;
}

function grouped(slots: readonly Slot[], keyOf: (slot: Slot) => number): Map<number, Group> {
  const groups = new Map<number, Group>();
  for (const slot of slots) {
    const group = groups.get(keyOf(slot)) ?? { count: 0, onTime: 0, minutes: 0 };
    group.count += 1;
    group.minutes += slot.minutes;
    if (slot.onTime) group.onTime += 1;
    groups.set(keyOf(slot), group);
  }
  return groups;
}

/** Mean product of deviations over all pairs of one date, against the variance of one session. */
function likenessOf(dates: readonly Group[], share: number): number {
  let pairs = PRIOR_LIKENESS_PAIRS;
  let alike = PRIOR_LIKENESS * PRIOR_LIKENESS_PAIRS;
  for (const { count, onTime } of dates) {
    const sum = onTime - share * count;
    const squares = onTime * (1 - share) ** 2 + (count - onTime) * share ** 2;
    pairs += (count * (count - 1)) / 2;
    alike += (sum * sum - squares) / 2 / (share * (1 - share));
  }
  return Math.min(1, Math.max(0, alike / pairs));
}

/** How many of the judged slots were kept. */
function keptOf(state: PlanState, slots: readonly Slot[]): number {
  const studied = new Map<number, number>();
  for (const { status, actual } of state.plan.sessions) {
    if (status !== 'done' || actual === null) continue;
    const week = isoWeekIndex(dayNumber(actual.on));
    studied.set(week, (studied.get(week) ?? 0) + Math.max(0, actual.minutes));
  }
  const { minutesPerWeek } = state.plan.learner;
  let planned = 0;
  let inSlots = 0;
  for (const [week, { minutes }] of grouped(slots, ({ day }) => isoWeekIndex(day))) {
    const beside = BESIDE_FIRST * Math.max(0, minutesPerWeek - minutes);
    planned += minutes;
    inSlots += Math.min(minutes, Math.max(0, (studied.get(week) ?? 0) - beside));
  }
  const onTime = slots.filter((slot) => slot.onTime).length;
  return planned > 0 ? Math.max(onTime, (slots.length * inSlots) / planned) : onTime;
}
