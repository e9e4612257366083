/** What a re-plan starts from: what stays, what needs a place, what is new and what goes. */
import { isContent } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import { sessionOfItem } from '../../plan/sessions.ts';
import { LAST_DAYS } from '../../schedule/constants.ts';
import { dayNumber } from '../../time/civil-date.ts';
import { zoneClock } from '../../time/wall-clock.ts';
import type { WorkItem } from '../../workload/work-item.ts';
import { edgesOf } from './edges.ts';
import { newMinutes } from './new-minutes.ts';
import { type Order, orderOf, type Piece } from './piece.ts';
import type { ReplanRequest } from './request.ts';

export interface Gathered {
  /** Sessions as they will be, by number; new ones have no slot yet (`start` is `now`). */
  readonly sessions: Map<number, Session>;
  /** In place, fixed or not. */
  readonly standing: readonly Piece[];
  /** They stood somewhere with other minutes: perhaps they can stay. */
  readonly resized: readonly Piece[];
  /** In need of a place, in the order in which they should get one. */
  readonly homeless: readonly Piece[];
  readonly missed: readonly number[];
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly dropped: readonly { readonly number: number; readonly because: string }[];
  readonly order: Order;
  readonly contentMinutes: number;
}

/**
 * @param items the workload for the learner as wished
 * @param compareMinutes false where nothing of the content changed: then minutes are as they are
 */
export function gather(
  request: ReplanRequest,
  items: readonly WorkItem[],
  compareMinutes: boolean,
): Gathered {
  const { state, now, wishes } = request;
  const { plan } = state;
  const byItem = new Map(items.map((item) => [item.id, item]));
  const byActivity = new Map<string, Session[]>();
  for (const session of plan.sessions) {
    const list = byActivity.get(session.activity);
    if (list) list.push(session);
    else byActivity.set(session.activity, [session]);
  }
  const sessions = new Map(plan.sessions.map((session) => [session.number, session]));
  const changed = new Set<number>();
  const dropped: { number: number; because: string }[] = [];
  const added: number[] = [];
  let nextNumber = state.highestNumber + 1;
  const add = (item: WorkItem, minutes: number): void => {
    const session = sessionOfItem(item, {
      number: nextNumber,
      base: plan.basis.uidBase,
      start: now,
      minutes,
    });
    sessions.set(nextNumber, session);
    added.push(nextNumber);
    nextNumber += 1;
  };

  if (compareMinutes) {
    for (const [activity, own] of byActivity) {
      const item = byItem.get(activity);
      if (item) {
        const news = newMinutes(item, own, wishes.learner.sessionMinutes);
        for (const session of news.changed) {
          sessions.set(session.number, session);
          changed.add(session.number);
        }
        for (const number of news.dropped) dropped.push({ number, because: 'less time is needed' });
        for (const minutes of news.added) add(item, minutes);
      } else if (belongsToContent(own[0])) {
        for (const { number, status } of own) {
          if (status === 'planned') dropped.push({ number, because: 'no longer needed' });
        }
      }
    }
    for (const item of items) {
      if (byActivity.has(item.id)) continue;
      for (const minutes of wholeOf(item, wishes.learner.sessionMinutes)) add(item, minutes);
    }
  }
  for (const { number } of dropped) sessions.delete(number);

  // Its timer runs within its slot: it is being done.
  const isRunning = ({ number, start, minutes }: Session): boolean =>
    state.timer?.number === number && start <= now && start + minutes > now;
  const missed: number[] = [];
  for (const session of sessions.values()) {
    if (session.status !== 'planned' || session.start >= now || added.includes(session.number)) {
      continue;
    }
    if (isRunning(session)) continue;
    missed.push(session.number);
    if (session.pinned) {
      // Its place has passed; the next one is not of the learner's choosing.
      sessions.set(session.number, { ...session, pinned: false });
      changed.add(session.number);
    }
  }

  const exam = plan.exam ? dayNumber(plan.exam.date) : null;
  const clock = zoneClock(wishes.learner.timeZone);
  const isNew = new Set(added);
  const pieceOf = (session: Session): Piece => ({
    number: session.number,
    activity: session.activity,
    kind: session.kind,
    minutes: session.minutes,
    tasks: session.tasks,
    alone: standsAlone(session, byItem.get(session.activity), wishes.learner.sessionMinutes),
    fixed: session.status !== 'planned' || session.pinned || isRunning(session),
    settled: session.status === 'done' || session.status === 'skipped',
    counts: session.status !== 'skipped',
    lastReview:
      session.kind === 'review' &&
      exam !== null &&
      !isNew.has(session.number) &&
      clock.toWallClock(session.start).day >= exam - LAST_DAYS,
    was: isNew.has(session.number) ? null : session.start,
  });
  const withoutPlace = new Set([...missed, ...added]);
  const pieces = [...sessions.values()].map(pieceOf);
  return {
    sessions,
    standing: pieces.filter(({ number }) => !withoutPlace.has(number) && !changed.has(number)),
    resized: pieces.filter(({ number }) => !withoutPlace.has(number) && changed.has(number)),
    homeless: pieces.filter(({ number }) => withoutPlace.has(number)),
    missed: missed.sort((a, b) => a - b),
    added,
    changed: [...changed],
    dropped,
    order: orderOf(edgesOf(sessions, byItem, request.curriculum, new Set(missed))),
    contentMinutes: [...sessions.values()].reduce(
      (sum, { kind, minutes, status }) =>
        sum + (isContent(kind) && status !== 'skipped' ? minutes : 0),
      0,
    ),
  };
}

/** What the workload decides about; reviews and extra exams are the re-plan's own. */
const belongsToContent = (session: Session | undefined): boolean =>
  session !== undefined &&
  session.kind !== 'review' &&
  session.kind !== 'practice-exam' &&
  session.kind !== 'exam-review' &&
  session.kind !== 'logistics';

function wholeOf(item: WorkItem, sessionMinutes: number): readonly number[] {
  if (item.segments.length > 0) return item.segments.map(({ minutes }) => minutes);
  if (item.unbroken || item.minutes <= sessionMinutes) return [item.minutes];
  return newMinutes(item, [], sessionMinutes).added;
}

function standsAlone(
  session: Session,
  item: WorkItem | undefined,
  sessionMinutes: number,
): boolean {
  if (session.minutes > sessionMinutes) return true;
  return session.kind === 'lab' && (item?.segments.length ?? 0) > 0;
}
