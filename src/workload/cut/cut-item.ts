/** The words of the cut: what may be left out, and what was chosen to be. */

/** Readings (docs, course, video) and labs teach a task; a project only uses what was taught. */
export type CutKind = 'reading' | 'lab' | 'project';

/** One item that may be cut. */
export interface CutItem {
  readonly id: string;
  /** Planned minutes, whole ones, all of them saved by a cut. */
  readonly minutes: number;
  /** Exam weight lost by a cut, in per cent of the exam. */
  readonly loss: number;
  readonly tasks: readonly string[];
  readonly kind: CutKind;
  /** Ids of items that come directly before; where one of them is cut, so is this one. */
  readonly after: readonly string[];
}

export interface CutChoice {
  /** In the order of the items given. */
  readonly cut: readonly {
    readonly id: string;
    readonly minutes: number;
    /** Per cent of the exam. */
    readonly weightLost: number;
  }[];
  /** Minutes saved by all cuts together. */
  readonly minutes: number;
  /** Per cent of the exam lost by all cuts together. */
  readonly weightLost: number;
}
