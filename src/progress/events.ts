/** What can happen to a plan. Events are only ever added; the plan's state is their fold. */
import type { Felt, Plan, Session } from '../plan/plan.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';

export interface CreatedEvent {
  readonly type: 'created';
  readonly plan: Plan;
  /**
   * The activities of the curriculum as it was, as JSON text: with the plan's certification the whole
   * snapshot. A text, because only a re-plan looks inside, and every other command reads this line.
   */
  readonly activities: string;
  /** Activities of the plan's later certifications by id, as JSON text. */
  readonly later?: string;
  /** The bridges that were planned, as JSON text, for the same reason. */
  readonly bridges: string;
}

export interface DoneEvent {
  readonly type: 'done';
  readonly numbers: readonly number[];
  /** Local date. */
  readonly on: CivilDate;
  /** Minutes of each session; null: as planned. */
  readonly minutes: number | null;
  readonly felt: Felt | null;
  /** Where the tick came from; null: typed. */
  readonly from: 'checklist' | 'tasks' | 'timer' | null;
}

export interface SkippedEvent {
  readonly type: 'skipped';
  readonly numbers: readonly number[];
  readonly why: string | null;
}

/** The learner put a session somewhere: it is pinned there. */
export interface MovedEvent {
  readonly type: 'moved';
  readonly number: number;
  readonly start: EpochMinutes;
}

/** A timer was started for a session. */
export interface StartedEvent {
  readonly type: 'started';
  readonly number: number;
}

/** The timer was stopped before the session was done: so many minutes are behind. */
export interface LoggedEvent {
  readonly type: 'logged';
  readonly number: number;
  readonly on: CivilDate;
  readonly minutes: number;
}

export interface ScoredEvent {
  readonly type: 'scored';
  /** The session that was scored; null for an exam taken outside the plan. */
  readonly number: number | null;
  /** Id of the practice exam or the practice questions; null where it is none of the curriculum. */
  readonly activity: string | null;
  readonly on: CivilDate;
  /** 0 to 100. */
  readonly percent: number;
  /** Per cent by domain, where it is known. */
  readonly domains: Readonly<Record<string, number>>;
  /** Number of questions; null: unknown. */
  readonly questions: number | null;
}

/** What a re-plan may change of a plan besides its sessions. */
export type PlanFacts = Pick<
  Plan,
  | 'learner'
  | 'zoneChanges'
  | 'exam'
  | 'milestones'
  | 'warnings'
  | 'waived'
  | 'cuts'
  | 'feasibility'
  | 'madeForYou'
  | 'basis'
>;

/** New places for sessions; what is not named stays as it is. */
export interface Replacement {
  /**
   * Id of the event that set the placements before. Where another copy of the journal was re-planned
   * in between, this one is void: its numbers would mean other sessions.
   */
  readonly base: string;
  /** Sessions whose slot had passed when the re-plan was made. */
  readonly missed: readonly number[];
  readonly moved: readonly { readonly number: number; readonly start: EpochMinutes }[];
  readonly added: readonly Session[];
  /** Sessions that keep number and slot but have other minutes, words or edges. */
  readonly changed: readonly Session[];
  readonly dropped: readonly number[];
  readonly facts: Partial<PlanFacts>;
  /** In a plan for several certifications: facts of each of its stages, by id; `facts` is empty then. */
  readonly stages?: Readonly<Record<string, Partial<PlanFacts>>>;
}

export interface ReplannedEvent extends Replacement {
  readonly type: 'replanned';
}

/** A re-plan after the learner changed hours, days, skills or the exam day. */
export interface AdjustedEvent extends Replacement {
  readonly type: 'adjusted';
  /** What was asked for, in the words of the command line. */
  readonly asked: readonly string[];
}

export interface UndoneEvent {
  readonly type: 'undone';
  /** Id of the event that no longer counts. */
  readonly event: string;
}

export type PlanEvent =
  | CreatedEvent
  | DoneEvent
  | SkippedEvent
  | MovedEvent
  | StartedEvent
  | LoggedEvent
  | ScoredEvent
  | ReplannedEvent
  | AdjustedEvent
  | UndoneEvent;

export type PlanEventType = PlanEvent['type'];

/** An event as it is stored: with a random id (made at the edge) and the instant it was written. */
export type StoredEvent<E extends PlanEvent = PlanEvent> = E & {
  readonly id: string;
  /** RFC 3339, UTC, to the millisecond; later events of one journal have later instants. */
  readonly at: string;
  /** The same for all that one command wrote, where that was more than one: undone together. */
  readonly group?: string;
};
