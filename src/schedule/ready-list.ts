/** Items whose predecessors are placed, in order of priority, with the instant from which they may start. */
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { type Rest, restOf } from './pieces.ts';

export interface Ready {
  readonly rank: number;
  /** The first minute at which it, or its next part, may start. */
  from: EpochMinutes;
  rest: Rest;
}

export class ReadyList {
  /** Sorted by rank. */
  readonly entries: Ready[] = [];
  private readonly rank = new Map<string, number>();
  private readonly waitsFor = new Map<string, number>();
  private readonly startsFrom = new Map<string, EpochMinutes>();
  private readonly followers = new Map<string, WorkItem[]>();

  /** @param items in order of priority; edges to items that are not among them do not count */
  constructor(items: readonly WorkItem[], from: EpochMinutes) {
    items.forEach((item, index) => {
      this.rank.set(item.id, index);
    });
    for (const item of items) {
      const before = item.after.filter((id) => this.rank.has(id));
      this.waitsFor.set(item.id, before.length);
      this.startsFrom.set(item.id, from);
      for (const id of before) {
        const list = this.followers.get(id);
        if (list) list.push(item);
        else this.followers.set(id, [item]);
      }
      if (before.length === 0) this.insert(item, from);
    }
  }

  remove(entry: Ready): void {
    this.entries.splice(this.entries.indexOf(entry), 1);
  }

  /** An item is completely placed: those that waited only for it become ready from its end on. */
  complete(item: WorkItem, end: EpochMinutes): void {
    for (const follower of this.followers.get(item.id) ?? []) {
      const from = Math.max(this.startsFrom.get(follower.id) ?? end, end);
      this.startsFrom.set(follower.id, from);
      const open = (this.waitsFor.get(follower.id) ?? 1) - 1;
      this.waitsFor.set(follower.id, open);
      if (open === 0) this.insert(follower, from);
    }
  }

  /** What becomes ready once these items are complete, in order of priority, with those that it waits for. */
  unlockedBy(ids: readonly string[]): { rest: Rest; after: string[] }[] {
    const waits = new Map<WorkItem, string[]>();
    for (const id of ids) {
      for (const follower of this.followers.get(id) ?? []) {
        const list = waits.get(follower);
        if (list) list.push(id);
        else waits.set(follower, [id]);
      }
    }
    return [...waits]
      .filter(([item, after]) => after.length === this.waitsFor.get(item.id))
      .sort(([a], [b]) => (this.rank.get(a.id) ?? 0) - (this.rank.get(b.id) ?? 0))
      .map(([item, after]) => ({ rest: restOf(item), after }));
  }

  private insert(item: WorkItem, from: EpochMinutes): void {
    const rank = this.rank.get(item.id) ?? 0;
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle]?.rank ?? Number.POSITIVE_INFINITY) < rank) low = middle + 1;
      else high = middle;
    }
    this.entries.splice(low, 0, { rank, from, rest: restOf(item) });
  }
}
