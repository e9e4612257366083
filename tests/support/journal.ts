/** Journals written as the program writes them, for what no command of the test's own can do. */
import { appendFileSync, readFileSync } from 'node:fs';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { encodeEvent, readJournal } from '../../src/progress/journal.ts';
import type { PlanState } from '../../src/progress/state.ts';

export const storedEvents = (path: string): readonly StoredEvent[] =>
  readJournal(readFileSync(path, 'utf8')).events;

export function stateOf(path: string): PlanState {
  const state = foldEvents(storedEvents(path));
  if (!state) throw new Error(`${path} holds no plan`);
  return state;
}

/** @returns the event as it is stored, a minute after the last one */
export function happen(path: string, id: string, event: PlanEvent): StoredEvent {
  const last = storedEvents(path).at(-1)?.at ?? '';
  const at = new Date(Date.parse(last) + 60_000).toISOString();
  const stored: StoredEvent = { ...event, id, at };
  appendFileSync(path, `${encodeEvent(stored)}\n`);
  return stored;
}
