/** From a journal's events to the state of its plan. */
import type { Plan, Session } from '../plan/plan.ts';
import { withStageFacts } from '../plan/stages.ts';
import type {
  CreatedEvent,
  DoneEvent,
  PlanEvent,
  PlanEventType,
  Replacement,
  ScoredEvent,
  StoredEvent,
} from './events.ts';
import { relabelParts } from './part-labels.ts';
import { SlotHistory } from './slot-history.ts';
import type { MissedSlot, PlanState, Score } from './state.ts';

/** What is built up while the events are gone through. */
class Folding {
  readonly sessions: Map<number, Session>;
  scores: Score[] = [];
  logged = new Map<number, number>();
  missedSlots: MissedSlot[] = [];
  skippedBecause = new Map<number, string>();
  events: StoredEvent[] = [];
  voided: StoredEvent[] = [];
  timer: PlanState['timer'] = null;
  placedBy: string;
  plan: Plan;

  constructor({ plan, id }: StoredEvent<CreatedEvent>, sessions: ReadonlyMap<number, Session>) {
    this.plan = plan;
    this.placedBy = id;
    this.sessions = new Map(sessions);
  }

  /** The same state, to go on from in another way. */
  copy(created: StoredEvent<CreatedEvent>): Folding {
    const copy = new Folding(created, this.sessions);
    copy.scores = [...this.scores];
    copy.logged = new Map(this.logged);
    copy.missedSlots = [...this.missedSlots];
    copy.skippedBecause = new Map(this.skippedBecause);
    copy.events = [...this.events];
    copy.voided = [...this.voided];
    copy.timer = this.timer;
    copy.placedBy = this.placedBy;
    copy.plan = this.plan;
    return copy;
  }

  /** @returns false: it is a re-plan of another copy, and void */
  add(event: StoredEvent): boolean {
    if (isReplacement(event) && event.base !== this.placedBy) {
      this.voided.push(event);
      return false;
    }
    const step = STEPS[event.type] as Step<typeof event.type>;
    step(this, event as never);
    this.events.push(event);
    return true;
  }

  change(numbers: readonly number[], edit: (session: Session) => Session): void {
    for (const number of numbers) {
      const session = this.sessions.get(number);
      if (session) this.sessions.set(number, edit(session));
    }
  }

  isDone(number: number): boolean {
    return this.sessions.get(number)?.status === 'done';
  }

  /** No session is left that a running timer could belong to. */
  endTimer(numbers: readonly number[]): void {
    if (this.timer && numbers.includes(this.timer.number)) this.timer = null;
  }
}

type Step<T extends PlanEventType> = (
  folding: Folding,
  event: StoredEvent<Extract<PlanEvent, { type: T }>>,
) => void;

/**
 * Two copies of a journal may each hold what the other did not know of. What was done stays done:
 * a move or a re-plan that meets a finished session leaves it alone.
 */
const STEPS = {
  created: () => {},
  done(folding, event) {
    folding.change(event.numbers, (session) => ({
      ...session,
      status: 'done',
      actual: { on: event.on, minutes: minutesOf(session, event, folding), felt: event.felt },
    }));
    for (const number of event.numbers) {
      folding.logged.delete(number);
      folding.skippedBecause.delete(number);
    }
    folding.endTimer(event.numbers);
  },
  skipped(folding, event) {
    const numbers = event.numbers.filter((number) => folding.sessions.has(number));
    folding.change(numbers, (session) => ({ ...session, status: 'skipped', actual: null }));
    for (const number of numbers) {
      if (event.why === null) folding.skippedBecause.delete(number);
      else folding.skippedBecause.set(number, event.why);
    }
    folding.endTimer(numbers);
  },
  moved(folding, event) {
    if (folding.isDone(event.number)) return;
    folding.change([event.number], (session) => ({
      ...session,
      start: event.start,
      pinned: true,
      status: 'planned',
    }));
    folding.skippedBecause.delete(event.number);
  },
  started(folding, event) {
    if (!folding.sessions.has(event.number) || folding.isDone(event.number)) return;
    folding.timer = { number: event.number, since: event.at };
  },
  logged(folding, event) {
    if (!folding.sessions.has(event.number) || folding.isDone(event.number)) return;
    folding.logged.set(event.number, (folding.logged.get(event.number) ?? 0) + event.minutes);
    folding.endTimer([event.number]);
  },
  scored(folding, event) {
    folding.scores.push(scoreOf(event));
  },
  replanned: replace,
  adjusted: replace,
  undone: () => {},
} as const satisfies { [T in PlanEventType]: Step<T> };

function minutesOf(session: Session, event: DoneEvent, folding: Folding): number {
  return event.minutes ?? folding.logged.get(session.number) ?? session.minutes;
}

const scoreOf = (event: StoredEvent<ScoredEvent>): Score => ({
  id: event.id,
  number: event.number,
  activity: event.activity,
  on: event.on,
  percent: event.percent,
  domains: event.domains,
  questions: event.questions,
});

const isReplacement = (event: StoredEvent): event is StoredEvent<PlanEvent & Replacement> =>
  event.type === 'replanned' || event.type === 'adjusted';

function replace(folding: Folding, event: StoredEvent<PlanEvent & Replacement>): void {
  const { sessions } = folding;
  for (const number of event.missed) {
    const session = sessions.get(number);
    if (session) folding.missedSlots.push({ number, start: session.start });
  }
  for (const session of event.changed) {
    // Words, minutes and edges are new. Place and progress are its own: the other copy may have
    // moved or done it after this re-plan was thought out.
    folding.change([session.number], ({ start, status, actual, pinned }) => ({
      ...session,
      start,
      status,
      actual,
      pinned,
    }));
  }
  for (const { number, start } of event.moved) {
    const session = sessions.get(number);
    if (!session || session.status === 'done') continue;
    // A re-plan moves what is pinned only where its slot had passed.
    if (session.pinned && !event.missed.includes(number)) continue;
    sessions.set(number, { ...session, start });
  }
  for (const session of event.added) {
    if (!sessions.has(session.number)) sessions.set(session.number, session);
  }
  for (const number of event.dropped) {
    if (folding.isDone(number)) continue;
    sessions.delete(number);
    folding.logged.delete(number);
    folding.skippedBecause.delete(number);
    folding.endTimer([number]);
  }
  folding.plan = { ...folding.plan, ...event.facts };
  for (const [id, facts] of Object.entries(event.stages ?? {})) {
    folding.plan = withStageFacts(folding.plan, id, facts);
  }
  folding.placedBy = event.id;
}

/** Each event once, by instant. Ids break ties, so that the order in which copies met is no matter. */
function inOrder(events: readonly StoredEvent[]): StoredEvent[] {
  const byId = new Map<string, StoredEvent>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].sort((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

/** Ids of what was undone. From the end on: an undo that was itself undone later does not count. */
function undoneIds(ordered: readonly StoredEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of [...ordered].reverse()) {
    if (event.type === 'undone' && !undone.has(event.id)) undone.add(event.event);
  }
  return undone;
}

/** How far apart states are kept from which an undo may start again. */
const STRIDE = 64;

/**
 * The events one after the other, where an undo changes what came before: it starts again from the
 * last state that is kept of before the change. Mostly the last event is undone, so little is redone.
 */
class Replay {
  folding: Folding;
  undone: ReadonlySet<string> = new Set();
  /** States before the events 0, 64, 128 … */
  private readonly kept: Folding[] = [];

  constructor(
    private readonly created: StoredEvent<CreatedEvent>,
    private readonly ordered: readonly StoredEvent[],
  ) {
    this.folding = this.start();
  }

  private start(): Folding {
    const { sessions } = this.created.plan;
    return new Folding(this.created, new Map(sessions.map((session) => [session.number, session])));
  }

  /** @returns false: the event does not count */
  add(index: number): boolean {
    if (index % STRIDE === 0) this.kept[index / STRIDE] = this.folding.copy(this.created);
    const event = this.ordered[index];
    if (event === undefined || event.type === 'undone' || this.undone.has(event.id)) return false;
    return this.folding.add(event);
  }

  undo(index: number): void {
    const until = this.ordered.slice(0, index + 1);
    const before = this.undone;
    this.undone = undoneIds(until);
    const changed = until.findIndex(({ id }) => before.has(id) !== this.undone.has(id));
    const from = Math.floor((changed < 0 ? index : changed) / STRIDE);
    const state = this.kept[from];
    this.folding = state ? state.copy(this.created) : this.start();
    for (let again = state ? from * STRIDE : 0; again <= index; again += 1) this.add(again);
  }
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
  const history = new SlotHistory(created.plan.sessions);
  const run = new Replay(created, ordered);

  ordered.forEach((event, index) => {
    if (event.type !== 'undone') {
      const counts = run.add(index);
      history.record(event, run.folding.sessions, counts);
      return;
    }
    // What an undo leaves is not what was there before: a re-plan that it overruled may count again.
    const before = run.folding.sessions;
    run.undo(index);
    history.undo(event.event, before, run.folding.sessions);
  });
  const { folding, undone } = run;

  const byTime = [...folding.sessions.values()]
    .map((session) => ({ ...session, sequence: history.sequence(session.number) }))
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
    cancelled: history
      .gone(folding.sessions)
      .map((session) => ({ ...session, sequence: history.sequence(session.number) })),
    highestNumber: history.highestNumber,
    placedBy: folding.placedBy,
    events: [created, ...folding.events],
    voided: folding.voided,
    undone,
    skippedBecause: folding.skippedBecause,
  };
}
