/**
 * A re-plan (design §1.6): past and done frozen, pinned untouched, as few moves as possible, shown
 * before it is written. Pure: the same request gives the same answer.
 */
import type { Learner } from '../../learner/learner.ts';
import { OFFSET_DAYS_AFTER, OFFSET_DAYS_BEFORE } from '../../plan/assemble-plan.ts';
import { lifeWarnings } from '../../plan/life-warnings.ts';
import { milestonesOf } from '../../plan/milestones.ts';
import type { Feasibility, Plan, Session, Warning } from '../../plan/plan.ts';
import { uidOf } from '../../plan/sessions.ts';
import { dayNumber } from '../../time/civil-date.ts';
import {
  dateAt,
  startOfDay,
  type ZoneClock,
  zoneChanges,
  zoneClock,
} from '../../time/wall-clock.ts';
import { computeWorkload, type Workload } from '../../workload/workload.ts';
import type { PlanFacts, Replacement } from '../events.ts';
import { feasibilityNow } from '../feasibility-now.ts';
import { WEAK_PERCENT } from '../gate.ts';
import { relabelParts } from '../part-labels.ts';
import { addExtras } from './add-extras.ts';
import type { Board } from './board.ts';
import {
  anotherReview,
  type Extra,
  extraExam,
  extraReviews,
  latestByDomain,
  reviewsToSpare,
} from './extras.ts';
import { type Gathered, gather } from './gather.ts';
import { placeAll } from './place-all.ts';
import type { AllPlaced } from './place-singly.ts';
import { keptWithout, type MeetingTerms, metTooSeldom } from './promises.ts';
import { remarksOn } from './remarks.ts';
import type { ReplanRequest } from './request.ts';
import { changedSessions, withEdges, withoutOvertaken } from './waits.ts';

export interface Replanned {
  readonly replacement: Replacement;
  /** The plan as it would be. */
  readonly plan: Plan;
  /** Why each session moved, came or went, by number. */
  readonly because: ReadonlyMap<number, string>;
  /** What stays as it is although scores ask for more, and why. */
  readonly remarks: readonly string[];
}

const RELAXED = 'relaxed-rule-6';

/** Whether practice exams keep their distances no more, where they did before. */
export const isNewlyRelaxed = (replanned: Replanned, before: Plan): boolean =>
  replanned.plan.warnings.some(({ code }) => code === RELAXED) &&
  before.warnings.every(({ code }) => code !== RELAXED);

/** What the plan would hold, whether all of it finds a place or not. */
export function sessionsAsked(asked: ReplanRequest): readonly Session[] {
  const request = withScores(asked);
  const { items } = workloadOf(request);
  return [...gather(request, items, contentChanged(request)).sessions.values()];
}

const workloadOf = ({ curriculum, foundations, wishes }: ReplanRequest): Workload =>
  computeWorkload(
    curriculum,
    foundations,
    wishes.learner,
    new Set(wishes.basis.cut),
    wishes.basis.credit,
  );

/** The verdict by the sums alone. */
export const verdictOn = (
  { state, wishes, now }: ReplanRequest,
  sessions: readonly Session[],
): Feasibility =>
  feasibilityNow(
    { sessions, learner: wishes.learner, exam: wishes.exam, basis: wishes.basis },
    state.logged,
    now,
  );

/** @returns null where not everything finds a place before the exam day */
export function replan(asked: ReplanRequest): Replanned | null {
  const request = withScores(asked);
  const { state, wishes, curriculum } = request;
  const { plan } = state;
  const clock = zoneClock(wishes.learner.timeZone);
  const workload = workloadOf(request);
  const wanted = gather(request, workload.items, contentChanged(request));
  const terms: MeetingTerms = { domains: curriculum.domains, guide: curriculum.guide, clock };
  // Like a new plan, it does not begin before the day that the learner chose.
  const opens = Math.max(request.now, startOfDay(wishes.basis.start, clock));
  const placed = placeAll(
    { ...request, now: opens },
    wanted,
    {
      availability: availabilityChanged(request),
      exam: !same(plan.exam, wishes.exam),
      cap: wishes.learner.minutesPerWeek < plan.learner.minutesPerWeek,
    },
    (number, gone) =>
      keptWithout(
        number,
        [...wanted.sessions.values()].filter(
          (session) =>
            session.number === number ||
            !(wanted.missed.includes(session.number) || gone.includes(session.number)),
        ),
        terms,
      ),
  );
  if (!placed) return null;
  const { board } = placed;
  const gathered = withSplits(wanted, placed.splits, plan.basis.uidBase);
  const because = new Map(placed.because);
  for (const { number, because: why } of gathered.dropped) because.set(number, why);
  for (const number of wanted.added) because.set(number, 'now needed');
  for (const { first, rest } of placed.splits) {
    because.set(rest.number, `the rest of ${first.number}, which found no place in one piece`);
  }

  const gone = new Set([...gathered.dropped.map(({ number }) => number), ...placed.dropped]);
  const settled = onBoard(gathered, board, gone);
  const spares = reviewsToSpare(request).filter(({ number }) => !gone.has(number));
  const owed = returns(request, settled, terms, clock);
  const extras = addExtras(
    board,
    [
      ...owed,
      // One more return of a task is enough, whatever asks for it.
      ...extraReviews(request, clock).filter(
        ({ group }) => !owed.some((other) => other.group === group),
      ),
      ...extraExam(request, workload.items, clock),
    ],
    {
      firstNumber: Math.max(state.highestNumber, ...gathered.added) + 1,
      uidBase: plan.basis.uidBase,
      sessionMinutes: wishes.learner.sessionMinutes,
      spare: ({ from, until }) => {
        const index = spares.findIndex(
          ({ number }) =>
            isWithin(board.at(number)?.start, from, until) && keptWithout(number, settled, terms),
        );
        return index < 0 ? null : (spares.splice(index, 1)[0] ?? null);
      },
    },
  );
  for (const { session, because: why } of extras.added) because.set(session.number, why);
  for (const { number } of extras.spared) {
    gone.add(number);
    because.set(number, 'makes room for weaker domains');
  }

  const edged = [...onBoard(gathered, board, gone), ...extras.added.map(({ session }) => session)]
    .map((session) => withEdges(session, gathered, extras.added))
    .sort((a, b) => a.start - b.start || a.number - b.number);
  const waiting = withoutOvertaken(edged);
  const overtaken = new Set(
    waiting.flatMap(({ activity }, index) => (waiting[index] === edged[index] ? [] : [activity])),
  );
  const sessions = relabelParts(waiting);
  return {
    ...result(request, workload, gathered, board, sessions, gone, because, overtaken, terms, clock),
    remarks: remarksOn(request, extras.without, clock),
  };
}

const isWithin = (start: number | undefined, from: number, until: number): boolean =>
  start !== undefined && start >= from && start <= until;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A session that was cut in two: the first part keeps the number, the other is new. */
function withSplits(gathered: Gathered, splits: AllPlaced['splits'], uidBase: string): Gathered {
  if (splits.length === 0) return gathered;
  const sessions = new Map(gathered.sessions);
  for (const { first, rest } of splits) {
    const whole = sessions.get(first.number);
    if (!whole) continue;
    sessions.set(first.number, { ...whole, minutes: first.minutes });
    sessions.set(rest.number, {
      ...whole,
      number: rest.number,
      uid: uidOf(uidBase, rest.number),
      minutes: rest.minutes,
      sequence: 0,
      pinned: false,
      after: [],
    });
  }
  return {
    ...gathered,
    sessions,
    changed: [...new Set([...gathered.changed, ...splits.map(({ first }) => first.number)])],
    added: [...gathered.added, ...splits.map(({ rest }) => rest.number)],
  };
}

/** What a weak score says of the learner: material that was waived there is learned after all. */
function withScores(request: ReplanRequest): ReplanRequest {
  const { learner } = request.wishes;
  const weak = [...latestByDomain(request.state.scores, request.curriculum)].filter(
    ([, { percent }]) => percent < WEAK_PERCENT,
  );
  if (weak.every(([id, { percent }]) => learner.scoredDomains[id] === percent)) return request;
  const changed: Learner = {
    ...learner,
    scoredDomains: {
      ...learner.scoredDomains,
      ...Object.fromEntries(weak.map(([id, { percent }]) => [id, percent])),
    },
  };
  return { ...request, wishes: { ...request.wishes, learner: changed } };
}

/** Whether other material, or other minutes, are needed than before. */
function contentChanged({ state, wishes }: ReplanRequest): boolean {
  const of = ({ skills, knownTasks, scoredDomains, depth }: Learner): unknown => [
    skills,
    knownTasks,
    scoredDomains,
    depth,
  ];
  return (
    !same(of(state.plan.learner), of(wishes.learner)) ||
    !same(state.plan.basis.cut, wishes.basis.cut)
  );
}

function availabilityChanged({ state, wishes }: ReplanRequest): boolean {
  const of = ({ windows, daysOff, sessionMinutes }: Learner): unknown => [
    windows,
    daysOff,
    sessionMinutes,
  ];
  return (
    !same(of(state.plan.learner), of(wishes.learner)) ||
    !same(state.plan.basis.busy, wishes.basis.busy)
  );
}

/** The sessions in their new places. */
const onBoard = (gathered: Gathered, board: Board, gone: ReadonlySet<number>): Session[] =>
  [...gathered.sessions.values()].flatMap((session) => {
    const placed = board.at(session.number);
    if (!placed || gone.has(session.number)) return [];
    return session.start === placed.start ? [session] : [{ ...session, start: placed.start }];
  });

/** Rule 9 where a late first reading left too few returns behind it. */
function returns(
  request: ReplanRequest,
  sessions: readonly Session[],
  terms: MeetingTerms,
  clock: ZoneClock,
): Extra[] {
  const before = new Set(metTooSeldom(request.state.plan.sessions, terms));
  return metTooSeldom(sessions, terms).flatMap((id): Extra[] => {
    if (before.has(id)) return [];
    const domain = request.curriculum.domains.find(({ tasks }) =>
      tasks.some((task) => task.id === id),
    );
    const task = domain?.tasks.find((candidate) => candidate.id === id);
    const learned = sessions.find(({ kind, tasks }) => kind !== 'review' && tasks.includes(id));
    if (!domain || !task || !learned) return [];
    const because = `task ${id} is met again twice`;
    const item = anotherReview(request, domain, task, because);
    return [
      {
        item,
        minutes: item.minutes,
        from: Math.max(request.now, clock.toInstant(clock.toWallClock(learned.start).day + 1, 0)),
        until: Number.POSITIVE_INFINITY,
        because,
        group: id,
      },
    ];
  });
}

function result(
  request: ReplanRequest,
  workload: Workload,
  gathered: Gathered,
  board: Board,
  sessions: readonly Session[],
  gone: ReadonlySet<number>,
  because: ReadonlyMap<number, string>,
  overtaken: ReadonlySet<string>,
  terms: MeetingTerms,
  clock: ZoneClock,
): Omit<Replanned, 'remarks'> {
  const { state, wishes, now, curriculum } = request;
  const { plan } = state;
  const before = new Map(plan.sessions.map((session) => [session.number, session]));
  const today = dateAt(now, clock);
  const facts: Partial<PlanFacts> = {
    ...(same(plan.learner, wishes.learner) ? {} : { learner: wishes.learner }),
    ...(same(plan.basis, wishes.basis) ? {} : { basis: wishes.basis }),
    ...(same(plan.exam, wishes.exam)
      ? {}
      : { exam: wishes.exam, milestones: milestonesOf(curriculum, wishes.exam, today) }),
    ...(contentChanged(request) ? { waived: workload.waived } : {}),
    feasibility: verdictOn(request, sessions),
    warnings: warningsOf(request, sessions, board, terms, clock),
    zoneChanges: zoneChanges(
      clock,
      dayNumber(wishes.basis.start) - OFFSET_DAYS_BEFORE,
      Math.max(board.finish, wishes.exam ? dayNumber(wishes.exam.date) : 0) + OFFSET_DAYS_AFTER,
    ),
  };
  const added = sessions.filter(({ number }) => !before.has(number));
  const changed = changedSessions(sessions, before, gathered.changed, overtaken);
  const moved = sessions.flatMap(({ number, start }) => {
    const old = before.get(number);
    return old && old.start !== start ? [{ number, start }] : [];
  });
  return {
    replacement: {
      base: state.placedBy,
      missed: gathered.missed,
      moved,
      added,
      changed,
      dropped: [...gone].filter((number) => before.has(number)).sort((a, b) => a - b),
      facts,
    },
    plan: { ...plan, ...facts, revision: plan.revision + 1, sessions },
    because,
  };
}

function warningsOf(
  { state, wishes, now, curriculum }: ReplanRequest,
  sessions: readonly Session[],
  board: Board,
  terms: MeetingTerms,
  clock: ZoneClock,
): Warning[] {
  const life = new Set(['retired', 'retiring', 'beta', 'exam-minutes', 'start-in-past']);
  const seldom = metTooSeldom(sessions, terms);
  const kept = state.plan.warnings.filter(
    ({ code }) => !life.has(code) && code !== 'relaxed-rule-9',
  );
  return [
    ...kept,
    ...lifeWarnings(curriculum, dateAt(now, clock), wishes.exam),
    ...(board.terms.strict || kept.some(({ code }) => code === RELAXED)
      ? []
      : [
          {
            code: RELAXED,
            message:
              'practice exams could not keep their distances. More hours, or a later exam day, would help',
          },
        ]),
    ...(seldom.length === 0
      ? []
      : [
          {
            code: 'relaxed-rule-9',
            message: `there is no second later day to review ${seldom.join(', ')}. A later exam day, or windows on more days, would help`,
          },
        ]),
  ];
}
