/** Another copy of a plan's journal: what it holds that this one does not. Copies merge by union. */
import { badInput } from '../../errors.ts';
import type { StoredEvent } from '../events.ts';
import { decodeLine, type JournalText } from '../journal.ts';

export interface OtherJournal {
  /** Id of the event that made the plan. */
  readonly createdId: string;
  /** Lines as they stand, so that their checksums hold; `event` is null for those of a newer certplan. */
  readonly lines: readonly { readonly text: string; readonly event: StoredEvent | null }[];
}

/**
 * Unlike our own journal, one with damage is not taken at all: there may be a better copy of it.
 * @param file its name, for messages
 * @throws UserError, exit code 2
 */
export function readOtherJournal(text: string, file: string): OtherJournal {
  const mend = 'copy it once more, or run certplan doctor --repair where it comes from';
  const all = text.split('\n');
  if (all.pop() !== '') {
    throw badInput('torn-journal', `${file}: its last line is cut off`, mend);
  }
  const lines: { text: string; event: StoredEvent | null }[] = [];
  for (const [index, written] of all.entries()) {
    if (written.trim() === '') continue;
    // What carried the copy over may have changed its line ends.
    const line = written.replace(/\r$/, '');
    const decoded = decodeLine(line);
    if (decoded.kind === 'damaged') {
      throw badInput(
        'damaged-journal',
        `${file}:${index + 1}: the entry is damaged: ${decoded.why}`,
        mend,
      );
    }
    lines.push({ text: line, event: decoded.kind === 'event' ? decoded.event : null });
  }
  const createdId = lines.find(({ event }) => event?.type === 'created')?.event?.id;
  if (createdId === undefined) {
    throw badInput('no-plan-in-journal', `${file} holds no plan: its first entry is missing`, mend);
  }
  return { createdId, lines };
}

/** Id of the event that made the plan; null in a journal without one. */
export const createdIdOf = (events: readonly StoredEvent[]): string | null =>
  events.find(({ type }) => type === 'created')?.id ?? null;

/** The lines of another copy that this one lacks, each once, in the order in which they stand there. */
export function missingLines(own: JournalText, other: OtherJournal): string[] {
  const ids = new Set(own.events.map(({ id }) => id));
  const newer = new Set(own.unknown);
  const missing: string[] = [];
  for (const { text, event } of other.lines) {
    const known = event ? ids.has(event.id) : newer.has(text);
    if (known) continue;
    if (event) ids.add(event.id);
    else newer.add(text);
    missing.push(text);
  }
  return missing;
}
