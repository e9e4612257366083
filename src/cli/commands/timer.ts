/** `certplan start` and `certplan stop`: a timer instead of `--minutes`. */
import { badInput } from '../../errors.ts';
import { type Felt, planClock, type Session } from '../../plan/plan.ts';
import { formatHours, KIND_NAMES } from '../../plan/words.ts';
import { findSession } from '../../progress/find-sessions.ts';
import { decideStart, decideStop, runningTimer } from '../../progress/timer.ts';
import { dateAt, parseInstant } from '../../time/wall-clock.ts';
import { answerChange, changePlan, shortTitle, titled } from '../change-plan.ts';
import type { Context } from '../context.ts';

export async function startCommand(context: Context, number: number): Promise<void> {
  const { decision, day } = changePlan(context, ({ state }, now) => {
    const session = findSession(state, number);
    const running = runningTimer(state, now);
    return { events: decideStart(session, running), session, running };
  });
  const { session, running, events } = decision;
  const what = `${number} ${KIND_NAMES[session.kind]}, ${session.minutes} m planned: ${shortTitle(context, session)}`;
  answerChange(context, day, {
    command: 'start',
    numbers: events.length > 0 ? [number] : [],
    lines: [
      events.length > 0
        ? `started  ${what}`
        : `runs already, ${formatHours(running?.minutes ?? 0)}: ${what}`,
      ...(session.first === null ? [] : [`first  ${session.first}`]),
    ],
    nextToday: false,
    details: { timer: day.timer },
  });
}

export interface StopFlags {
  readonly notDone?: boolean;
  readonly felt?: Felt;
}

export async function stopCommand(context: Context, flags: StopFlags): Promise<void> {
  const notDone = flags.notDone === true;
  if (notDone && flags.felt !== undefined) {
    throw badInput(
      'felt-and-not-done',
      '--felt and --not-done do not go together',
      'say how it felt when the session is done',
    );
  }
  const { decision, day } = changePlan(context, ({ state, plan }, now) => {
    const running = runningTimer(state, now);
    const since = running ? parseInstant(running.since) : 0;
    const on = dateAt(since, planClock(plan));
    const { event, minutes, number } = decideStop(state, running, on, {
      notDone,
      felt: flags.felt ?? null,
    });
    return { events: [event], number, minutes };
  });
  const { number, minutes } = decision;
  const session = day.plan.sessions.find((candidate) => candidate.number === number);
  if (session && isForgotten(session, minutes)) {
    context.warn(
      `${formatHours(minutes)} is long for ${session.minutes} m; if the timer was forgotten: certplan done ${number} --minutes ${session.minutes}`,
    );
  }
  const spent = formatHours(minutes);
  const planned = session && session.minutes !== minutes ? ` (planned ${session.minutes} m)` : '';
  const felt = flags.felt === undefined ? '' : `, felt ${flags.felt}`;
  const kind = session ? ` ${KIND_NAMES[session.kind]}` : '';
  const said = notDone
    ? `stopped  ${number} stays open, ${spent} logged so far`
    : `done  ${number}${kind}, ${spent}${planned}${felt}`;
  answerChange(context, day, {
    command: 'stop',
    numbers: [number],
    lines: [session ? titled(context, session, said) : said],
  });
}

/** Three times as long as planned and an hour: more often a forgotten timer than a hard session. */
const isForgotten = (session: Session, minutes: number): boolean =>
  minutes > 3 * session.minutes + 60;
