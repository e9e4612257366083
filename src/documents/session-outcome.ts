/** What became of a session, and what to type about it, in the words of every document. */
import type { Kind } from '../curriculum/vocabulary.ts';
import type { Session } from '../plan/plan.ts';
import { formatDate } from '../plan/words.ts';
import { plainText } from '../text/plain-text.ts';

/**
 * The slot stays what was planned; this is what came of it: `Done on Tue 23 Mar, 50 min, felt hard`.
 * @param why the reason that was given for skipping
 * @returns null while the session is open
 */
export function whatHappened({ status, actual }: Session, why: string | undefined): string | null {
  if (status === 'skipped') return why === undefined ? 'Skipped' : `Skipped: ${plainText(why)}`;
  if (status !== 'done') return null;
  if (actual === null) return 'Done';
  const felt = actual.felt === null ? '' : `, felt ${actual.felt}`;
  return `Done on ${formatDate(actual.on)}, ${actual.minutes} min${felt}`;
}

const HAS_SCORE: ReadonlySet<Kind> = new Set(['practice-exam', 'practice-questions']);

/** Ready to be typed, but for the per cent of a score. */
export function commandsFor({ number, kind, status }: Session): string[] {
  if (status === 'done' || status === 'skipped') return [`certplan show ${number}`];
  return [
    ...(HAS_SCORE.has(kind) ? [`certplan score ${number} PERCENT`] : []),
    `certplan done ${number}`,
  ];
}
