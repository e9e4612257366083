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
  const fromOutside = (session: Session): number[] => {
    const own = activityIn(session);
    const outside: number[] = [];
    for (const number of session.after) {
      const activity = activityOf.get(number);
      if (activity === undefined || activity === own) continue;
      const last = lastPart(number);
      if (!outside.includes(last)) outside.push(last);
    }
    return outside;
  };
  const relabelled = new Map<number, Session>();
  for (const parts of partsOf.values()) {
    const [only] = parts;
    if (parts.length === 1 && only) {
      relabelled.set(only.number, withPlace(only, only, null, fromOutside(only)));
      continue;
    }
    // What belongs to a place was given in this order when the parts were made.
    const places = [...parts].sort(
      (a, b) => (a.part?.[0] ?? 0) - (b.part?.[0] ?? 0) || a.number - b.number,
    );
    const outside = [...new Set(places.flatMap(fromOutside))];
    parts.forEach((session, index) => {
      const before = parts[index - 1];
      const after = before ? [before.number] : outside;
      const part = [index + 1, parts.length] as const;
      relabelled.set(session.number, withPlace(session, places[index] ?? session, part, after));
    });
  }
  return sessions.map((session) => relabelled.get(session.number) ?? session);
}

/** @returns the session itself where it has that place already: most sessions of most plans have */
function withPlace(
  session: Session,
  { label, first, costUsd }: Session,
  part: Session['part'],
  unsorted: readonly number[],
): Session {
  const after = unsorted.length > 1 ? [...unsorted].sort((a, b) => a - b) : unsorted;
  const same =
    session.label === label &&
    session.first === first &&
    session.costUsd === costUsd &&
    sameNumbers(session.part, part) &&
    sameNumbers(session.after, after);
  return same ? session : { ...session, part, label, first, costUsd, after };
}

const sameNumbers = (one: readonly number[] | null, other: readonly number[] | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.length === other.length &&
    one.every((number, index) => number === other[index]));
