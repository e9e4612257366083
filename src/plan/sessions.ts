/** From placements to sessions: numbers, part labels, stable UIDs, what each one waits for. */
import { createHash } from 'node:crypto';
import type { Learner } from '../learner/learner.ts';
import type { Placement } from '../schedule/placement.ts';
import type { EpochMinutes } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { ACCOUNT_ITEM } from '../workload/workload.ts';
import type { Session } from './plan.ts';

/** A base for UIDs that two people's plans never share. */
export const uidBase = (learner: Learner, certification: string, createdAt: string): string =>
  createHash('sha256')
    .update(JSON.stringify([learner, certification, createdAt]))
    .digest('hex');

/** Letter for letter the UID of the calendar event. */
export const uidOf = (base: string, number: number): string =>
  `${createHash('sha256').update(`${base}:${number}`).digest('hex').slice(0, 32)}@certplan`;

/** UID of a session's task: `abc@certplan` → `abc-todo@certplan`, so that each can be told from the other. */
export const todoUid = (sessionUid: string): string => sessionUid.replace(/@|$/, '-todo$&');

/**
 * The items that are worth naming as "comes after these": the last step of each skill's bridges,
 * the account and the guide only where nothing nearer holds the item back.
 */
function nearestBefore(
  item: WorkItem,
  byId: ReadonlyMap<string, WorkItem>,
  guide: string,
): string[] {
  const before = item.after.filter((id) => byId.has(id));
  const highest = new Map<string, number>();
  for (const id of before) {
    const bridge = byId.get(id)?.bridge;
    if (bridge) highest.set(bridge.skill, Math.max(bridge.to, highest.get(bridge.skill) ?? 0));
  }
  const near = before.filter((id) => {
    const bridge = byId.get(id)?.bridge;
    return !bridge || bridge.to === highest.get(bridge.skill);
  });
  const close = near.filter((id) => id !== guide && id !== ACCOUNT_ITEM);
  if (close.length > 0) return close;
  return near.includes(ACCOUNT_ITEM) ? [ACCOUNT_ITEM] : near;
}

/** A session for an item: the whole of it, waiting for nothing. */
export const sessionOfItem = (
  item: WorkItem,
  slot: {
    readonly number: number;
    /** From which UIDs are made. */
    readonly base: string;
    readonly start: EpochMinutes;
    readonly minutes: number;
  },
): Session => ({
  number: slot.number,
  uid: uidOf(slot.base, slot.number),
  activity: item.id,
  part: null,
  kind: item.kind,
  title: item.title,
  label: null,
  url: item.url,
  start: slot.start,
  minutes: slot.minutes,
  domain: item.domain,
  tasks: item.tasks,
  status: 'planned',
  pinned: false,
  actual: null,
  sequence: 0,
  after: [],
  reasons: item.reasons,
  first: item.first,
  teardown: item.teardown,
  billing: item.billing,
  costUsd: item.costUsd,
  ...(item.subscription === null ? {} : { subscription: item.subscription }),
  questions: item.questions,
});

/**
 * @param placements in order of time
 * @param guide id of the exam guide
 */
export function toSessions(
  placements: readonly Placement[],
  guide: string,
  base: string,
): Session[] {
  const byId = new Map(placements.map(({ item }) => [item.id, item]));
  const numbersOf = new Map<string, number[]>();
  placements.forEach(({ item }, index) => {
    const numbers = numbersOf.get(item.id);
    if (numbers) numbers.push(index + 1);
    else numbersOf.set(item.id, [index + 1]);
  });
  return placements.map((placement, index): Session => {
    const { item } = placement;
    const number = index + 1;
    const parts = numbersOf.get(item.id) ?? [number];
    const part = parts.indexOf(number);
    const previous = parts[part - 1];
    const after =
      previous !== undefined
        ? [previous]
        : nearestBefore(item, byId, guide).flatMap((id) => numbersOf.get(id)?.slice(-1) ?? []);
    return {
      ...sessionOfItem(item, { number, base, start: placement.start, minutes: placement.minutes }),
      part: parts.length > 1 ? [part + 1, parts.length] : null,
      label: placement.label,
      after: after.sort((a, b) => a - b),
      // What opens the first part is behind when the second begins.
      first: part > 0 ? null : item.first,
      costUsd: part > 0 ? 0 : item.costUsd,
    };
  });
}
