/** An activity that now asks for other minutes: what that means for its sessions. */
import type { Session } from '../../plan/plan.ts';
import { SHORTEST_PART } from '../../workload/segments.ts';
import type { WorkItem } from '../../workload/work-item.ts';

/**
 * Planned sessions keep their minutes up to this difference: a skill that is one level lower makes
 * nearly every activity some minutes longer, and a plan that moves in every place helps nobody.
 */
const WORTH_A_CHANGE_MINUTES = 15;

export interface NewMinutes {
  readonly changed: readonly Session[];
  readonly dropped: readonly number[];
  /** Minutes of further sessions, each a part or the whole of what is missing. */
  readonly added: readonly number[];
}

const NOTHING: NewMinutes = { changed: [], dropped: [], added: [] };

/** @param sessions of this activity, in order of time */
export function newMinutes(
  item: WorkItem,
  sessions: readonly Session[],
  sessionMinutes: number,
): NewMinutes {
  if (sessions.some(({ status }) => status === 'skipped')) return NOTHING;
  const have = sessions.reduce((sum, { minutes }) => sum + minutes, 0);
  const delta = item.minutes - have;
  const retitled = sessions.some((session) => session.title !== item.title);
  if (Math.abs(delta) < WORTH_A_CHANGE_MINUTES && !retitled) return NOTHING;
  const open = sessions.filter(({ status, pinned }) => status === 'planned' && !pinned);
  if (open.length === 0) {
    // A lab that was gone through as a check is one session, and stays that.
    if (item.unbroken) return NOTHING;
    return delta >= SHORTEST_PART
      ? { ...NOTHING, added: cut(delta, item, sessionMinutes) }
      : NOTHING;
  }
  const asItem = (session: Session, minutes: number): Session => ({
    ...session,
    minutes,
    title: item.title,
    reasons: item.reasons,
    questions: item.questions,
  });
  // As short as it was, but now (or no longer) a check.
  if (delta === 0) {
    return { ...NOTHING, changed: open.map((session) => asItem(session, session.minutes)) };
  }
  if (delta > 0) {
    const [only] = open;
    if (only && open.length === 1 && sessions.length === 1) {
      const [first = item.minutes, ...more] = cut(item.minutes, item, sessionMinutes);
      return { changed: [asItem(only, first)], dropped: [], added: more };
    }
    return { ...NOTHING, added: cut(Math.max(SHORTEST_PART, delta), item, sessionMinutes) };
  }
  let tooMany = -delta;
  const changed: Session[] = [];
  const dropped: number[] = [];
  for (const session of [...open].reverse()) {
    if (tooMany <= 0) break;
    const isLast = dropped.length === sessions.length - 1;
    if (session.minutes <= tooMany && !isLast) {
      dropped.push(session.number);
      tooMany -= session.minutes;
    } else {
      const least = item.waived ? 5 : SHORTEST_PART;
      const minutes = Math.max(Math.min(session.minutes, least), session.minutes - tooMany);
      if (minutes !== session.minutes) changed.push(asItem(session, minutes));
      tooMany = 0;
    }
  }
  return { changed, dropped, added: [] };
}

/** One piece where the item must not be cut. */
const cut = (minutes: number, item: WorkItem, sessionMinutes: number): number[] =>
  item.unbroken ? [minutes] : partsFor(minutes, sessionMinutes);

/** Parts of about equal length that fit a sitting. */
export function partsFor(minutes: number, sessionMinutes: number): number[] {
  if (minutes <= sessionMinutes) return [minutes];
  const count = Math.ceil(minutes / sessionMinutes);
  const each = Math.ceil(minutes / count / 5) * 5;
  const parts: number[] = [];
  for (let left = minutes; left > 0; ) {
    const part = left <= sessionMinutes ? left : Math.min(each, left - SHORTEST_PART);
    parts.push(part);
    left -= part;
  }
  return parts;
}
