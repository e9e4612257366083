/** From a journal's events to the state of its plan. */
import type { Plan, Session } from '../plan/plan.ts';
import type {
  DoneEvent,
  PlanEvent,
  PlanEventType,
  Replacement,
  ScoredEvent,
  StoredEvent,
} from './events.ts';
import { relabelParts } from './part-labels.ts';
import type { MissedSlot, PlanState, Score } from './state.ts';

/** What is built up while the events are gone through. */
class Folding {
  readonly sessions = new Map<number, Session>();
  readonly scores: Score[] = [];
  readonly logged = new Map<number, number>();
  readonly missedSlots: MissedSlot[] = [];
  readonly skippedBecause = new Map<number, string>();
  readonly events: StoredEvent[] = [];
  readonly voided: StoredEvent[] = [];
  timer: PlanState['timer'] = null;
  placedBy: string;
  plan: Plan;

  constructor(created: StoredEvent & { readonly type: 'created' }) {
    this.plan = created.plan;
    this.placedBy = created.id;
    for (const session of created.plan.sessions) this.sessions.set(session.number, session);
  }

  change(numbers: readonly number[], edit: (session: Session) => Session): void {
    for (const number of numbers) {
      const session = this.sessions.get(number);
      if (session) this.sessions.set(number, edit(session));
    }
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

const STEPS = {
  created: () => {},
  done(folding, event) {
    folding.change(event.numbers, (session) => ({
      ...session,
      status: 'done',
      actual: { on: event.on, minutes: minutesOf(session, event, folding), felt: event.felt },
    }));
    for (const number of event.numbers) folding.logged.delete(number);
    folding.endTimer(event.numbers);
  },
  skipped(folding, event) {
    folding.change(event.numbers, (session) => ({ ...session, status: 'skipped', actual: null }));
    for (const number of event.numbers) {
      if (event.why === null) folding.skippedBecause.delete(number);
      else folding.skippedBecause.set(number, event.why);
    }
    folding.endTimer(event.numbers);
  },
  moved(folding, event) {
    folding.change([event.number], (session) => ({
      ...session,
      start: event.start,
      pinned: true,
      status: 'planned',
      actual: null,
    }));
  },
  started(folding, event) {
    folding.timer = folding.sessions.has(event.number)
      ? { number: event.number, since: event.at }
      : folding.timer;
  },
  logged(folding, event) {
    if (!folding.sessions.has(event.number)) return;
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

function replace(folding: Folding, event: StoredEvent<PlanEvent & Replacement>): void {
  for (const number of event.missed) {
    const session = folding.sessions.get(number);
    if (session) folding.missedSlots.push({ number, start: session.start });
  }
  for (const session of event.changed) {
    const own = folding.sessions.get(session.number);
    if (own) folding.sessions.set(session.number, { ...session, sequence: own.sequence });
  }
  for (const { number, start } of event.moved) {
    folding.change([number], (session) => ({ ...session, start }));
  }
  for (const session of event.added) folding.sessions.set(session.number, session);
  for (const number of event.dropped) folding.sessions.delete(number);
  folding.plan = { ...folding.plan, ...event.facts };
  folding.placedBy = event.id;
}

/** Numbers whose slot an event sets: each time, and each time that is undone, their SEQUENCE rises. */
function slotsSetBy(event: StoredEvent): readonly number[] {
  switch (event.type) {
    case 'moved':
      return [event.number];
    case 'replanned':
    case 'adjusted':
      return [
        ...event.moved.map(({ number }) => number),
        ...event.changed.map(({ number }) => number),
        ...event.added.map(({ number }) => number),
        ...event.dropped,
      ];
    default:
      return [];
  }
}

/** Events in the order of their instants; the order in the file breaks ties. */
const inOrder = (events: readonly StoredEvent[]): StoredEvent[] =>
  [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/**
 * The state after all events; null before the plan was created. Events that speak of sessions that
 * are not there change nothing: any sequence folds to a valid state.
 */
export function foldEvents(events: readonly StoredEvent[]): PlanState | null {
  const created = events.find(
    (event): event is StoredEvent & { type: 'created' } => event.type === 'created',
  );
  if (!created) return null;
  const ordered = inOrder(events.filter((event) => event !== created));
  const undone = undoneIds(ordered);
  const folding = new Folding(created);
  const history = new SlotHistory(created.plan.sessions);

  for (const event of ordered) {
    const isVoid =
      (event.type === 'replanned' || event.type === 'adjusted') && event.base !== folding.placedBy;
    if (event.type === 'undone') {
      history.undo(event.event);
    } else if (isVoid && !undone.has(event.id)) {
      folding.voided.push(event);
    } else {
      history.record(event);
      if (undone.has(event.id)) continue;
      const step = STEPS[event.type] as Step<typeof event.type>;
      step(folding, event as never);
      folding.events.push(event);
    }
  }

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

/** An undo takes back one event; an undo that was itself undone does not count (design §8). */
function undoneIds(ordered: readonly StoredEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of ordered) if (event.type === 'undone') undone.add(event.event);
  return undone;
}

/**
 * What calendars have seen: it only grows, whatever is undone. A slot that came back is a new
 * version of its event, and a session that is gone has to be cancelled there.
 */
class SlotHistory {
  private readonly everSeen = new Map<number, Session>();
  private readonly sequences = new Map<number, number>();
  private readonly slotsOf = new Map<string, readonly number[]>();
  changes = 0;

  constructor(sessions: readonly Session[]) {
    for (const session of sessions) this.everSeen.set(session.number, session);
  }

  record(event: StoredEvent): void {
    const numbers = slotsSetBy(event);
    if (numbers.length === 0) return;
    this.slotsOf.set(event.id, numbers);
    if (event.type === 'replanned' || event.type === 'adjusted') {
      for (const session of [...event.changed, ...event.added])
        this.everSeen.set(session.number, session);
      for (const { number, start } of event.moved) this.moveTo(number, start);
    } else if (event.type === 'moved') {
      this.moveTo(event.number, event.start);
    }
    this.count(numbers);
  }

  undo(id: string): void {
    const numbers = this.slotsOf.get(id);
    if (numbers) this.count(numbers);
  }

  private moveTo(number: number, start: number): void {
    const session = this.everSeen.get(number);
    if (session) this.everSeen.set(number, { ...session, start });
  }

  private count(numbers: readonly number[]): void {
    this.changes += 1;
    for (const number of numbers) this.sequences.set(number, this.sequence(number) + 1);
  }

  sequence(number: number): number {
    return this.sequences.get(number) ?? 0;
  }

  get highestNumber(): number {
    return Math.max(0, ...this.everSeen.keys());
  }

  gone(present: ReadonlyMap<number, Session>): Session[] {
    return [...this.everSeen.values()]
      .filter(({ number }) => !present.has(number))
      .sort((a, b) => a.start - b.start || a.number - b.number);
  }
}
