/** Whether a missed session could have come back with few moves at all: proof, or a plan that shows it. */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { planClock, type Session } from '../../src/plan/plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { gather } from '../../src/progress/replan/gather.ts';
import { asOf } from '../../src/progress/state.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from '../../src/schedule/constants.ts';
import { layOpenings } from '../../src/schedule/openings.ts';
import { type DayNumber, dayNumber } from '../../src/time/civil-date.ts';
import { startOfDay } from '../../src/time/wall-clock.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import {
  checkReviews,
  examinePlan,
  readCurriculumFacts,
  readFoundationsFacts,
} from '../../tests/checker/check-plan.ts';
import { curriculumText } from '../../tests/support/curricula.ts';
import { FewMoves, GaveUp, type Item, type Situation } from './few-moves.ts';
import type { MissedCase } from './missed-cases.ts';
import { planWith, type Start, startsOf } from './rearranged.ts';

/** Days behind the finish of a plan without an exam in which places are looked for. */
const DAYS_BEHIND = 28;
/** Gaps that are looked at for one case, and plans that the checker reads. */
const GAPS = 1_000_000;
const PLANS_CHECKED = 400;
const PLANS_OF_A_WAY = 6;
/** Ways without a plan after which the case stays open. */
const WAYS_TRIED = 2000;

export type Verdict =
  | { readonly kind: 'possible'; readonly starts: readonly Start[] }
  | { readonly kind: 'impossible' }
  /** The search was given up, or its bound allows a way of which no plan was found. */
  | { readonly kind: 'open'; readonly gaveUp: boolean };

/** @param most others that may move */
export function leastMoves(missed: MissedCase, most: number): Verdict {
  const situation = situationOf(missed);
  let isOpen = false;
  let plans = 0;
  let ways = 0;
  try {
    for (const way of new FewMoves(situation, { most, limit: GAPS }).ways()) {
      ways += 1;
      if (ways > WAYS_TRIED) throw new GaveUp();
      // Another one may have to go for a rule that the search does not know.
      if (!way.isFull) isOpen = true;
      let own = 0;
      try {
        for (const starts of startsOf(way.assigned, situation)) {
          if (keepsRules(missed, starts)) return { kind: 'possible', starts };
          own += 1;
          plans += 1;
          if (plans > PLANS_CHECKED || own > PLANS_OF_A_WAY) throw new GaveUp();
        }
      } catch (error) {
        if (!(error instanceof GaveUp)) throw error;
        isOpen = true;
        if (plans > PLANS_CHECKED) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return { kind: 'open', gaveUp: true };
  }
  return isOpen ? { kind: 'open', gaveUp: false } : { kind: 'impossible' };
}

function situationOf({ request, plan, now }: MissedCase): Situation {
  const { curriculum, foundations, wishes, state } = request;
  const { learner, basis } = wishes;
  const clock = planClock(plan);
  const workload = computeWorkload(
    curriculum,
    foundations,
    learner,
    new Set(basis.cut),
    basis.credit,
  );
  const gathered = gather(request, workload.items, false);
  const missed = new Set(gathered.missed);
  const exam = plan.exam ? dayNumber(plan.exam.date) : null;
  const finish = clock.toWallClock(plan.sessions.at(-1)?.start ?? now).day;
  const opens = Math.max(now, startOfDay(basis.start, clock));
  const today = clock.toWallClock(now).day;
  const itemOf = (session: Session): Item => ({
    number: session.number,
    activity: session.activity,
    minutes: session.minutes,
    start: session.start,
    end: session.start + session.minutes,
    day: clock.toWallClock(session.start).day,
    movable: session.status === 'planned' && !session.pinned && session.start >= now,
    settled: session.status !== 'planned',
    lastDay: exam === null ? Number.POSITIVE_INFINITY : lastDayOf(session, exam),
  });
  const items = state.plan.sessions.filter(({ status }) => status !== 'skipped').map(itemOf);
  return {
    openings: layOpenings(
      learner,
      clock,
      today - 1,
      exam ?? finish + DAYS_BEHIND,
      basis.busy,
      opens,
    ),
    standing: items.filter(({ number }) => !missed.has(number)),
    missed: items.filter(({ number }) => missed.has(number)),
    before: gathered.order.before,
    after: gathered.order.after,
    minutesPerWeek: learner.minutesPerWeek,
    sessionMinutes: learner.sessionMinutes,
  };
}

/** Rule 7. */
function lastDayOf({ kind }: Session, exam: DayNumber): DayNumber {
  if (isContent(kind)) return exam - CONTENT_ENDS_DAYS_BEFORE_EXAM;
  if (kind === 'practice-exam') return exam - LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE;
  if (kind === 'review' || kind === 'logistics') return exam;
  return exam - OTHER_WORK_ENDS_DAYS_BEFORE_EXAM;
}

const foundationsFacts = readFoundationsFacts(curriculumText('foundations'));

/** By the checker, and by what each session says to come after. */
function keepsRules({ request, options, now }: MissedCase, starts: readonly Start[]): boolean {
  const plan = planWith(request.state.plan, starts);
  const ends = new Map(
    plan.sessions.map(({ number, start, minutes }) => [number, start + minutes]),
  );
  const planned = plan.sessions.filter(({ status }) => status === 'planned');
  if (planned.some(({ start, after }) => after.some((number) => (ends.get(number) ?? 0) > start))) {
    return false;
  }
  const facts = readCurriculumFacts(curriculumText(plan.certification.id));
  const document = JSON.parse(JSON.stringify(planDocument(asOf(plan, now))));
  const given = {
    now: new Date(now * 60_000).toISOString(),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
  };
  const numbers = new Set(planned.map(({ number }) => number));
  return ![
    ...examinePlan(document, facts, foundationsFacts, given).violations.filter(
      ({ rule }) => rule !== 'shape',
    ),
    ...checkReviews(document, facts),
  ].some(({ sessions }) => sessions.some((number) => numbers.has(number)));
}
