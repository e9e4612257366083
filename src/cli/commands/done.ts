/** `certplan done`: sessions that were finished, at any time. */
import { badInput } from '../../errors.ts';
import { type Felt, planClock, type Session } from '../../plan/plan.ts';
import { formatDate, formatHours, KIND_NAMES } from '../../plan/words.ts';
import type { DayView } from '../../progress/day-view.ts';
import { findSessions, formatNumbers } from '../../progress/find-sessions.ts';
import { decideDone } from '../../progress/record-done.ts';
import { doneMinutes } from '../../progress/state.ts';
import { runningTimer } from '../../progress/timer.ts';
import { type CivilDate, daysBetween } from '../../time/civil-date.ts';
import { parseDate } from '../../time/parse-date.ts';
import { dateAt } from '../../time/wall-clock.ts';
import { answerChange, changePlan, titled } from '../change-plan.ts';
import type { Context } from '../context.ts';

export interface DoneFlags {
  readonly minutes?: number;
  readonly felt?: Felt;
  readonly on?: string;
}

export async function doneCommand(
  context: Context,
  numbers: readonly number[],
  flags: DoneFlags,
): Promise<void> {
  // Whether it can be read at all is known before the plan's zone says which day it is.
  if (flags.on !== undefined) readDay(flags.on, '2026-01-01');
  const { decision, state, day } = changePlan(context, (loaded, now) => {
    const today = dateAt(Math.floor(now / 60_000), planClock(loaded.plan));
    const on = flags.on === undefined ? null : readDay(flags.on, today);
    if (on !== null && on > today) {
      throw badInput(
        'in-future',
        `--on ${flags.on}: ${formatDate(on, true)} is still to come`,
        'what will be done is not done yet: leave --on out, or name a day up to today',
      );
    }
    const sessions = findSessions(loaded.state, numbers);
    const words = { on, minutes: flags.minutes ?? null, felt: flags.felt ?? null };
    const running = runningTimer(loaded.state, now);
    const logged = loaded.state.logged.get(running?.number ?? 0) ?? 0;
    const timed = running && { number: running.number, minutes: running.minutes + logged };
    return decideDone(sessions, words, today, timed);
  });
  const sessionsOf = (some: readonly number[]): Session[] =>
    state.plan.sessions.filter(({ number }) => some.includes(number));
  answerChange(context, day, {
    command: 'done',
    numbers: [...decision.recorded, ...decision.corrected].sort((a, b) => a - b),
    lines: [
      ...described(context, 'done', sessionsOf(decision.recorded), day),
      ...described(context, 'corrected', sessionsOf(decision.corrected), day),
      ...alreadyDone(sessionsOf(decision.already)),
    ],
  });
}

const readDay = (text: string, today: CivilDate): CivilDate =>
  parseDate(text, today, '--on', 'last');

/** So many days before its slot it is worth a word. */
const DAYS_EARLY = 3;

function described(
  context: Context,
  word: string,
  sessions: readonly Session[],
  { date: today, plan }: DayView,
): string[] {
  const [first] = sessions;
  if (!first?.actual) return [];
  const { on, felt } = first.actual;
  const how = [
    ...(on === today ? [] : [`on ${formatDate(on)}`]),
    ...(felt === null ? [] : [`felt ${felt}`]),
  ].map((text) => `, ${text}`);
  if (sessions.length === 1) {
    const { actual, minutes } = first;
    const slot = dateAt(first.start, planClock(plan));
    const planned = actual.minutes === minutes ? '' : ` (planned ${minutes} m)`;
    // A mistyped number is noticed by the day that it belongs to.
    const early =
      word === 'done' && daysBetween(today, slot) >= DAYS_EARLY
        ? `, planned for ${formatDate(slot)}`
        : '';
    return [
      titled(
        context,
        first,
        `${word}  ${first.number} ${KIND_NAMES[first.kind]}, ${formatHours(actual.minutes)}${planned}${early}${how.join('')}`,
      ),
    ];
  }
  const numbers = formatNumbers(sessions.map(({ number }) => number));
  return [
    `${word}  ${numbers}: ${sessions.length} sessions, ${formatHours(doneMinutes(sessions))}${how.join('')}`,
  ];
}

/** Said, and nothing written: a second tick is no mistake worth an error. */
function alreadyDone(sessions: readonly Session[]): string[] {
  const [first] = sessions;
  if (!first?.actual) return [];
  const numbers = formatNumbers(sessions.map(({ number }) => number));
  const what =
    sessions.length === 1
      ? `${numbers} is done already, on ${formatDate(first.actual.on)}, ${formatHours(first.actual.minutes)}`
      : `${numbers} are done already`;
  return [`${what} (--minutes, --felt or --on corrects that)`];
}
