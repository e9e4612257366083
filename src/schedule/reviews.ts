/**
 * Spaced reviews (rule 9). The forward pass and the last days give slots; here each slot gets the
 * task whose return does most for the weighted recall on the exam day.
 */
import type { Domain } from '../curriculum/curriculum.ts';
import { isReading } from '../curriculum/vocabulary.ts';
import { assignReviews, type ReviewTask } from '../memory/assign-reviews.ts';
import type { DayNumber } from '../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../time/wall-clock.ts';
import type { WorkItem } from '../workload/work-item.ts';
import { LAST_DAYS, LEARNED_SHARE } from './constants.ts';
import { endOf, type Placement } from './placement.ts';

/** Rule 9: every task is met again on at least two later days. */
const MEETINGS_NEEDED = 2;

/** A review that does not yet know its task. */
export const reviewSlot = (minutes: number): WorkItem => ({
  id: 'review',
  kind: 'review',
  title: 'Review',
  url: null,
  minutes,
  baseMinutes: minutes,
  minutesBasis: 'estimate',
  tasks: [],
  domain: null,
  depth: 'essential',
  after: [],
  unbroken: true,
  segments: [],
  block: 0,
  waived: false,
  first: 'answer from memory, on paper, before you look anything up',
  teardown: [],
  billing: [],
  costUsd: 0,
  subscription: null,
  questions: [],
  bridge: null,
  reasons: [],
});

const isOpenSlot = ({ item }: Placement): boolean =>
  item.kind === 'review' && item.tasks.length === 0;

/** Content that teaches a task: readings and labs, not the guide, not the capstone. */
export const teaches = (item: WorkItem, guide: string): boolean =>
  (isReading(item.kind) || item.kind === 'lab') && item.tasks.length > 0 && item.id !== guide;

interface TaskLife {
  readonly task: Domain['tasks'][number];
  readonly domain: Domain;
  /** Days on which it is learned, or met in practice questions of its domain. */
  readonly days: DayNumber[];
  /** Learning placements, in order of time. */
  readonly learned: Placement[];
  /** Days of practice questions of its own domain. */
  readonly practised: DayNumber[];
}

function livesOf(
  placements: readonly Placement[],
  domains: readonly Domain[],
  guide: string,
): TaskLife[] {
  const lives = domains.flatMap((domain) =>
    domain.tasks.map((task): TaskLife => ({ task, domain, days: [], learned: [], practised: [] })),
  );
  const byId = new Map(lives.map((life) => [life.task.id, life]));
  for (const placement of placements) {
    const { item } = placement;
    const practice = item.kind === 'practice-questions' && item.domain !== null;
    if (!practice && !teaches(item, guide)) continue;
    for (const id of item.tasks) {
      const life = byId.get(id);
      if (!life) continue;
      if (life.days[life.days.length - 1] !== placement.day) life.days.push(placement.day);
      if (practice) life.practised.push(placement.day);
      else life.learned.push(placement);
    }
  }
  return lives;
}

/**
 * Gives each open slot a task, and takes out the slots that no task can use.
 * @param placements in order of time
 * @param horizon the exam day, or the last date of the plan where there is none
 * @param clock the learner's
 * @param spareLast slots of the last days beyond what rule 9 asks of them
 */
export function fillReviews(
  placements: readonly Placement[],
  domains: readonly Domain[],
  guide: string,
  horizon: DayNumber,
  clock: ZoneClock,
  spareLast = 0,
): Placement[] {
  const lives = livesOf(placements, domains, guide);
  const slots = placements.filter(isOpenSlot);
  const tasks = lives.map(({ days, domain, practised, learned }): ReviewTask => {
    const [begun, half] = [learned[0], halfLearned(learned)];
    const first = begun ? lastDateOf(begun, clock) : Number.POSITIVE_INFINITY;
    const met = new Set(practised.filter((day) => day > first)).size;
    return {
      weight: domain.weight / domain.tasks.length,
      days,
      practised,
      from: half ? lastDateOf(half, clock) + 1 : Number.POSITIVE_INFINITY,
      fromIfOwed: first + 1,
      atLeast: learned.length === 0 ? 0 : Math.max(0, MEETINGS_NEEDED - met),
    };
  });
  const chosen = assignReviews(
    tasks,
    slots.map(({ day }) => ({ day, last: day >= horizon - LAST_DAYS })),
    horizon,
    spareLast,
  );
  const taskOfSlot = new Map(slots.map((slot, index) => [slot, chosen[index] ?? null]));
  const counts = new Map<string, number>();
  const endOfItem = new Map<string, EpochMinutes>();
  for (const placement of placements) endOfItem.set(placement.item.id, endOf(placement));
  return placements.flatMap((placement): Placement[] => {
    if (!taskOfSlot.has(placement)) return [placement];
    const life = lives[taskOfSlot.get(placement) ?? -1];
    if (!life) return [];
    const count = (counts.get(life.task.id) ?? 0) + 1;
    counts.set(life.task.id, count);
    return [{ ...placement, item: reviewOf(life, placement, count, lives, endOfItem) }];
  });
}

/** What has taken half of a task's minutes when it ends: before, most of its questions are still new. */
function halfLearned(learned: readonly Placement[]): Placement | undefined {
  let left = learned.reduce((sum, { minutes }) => sum + minutes, 0) * LEARNED_SHARE;
  return learned.find(({ minutes }) => {
    left -= minutes;
    return left <= 0;
  });
}

/** What is learned past midnight is met again on the day after that night at the earliest. */
const lastDateOf = (placement: Placement, clock: ZoneClock): DayNumber =>
  endOf(placement) > clock.toInstant(placement.day + 1, 0) ? placement.day + 1 : placement.day;

/**
 * Tasks that are met again on fewer than two days after their first learning (rule 9).
 * @param clock the learner's; without it a night counts for the date on which it begins
 */
export function tasksMetTooSeldom(
  placements: readonly Placement[],
  domains: readonly Domain[],
  guide: string,
  clock?: ZoneClock,
): string[] {
  const returns = new Map<string, Set<DayNumber>>();
  for (const { item, day } of placements) {
    if (item.kind !== 'review') continue;
    for (const task of item.tasks) {
      const days = returns.get(task);
      if (days) days.add(day);
      else returns.set(task, new Set([day]));
    }
  }
  return livesOf(placements, domains, guide).flatMap(({ task, learned, practised }) => {
    const [start] = learned;
    if (start === undefined) return [];
    const first = clock ? lastDateOf(start, clock) : start.day;
    const days = new Set([...practised, ...(returns.get(task.id) ?? [])].filter((d) => d > first));
    return days.size < MEETINGS_NEEDED ? [task.id] : [];
  });
}

function reviewOf(
  { task, domain, learned, days }: TaskLife,
  slot: Placement,
  count: number,
  lives: readonly TaskLife[],
  endOfItem: ReadonlyMap<string, EpochMinutes>,
): WorkItem {
  const last = learned
    .filter(({ item }) => (endOfItem.get(item.id) ?? slot.start) <= slot.start)
    .at(-1);
  const lastDay = days.filter((day) => day < slot.day).at(-1);
  const lookAlike = lives.find(
    (life) => task.mixWith.includes(life.task.id) && (life.learned[0]?.day ?? slot.day) < slot.day,
  );
  const mixed = lookAlike?.task.checks[(count - 1) % lookAlike.task.checks.length];
  return {
    ...slot.item,
    id: `review-${task.id}-${count}`,
    title: `Review ${task.id}: ${task.title}`,
    tasks: [task.id],
    domain: domain.id,
    // The last item that taught it, if all of its parts lie before.
    after: last ? [last.item.id] : [],
    questions: [...task.checks, ...(mixed === undefined ? [] : [`look-alike: ${mixed}`])],
    reasons: [
      lastDay === undefined
        ? 'met again so that it lasts until the exam'
        : `met again ${slot.day - lastDay} days after the last time, so that it lasts until the exam`,
    ],
  };
}
