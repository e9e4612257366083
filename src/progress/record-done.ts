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

/** @param today the local date that counts where no day was said */
export function decideDone(
  sessions: readonly Session[],
  words: DoneWords,
  today: CivilDate,
): DoneDecision {
  const open = sessions.filter((session) => session.status !== 'done');
  const events: DoneEvent[] = [];
  const corrected: number[] = [];
  const already: number[] = [];
  if (open.length > 0) {
    events.push({
      type: 'done',
      numbers: open.map(({ number }) => number),
      on: words.on ?? today,
      minutes: words.minutes,
      felt: words.felt,
      from: null,
    });
  }
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
