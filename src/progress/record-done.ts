/** Which events it takes to note that sessions are done. */
import type { Actual, Felt, Session } from '../plan/plan.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { DoneEvent } from './events.ts';

/** What was said about how it went; null: nothing. */
export interface DoneWords {
  readonly on: CivilDate | null;
  /** Minutes that each session took. */
  readonly minutes: number | null;
  readonly felt: Felt | null;
}

export interface DoneDecision {
  readonly events: readonly DoneEvent[];
  /** Numbers that were not done before. */
  readonly recorded: readonly number[];
  /** Numbers whose record is another now. */
  readonly corrected: readonly number[];
  /** Numbers that were done already, and of which nothing new was said. */
  readonly already: readonly number[];
}

/** What the timer says of a session, minutes logged before included. */
export interface Timed {
  readonly number: number;
  readonly minutes: number;
}

/**
 * @param today the local date that counts where no day was said
 * @param timed the session that the timer runs for: its minutes count where none were said
 */
export function decideDone(
  sessions: readonly Session[],
  words: DoneWords,
  today: CivilDate,
  timed: Timed | null = null,
): DoneDecision {
  const open = sessions.filter((session) => session.status !== 'done');
  const events: DoneEvent[] = [];
  const corrected: number[] = [];
  const already: number[] = [];
  const record = (numbers: readonly number[], minutes: number | null, from: DoneEvent['from']) => {
    if (numbers.length === 0) return;
    const on = words.on ?? today;
    events.push({ type: 'done', numbers, on, minutes, felt: words.felt, from });
  };
  const isTimed = ({ number }: Session): boolean =>
    number === timed?.number && words.minutes === null;
  record(
    open.filter((session) => !isTimed(session)).map(({ number }) => number),
    words.minutes,
    null,
  );
  if (timed && open.some(isTimed)) record([timed.number], timed.minutes, 'timer');
  for (const { number, actual } of sessions) {
    if (actual === null) continue;
    const better = corrections(actual, words);
    if (better === null) already.push(number);
    else {
      corrected.push(number);
      events.push({ type: 'done', numbers: [number], ...better, from: null });
    }
  }
  return { events, recorded: open.map(({ number }) => number), corrected, already };
}

/** What was recorded with what is said now; null where that says nothing new. */
function corrections(actual: Actual, words: DoneWords): Actual | null {
  const better: Actual = {
    on: words.on ?? actual.on,
    minutes: words.minutes ?? actual.minutes,
    felt: words.felt ?? actual.felt,
  };
  const same =
    better.on === actual.on && better.minutes === actual.minutes && better.felt === actual.felt;
  return same ? null : better;
}
