/**
 * Parts of one activity carry "2 of 3", the name of their step and what they wait for by date,
 * whatever their numbers: a missed first part that comes last is the last part.
 */
import type { Session } from '../plan/plan.ts';

/** Two certifications of one plan may each have an activity of the same id. */
const activityIn = ({ certification, activity }: Session): string =>
  certification === undefined ? activity : `${certification}/${activity}`;

/**
 * Counts the parts of every activity anew and hands what belongs to a place among them on in order
 * of time; whoever waits for the activity waits for the part that is now last.
 * @param sessions in order of time
 */
export function relabelParts(sessions: readonly Session[]): Session[] {
  const activityOf = new Map<number, string>();
  const partsOf = new Map<string, Session[]>();
  for (const session of sessions) {
    const activity = activityIn(session);
    activityOf.set(session.number, activity);
    const parts = partsOf.get(activity);
    if (parts) parts.push(session);
    else partsOf.set(activity, [session]);
  }
  const lastPart = (number: number): number => {
    const activity = activityOf.get(number);
    return activity === undefined ? number : (partsOf.get(activity)?.at(-1)?.number ?? number);
  };
  const fromOutside = (session: Session): number[] => [
    ...new Set(
      session.after
        .filter((number) => activityOf.get(number) !== activityIn(session))
        .filter((number) => activityOf.has(number))
        .map(lastPart),
    ),
  ];
  const relabelled = new Map<number, Session>();
  for (const parts of partsOf.values()) {
    // What belongs to a place was given in this order when the parts were made.
    const places = [...parts].sort(
      (a, b) => (a.part?.[0] ?? 0) - (b.part?.[0] ?? 0) || a.number - b.number,
    );
    const outside = parts.length === 1 ? [] : [...new Set(places.flatMap(fromOutside))];
    parts.forEach((session, index) => {
      const place = places[index] ?? session;
      const before = parts[index - 1];
      const after = before ? [before.number] : parts.length === 1 ? fromOutside(session) : outside;
      relabelled.set(session.number, {
        ...session,
        part: parts.length > 1 ? [index + 1, parts.length] : null,
        label: place.label,
        first: place.first,
        costUsd: place.costUsd,
        after: after.sort((a, b) => a - b),
      });
    });
  }
  return sessions.map((session) => relabelled.get(session.number) ?? session);
}
