/**
 * What calendars have seen of a plan. It only grows, whatever is undone and whichever copy of the
 * journal is joined: a slot that came back is a new version of its event, and a session that is
 * gone has to be cancelled there.
 */
import type { Session } from '../plan/plan.ts';
import type { StoredEvent } from './events.ts';
import { sessionOf, type TrackedSession, type TrackedSessions, track } from './tracked-session.ts';

/** True where calendars learn of an event: it gives sessions other slots. */
export const setsSlots = ({ type }: StoredEvent): boolean =>
  type === 'moved' || type === 'replanned' || type === 'adjusted';

/** Numbers whose slot an event sets: each time, and each time that is undone, their SEQUENCE rises. */
function slotsSetBy(event: StoredEvent): readonly number[] {
  switch (event.type) {
    case 'moved':
      return [event.number];
    case 'replanned':
    case 'adjusted':
      return [
        ...new Set([
          ...event.moved.map(({ number }) => number),
          ...event.changed.map(({ number }) => number),
          ...event.added.map(({ number }) => number),
          ...event.dropped,
        ]),
      ];
    default:
      return [];
  }
}

export class SlotHistory {
  private readonly everSeen: Map<number, TrackedSession>;
  private readonly sequences = new Map<number, number>();
  private readonly slotsOf = new Map<string, readonly number[]>();
  changes = 0;

  /** @param sessions as the plan was made with them */
  constructor(sessions: TrackedSessions) {
    this.everSeen = new Map(sessions);
  }

  /**
   * @param sessions as they are after the event
   * @param counts false: it was overruled or undone before it came; the copy that wrote it has shown
   *   it to calendars all the same, and now shows that it was taken back
   */
  record(event: StoredEvent, sessions: TrackedSessions, counts: boolean): void {
    const numbers = slotsSetBy(event);
    if (numbers.length === 0) return;
    this.slotsOf.set(event.id, numbers);
    if (event.type === 'replanned' || event.type === 'adjusted') {
      for (const session of event.added) {
        if (!this.everSeen.has(session.number)) this.everSeen.set(session.number, track(session));
      }
    }
    this.look(numbers, sessions);
    this.count(numbers, counts ? 1 : 2);
  }

  /**
   * @param id of the event that is undone
   * @param again events that were gone through again: what else is in the plan stands where it stood
   * @param before sessions as they were before the undo
   * @param after as they are now
   */
  undo(
    id: string,
    again: readonly StoredEvent[],
    before: TrackedSessions,
    after: TrackedSessions,
  ): void {
    const numbers = new Set(this.slotsOf.get(id));
    for (const number of new Set(again.flatMap(slotsSetBy))) {
      const was = before.get(number);
      const is = after.get(number);
      if (was?.start !== is?.start || was?.planned.minutes !== is?.planned.minutes) {
        numbers.add(number);
      }
    }
    if (numbers.size === 0) return;
    this.look(numbers, after);
    this.count(numbers, 1);
  }

  private look(numbers: Iterable<number>, sessions: TrackedSessions): void {
    for (const number of numbers) {
      const session = sessions.get(number);
      if (session) this.everSeen.set(number, session);
    }
  }

  private count(numbers: Iterable<number>, steps: number): void {
    this.changes += 1;
    for (const number of numbers) this.sequences.set(number, this.sequence(number) + steps);
  }

  sequence(number: number): number {
    return this.sequences.get(number) ?? 0;
  }

  /** Numbers that no other session may get. */
  get highestNumber(): number {
    return Math.max(0, ...this.everSeen.keys());
  }

  /** Sessions that calendars may still show and that the plan no longer has. */
  gone(present: TrackedSessions): Session[] {
    return [...this.everSeen.values()]
      .filter(({ planned }) => !present.has(planned.number))
      .map((tracked) => sessionOf(tracked, this.sequence(tracked.planned.number)))
      .sort((a, b) => a.start - b.start || a.number - b.number);
  }
}
