/** The plan: one serialisable value that every document and command reads. */
import type { Certification } from '../curriculum/curriculum.ts';
import type { Kind } from '../curriculum/vocabulary.ts';
import type { Learner } from '../learner/learner.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import {
  clockOfChanges,
  type EpochMinutes,
  type MinuteOfDay,
  type ZoneChange,
  type ZoneClock,
} from '../time/wall-clock.ts';
import type { Costs } from '../workload/costs.ts';
import type { Credit } from '../workload/credit.ts';
import type { Waiver } from '../workload/workload.ts';
import type { CalendarChoices } from './calendar-choices.ts';
import type { LanguageTag } from './language.ts';

export type SessionStatus = 'planned' | 'done' | 'skipped' | 'missed';

/** How a session went, in the words of the memory model. */
export const FELT = ['again', 'hard', 'good', 'easy'] as const;
export type Felt = (typeof FELT)[number];

/** What really happened, beside the planned slot. */
export interface Actual {
  readonly on: CivilDate;
  readonly minutes: number;
  readonly felt: Felt | null;
}

/** An activity, or one part of it, placed in a slot. */
export interface Session {
  /** Short, the same for ever: printed in the PDF, typed in the terminal. */
  readonly number: number;
  /** The UID of its calendar event. */
  readonly uid: string;
  /** Id of the certification it is for, in a plan for several; absent in a plan for one. */
  readonly certification?: string;
  readonly activity: string;
  /** Which part of how many; null when it is not split. */
  readonly part: readonly [number, number] | null;
  readonly kind: Kind;
  readonly title: string;
  /** Name of the part: a step of a project, a stop of a lab. */
  readonly label: string | null;
  readonly url: string | null;
  readonly start: EpochMinutes;
  /** Elapsed minutes; the planned slot ends that much after its start. */
  readonly minutes: number;
  readonly domain: string | null;
  readonly tasks: readonly string[];
  readonly status: SessionStatus;
  readonly pinned: boolean;
  readonly actual: Actual | null;
  /** How often its slot changed since the plan was made: the SEQUENCE of its calendar event. */
  readonly sequence: number;
  /** Numbers of the sessions that this one waits for. */
  readonly after: readonly number[];
  readonly reasons: readonly string[];
  readonly first: string | null;
  readonly teardown: readonly string[];
  readonly billing: readonly string[];
  /** Dollars, with the first part of an activity; null: not known. With a subscription: a month of it. */
  readonly costUsd: number | null;
  /** Id of the subscription that it needs, if it needs one. */
  readonly subscription?: string;
  readonly questions: readonly string[];
}

export type MilestoneKind =
  | 'general-availability'
  | 'book-by'
  | 'reschedule-by'
  | 'id-check'
  | 'exam'
  | 'retake'
  | 'renewal-opens'
  | 'last-exam-day';

/** A date without study time. */
export interface Milestone {
  readonly kind: MilestoneKind;
  /** Id of the certification, in a plan for several; absent in a plan for one. */
  readonly certification?: string;
  readonly date: CivilDate;
  readonly title: string;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** A change after which the plan fits; null where none of its kind does. */
export type Remedy =
  | { readonly kind: 'hours'; readonly value: number | null }
  | { readonly kind: 'exam'; readonly value: CivilDate | null }
  | { readonly kind: 'depth'; readonly value: 'essential' | null }
  | { readonly kind: 'cut'; readonly activities: null }
  | {
      readonly kind: 'cut';
      readonly activities: readonly string[];
      readonly minutesSaved: number;
      readonly weightLost: number;
    };

/** Content left out so that the plan fits. */
export interface PlanCut {
  readonly activity: string;
  readonly title: string;
  readonly minutes: number;
  readonly reason: string;
  /** Per cent of the exam's weight. */
  readonly weightLost: number;
}

export interface Feasibility {
  readonly verdict: 'fits' | 'tight' | 'does-not-fit';
  readonly neededMinutes: number;
  readonly availableMinutes: number | null;
  readonly cushionMinutes: number | null;
  readonly remedies: readonly Remedy[];
}

export interface PlanExam {
  readonly date: CivilDate;
  readonly minute: MinuteOfDay | null;
  readonly source: 'given' | 'suggested';
}

/** What a milestone tells of the exam that it is about. */
export interface Sitting {
  readonly examCode: string;
  /** null: no exam, or its time of day is not known. */
  readonly minute: MinuteOfDay | null;
}

/** Sums behind "how this plan was made for you". */
export interface MadeForYou {
  readonly weakerFoundationsMinutes: number;
  readonly paceMinutes: number;
  readonly waivedMinutes: number;
  readonly bridges: readonly {
    readonly skill: string;
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly minutes: number;
  }[];
  /** Skills that the learner did not give and that this exam asks for. */
  readonly notGiven: readonly {
    readonly skill: string;
    readonly level: number;
    readonly source: 'inferred' | 'assumed';
  }[];
}

/** What a re-plan needs to know of how the plan was made, and no reader of the plan asks for. */
export interface PlanBasis {
  readonly start: CivilDate;
  readonly busy: readonly Span[];
  readonly allowBeta: boolean;
  /** Ids of activities that were left out. */
  readonly cut: readonly string[];
  /** What need not be learned again. Absent: nothing. */
  readonly credit?: Credit;
  /** From which the UIDs of sessions are made. */
  readonly uidBase: string;
}

/**
 * What leads to one exam in a plan for several certifications. Stages follow each other: the next one
 * begins after the exam of the one before. `domain` and `tasks` of its sessions are its certification's.
 */
export interface Stage {
  readonly certification: Certification;
  /** What the learner knows of this certification stands here: known tasks, scores by domain. */
  readonly learner: Learner;
  readonly exam: PlanExam | null;
  readonly milestones: readonly Milestone[];
  readonly warnings: readonly Warning[];
  readonly waived: readonly Waiver[];
  /** What need not be learned again, with the minutes that it saves. Absent: nothing. */
  readonly shared?: readonly Waiver[];
  readonly cuts: readonly PlanCut[];
  readonly feasibility: Feasibility;
  readonly madeForYou: MadeForYou;
  readonly basis: PlanBasis;
}

/** What leads to the first exam, and all else that is kept once. */
export interface Plan extends Stage {
  readonly name: string;
  /** 1 when it is made; one more whenever a slot changes. */
  readonly revision: number;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  /** When anything last happened to it. RFC 3339, UTC. */
  readonly updatedAt: string;
  /** Offsets of the learner's zone over the span of the plan. */
  readonly zoneChanges: readonly ZoneChange[];
  /** Of all stages. */
  readonly sessions: readonly Session[];
  /** Absent: as usual. */
  readonly calendar?: CalendarChoices;
  /** Of its documents; absent: English. */
  readonly language?: LanguageTag;
  /** The stages after the first, which the plan itself describes; absent in a plan for one certification. */
  readonly later?: readonly Stage[];
  /** What all stages cost; only in a plan that `wholePlan` made, others are computed from sessions. */
  readonly costs?: Costs;
  /** The exams of all stages, by certification; only in a plan that `wholePlan` made. */
  readonly sittings?: Readonly<Record<string, Sitting>>;
}

export const sessionEnd = (session: Pick<Session, 'start' | 'minutes'>): EpochMinutes =>
  session.start + session.minutes;

/** The clock of the plan, as its zone's rules were when it was made. */
export const planClock = (plan: Pick<Plan, 'learner' | 'zoneChanges'>): ZoneClock =>
  clockOfChanges(plan.learner.timeZone, plan.zoneChanges);
