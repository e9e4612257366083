import type { Depth, Kind, MinutesBasis, Skill } from '../curriculum/vocabulary.ts';

/** A stretch of an activity with a name of its own: a step of a project, a part of a long lab. */
export interface Segment {
  readonly title: string;
  readonly minutes: number;
}

/** An activity with the minutes that this learner needs, ready to be scheduled. */
export interface WorkItem {
  /** Unique in the plan; a curriculum's or a bridge's id, or derived from one. */
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly url: string | null;
  /** Planned minutes, a multiple of 5. */
  readonly minutes: number;
  /** Minutes of study at pace 1: the stated minutes, word counts raised for notes and code. */
  readonly baseMinutes: number;
  readonly minutesBasis: MinutesBasis;
  readonly tasks: readonly string[];
  /** The home domain; null where the item serves several alike, or none. */
  readonly domain: string | null;
  readonly depth: Depth;
  /** Ids of items that must end before this one starts. */
  readonly after: readonly string[];
  readonly unbroken: boolean;
  /** Empty: may be cut anywhere. */
  readonly segments: readonly Segment[];
  /** Where the item belongs in the teaching order; smaller comes first. */
  readonly block: number;
  readonly waived: boolean;
  readonly first: string | null;
  readonly teardown: readonly string[];
  readonly billing: readonly string[];
  readonly costUsd: number | null;
  /** Id of a subscription that this needs; `costUsd` is then the price of a month. */
  readonly subscription: string | null;
  readonly questions: readonly string[];
  readonly bridge: { readonly skill: Skill; readonly from: number; readonly to: number } | null;
  readonly reasons: readonly string[];
}
