/** From a journal's events to the state of its plan. */
import type { CreatedEvent, StoredEvent } from './events.ts';
import { relabelParts } from './part-labels.ts';
import { Replay } from './replay.ts';
import { SlotHistory } from './slot-history.ts';
import type { PlanState } from './state.ts';
import { sessionOf, track } from './tracked-session.ts';

/** Each event once, by instant. Ids break ties, so that the order in which copies met is no matter. */
function inOrder(events: readonly StoredEvent[]): StoredEvent[] {
  const seen = new Set<string>();
  const unique: StoredEvent[] = [];
  let rising = true;
  let last = '';
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    unique.push(event);
    // As one copy writes them; only where copies were joined is there something to sort.
    if (event.at <= last) rising = false;
    last = event.at;
  }
  if (rising) return unique;
  return unique.sort((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

/**
 * The state after all events; null before the plan was created. Events that speak of sessions that
 * are not there change nothing: any sequence folds to a valid state.
 */
export function foldEvents(events: readonly StoredEvent[]): PlanState | null {
  const all = inOrder(events);
  const created = all.find((event): event is StoredEvent<CreatedEvent> => event.type === 'created');
  if (!created) return null;
  const ordered = all.filter((event) => event.type !== 'created');
  const sessions = new Map(
    created.plan.sessions.map((session) => [session.number, track(session)]),
  );
  const history = new SlotHistory(sessions);
  const run = new Replay(created, ordered, sessions);

  ordered.forEach((event, index) => {
    if (event.type !== 'undone') {
      const counts = run.add(index);
      history.record(event, run.folding.sessions, counts);
      return;
    }
    // What an undo leaves is not what was there before: a re-plan that it overruled may count again.
    const before = run.folding.sessions;
    const again = run.undo(index);
    history.undo(event.event, again, before, run.folding.sessions);
  });
  const { folding, undone } = run;

  const byTime = [...folding.sessions.values()]
    .map((tracked) => sessionOf(tracked, history.sequence(tracked.planned.number)))
    .sort((a, b) => a.start - b.start || a.number - b.number);
  const last = ordered.at(-1) ?? created;
  return {
    plan: {
      ...folding.plan,
      revision: 1 + history.changes,
      updatedAt: last.at,
      sessions: relabelParts(byTime),
    },
    scores: folding.scores,
    logged: folding.logged,
    timer: folding.timer,
    missedSlots: folding.missedSlots,
    cancelled: history.gone(folding.sessions),
    highestNumber: history.highestNumber,
    placedBy: folding.placedBy,
    events: [created, ...folding.events],
    voided: folding.voided,
    undone,
    skippedBecause: folding.skippedBecause,
  };
}
