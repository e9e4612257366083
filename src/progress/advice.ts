/** The most useful next step, each claim in it tried by the forecast. */
import { examLife } from '../curriculum/lifecycle.ts';
import { chooseWindows } from '../learner/choose-windows.ts';
import { planClock } from '../plan/plan.ts';
import { addDays, type CivilDate, dayNumber, weekdayIndex } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import { LONGEST_UNBROKEN_LAB } from '../workload/constants.ts';
import { chanceBy, finishBy, simulateFinishes } from './forecast.ts';
import type { RoomTerms } from './room.ts';
import type { PlanState } from './state.ts';
import type { Status } from './status.ts';

/** Below this chance to be through by the exam a change is proposed. Our choice. */
const CHANCE_WANTED = 0.8;
/** Hours a week that are tried on top, in this order: the least that does is the best advice. */
const MORE_HOURS = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;
/** Half as much again: beyond it a later exam day is the kinder advice. Our choice. */
const MOST_MORE = 1.5;
/** The contract's cap of `--hours`. */
const MOST_HOURS = 60;
/** Where nothing reaches the chance wanted, more hours are named if they add at least this. */
const WORTH_NAMING = 0.1;
/** A later exam day is proposed where the forecast is through by the day before with this chance. */
const CHANCE_OF_LATER_DAY = 0.85;
const SATURDAY = 5;

export type Advice =
  /** Nothing is left to do. */
  | { readonly kind: 'through' }
  /** Slots have passed: give them new ones. */
  | { readonly kind: 'replan' }
  /** Slots of today have passed: tick them, if they were done. */
  | { readonly kind: 'tick'; readonly numbers: readonly number[] }
  | { readonly kind: 'hours'; readonly hours: number; readonly chance: number }
  | { readonly kind: 'exam'; readonly date: CivilDate; readonly chance: number }
  | { readonly kind: 'today' };

export function adviceFor(state: PlanState, status: Status, now: EpochMinutes): Advice {
  const { plan, overdue, forecast, today } = status;
  if (status.next === null) return { kind: 'through' };
  if (overdue.length > 0) {
    const clock = planClock(plan);
    const earlier = overdue.some(({ start }) => clock.toWallClock(start).day < dayNumber(today));
    return earlier
      ? { kind: 'replan' }
      : { kind: 'tick', numbers: overdue.map(({ number }) => number) };
  }
  const started = status.done.sessions > 0 || state.logged.size > 0;
  // Before anything is logged the chance rests on other people's habits: no ground to change a plan.
  if (!started || forecast.chanceByExam === null || forecast.chanceByExam >= CHANCE_WANTED) {
    return { kind: 'today' };
  }
  const tried = hoursTried(state, status, now, forecast.chanceByExam);
  const present = status.plan.learner.minutesPerWeek / 60;
  const bearable = tried !== null && tried.hours <= Math.max(present + 1, MOST_MORE * present);
  if (tried && bearable && tried.chance >= CHANCE_WANTED) return { kind: 'hours', ...tried };
  // A later day that does is better advice than hours that do not, or that few could keep.
  const later = laterExam(status);
  if (later) return { kind: 'exam', ...later };
  return tried ? { kind: 'hours', ...tried } : { kind: 'today' };
}

/** The least hours that reach the chance wanted; else those that help most, if they help enough. */
function hoursTried(
  state: PlanState,
  { plan, today }: Status,
  now: EpochMinutes,
  chanceNow: number,
): { readonly hours: number; readonly chance: number } | null {
  const { exam, learner, sessions } = plan;
  if (exam === null || exam.date <= today) return null;
  const clock = planClock(plan);
  const longest = sessions
    .filter(({ kind }) => kind === 'practice-exam')
    .reduce((most, { minutes }) => Math.max(most, minutes), LONGEST_UNBROKEN_LAB);
  // The command line takes halves of an hour.
  const present = Math.floor(learner.minutesPerWeek / 30) / 2;
  let best: { hours: number; chance: number } | null = null;
  for (const more of MORE_HOURS) {
    const hours = present + more;
    if (hours > MOST_HOURS) break;
    // As `adjust` does: windows that were chosen from the hours are chosen anew.
    const terms: RoomTerms = {
      ...learner,
      minutesPerWeek: hours * 60,
      windows: learner.windowsChosen
        ? chooseWindows(hours * 60, learner.sessionMinutes, longest)
        : learner.windows,
    };
    const chance = chanceBy(simulateFinishes(state, now, clock, { terms }), exam);
    if (chance >= CHANCE_WANTED) return { hours, chance };
    if (chance > (best?.chance ?? chanceNow + WORTH_NAMING)) best = { hours, chance };
  }
  return best;
}

/** The first working day after the one by which the forecast is through, if the exam can be sat then. */
function laterExam({ plan, finishes }: Status): { date: CivilDate; chance: number } | null {
  const through = finishBy(finishes, CHANCE_OF_LATER_DAY);
  if (plan.exam === null || through === null) return null;
  // Test centres open from Monday to Friday (design §7 suggests such days only).
  const next = addDays(through, 1);
  const weekday = weekdayIndex(dayNumber(next));
  const date = weekday < SATURDAY ? next : addDays(next, 7 - weekday);
  const { last } = examLife(plan.certification.lifecycle, plan.basis.allowBeta);
  if (date <= plan.exam.date || (last !== null && date > last)) return null;
  return { date, chance: chanceBy(finishes, { date, minute: null }) };
}
