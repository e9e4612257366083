/**
 * When not everything finds a place before the exam day: keep the content and move the day, keep the
 * day and cut, or give up a pin. Each is found by re-planning, not guessed.
 */
import { examLife } from '../../curriculum/lifecycle.ts';
import type { Plan, PlanCut, PlanExam, Session } from '../../plan/plan.ts';
import { CUSHION_SHARE } from '../../schedule/constants.ts';
import {
  addDays,
  type CivilDate,
  dayNumber,
  daysBetween,
  weekdayIndex,
} from '../../time/civil-date.ts';
import { dateAt, type EpochMinutes, zoneClock } from '../../time/wall-clock.ts';
import { chooseCut, maximumSaving } from '../../workload/cut/choose-cut.ts';
import { cutProblem } from '../../workload/cut/cut-problem.ts';
import { computeWorkload } from '../../workload/workload.ts';
import { isNewlyRelaxed, type Replanned, replan, sessionsAsked, verdictOn } from './replan.ts';
import type { ReplanRequest } from './request.ts';

/** A year is as far as a day is looked for. */
const MOST_DAYS_LATER = 366;
const CUT_STEP_MINUTES = 120;
const CUTS_TRIED = 8;
const PINS_TRIED = 4;

export interface LaterExam {
  readonly exam: PlanExam;
  readonly replanned: Replanned;
}

const withExam = (request: ReplanRequest, exam: PlanExam): ReplanRequest => ({
  ...request,
  wishes: { ...request.wishes, exam },
});

/**
 * A later exam day on which everything fits, as early as a search by halves finds one.
 * @param workdays true for a day that is suggested: Monday to Friday, with a cushion of 10 %
 */
export function laterExam(request: ReplanRequest, workdays: boolean): LaterExam | null {
  const days = laterDays(request, workdays);
  // A day of our own choosing costs no rule, where that can be had.
  return (workdays ? firstDay(request, days, false) : null) ?? firstDay(request, days, true);
}

/** @param relaxed false: only a day on which practice exams keep their distances */
function firstDay(
  request: ReplanRequest,
  days: readonly PlanExam[],
  relaxed: boolean,
): LaterExam | null {
  const tryDay = (index: number): LaterExam | null => {
    const exam = days[index];
    const replanned = exam ? replan(withExam(request, exam)) : null;
    if (!exam || !replanned) return null;
    return relaxed || !isNewlyRelaxed(replanned, request.state.plan) ? { exam, replanned } : null;
  };
  // Strides that double until a day does, then the gap before it is halved: each try is a whole re-plan.
  let failed = -1;
  let found: LaterExam | null = null;
  let at = 0;
  for (let stride = 1; !found && failed < days.length - 1; stride *= 2) {
    at = Math.min(failed + stride, days.length - 1);
    found = tryDay(at);
    if (!found) failed = at;
  }
  while (found && at - failed > 1) {
    const middle = Math.floor((failed + at) / 2);
    const earlier = tryDay(middle);
    if (earlier) {
      found = earlier;
      at = middle;
    } else {
      failed = middle;
    }
  }
  return found;
}

/** Exam days after the present one, within the exam's life, before which the sums would do. */
function laterDays(request: ReplanRequest, workdays: boolean): PlanExam[] {
  const { wishes, curriculum, now } = request;
  const { exam } = wishes;
  if (!exam) return [];
  const { first, last } = examLife(curriculum.lifecycle, wishes.basis.allowBeta);
  const today = dateAt(now, zoneClock(wishes.learner.timeZone));
  let date: CivilDate = daysBetween(exam.date, today) > 0 ? today : exam.date;
  if (first !== null && date < first) date = addDays(first, -1);
  const sessions = sessionsAsked(request);
  const days: PlanExam[] = [];
  for (const end = addDays(date, MOST_DAYS_LATER); date < end; ) {
    date = addDays(date, 1);
    if (last !== null && date > last) break;
    if (workdays && weekdayIndex(dayNumber(date)) > 4) continue;
    const candidate: PlanExam = { ...exam, date };
    // Once the sums do, they do on every later day.
    if (days.length === 0) {
      const { cushionMinutes, neededMinutes } = verdictOn(withExam(request, candidate), sessions);
      if ((cushionMinutes ?? 0) < (workdays ? CUSHION_SHARE * neededMinutes : 0)) continue;
    }
    days.push(candidate);
  }
  return days;
}

export interface CutNow {
  readonly cuts: readonly PlanCut[];
  readonly minutes: number;
  readonly weightLost: number;
  readonly replanned: Replanned;
}

/** The least-worth content that is not begun, left out until the rest fits. */
export function cutNow(request: ReplanRequest): CutNow | null {
  const { wishes, curriculum, foundations, state } = request;
  const already = new Set(wishes.basis.cut);
  const { items } = computeWorkload(
    curriculum,
    foundations,
    wishes.learner,
    already,
    wishes.basis.credit,
  );
  const open = new Set(
    items
      .map(({ id }) => id)
      .filter((id) => {
        const own = state.plan.sessions.filter(({ activity }) => activity === id);
        return own.every(({ status, pinned }) => status === 'planned' && !pinned);
      }),
  );
  const problem = cutProblem(
    items,
    curriculum.domains,
    new Map(curriculum.activities.map(({ id, after }) => [id, after])),
    curriculum.guide,
    // What is begun or done stays, and saves nothing.
  ).map((item) => (open.has(item.id) ? item : { ...item, minutes: 0 }));
  const most = maximumSaving(problem);
  const { cushionMinutes } = verdictOn(request, sessionsAsked(request));
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  let size = Math.max(CUT_STEP_MINUTES / 2, -(cushionMinutes ?? 0));
  for (let tried = 0; tried < CUTS_TRIED && size <= most; tried += 1) {
    const choice = chooseCut(problem, size);
    if (!choice) return null;
    const chosen = choice.cut.filter(({ minutes }) => minutes > 0);
    const cut = [...wishes.basis.cut, ...chosen.map(({ id }) => id)];
    const replanned = replan({
      ...request,
      wishes: { ...wishes, basis: { ...wishes.basis, cut } },
    });
    if (replanned) {
      const cuts = chosen.map(({ id, minutes, weightLost }) => ({
        activity: id,
        title: titles.get(id) ?? id,
        minutes,
        reason: `cut: of least worth for the exam by the minute (${weightLost.toFixed(1)} % of its weight)`,
        weightLost,
      }));
      return {
        cuts,
        minutes: choice.minutes,
        weightLost: chosen.reduce((sum, { weightLost }) => sum + weightLost, 0),
        replanned: withCuts(replanned, state.plan, cuts),
      };
    }
    size = Math.min(most, Math.max(size + CUT_STEP_MINUTES, size * 1.3));
    if (size >= most && tried < CUTS_TRIED - 2) tried = CUTS_TRIED - 2;
  }
  return null;
}

/** The re-plan with its cuts, and their sessions with the reason why they go. */
function withCuts(replanned: Replanned, before: Plan, more: readonly PlanCut[]): Replanned {
  const cuts = [...before.cuts, ...more];
  const lost = new Map(more.map(({ activity, weightLost }) => [activity, weightLost]));
  const because = new Map(replanned.because);
  for (const { number, activity } of before.sessions) {
    const weight = lost.get(activity);
    if (weight !== undefined && replanned.replacement.dropped.includes(number)) {
      because.set(number, `cut: ${weight.toFixed(1)} % of the exam's weight`);
    }
  }
  return {
    ...replanned,
    because,
    plan: { ...replanned.plan, cuts },
    replacement: {
      ...replanned.replacement,
      facts: { ...replanned.replacement.facts, cuts },
    },
  };
}

export interface PinInTheWay {
  readonly session: Session;
  /** Where a re-plan would put it. */
  readonly to: EpochMinutes;
}

/**
 * The first pinned session without whose pin everything finds a place: what it waits for, say, cannot
 * come before it.
 */
export function pinInTheWay(request: ReplanRequest): PinInTheWay | null {
  const { state, now } = request;
  const { sessions } = state.plan;
  const pins = sessions.filter(
    ({ status, pinned, start }) => status === 'planned' && pinned && start >= now,
  );
  for (const pin of pins.slice(0, PINS_TRIED)) {
    // As if its slot had passed: then it looks for a place like any other.
    const free: Session = { ...pin, pinned: false, start: now - pin.minutes };
    const plan = {
      ...state.plan,
      sessions: sessions.map((session) => (session === pin ? free : session)),
    };
    const replanned = replan({ ...request, state: { ...state, plan } });
    const to = replanned?.plan.sessions.find(({ number }) => number === pin.number)?.start;
    if (to !== undefined) return { session: pin, to };
  }
  return null;
}
