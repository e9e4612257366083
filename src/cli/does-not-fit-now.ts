/** A plan that does not fit its exam day any more: what is missing, and what would help. */
import { cannotPlan, type UserError } from '../errors.ts';
import type { Remedy } from '../plan/plan.ts';
import { cutWords, formatDate, formatHours } from '../plan/words.ts';
import { formatNumbers } from '../progress/find-sessions.ts';
import { cutNow, laterExam, type PinInTheWay, pinInTheWay } from '../progress/replan/propose.ts';
import {
  isNewlyRelaxed,
  type Replanned,
  replan,
  sessionsAsked,
  verdictOn,
} from '../progress/replan/replan.ts';
import type { ReplanRequest } from '../progress/replan/request.ts';
import { isoDateOf } from '../progress/replan/today.ts';
import { openMinutes } from '../progress/state.ts';
import { type EpochMinutes, formatInstant, type ZoneClock, zoneClock } from '../time/wall-clock.ts';

/** What of a command line must be said again in what would help. */
export interface Typed {
  /** What was asked of `adjust`, one option each. */
  readonly words: readonly string[];
  /** Flags that lead to the plan, with a space before each. */
  readonly place: string;
}

/**
 * The re-plan; a suggested exam day gives way where not everything fits before it, one that the
 * learner gave does not.
 * @param typed how this command was typed: what would help keeps it
 * @throws UserError, exit code 3, with what would help
 */
export function replanOrSay(
  request: ReplanRequest,
  typed: Typed = { words: [], place: '' },
): Replanned {
  const { exam } = request.wishes;
  const replanned = replanIfItFits(request);
  if (
    replanned &&
    !(exam?.source === 'suggested' && isNewlyRelaxed(replanned, request.state.plan))
  ) {
    return replanned;
  }
  if (replanned) return laterExam(request, true)?.replanned ?? replanned;
  // No other day and no cut would be as small a change, and looking for them takes long.
  const pin = !isOver(request) && isEnough(request) ? pinInTheWay(request) : null;
  if (pin) throw pinned(request, pin, typed.place);
  if (exam?.source === 'suggested') {
    const later = laterExam(request, true);
    if (later) return later.replanned;
  }
  throw doesNotFitNow(request, isOver(request), typed);
}

/** The re-plan for the exam day as it is; null where that is over, or not everything fits before it. */
export const replanIfItFits = (request: ReplanRequest): Replanned | null =>
  isOver(request) ? null : replan(request);

function isOver(request: ReplanRequest): boolean {
  const { exam } = request.wishes;
  return exam !== null && exam.date < isoDateOf(request);
}

/** What is said where the hours would do: sessions wait for each other, and exams keep their distances. */
const NO_ORDER = ', but no order of the sessions there that keeps all the rules';

/** Whether the windows offer what is still to do, by the sums alone. */
const isEnough = (request: ReplanRequest): boolean =>
  (verdictOn(request, sessionsAsked(request)).cushionMinutes ?? 0) >= 0;

function pinned(request: ReplanRequest, { session, to }: PinInTheWay, place: string): UserError {
  const clock = zoneClock(request.wishes.learner.timeZone);
  const feasibility = verdictOn(request, sessionsAsked(request));
  return cannotPlan(
    'does-not-fit',
    `there is time enough${NO_ORDER}: session ${session.number} is pinned where it leaves others no room`,
    `This would do:\n  certplan move ${session.number} ${localTime(to, clock)}${place}\n      another place for it\nNothing was written.`,
    {
      feasibility: { ...feasibility, verdict: 'does-not-fit', remedies: [] },
      pinned: session.number,
    },
  );
}

function doesNotFitNow(
  request: ReplanRequest,
  passed: boolean,
  { words, place }: Typed,
): UserError {
  const { state, wishes } = request;
  const sessions = sessionsAsked(request);
  const feasibility = verdictOn(request, sessions);
  const later = laterExam(request, false);
  const cut = passed ? null : cutNow(request);
  const letGo = passed || cut ? [] : overdueToLetGo(request);
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
  const adjust = (kept: readonly string[], more: string): string =>
    `  ${['certplan adjust', ...kept, more].join(' ')}${place}`;
  const lines = [
    ...(later
      ? [
          adjust(
            words.filter((word) => !word.startsWith('--exam ')),
            `--exam ${later.exam.date}`,
          ),
          `      keeps the content, moves the exam day to ${formatDate(later.exam.date)}`,
        ]
      : []),
    ...(cut
      ? [adjust(words, '--cut'), `      keeps the exam day, leaves out ${cutWords(cut.cuts)}`]
      : []),
    ...(letGo.length > 0
      ? [
          `  certplan skip ${formatNumbers(letGo, '-').replaceAll(', ', ' ')}${place}`,
          '      keeps the exam day, lets go of what earlier days left open; then certplan replan',
        ]
      : []),
  ];
  return cannotPlan(
    'does-not-fit',
    message,
    lines.length === 0
      ? 'No exam day within a year and no cut alone would do: give more hours or windows with certplan adjust. Nothing was written.'
      : `${lines.length > 2 ? 'Any one of these would do' : 'This would do'}:\n${lines.join('\n')}\nNothing was written.`,
    { feasibility: { ...feasibility, verdict: 'does-not-fit', remedies } },
  );
}

const MOST_TO_LET_GO = 15;

/** What earlier days left open, where the rest fits without it; else nothing. */
function overdueToLetGo(request: ReplanRequest): number[] {
  const { state, now } = request;
  const open = state.plan.sessions.filter(
    ({ status, start, pinned }) => status === 'planned' && start < now && !pinned,
  );
  // Who leaves out weeks of material needs another plan, not a shorter one.
  if (open.length === 0 || open.length > MOST_TO_LET_GO) return [];
  const sessions = state.plan.sessions.map((session) =>
    open.includes(session) ? { ...session, status: 'skipped' as const } : session,
  );
  const without: ReplanRequest = {
    ...request,
    state: { ...state, plan: { ...state.plan, sessions } },
  };
  return replan(without) ? open.map(({ number }) => number).sort((a, b) => a - b) : [];
}

/** As a command line takes it: `2027-01-20T09:00`. */
const localTime = (instant: EpochMinutes, clock: ZoneClock): string =>
  formatInstant(instant, clock).slice(0, 16);
