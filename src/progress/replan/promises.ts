/** Rule 9 for a plan in progress: every task is met again on at least two later days. */
import type { Domain } from '../../curriculum/curriculum.ts';
import { isReading } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import type { DayNumber } from '../../time/civil-date.ts';
import type { ZoneClock } from '../../time/wall-clock.ts';

const MEETINGS_NEEDED = 2;

const isMeeting = ({ kind, domain }: Session): boolean =>
  kind === 'review' || (kind === 'practice-questions' && domain !== null);

const teachesTasks = ({ kind, activity }: Session, guide: string): boolean =>
  (isReading(kind) || kind === 'lab') && activity !== guide;

export interface MeetingTerms {
  readonly domains: readonly Domain[];
  /** Id of the exam guide, which teaches no task. */
  readonly guide: string;
  readonly clock: ZoneClock;
}

/** Days on which each task that is learned is met again, by task. */
function meetings(
  sessions: readonly Session[],
  { domains, guide, clock }: MeetingTerms,
): Map<string, Set<DayNumber>> {
  const firstDay = new Map<string, DayNumber>();
  const days = new Map<string, DayNumber[]>();
  for (const session of sessions) {
    if (session.status === 'skipped') continue;
    const { day } = clock.toWallClock(session.start);
    if (teachesTasks(session, guide)) {
      for (const task of session.tasks) {
        firstDay.set(task, Math.min(day, firstDay.get(task) ?? day));
      }
    } else if (isMeeting(session)) {
      for (const task of session.tasks) days.set(task, [...(days.get(task) ?? []), day]);
    }
  }
  const found = new Map<string, Set<DayNumber>>();
  for (const { id } of domains.flatMap(({ tasks }) => tasks)) {
    const first = firstDay.get(id);
    if (first === undefined) continue;
    found.set(id, new Set((days.get(id) ?? []).filter((day) => day > first)));
  }
  return found;
}

/** Tasks that are met again on fewer than two later days. */
export const metTooSeldom = (sessions: readonly Session[], terms: MeetingTerms): string[] =>
  [...meetings(sessions, terms)]
    .filter(([, days]) => days.size < MEETINGS_NEEDED)
    .map(([task]) => task);

/** True when the plan keeps rule 9 as well without this session. */
export function keptWithout(
  number: number,
  sessions: readonly Session[],
  terms: MeetingTerms,
): boolean {
  const session = sessions.find((candidate) => candidate.number === number);
  if (!session) return false;
  const without = meetings(
    sessions.filter((candidate) => candidate.number !== number),
    terms,
  );
  return session.tasks.every(
    (task) => (without.get(task)?.size ?? MEETINGS_NEEDED) >= MEETINGS_NEEDED,
  );
}
