/** What would make a plan fit, each found by planning and not guessed (design §7). */
import { examLife } from '../curriculum/lifecycle.ts';
import { UserError } from '../errors.ts';
import { chooseWindows } from '../learner/choose-windows.ts';
import type { Learner } from '../learner/learner.ts';
import { addDays, type CivilDate } from '../time/civil-date.ts';
import { LONGEST_UNBROKEN_LAB } from '../workload/constants.ts';
import type { Workload } from '../workload/workload.ts';
import { attemptPlan } from './attempt.ts';
import { cutToFit } from './cuts.ts';
import type { Remedy } from './plan.ts';
import type { PlanRequest } from './plan-request.ts';

const MOST_HOURS = 60;
const HOUR_STEP = 0.5;
/** Days that are tried one by one from the first on which the sums could do. */
const DAYS_TRIED = 120;

/** Whether a changed request fits; a change that cannot be planned at all does not. */
function fits(request: PlanRequest): boolean {
  try {
    return attemptPlan(request).result.fits;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The request at other hours a week; windows that were chosen from the hours are chosen anew. */
export function withHours(request: PlanRequest, hours: number): PlanRequest {
  const { learner, curriculum } = request;
  const minutesPerWeek = hours * 60;
  const exams = curriculum.activities.filter(({ kind }) => kind === 'practice-exam');
  const longest = Math.max(LONGEST_UNBROKEN_LAB, ...exams.map(({ minutes }) => minutes));
  const changed: Learner = {
    ...learner,
    minutesPerWeek,
    windows: learner.windowsChosen
      ? chooseWindows(minutesPerWeek, learner.sessionMinutes, longest)
      : learner.windows,
  };
  return { ...request, learner: changed };
}

/** The smallest hours a week, in steps of 0.5, that would do; null when 60 would not. */
function hoursThatDo(request: PlanRequest): number | null {
  const now = request.learner.minutesPerWeek / 60;
  let low = Math.floor(now / HOUR_STEP);
  let high = MOST_HOURS / HOUR_STEP;
  if (low >= high || !fits(withHours(request, MOST_HOURS))) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(withHours(request, middle * HOUR_STEP))) high = middle;
    else low = middle;
  }
  return high * HOUR_STEP;
}

/** The earliest later exam day, any day of the week, at the present hours; null when none does. */
function examDayThatDoes(request: PlanRequest, missingMinutes: number): CivilDate | null {
  const { exam, curriculum, learner } = request;
  if (exam === null) return null;
  const { last } = examLife(curriculum.lifecycle, request.allowBeta);
  // Fewer days cannot offer the missing minutes, whatever the windows.
  const fewest = Math.max(0, Math.floor((missingMinutes / learner.minutesPerWeek) * 7) - 7);
  for (let days = 1 + fewest; days <= fewest + DAYS_TRIED; days += 1) {
    const date = addDays(exam.date, days);
    if (last !== null && date > last) return null;
    if (fits({ ...request, exam: { ...exam, date } })) return date;
  }
  return null;
}

export function remediesFor(
  request: PlanRequest,
  workload: Workload,
  missingMinutes: number,
): Remedy[] {
  const { learner } = request;
  const essential: PlanRequest = { ...request, learner: { ...learner, depth: 'essential' } };
  const cut = cutToFit(request, workload, missingMinutes);
  return [
    { kind: 'hours', value: hoursThatDo(request) },
    { kind: 'exam', value: examDayThatDoes(request, missingMinutes) },
    { kind: 'depth', value: learner.depth !== 'essential' && fits(essential) ? 'essential' : null },
    cut
      ? {
          kind: 'cut',
          activities: cut.choice.cut.map(({ id }) => id),
          minutesSaved: cut.choice.minutes,
          weightLost: Math.round(cut.choice.weightLost * 10) / 10,
        }
      : { kind: 'cut', activities: null },
  ];
}
