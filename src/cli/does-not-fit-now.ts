/** A plan that does not fit its exam day any more: what is missing, and what would help. */
import { cannotPlan, type UserError } from '../errors.ts';
import type { Remedy } from '../plan/plan.ts';
import { formatDate, formatHours } from '../plan/words.ts';
import { cutNow, laterExam, pinInTheWay } from '../progress/replan/propose.ts';
import { type Replanned, replan, sessionsAsked, verdictOn } from '../progress/replan/replan.ts';
import type { ReplanRequest } from '../progress/replan/request.ts';
import { isoDateOf } from '../progress/replan/today.ts';
import { openMinutes } from '../progress/state.ts';
import { type EpochMinutes, formatInstant, type ZoneClock, zoneClock } from '../time/wall-clock.ts';

/**
 * The re-plan; a suggested exam day gives way where not everything fits before it, one that the
 * learner gave does not.
 * @throws UserError, exit code 3, with what would help
 */
export function replanOrSay(request: ReplanRequest): Replanned {
  const { exam } = request.wishes;
  const passed = exam !== null && exam.date < isoDateOf(request);
  if (!passed) {
    const replanned = replan(request);
    if (replanned) return replanned;
  }
  if (exam?.source === 'suggested') {
    const later = laterExam(request, true);
    if (later) return later.replanned;
  }
  throw doesNotFitNow(request, passed);
}

function doesNotFitNow(request: ReplanRequest, passed: boolean): UserError {
  const { state, wishes } = request;
  const sessions = sessionsAsked(request);
  const feasibility = verdictOn(request, sessions);
  const clock = zoneClock(wishes.learner.timeZone);
  const enough = (feasibility.cushionMinutes ?? 0) >= 0;
  const pin = !passed && enough ? pinInTheWay(request) : null;
  const later = laterExam(request, false);
  const cut = passed ? null : cutNow(request);
  const remedies: Remedy[] = [
    { kind: 'exam', value: later?.exam.date ?? null },
    cut
      ? {
          kind: 'cut',
          activities: cut.cuts.map(({ activity }) => activity),
          minutesSaved: cut.minutes,
          weightLost: Math.round(cut.weightLost * 10) / 10,
        }
      : { kind: 'cut', activities: null },
  ];
  const toDo = sessions.reduce(
    (sum, session) => sum + (session.status === 'planned' ? openMinutes(session, state) : 0),
    0,
  );
  const day = wishes.exam ? formatDate(wishes.exam.date, true) : '';
  const offered = toDo + (feasibility.cushionMinutes ?? 0);
  // Hours are not all: sessions wait for each other, exams keep their distances, pins stay.
  const but = enough ? ', but no order of the sessions there that keeps all the rules' : '';
  const message = passed
    ? `the exam day of this plan, ${day}, has passed, and ${formatHours(toDo)} are still to do`
    : `does not fit any more: ${formatHours(toDo)} are still to do before ${day}, your windows offer ${formatHours(Math.max(0, offered))}${but}`;
  const lines = [
    ...(pin
      ? [
          `  certplan move ${pin.session.number} ${localTime(pin.to, clock)}   the pinned session ${pin.session.number} leaves no room where it is`,
        ]
      : []),
    ...(later
      ? [`  certplan adjust --exam ${later.exam.date}   keeps the content, moves the exam day`]
      : []),
    ...(cut
      ? [
          `  certplan adjust --cut               keeps the exam day, leaves out ${cut.cuts.length} ${cut.cuts.length === 1 ? 'item' : 'items'}: ${formatHours(cut.minutes)}, ${Math.round(cut.weightLost * 10) / 10} % of the exam's weight thinly covered`,
        ]
      : []),
  ];
  return cannotPlan(
    'does-not-fit',
    message,
    lines.length === 0
      ? 'No exam day within a year and no cut alone would do: give more hours or windows with certplan adjust. Nothing was written.'
      : `${lines.length === 1 ? 'This would do' : 'Any one of these would do'}:\n${lines.join('\n')}\nNothing was written.`,
    { feasibility: { ...feasibility, verdict: 'does-not-fit', remedies } },
  );
}

/** As a command line takes it: `2027-01-20T09:00`. */
const localTime = (instant: EpochMinutes, clock: ZoneClock): string =>
  formatInstant(instant, clock).slice(0, 16);
