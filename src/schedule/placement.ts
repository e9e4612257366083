import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';

/** One item, or a part of it, at a time. Numbers and part labels come later. */
export interface Placement {
  readonly item: WorkItem;
  readonly start: EpochMinutes;
  readonly minutes: number;
  /** Local date of the start. */
  readonly day: DayNumber;
  /** Name of the part: a step of a project, a stop of a lab. */
  readonly label: string | null;
}

export const endOf = (placement: Placement): EpochMinutes => placement.start + placement.minutes;
