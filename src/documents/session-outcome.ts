/** What became of a session, and what to type about it, in the words of every document. */
import type { Kind } from '../curriculum/vocabulary.ts';
import type { Session } from '../plan/plan.ts';
import { plainText } from '../text/plain-text.ts';
import type { Words } from './words/words.ts';

/**
 * The slot stays what was planned; this is what came of it: `Done on Tue 23 Mar, 50 min, felt hard`.
 * @param why the reason that was given for skipping
 * @returns null while the session is open
 */
export function whatHappened(
  { status, actual }: Session,
  why: string | undefined,
  { events, common, dates }: Words,
): string | null {
  if (status === 'skipped') {
    return why === undefined ? events.skipped : events.skippedBecause(plainText(why));
  }
  if (status !== 'done') return null;
  if (actual === null) return events.done;
  const felt = actual.felt === null ? null : common.felt[actual.felt];
  return events.doneOn(dates.day(actual.on), actual.minutes, felt);
}

const HAS_SCORE: ReadonlySet<Kind> = new Set(['practice-exam', 'practice-questions']);

/** About one session, whatever there is to do about it. */
export const showCommand = (number: number): string => `certplan show ${number}`;

/** Ready to be typed, but for the per cent of a score. */
export function commandsFor({ number, kind, status }: Session): string[] {
  if (status === 'done' || status === 'skipped') return [showCommand(number)];
  return [
    ...(HAS_SCORE.has(kind) ? [`certplan score ${number} PERCENT`] : []),
    `certplan done ${number}`,
  ];
}
