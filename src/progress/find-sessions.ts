/** Numbers that people type, as sessions of the plan; and numbers of sessions as people read them. */
import { notFound } from '../errors.ts';
import type { Session } from '../plan/plan.ts';
import type { PlanState } from './state.ts';

/**
 * The sessions of these numbers, in the order of the numbers.
 * @throws UserError, exit code 4, naming all that are not there
 */
export function findSessions(state: PlanState, numbers: readonly number[]): Session[] {
  const byNumber = new Map(state.plan.sessions.map((session) => [session.number, session]));
  const found: Session[] = [];
  const missing: number[] = [];
  for (const number of numbers) {
    const session = byNumber.get(number);
    if (session) found.push(session);
    else missing.push(number);
  }
  if (missing.length === 0) return found;
  const dropped = missing.filter((number) =>
    state.cancelled.some((session) => session.number === number),
  );
  const numbersThere = formatNumbers(
    [...byNumber.keys()].sort((a, b) => a - b),
    ' to ',
  );
  throw notFound(
    'no-session',
    dropped.length === missing.length
      ? `plan "${state.plan.name}" has ${sessionsWord(missing)} no longer: a re-plan dropped ${missing.length === 1 ? 'it' : 'them'}`
      : `plan "${state.plan.name}" has no ${sessionsWord(missing)}`,
    `its sessions are ${numbersThere}; certplan show lists them`,
  );
}

export function findSession(state: PlanState, number: number): Session {
  const [session] = findSessions(state, [number]);
  if (!session) throw new RangeError('one number gives one session');
  return session;
}

const sessionsWord = (numbers: readonly number[]): string =>
  `session${numbers.length === 1 ? '' : 's'} ${formatNumbers(numbers)}`;

/** `12, 14–16`: three or more in a row become a range. */
export function formatNumbers(numbers: readonly number[], to = '–'): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => {
      if (first === last) return String(first);
      return last === first + 1 ? `${first}, ${last}` : `${first}${to}${last}`;
    })
    .join(', ');
}
