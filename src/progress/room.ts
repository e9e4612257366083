/** Time that the learner's windows still offer: beside what is planned, and until the exam. */
import type { Learner } from '../learner/learner.ts';
import { BREAK_MINUTES, offeredMinutes } from '../learner/window-offer.ts';
import type { Plan, PlanExam, Session } from '../plan/plan.ts';
import { offeredUntil } from '../schedule/capacity.ts';
import { examStart } from '../schedule/last-exam.ts';
import { layOpenings, type Opening } from '../schedule/openings.ts';
import { type DayNumber, dayNumber, isoWeekIndex } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import { type EpochMinutes, startOfDay, type ZoneClock } from '../time/wall-clock.ts';

export type RoomTerms = Pick<Learner, 'windows' | 'daysOff' | 'sessionMinutes' | 'minutesPerWeek'>;

/** Nothing is studied before the plan's first day, nor before now. */
const opensAt = (plan: Pick<Plan, 'basis'>, now: EpochMinutes, clock: ZoneClock): EpochMinutes =>
  Math.max(now, startOfDay(plan.basis.start, clock));

/** Minutes really studied in the ISO week of a day. */
function studiedInWeek(plan: Pick<Plan, 'sessions'>, day: DayNumber): number {
  const week = isoWeekIndex(day);
  return plan.sessions.reduce(
    (sum, { status, actual }) =>
      status === 'done' && actual !== null && isoWeekIndex(dayNumber(actual.on)) === week
        ? sum + actual.minutes
        : sum,
    0,
  );
}

/** Planned minutes of done sessions by the ISO week of their slots: they count under its cap (rule 3). */
function doneByWeek(plan: Pick<Plan, 'sessions'>, clock: ZoneClock): Map<number, number> {
  const done = new Map<number, number>();
  for (const { status, start, minutes } of plan.sessions) {
    if (status !== 'done') continue;
    const week = isoWeekIndex(clock.toWallClock(start).day);
    done.set(week, (done.get(week) ?? 0) + minutes);
  }
  return done;
}

/**
 * Minutes that the windows offer from now until the exam begins, as the plan itself counts them:
 * under what done sessions leave of each week's cap, after breaks, busy times and days off.
 */
export function offeredUntilExam(
  plan: Pick<Plan, 'sessions' | 'learner' | 'basis'>,
  exam: PlanExam,
  now: EpochMinutes,
  clock: ZoneClock,
): number {
  const { learner, basis } = plan;
  const from = opensAt(plan, now, clock);
  const until = examStart(exam, clock);
  if (until <= from) return 0;
  const { day: today } = clock.toWallClock(from);
  // Windows past midnight belong to the day before.
  const openings = layOpenings(
    learner,
    clock,
    today - 1,
    exam.minute === null ? dayNumber(exam.date) - 1 : dayNumber(exam.date),
    basis.busy,
    from,
  );
  const unbroken = new Set(
    plan.sessions
      .filter(({ kind }) => kind === 'lab' || kind === 'practice-exam')
      .map(({ minutes }) => minutes)
      .filter((minutes) => minutes > learner.sessionMinutes && minutes <= learner.minutesPerWeek),
  );
  const terms = { sessionMinutes: learner.sessionMinutes, unbroken: [...unbroken] };
  const done = doneByWeek(plan, clock);
  const offered = (of: readonly Opening[], minutesPerWeek: number): number =>
    offeredUntil(of, until, { ...terms, minutesPerWeek });
  const whole: Opening[] = [];
  const partly = new Map<number, Opening[]>();
  for (const opening of openings) {
    const week = isoWeekIndex(opening.day);
    if (!done.has(week)) whole.push(opening);
    else partly.set(week, [...(partly.get(week) ?? []), opening]);
  }
  let sum = offered(whole, learner.minutesPerWeek);
  for (const [week, own] of partly) {
    sum += offered(own, Math.max(0, learner.minutesPerWeek - (done.get(week) ?? 0)));
  }
  return sum;
}

/** A date on which something can be studied: planned, or beside what is planned. */
interface RoomDay {
  readonly day: DayNumber;
  /** Counted from the first week of the list. */
  readonly week: number;
  /** Minutes beside the planned sessions, before the weekly cap. */
  readonly free: number;
  /** Sessions planned on it. */
  readonly sessions: readonly Session[];
}

export interface Room {
  readonly days: readonly RoomDay[];
  /** Minutes beside the planned sessions that the cap leaves in each week. */
  readonly leftInWeek: readonly number[];
}

/**
 * The dates from now on: planned sessions keep their slots, the rest of the windows is free, also
 * beyond the exam (its own date, from its beginning on, excepted).
 * @param planned sessions whose slot has not passed, in order of time
 * @param lastDay dates up to this one
 */
export function roomBeside(
  plan: Plan,
  terms: RoomTerms,
  planned: readonly Session[],
  now: EpochMinutes,
  lastDay: DayNumber,
  clock: ZoneClock,
): Room {
  const from = opensAt(plan, now, clock);
  const { day: today } = clock.toWallClock(from);
  const taken: Span[] = [...plan.basis.busy];
  for (const { start, minutes } of planned) {
    taken.push({ start: start - BREAK_MINUTES, end: start + minutes + BREAK_MINUTES });
  }
  if (plan.exam !== null) {
    taken.push({
      start: examStart(plan.exam, clock),
      end: clock.toInstant(dayNumber(plan.exam.date) + 1, 0),
    });
  }
  const free = new Map<DayNumber, number>();
  for (const { start, end, day } of layOpenings(terms, clock, today - 1, lastDay, taken, from)) {
    const minutes = offeredMinutes(end - start, terms.sessionMinutes);
    free.set(day, (free.get(day) ?? 0) + minutes);
  }
  const sessions = new Map<DayNumber, Session[]>();
  for (const session of planned) {
    const { day } = clock.toWallClock(session.start);
    const list = sessions.get(day);
    if (list) list.push(session);
    else sessions.set(day, [session]);
  }
  const dates = [...new Set([...free.keys(), ...sessions.keys()])].sort((a, b) => a - b);
  const firstWeek = isoWeekIndex(dates[0] ?? today);
  const weeks = isoWeekIndex(dates.at(-1) ?? today) - firstWeek + 1;
  const leftInWeek = new Array<number>(weeks).fill(terms.minutesPerWeek);
  const days = dates.map((day): RoomDay => {
    const week = isoWeekIndex(day) - firstWeek;
    const own = sessions.get(day) ?? [];
    const minutes = own.reduce((sum, session) => sum + session.minutes, 0);
    leftInWeek[week] = (leftInWeek[week] ?? 0) - minutes;
    return { day, week, free: free.get(day) ?? 0, sessions: own };
  });
  const thisWeek = isoWeekIndex(clock.toWallClock(now).day) - firstWeek;
  if (thisWeek === 0) {
    leftInWeek[0] = (leftInWeek[0] ?? 0) - studiedInWeek(plan, clock.toWallClock(now).day);
  }
  return { days, leftInWeek: leftInWeek.map((minutes) => Math.max(0, minutes)) };
}
