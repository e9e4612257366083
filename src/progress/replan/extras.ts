/**
 * What experience asks for beyond the workload: another look at what felt hard, more returns to
 * weak domains, another practice exam below the gate. All of it only where there is room.
 */
import type { Curriculum, Domain } from '../../curriculum/curriculum.ts';
import { isContent } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import { reviewSlot } from '../../schedule/reviews.ts';
import { addDays, type CivilDate, dayNumber } from '../../time/civil-date.ts';
import { dateAt, type EpochMinutes, startOfDay, type ZoneClock } from '../../time/wall-clock.ts';
import {
  EXAM_REVIEW_SHARE,
  EXAM_REVIEW_SHORTEST,
  REVIEW_MINUTES,
  roundMinutes,
} from '../../workload/constants.ts';
import type { WorkItem } from '../../workload/work-item.ts';
import { GATE_PERCENT, WEAK_PERCENT } from '../gate.ts';
import type { Score } from '../state.ts';
import { partsFor } from './new-minutes.ts';
import type { ReplanRequest } from './request.ts';

/** From this on a domain gives reviews to the weak ones. */
const STRONG_PERCENT = 85;
const MOST_EXTRA_EXAMS = 2;
/** Days within which a task that went badly should come back: FSRS after "again" and "hard". */
const BACK_WITHIN_DAYS = { again: 3, hard: 7 } as const;
/** A weak domain's tasks come back within so many days of the score. */
export const WEAK_BACK_WITHIN_DAYS = 7;
/** Extra returns that one re-plan adds at most: a plan that grows without end helps nobody. */
const MOST_EXTRA_REVIEWS = 8;

export interface Extra {
  readonly item: WorkItem;
  readonly minutes: number;
  /** Not before this instant. */
  readonly from: EpochMinutes;
  /** Not after it. */
  readonly until: EpochMinutes;
  readonly because: string;
  /** Those of one group come together or not at all. */
  readonly group: string;
}

/** Per cent of each domain by the latest score that says something about it. */
export function latestByDomain(
  scores: readonly Score[],
  curriculum: Pick<Curriculum, 'domains' | 'activities'>,
): Map<string, { percent: number; on: CivilDate }> {
  const found = new Map<string, { percent: number; on: CivilDate }>();
  for (const score of scores) {
    for (const domain of curriculum.domains) {
      const percent = score.domains[domain.id] ?? overallFor(score, domain, curriculum);
      if (percent !== null) found.set(domain.id, { percent, on: score.on });
    }
  }
  return found;
}

/** Practice questions of one domain say something about that domain without being asked. */
function overallFor(
  { activity, percent, domains }: Score,
  domain: Domain,
  { activities }: Pick<Curriculum, 'activities'>,
): number | null {
  if (Object.keys(domains).length > 0) return null;
  const own = activities.find(({ id }) => id === activity);
  if (own?.kind !== 'practice-questions') return null;
  const tasks = new Set(domain.tasks.map(({ id }) => id));
  return own.tasks.length > 0 && own.tasks.every((task) => tasks.has(task)) ? percent : null;
}

interface Wanted {
  readonly task: Domain['tasks'][number];
  readonly domain: Domain;
  readonly since: CivilDate;
  readonly withinDays: number;
  readonly because: string;
}

export function extraReviews(request: ReplanRequest, clock: ZoneClock): Extra[] {
  const { state, curriculum, now } = request;
  const { sessions } = state.plan;
  const wanted = [...wantedByFeeling(sessions, curriculum), ...wantedByScore(request)];
  const today = dateAt(now, clock);
  const extras = new Map<string, Extra>();
  // Those that an earlier re-plan added for the same causes.
  let granted = 0;
  for (const { task, domain, since, withinDays, because } of wanted) {
    if (extras.has(task.id) || extras.size + granted >= MOST_EXTRA_REVIEWS) continue;
    const counted = dayNumber(since) < dayNumber(today) ? today : since;
    const first = addDays(counted, 1);
    const last = addDays(counted, withinDays);
    const comesBack = sessions.some((session) => {
      if (session.kind !== 'review' || !session.tasks.includes(task.id)) return false;
      if (session.status === 'done') return (session.actual?.on ?? since) > since;
      const on = dateAt(session.start, clock);
      if (session.status !== 'planned' || session.start < now || on <= since) return false;
      // One that was added for this, and found a place only later, is not added again.
      return on <= last || session.reasons.includes(because);
    });
    if (comesBack) {
      const isExtra = sessions.some(
        ({ status, start, reasons }) =>
          status === 'planned' && start >= now && reasons.includes(because),
      );
      if (isExtra) granted += 1;
      continue;
    }
    extras.set(task.id, {
      item: anotherReview(request, domain, task, because),
      minutes: REVIEW_MINUTES,
      from: startOfDay(first, clock),
      until: startOfDay(addDays(last, 7), clock),
      because,
      group: task.id,
    });
  }
  return [...extras.values()];
}

export function anotherReview(
  { state }: ReplanRequest,
  domain: Domain,
  task: Domain['tasks'][number],
  because: string,
): WorkItem {
  const count = countOf(state.plan.sessions, state.cancelled, task.id) + 1;
  return {
    ...reviewSlot(REVIEW_MINUTES),
    id: `review-${task.id}-${count}`,
    title: `Review ${task.id}: ${task.title}`,
    tasks: [task.id],
    domain: domain.id,
    questions: task.checks,
    reasons: [because],
  };
}

/** Numbers behind `review-TASK-` are given once: also those of reviews that are gone count. */
function countOf(
  sessions: readonly Session[],
  cancelled: readonly Session[],
  task: string,
): number {
  const start = `review-${task}-`;
  return [...sessions, ...cancelled].reduce(
    (most, { activity }) =>
      activity.startsWith(start) ? Math.max(most, Number(activity.slice(start.length)) || 0) : most,
    0,
  );
}

/** The first task of what felt bad, unless it went better since. */
function wantedByFeeling(sessions: readonly Session[], { domains }: Curriculum): Wanted[] {
  const latest = new Map<string, { on: CivilDate; felt: string; number: number }>();
  const inOrder = sessions
    .filter(({ actual, status }) => status === 'done' && actual?.felt)
    .sort((a, b) => {
      const [left, right] = [a.actual?.on ?? '', b.actual?.on ?? ''];
      return left < right ? -1 : left > right ? 1 : a.number - b.number;
    });
  for (const { tasks, actual, number } of inOrder) {
    const [task] = tasks;
    if (task !== undefined && actual?.felt) {
      latest.set(task, { on: actual.on, felt: actual.felt, number });
    }
  }
  return domains.flatMap((domain) =>
    domain.tasks.flatMap((task): Wanted[] => {
      const last = latest.get(task.id);
      if (last?.felt !== 'again' && last?.felt !== 'hard') return [];
      return [
        {
          task,
          domain,
          since: last.on,
          withinDays: BACK_WITHIN_DAYS[last.felt],
          because: `${last.number} felt ${last.felt === 'again' ? 'not understood' : 'hard'}`,
        },
      ];
    }),
  );
}

function wantedByScore({ state, curriculum }: ReplanRequest): Wanted[] {
  const latest = latestByDomain(state.scores, curriculum);
  // What was never learned is not met again.
  const learned = new Set(
    state.plan.sessions
      .filter(({ kind, status }) => status === 'done' && isContent(kind))
      .flatMap(({ tasks }) => tasks),
  );
  return curriculum.domains
    .flatMap((domain) => {
      const score = latest.get(domain.id);
      return score && score.percent < WEAK_PERCENT ? [{ domain, score }] : [];
    })
    .sort((a, b) => a.score.percent - b.score.percent)
    .flatMap(({ domain, score }) =>
      domain.tasks
        .filter(({ id }) => learned.has(id))
        .map((task) => ({
          task,
          domain,
          since: score.on,
          withinDays: WEAK_BACK_WITHIN_DAYS,
          because: `${score.percent} % in ${domain.title}`,
        })),
    );
}

/** Planned reviews of strong domains: they can make way for weak ones. */
export function reviewsToSpare({ state, curriculum, now }: ReplanRequest): Session[] {
  const latest = latestByDomain(state.scores, curriculum);
  const strong = new Set(
    [...latest].filter(([, { percent }]) => percent >= STRONG_PERCENT).map(([id]) => id),
  );
  return state.plan.sessions.filter(
    ({ kind, status, pinned, start, domain }) =>
      kind === 'review' &&
      status === 'planned' &&
      !pinned &&
      start >= now &&
      domain !== null &&
      strong.has(domain),
  );
}

/** Another practice exam with its review, while the estimate is below the gate. */
export function extraExam(
  request: ReplanRequest,
  items: readonly WorkItem[],
  clock: ZoneClock,
): Extra[] {
  const { state, now } = request;
  const { sessions } = state.plan;
  const exams = items.filter(({ kind }) => kind === 'practice-exam');
  const scored = state.scores.filter(
    ({ activity }) =>
      activity !== null &&
      sessions.some((it) => it.activity === activity && it.kind === 'practice-exam'),
  );
  const last = scored.at(-1);
  const model = exams.at(-1);
  if (!last || !model) return [];
  const before = scored.at(-2);
  const throughTheGate =
    last.percent >= GATE_PERCENT.once ||
    (last.percent >= GATE_PERCENT.twice && (before?.percent ?? 0) >= GATE_PERCENT.twice);
  if (throughTheGate) return [];
  const wanted = last.percent >= GATE_PERCENT.twice ? 1 : 2;
  const activities = new Set(
    sessions
      .filter(({ kind, status }) => kind === 'practice-exam' && status === 'planned')
      .map(({ activity }) => activity),
  );
  const extraCount = new Set(
    [...sessions, ...state.cancelled]
      .filter(({ kind, activity }) => kind === 'practice-exam' && /-again-\d+$/.test(activity))
      .map(({ activity }) => activity),
  ).size;
  const alive = sessions.filter(
    ({ kind, activity }) => kind === 'practice-exam' && /-again-\d+$/.test(activity),
  ).length;
  if (activities.size >= wanted || alive >= MOST_EXTRA_EXAMS) return [];
  // As `score` says it: the last one planned should leave more room than those before it.
  const gate = activities.size === 0 ? GATE_PERCENT.once : GATE_PERCENT.twice;
  const because = `${last.percent} % is below the gate of ${gate} %`;
  const id = `${model.id}-again-${extraCount + 1}`;
  const exam: WorkItem = {
    ...model,
    id,
    title: `${model.title}, drawn anew`,
    after: [],
    reasons: [because],
  };
  const minutes = Math.max(EXAM_REVIEW_SHORTEST, roundMinutes(model.minutes * EXAM_REVIEW_SHARE));
  const review: WorkItem = {
    ...exam,
    id: `${id}-review`,
    kind: 'exam-review',
    title: `Review of: ${exam.title}`,
    minutes,
    baseMinutes: exam.minutes,
    after: [id],
    unbroken: false,
    first: 'take each wrong or guessed question: say why every wrong option is wrong',
    costUsd: null,
    subscription: null,
    questions: [],
  };
  const soon = Math.max(now, startOfDay(addDays(last.on, 1), clock));
  const common = { from: soon, until: Number.POSITIVE_INFINITY, because, group: id };
  return [
    { item: exam, minutes: exam.minutes, ...common },
    ...partsFor(minutes, request.wishes.learner.sessionMinutes).map((part) => ({
      item: review,
      minutes: part,
      ...common,
    })),
  ];
}
