import type { EpochMinutes } from './wall-clock.ts';

/** A stretch of time that is taken; end is exclusive. */
export interface Span {
  readonly start: EpochMinutes;
  readonly end: EpochMinutes;
}
