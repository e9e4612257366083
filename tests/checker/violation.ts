/** What the checker answers, and what it is told besides the plan. */

export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 'shape';

export interface Violation {
  readonly rule: Rule;
  readonly message: string;
  /** Numbers of the sessions concerned; empty where the plan as a whole is. */
  readonly sessions: readonly number[];
}

export interface Given {
  /** Busy times as pairs of instants. */
  readonly busy?: readonly (readonly [string, string])[];
  /** `--beta` */
  readonly beta?: boolean;
  /** The exam day asked for; null = none was; undefined = not checked. */
  readonly examGiven?: string | null;
  /** Instant: sessions that start before it are past. Absent = the plan is fresh. */
  readonly now?: string;
  /** `--depth`, default standard */
  readonly depth?: 'essential' | 'standard' | 'thorough';
}
