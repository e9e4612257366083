/** A plan that does not fit its exam day any more: what is missing, and what would help. */
import { cannotPlan, type UserError } from '../errors.ts';
import type { Remedy } from '../plan/plan.ts';
import { formatDate, formatHours } from '../plan/words.ts';
import { cutNow, laterExam, type PinInTheWay, pinInTheWay } from '../progress/replan/propose.ts';
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
    // No other day and no cut would be as small a change, and looking for them takes long.
    const pin = isEnough(request) ? pinInTheWay(request) : null;
    if (pin) throw pinned(request, pin);
  }
  if (exam?.source === 'suggested') {
    const later = laterExam(request, true);
    if (later) return later.replanned;
  }
  throw doesNotFitNow(request, passed);
}

/** What is said where the hours would do: sessions wait for each other, and exams keep their distances. */
const NO_ORDER = ', but no order of the sessions there that keeps all the rules';

/** Whether the windows offer what is still to do, by the sums alone. */
const isEnough = (request: ReplanRequest): boolean =>
  (verdictOn(request, sessionsAsked(request)).cushionMinutes ?? 0) >= 0;

function pinned(request: ReplanRequest, { session, to }: PinInTheWay): UserError {
  const clock = zoneClock(request.wishes.learner.timeZone);
  const feasibility = verdictOn(request, sessionsAsked(request));
  return cannotPlan(
    'does-not-fit',
    `there is time enough${NO_ORDER}: session ${session.number} is pinned where it leaves others no room`,
    `This would do:\n  certplan move ${session.number} ${localTime(to, clock)}   another place for it\nNothing was written.`,
    {
      feasibility: { ...feasibility, verdict: 'does-not-fit', remedies: [] },
      pinned: session.number,
    },
  );
}

function doesNotFitNow(request: ReplanRequest, passed: boolean): UserError {
  const { state, wishes } = request;
  const sessions = sessionsAsked(request);
  const feasibility = verdictOn(request, sessions);
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
  const but = isEnough(request) ? NO_ORDER : '';
  const message = passed
    ? `the exam day of this plan, ${day}, has passed, and ${formatHours(toDo)} are still to do`
    : `does not fit any more: ${formatHours(toDo)} are still to do before ${day}, your windows offer ${formatHours(Math.max(0, offered))}${but}`;
  const lines = [
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
      : `${lines.length === 1 ? 'This would do' : 'Either of these would do'}:\n${lines.join('\n')}\nNothing was written.`,
    { feasibility: { ...feasibility, verdict: 'does-not-fit', remedies } },
  );
}

/** As a command line takes it: `2027-01-20T09:00`. */
const localTime = (instant: EpochMinutes, clock: ZoneClock): string =>
  formatInstant(instant, clock).slice(0, 16);
