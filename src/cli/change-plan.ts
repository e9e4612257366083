/** How every command that records something ends: it writes, says what it wrote, and what is next. */
import { type Plan, planClock, type Session } from '../plan/plan.ts';
import { sessionDocument } from '../plan/plan-document.ts';
import { formatDate, KIND_NAMES } from '../plan/words.ts';
import { type DayView, dayView } from '../progress/day-view.ts';
import type { PlanEvent } from '../progress/events.ts';
import type { PlanState } from '../progress/state.ts';
import { dateAt, formatMinute } from '../time/wall-clock.ts';
import { type Context, currentMilliseconds } from './context.ts';
import { choosePlan, hintNext } from './open-plan.ts';
import { titleWithPart } from './render/agenda.ts';
import type { LoadedPlan } from './store.ts';
import { shorten } from './terminal/layout.ts';
import { wrap } from './terminal/wrap.ts';

export interface Change {
  /** None: nothing is written. */
  readonly events: readonly PlanEvent[];
}

export interface Changed<C extends Change> {
  readonly decision: C;
  readonly state: PlanState;
  readonly day: DayView;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Lets `decide` say what happens to the plan in use, and writes it.
 * @param decide gets the plan, and milliseconds since 1970; what it throws leaves all as it was
 */
export function changePlan<C extends Change>(
  context: Context,
  decide: (loaded: LoadedPlan, now: number) => C,
): Changed<C> {
  const now = currentMilliseconds();
  const { store, name } = choosePlan(context);
  const { result, before, after } = store.change(name, now, (loaded) => {
    const decision = decide(loaded, now);
    return { events: decision.events, result: decision };
  });
  for (const note of before.notes) context.warn(note);
  return { decision: result, state: after, day: dayView(after, now), now };
}

export interface Answer {
  readonly command: string;
  /** Numbers of the sessions that are another now; none where nothing was written. */
  readonly numbers: readonly number[];
  readonly lines: readonly string[];
  /** False: what comes next today is said by the lines. */
  readonly nextToday?: boolean;
  /** More for `--json`. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The next command, where another one is more obvious than what the day says. */
  readonly next?: string;
}

export function answerChange(context: Context, day: DayView, answer: Answer): void {
  const { plan } = day;
  if (context.json) {
    const clock = planClock(plan);
    context.printJson({
      schema: 'certplan.change/1',
      command: answer.command,
      numbers: answer.numbers,
      sessions: plan.sessions
        .filter(({ number }) => answer.numbers.includes(number))
        .map((session) => sessionDocument(session, clock)),
      ...answer.details,
    });
    return;
  }
  const { width } = context.out;
  const lines = [
    ...answer.lines.flatMap((line) => wrap(line, width, '  ')),
    ...(answer.nextToday === false ? [] : [shorten(nextToday(day), width)]),
  ];
  context.print(...lines);
  hintNext(context, answer.next ?? nextCommand(day));
}

/** `next today  15 docs 19:15, 45 m: Title`, or what comes when today holds nothing more. */
function nextToday({ plan, current, sessions, later, overdue, timer }: DayView): string {
  if (current && timer?.number === current.number) {
    return `timer  runs for ${brief(plan, current)}, ${timer.minutes} m so far`;
  }
  if (current) return `today  next is ${brief(plan, current)}`;
  const today = sessions.length > 0 ? 'that was all' : 'nothing is planned';
  if (!later) return overdue.length > 0 ? `today  ${today}` : 'all sessions are done';
  const date = formatDate(dateAt(later.start, planClock(plan)));
  return `today  ${today}; next on ${date} is ${brief(plan, later)}`;
}

const nextCommand = ({ current, timer }: DayView): string => {
  if (timer) return 'stop';
  return current ? `start ${current.number}` : 'week';
};

/** As much of its title as leaves room for what is said about it on the same line. */
export const shortTitle = (context: Context, session: Session): string =>
  shorten(titleWithPart(session), Math.max(16, context.out.width - 44));

/** What is said of a session, then its title as far as the line has room. */
export const titled = (context: Context, session: Session, said: string): string =>
  `${said}: ${shorten(titleWithPart(session), Math.max(16, context.out.width - said.length - 2))}`;

/** `15 docs 19:15, 45 m: Title`. */
function brief(plan: Plan, session: Session): string {
  const { minute } = planClock(plan).toWallClock(session.start);
  return `${session.number} ${KIND_NAMES[session.kind]} ${formatMinute(minute)}, ${session.minutes} m: ${titleWithPart(session)}`;
}
