/** Named parts: the steps of a project, the stops of a long lab. */
import type { Activity } from '../curriculum/curriculum.ts';
import { LONGEST_UNBROKEN_LAB, ROUND_TO_MINUTES } from './constants.ts';
import type { Segment } from './work-item.ts';

/** Parts of a split activity are at least this long (design §5 rule 4). */
export const SHORTEST_PART = 20;

/** Shares out minutes by weight in steps of 5, each at least the shortest part; the sum is exact. */
function shareOut(minutes: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  let seen = 0;
  return weights.map((weight, index) => {
    seen += weight;
    const upTo =
      index === weights.length - 1
        ? minutes
        : Math.round((minutes * seen) / total / ROUND_TO_MINUTES) * ROUND_TO_MINUTES;
    const share = Math.max(SHORTEST_PART, upTo - given);
    given += share;
    return share;
  });
}

/** @param minutes planned minutes; the segments add up to them */
export function segmentsOf(activity: Activity, minutes: number): Segment[] {
  if (activity.kind === 'project' && activity.steps.length > 0) {
    const shares = shareOut(
      minutes,
      activity.steps.map((step) => step.minutes),
    );
    return activity.steps.map((step, index) => ({
      title: step.title,
      minutes: shares[index] ?? SHORTEST_PART,
    }));
  }
  if (activity.kind !== 'lab' || minutes <= LONGEST_UNBROKEN_LAB) return [];
  const stops = activity.lab?.stops ?? [];
  const parts = Math.max(
    Math.ceil(minutes / LONGEST_UNBROKEN_LAB),
    Math.min(stops.length, Math.floor(minutes / 60)),
  );
  const shares = shareOut(minutes, Array<number>(parts).fill(1));
  return shares.map((share, index) => ({
    title:
      stops[index] ??
      (index === parts - 1
        ? 'finish and tear down'
        : `stop ${index + 1}: save your work, tear down`),
    minutes: share,
  }));
}

/** Sum of the segments, which may exceed the minutes asked for where parts would be too short. */
export const segmentMinutes = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + segment.minutes, 0);
