/** What could go into the rest of a window: what is ready, and what becomes so within it. */
import type { WorkItem } from '../workload/work-item.ts';
import { FILL_AHEAD } from './constants.ts';
import { candidatesOf } from './pieces.ts';
import type { Ready, ReadyList } from './ready-list.ts';
import type { Candidate } from './window-plan.ts';

export interface ReviewChoice {
  readonly minutes: number;
  /** One is due: it opens the sitting. */
  readonly opens: boolean;
  /** How many others may be brought forward to fill a sitting. */
  readonly fillers: number;
}

export interface WindowCandidates {
  /** In order of preference, but for what waits for another of them: it comes behind. */
  readonly candidates: readonly Candidate[];
  /** Where the ready items begin among them, in their order. */
  readonly firstReady: number;
}

/** @param order ready items, the best first */
export function windowCandidates(
  order: readonly Ready[],
  ready: ReadyList,
  sessionMinutes: number,
  review: ReviewChoice,
  allowed: (item: WorkItem) => boolean,
): WindowCandidates {
  const reviewSlot = { minutes: review.minutes, cuttable: false, alone: false, waitsFor: [] };
  const candidates: Candidate[] = review.opens ? [reviewSlot] : [];
  const firstReady = candidates.length;
  /** Where the last segment of an item stands. */
  const lastOf = new Map<string, number>();
  const later: { id: string; segments: Candidate[] }[] = [];
  for (const { rest } of order) {
    const [first, ...segments] = candidatesOf(rest, sessionMinutes);
    if (!first) continue;
    lastOf.set(rest.item.id, candidates.length);
    candidates.push(first);
    if (segments.length > 0) later.push({ id: rest.item.id, segments });
  }
  const append = (
    id: string,
    segments: readonly Candidate[],
    waitsFor: readonly number[],
  ): void => {
    let waits = waitsFor;
    for (const segment of segments) {
      waits = [candidates.push({ ...segment, waitsFor: waits }) - 1];
    }
    lastOf.set(id, waits[0] ?? 0);
  };
  for (const { id, segments } of later) {
    if (candidates.length < FILL_AHEAD) append(id, segments, [lastOf.get(id) ?? 0]);
    // Not all of its segments are among the candidates: what follows it is out of reach.
    else lastOf.delete(id);
  }
  if (candidates.length < FILL_AHEAD) {
    for (const { rest, after } of ready.unlockedBy([...lastOf.keys()])) {
      if (candidates.length >= FILL_AHEAD || !allowed(rest.item)) continue;
      append(
        rest.item.id,
        candidatesOf(rest, sessionMinutes),
        after.map((id) => lastOf.get(id) ?? 0),
      );
    }
  }
  for (let count = 0; count < review.fillers; count += 1) candidates.push(reviewSlot);
  return { candidates, firstReady };
}
