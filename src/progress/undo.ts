/** What an undo takes back: the last change that counts, all of it. */
import type { StoredEvent, UndoneEvent } from './events.ts';
import type { PlanState } from './state.ts';

/** @returns the events of the last change, first to last; none where only the plan's making is left */
export function lastChange(state: PlanState): readonly StoredEvent[] {
  const changes = state.events.filter((event) => event.type !== 'created');
  const last = changes.at(-1);
  if (!last) return [];
  // One command may have written several: nobody wants half of it back.
  if (last.group === undefined) return [last];
  return changes.filter((event) => event.group === last.group);
}

/** Taken back in the order opposite to how it was written. */
export const undoOf = (change: readonly StoredEvent[]): UndoneEvent[] =>
  [...change].reverse().map(({ id }) => ({ type: 'undone', event: id }));

/** Numbers of the sessions that an event speaks of. */
export function numbersOf(event: StoredEvent): readonly number[] {
  switch (event.type) {
    case 'done':
    case 'skipped':
      return event.numbers;
    case 'moved':
    case 'started':
    case 'logged':
      return [event.number];
    case 'scored':
      return event.number === null ? [] : [event.number];
    case 'replanned':
    case 'adjusted':
      return [
        ...new Set([
          ...event.moved.map(({ number }) => number),
          ...event.added.map(({ number }) => number),
          ...event.changed.map(({ number }) => number),
          ...event.dropped,
        ]),
      ].sort((a, b) => a - b);
    case 'created':
    case 'undone':
      return [];
  }
}
