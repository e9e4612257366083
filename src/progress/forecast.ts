/**
 * When the learner will be through: a seeded simulation of the days to come.
 *
 * Planned sessions keep their slots. A session takes planned minutes × the pace of its kind × its
 * own scatter. What is missed, and what a slow session needs beyond its slot, is a backlog; it is
 * worked off in the room that the learner's own windows offer beside what is planned, under the
 * weekly cap, on as large a share of the days as sessions are kept on time. A quick session leaves
 * the rest of its slot to the backlog. Pace and adherence are drawn anew in each round from what is
 * believed of them, so that the spread of the dates holds what is not known as well as chance.
 */
import { KINDS } from '../curriculum/vocabulary.ts';
import type { PlanExam, Session } from '../plan/plan.ts';
import { type CivilDate, civilDate, type DayNumber, dayNumber } from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import { adherenceOf } from './adherence.ts';
import { drawPaces, paceBelief } from './pace.ts';
import { type Random, randomFrom } from './random.ts';
import { type Room, type RoomTerms, roomBeside } from './room.ts';
import { openMinutes, type PlanState } from './state.ts';

/** Design §9 asks for at least 2,000; the error of a chance is then about one per cent. */
const ROUNDS = 2000;
const SEED = 20_261_125;

/** How far ahead the windows are laid: so many times the weeks that the open work would fill. */
const WEEKS_FACTOR = 6;
const WEEKS_AHEAD = { least: 8, most: 260 } as const;
/** Scatter of sessions is drawn from a table: a power of two, so that bits index it. */
const SCATTER_TABLE = 4096;
/** A backlog below half a minute is none. */
const NOTHING = 0.5;

/** On which date the rounds ended. */
export interface Finishes {
  /** Dates in rising order, with the rounds that ended on each. */
  readonly days: readonly { readonly day: DayNumber; readonly rounds: number }[];
  /** All rounds, those too that did not end within the years looked at. */
  readonly rounds: number;
}

export interface Forecast {
  /** Through by this date at even chance; null where the windows never offer enough. */
  readonly p50: CivilDate | null;
  /** The same at a chance of 85 %. */
  readonly p85: CivilDate | null;
  /** 0 to 1; null without an exam. */
  readonly chanceByExam: number | null;
}

export interface ForecastOptions {
  readonly seed?: number;
  readonly rounds?: number;
  /** Other windows or another cap than the plan's, to ask "what if". */
  readonly terms?: RoomTerms;
}

const isOpen = (session: Session): boolean =>
  session.status === 'planned' || session.status === 'missed';

/** The date on which the last session was done; null when none was. */
function lastDone(state: PlanState): DayNumber | null {
  let last: DayNumber | null = null;
  for (const { status, actual } of state.plan.sessions) {
    if (status === 'done' && actual !== null) {
      last = Math.max(last ?? Number.NEGATIVE_INFINITY, dayNumber(actual.on));
    }
  }
  return last;
}

/** @param state as folded: what is missed is found here, by the clock */
export function simulateFinishes(
  state: PlanState,
  now: EpochMinutes,
  clock: ZoneClock,
  { seed = SEED, rounds = ROUNDS, terms = state.plan.learner }: ForecastOptions = {},
): Finishes {
  const open = state.plan.sessions.filter(isOpen);
  const { day: today } = clock.toWallClock(now);
  if (open.length === 0) {
    return { days: [{ day: lastDone(state) ?? today, rounds }], rounds };
  }
  const overdue = open.filter(({ start, minutes }) => start + minutes <= now);
  const planned = open.filter(({ start, minutes }) => start + minutes > now);
  const lastSession = planned.at(-1);
  const lastPlanned = lastSession ? clock.toWallClock(lastSession.start).day : today;
  const minutes = open.reduce((sum, session) => sum + session.minutes, 0);
  const weeks = Math.ceil((WEEKS_FACTOR * minutes) / Math.max(1, terms.minutesPerWeek));
  const ahead = Math.min(WEEKS_AHEAD.most, Math.max(WEEKS_AHEAD.least, weeks));
  const room = roomBeside(state.plan, terms, planned, now, lastPlanned + 7 * ahead, clock);

  const random = randomFrom(seed);
  const counts = runRounds(compile(state, room, overdue, clock), state, now, clock, random, rounds);
  return {
    days: room.days.flatMap(({ day }, index) => {
      const ended = counts[index] ?? 0;
      return ended > 0 ? [{ day, rounds: ended }] : [];
    }),
    rounds,
  };
}

/** The slots as flat arrays: the rounds run over them some hundred thousand times. */
interface Compiled {
  readonly overdueMinutes: Float64Array;
  readonly overdueKinds: Uint8Array;
  readonly sessionMinutes: Float64Array;
  readonly sessionSlots: Float64Array;
  readonly sessionKinds: Uint8Array;
  /** 1 where nobody makes up for it: reviews of the exam's eve. */
  readonly letGo: Uint8Array;
  /** Index of the first session of each date; one more at the end. */
  readonly firstOfDay: Uint32Array;
  readonly free: Float64Array;
  readonly week: Uint32Array;
  readonly leftInWeek: Float64Array;
  /** Index of the first date from which no session is planned any more. */
  readonly noMorePlanned: number;
}

/**
 * A review on the day before the exam: `today` tells who missed it to let it be, so that being through
 * does not hang on it.
 */
function isOfTheEve({ kind, start }: Session, { plan }: PlanState, clock: ZoneClock): boolean {
  return (
    kind === 'review' &&
    plan.exam !== null &&
    clock.toWallClock(start).day === dayNumber(plan.exam.date) - 1
  );
}

function compile(
  state: PlanState,
  room: Room,
  overdue: readonly Session[],
  clock: ZoneClock,
): Compiled {
  const sessions = room.days.flatMap((day) => day.sessions);
  const kinds = (list: readonly Session[]): Uint8Array =>
    Uint8Array.from(list, ({ kind }) => KINDS.indexOf(kind));
  const open = (list: readonly Session[]): Float64Array =>
    Float64Array.from(list, (session) => openMinutes(session, state));
  const firstOfDay = new Uint32Array(room.days.length + 1);
  room.days.forEach((day, index) => {
    firstOfDay[index + 1] = (firstOfDay[index] ?? 0) + day.sessions.length;
  });
  return {
    overdueMinutes: open(overdue),
    overdueKinds: kinds(overdue),
    sessionMinutes: open(sessions),
    sessionSlots: Float64Array.from(sessions, ({ minutes }) => minutes),
    sessionKinds: kinds(sessions),
    letGo: Uint8Array.from(sessions, (session) => (isOfTheEve(session, state, clock) ? 1 : 0)),
    firstOfDay,
    free: Float64Array.from(room.days, ({ free }) => free),
    week: Uint32Array.from(room.days, ({ week }) => week),
    leftInWeek: Float64Array.from(room.leftInWeek),
    noMorePlanned: room.days.findLastIndex((day) => day.sessions.length > 0),
  };
}

/** Lognormal factors whose mean is 1. */
function scatterTable(spread: number, random: Random): Float64Array {
  const table = Float64Array.from({ length: SCATTER_TABLE }, () =>
    Math.exp(spread * random.normal()),
  );
  const mean = table.reduce((sum, factor) => sum + factor, 0) / SCATTER_TABLE;
  return table.map((factor) => factor / mean);
}

/** @returns how many rounds ended on each date of the room */
function runRounds(
  work: Compiled,
  state: PlanState,
  now: EpochMinutes,
  clock: ZoneClock,
  random: Random,
  rounds: number,
): Uint32Array {
  const belief = paceBelief(state);
  const adherence = adherenceOf(state, now, clock);
  const scatter = scatterTable(belief.sessionSpread, random);
  const paces = new Float64Array(KINDS.length);
  const left = new Float64Array(work.leftInWeek.length);
  const days = work.free.length;
  const counts = new Uint32Array(days + 1);

  for (let round = 0; round < rounds; round += 1) {
    drawPaces(belief, random, paces);
    const keeps = random.beta(adherence.belief.a, adherence.belief.b);
    left.set(work.leftInWeek);
    let backlog = 0;
    for (let index = 0; index < work.overdueMinutes.length; index += 1) {
      const factor = scatter[random.bits() & (SCATTER_TABLE - 1)] ?? 1;
      const pace = paces[work.overdueKinds[index] ?? 0] ?? 1;
      backlog += (work.overdueMinutes[index] ?? 0) * pace * factor;
    }
    let day = 0;
    for (; day < days; day += 1) {
      const week = work.week[day] ?? 0;
      let room = work.free[day] ?? 0;
      let weekLeft = left[week] ?? 0;
      // On a date of one fate all sessions are kept or missed together.
      const oneFate = random.uniform() < adherence.likeness;
      const fate = random.uniform() < keeps;
      const last = work.firstOfDay[day + 1] ?? 0;
      for (let index = work.firstOfDay[day] ?? 0; index < last; index += 1) {
        const bits = random.bits();
        const slot = work.sessionSlots[index] ?? 0;
        const pace = paces[work.sessionKinds[index] ?? 0] ?? 1;
        // The low bits choose the scatter, all of them the fate: what they share is too little to tell.
        const needed =
          (work.sessionMinutes[index] ?? 0) * pace * (scatter[bits & (SCATTER_TABLE - 1)] ?? 1);
        if (work.letGo[index] === 1) continue;
        if (oneFate ? fate : bits < keeps * 4_294_967_296) {
          if (needed > slot) backlog += needed - slot;
          else {
            room += slot - needed;
            weekLeft += slot - needed;
          }
        } else {
          backlog += needed;
          weekLeft += slot;
        }
      }
      if (backlog > NOTHING && fate) {
        const worked = Math.min(backlog, room, weekLeft);
        backlog -= worked;
        weekLeft -= worked;
      }
      left[week] = weekLeft;
      if (backlog <= NOTHING && day >= work.noMorePlanned) break;
    }
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** The date by which a share of the rounds had ended; null when fewer ever did. */
export function finishBy(finishes: Finishes, share: number): CivilDate | null {
  let ended = 0;
  for (const { day, rounds } of finishes.days) {
    ended += rounds;
    if (ended >= share * finishes.rounds) return civilDate(day);
  }
  return null;
}

/** Share of the rounds that had ended before the exam; an exam day without a time is free of study. */
export function chanceBy(finishes: Finishes, exam: Pick<PlanExam, 'date' | 'minute'>): number {
  const last = exam.minute === null ? dayNumber(exam.date) - 1 : dayNumber(exam.date);
  const ended = finishes.days
    .filter(({ day }) => day <= last)
    .reduce((sum, { rounds }) => sum + rounds, 0);
  return ended / finishes.rounds;
}

export function forecastOf(finishes: Finishes, exam: PlanExam | null): Forecast {
  return {
    p50: finishBy(finishes, 0.5),
    p85: finishBy(finishes, 0.85),
    chanceByExam: exam === null ? null : chanceBy(finishes, exam),
  };
}
