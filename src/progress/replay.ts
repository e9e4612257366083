/** The events of a plan one after the other, where an undo changes what came before it. */
import type { CreatedEvent, StoredEvent, UndoneEvent } from './events.ts';
import { Folding } from './folding.ts';
import { setsSlots } from './slot-history.ts';
import type { TrackedSessions } from './tracked-session.ts';

/**
 * Ids of what was undone. From the end on: an undo that was itself undone later does not count.
 * @param undos in their order
 */
function undoneIds(undos: readonly StoredEvent<UndoneEvent>[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (let index = undos.length - 1; index >= 0; index -= 1) {
    const undo = undos[index];
    if (undo && !undone.has(undo.id)) undone.add(undo.event);
  }
  return undone;
}

/** What an undo brings about. */
interface Undoing {
  /** Ids of all that is undone once it has come. */
  readonly undone: ReadonlySet<string>;
  /** Place of the first event of which it changes whether it counts. */
  readonly from: number;
  /**
   * True where no calendar could have seen what it takes back: nothing since `from` has to do with
   * slots. Then the events are gone through as if it had always been known. Most undos are such.
   */
  readonly unseen: boolean;
}

/** The undos among the events, by their place. */
function undoings(ordered: readonly StoredEvent[]): ReadonlyMap<number, Undoing> {
  const found = new Map<number, Undoing>();
  const undos: StoredEvent<UndoneEvent>[] = [];
  const placeOf = new Map<string, number>();
  const slotSetters = new Set<string>();
  let before: ReadonlySet<string> = new Set();
  let lastSeen = -1;
  ordered.forEach((event, index) => {
    placeOf.set(event.id, index);
    if (setsSlots(event)) {
      slotSetters.add(event.id);
      lastSeen = index;
    }
    if (event.type !== 'undone') return;
    undos.push(event);
    const undone = undoneIds(undos);
    let from = index;
    const changed = (id: string): void => {
      // What comes later, in a copy with another clock, has changed nothing yet.
      from = Math.min(from, placeOf.get(id) ?? index);
    };
    for (const id of before) if (!undone.has(id)) changed(id);
    for (const id of undone) if (!before.has(id)) changed(id);
    const unseen = from > lastSeen && !slotSetters.has(event.event);
    if (!unseen) lastSeen = index;
    found.set(index, { undone, from, unseen });
    before = undone;
  });
  return found;
}

/** How far apart states are kept from which an undo may start again. */
const STRIDE = 16;

const strideOf = ({ from }: Undoing): number => from - (from % STRIDE);

/** An undo starts again from the last state that is kept of before the change. */
export class Replay {
  folding: Folding;
  undone: ReadonlySet<string> = new Set();
  private readonly undoings: ReadonlyMap<number, Undoing>;
  /** What is known to be undone from a place on, though the undo comes later. */
  private readonly foreseen = new Map<number, ReadonlySet<string>>();
  /** States before the events 0, 16, 32 …, as far as an undo starts there again. */
  private readonly kept = new Map<number, Folding>();
  private readonly needed = new Set<number>();

  /** @param ordered all but the one that made the plan, in order of time */
  constructor(
    private readonly created: StoredEvent<CreatedEvent>,
    private readonly ordered: readonly StoredEvent[],
    sessions: TrackedSessions,
  ) {
    this.folding = new Folding(created, sessions);
    this.undoings = undoings(ordered);
    let until = ordered.length;
    for (const undoing of [...this.undoings.values()].reverse()) {
      if (!undoing.unseen) this.needed.add(strideOf(undoing));
      // One that reaches back before another one knows of it.
      else if (undoing.from < until) {
        this.foreseen.set(undoing.from, undoing.undone);
        until = undoing.from;
      }
    }
  }

  private keep(index: number): void {
    if (this.needed.has(index)) this.kept.set(index, this.folding.copy(this.created));
  }

  /** @returns false: the event does not count */
  add(index: number): boolean {
    this.undone = this.foreseen.get(index) ?? this.undone;
    this.keep(index);
    return this.step(index);
  }

  private step(index: number): boolean {
    const event = this.ordered[index];
    if (event === undefined || event.type === 'undone' || this.undone.has(event.id)) return false;
    return this.folding.add(event);
  }

  /** @returns the events that were gone through again */
  undo(index: number): readonly StoredEvent[] {
    this.undone = this.foreseen.get(index) ?? this.undone;
    this.keep(index);
    const undoing = this.undoings.get(index);
    if (!undoing || undoing.unseen) return [];
    this.undone = undoing.undone;
    const start = strideOf(undoing);
    const state = this.kept.get(start);
    if (state) this.folding = state.copy(this.created);
    this.step(start);
    for (let again = start + 1; again <= index; again += 1) {
      this.keep(again);
      this.step(again);
    }
    return this.ordered.slice(start, index);
  }
}
