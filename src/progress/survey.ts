/** Looks through a whole journal, damage or not: what can be saved, and what is wrong with the rest. */
import { decodeLine } from './journal.ts';

export interface Fault {
  /** Counted from 1. */
  readonly line: number;
  readonly why: string;
}

export interface Survey {
  /** The entries that are sound, each once, letter for letter: what a repaired journal holds. */
  readonly sound: readonly string[];
  readonly faults: readonly Fault[];
  /** True when a sound entry makes the plan; without it the others mean nothing. */
  readonly hasPlan: boolean;
  /** Entries of a newer certplan, among the sound ones. */
  readonly newer: number;
}

export function surveyJournal(text: string): Survey {
  const sound: string[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let hasPlan = false;
  let newer = 0;
  const lines = text.split('\n');
  for (const [index, written] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (written.trim() === '' && (!isLast || written === '')) continue;
    const fault = (why: string): void => void faults.push({ line: index + 1, why });
    const line = written.replace(/\r$/, '');
    const decoded = decodeLine(line);
    if (decoded.kind === 'damaged') {
      fault(isLast ? 'it was cut off while it was written' : decoded.why);
      continue;
    }
    // Entries that were merged by hand or by another program may stand twice, and count twice.
    const identity = decoded.kind === 'event' ? decoded.event.id : line;
    if (seen.has(identity)) {
      fault('it stands in the journal twice');
      continue;
    }
    if (isLast) fault('it is whole, but its line end is missing; it can be kept');
    else if (line !== written) fault('its line end was changed (CRLF); it can be kept');
    seen.add(identity);
    sound.push(line);
    if (decoded.kind === 'unknown') newer += 1;
    else if (decoded.event.type === 'created') hasPlan = true;
  }
  return { sound, faults, hasPlan, newer };
}
