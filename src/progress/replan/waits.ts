/** What sessions wait for, by number, once all have their places. */
import { type Session, sessionEnd } from '../../plan/plan.ts';
import type { EpochMinutes } from '../../time/wall-clock.ts';
import type { Gathered } from './gather.ts';

/** What a new session waits for, by number. */
export function withEdges(
  session: Session,
  gathered: Gathered,
  extras: readonly { readonly session: Session }[],
): Session {
  const isExtra = extras.some((extra) => extra.session.number === session.number);
  if (isExtra) {
    const exam = extras.find(
      (extra) => `${extra.session.activity}-review` === session.activity,
    )?.session;
    return exam ? { ...session, after: [exam.number] } : session;
  }
  if (!gathered.added.includes(session.number)) return session;
  // A further part waits for the part before it; the first one keeps what all wait for.
  const parts = [...gathered.sessions.values()].filter(
    ({ activity, number }) => activity === session.activity && !gathered.added.includes(number),
  );
  if (parts.length > 0) return session;
  const before = new Set(gathered.order.before.get(session.activity) ?? []);
  const lastOf = new Map<string, Session>();
  for (const other of gathered.sessions.values()) {
    if (!before.has(other.activity)) continue;
    const last = lastOf.get(other.activity);
    if (!last || last.start < other.start) lastOf.set(other.activity, other);
  }
  return { ...session, after: [...lastOf.values()].map(({ number }) => number) };
}

/**
 * A session names what it waits for. Where it went ahead, as all others do when the exam guide is
 * missed in a plan that has begun, it no longer waits. A pinned one goes ahead at the learner's word.
 * Parts wait for others as one.
 */
export function withoutOvertaken(sessions: readonly Session[]): Session[] {
  const activityOf = new Map(sessions.map(({ number, activity }) => [number, activity]));
  const begins = new Map<string, EpochMinutes>();
  const ends = new Map<string, EpochMinutes>();
  for (const session of sessions) {
    const { activity, start, status, pinned } = session;
    if (status !== 'planned') continue;
    ends.set(activity, Math.max(ends.get(activity) ?? start, sessionEnd(session)));
    if (!pinned) begins.set(activity, Math.min(begins.get(activity) ?? start, start));
  }
  return sessions.map((session) => {
    const { activity } = session;
    const begin = begins.get(activity) ?? Number.POSITIVE_INFINITY;
    const after = session.after.filter((number) => {
      const other = activityOf.get(number) ?? '';
      return other === activity || (ends.get(other) ?? 0) <= begin;
    });
    return after.length === session.after.length ? session : { ...session, after };
  });
}

/** Those with other words or minutes, and with them what their parts wait for now. */
export function changedSessions(
  sessions: readonly Session[],
  before: ReadonlyMap<number, Session>,
  numbers: readonly number[],
  overtaken: ReadonlySet<string>,
): Session[] {
  const changed = new Set(numbers);
  const activities = new Set(overtaken);
  for (const { number, activity } of sessions) if (changed.has(number)) activities.add(activity);
  return sessions.filter(({ number, activity, after }) => {
    const was = before.get(number);
    const waitsForOthers = was !== undefined && was.after.join() !== after.join();
    return changed.has(number) || (activities.has(activity) && waitsForOthers);
  });
}
