/** What is built up while the events of a plan are gone through, and what each event does to it. */
import type { Plan } from '../plan/plan.ts';
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
import type { MissedSlot, PlanState, Score } from './state.ts';
import {
  type Standing,
  type TrackedSession,
  type TrackedSessions,
  track,
} from './tracked-session.ts';

export class Folding {
  readonly sessions: Map<number, TrackedSession>;
  scores: Score[] = [];
  logged = new Map<number, number>();
  missedSlots: MissedSlot[] = [];
  skippedBecause = new Map<number, string>();
  events: StoredEvent[] = [];
  voided: StoredEvent[] = [];
  timer: PlanState['timer'] = null;
  placedBy: string;
  plan: Plan;

  constructor({ plan, id }: StoredEvent<CreatedEvent>, sessions: TrackedSessions) {
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

  change(numbers: readonly number[], edit: (session: TrackedSession) => Standing): void {
    for (const number of numbers) {
      const session = this.sessions.get(number);
      if (session) this.sessions.set(number, track(session.planned, edit(session)));
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
      actual: {
        on: event.on,
        minutes: minutesOf(session, event, folding),
        felt: event.felt,
      },
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

function minutesOf({ planned }: TrackedSession, event: DoneEvent, folding: Folding): number {
  return event.minutes ?? folding.logged.get(planned.number) ?? planned.minutes;
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
    const own = sessions.get(session.number);
    if (own) sessions.set(session.number, track(session, own));
  }
  for (const { number, start } of event.moved) {
    const session = sessions.get(number);
    if (!session || session.status === 'done') continue;
    // A re-plan moves what is pinned only where its slot had passed.
    if (session.pinned && !event.missed.includes(number)) continue;
    sessions.set(number, track(session.planned, { ...session, start }));
  }
  for (const session of event.added) {
    if (!sessions.has(session.number)) sessions.set(session.number, track(session));
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
