/**
 * Somebody with weak foundations of machine learning, on AWS: long bridges, nothing waived, and three
 * weeks of progress. The clocks of Chile go back on 3 April 2027, at midnight.
 */
import { completeSkills, parseSkills } from '../../../src/learner/skills.ts';
import { FELT, type Plan, planClock, type Session } from '../../../src/plan/plan.ts';
import type { PlanEvent } from '../../../src/progress/events.ts';
import { replan } from '../../../src/progress/replan/replan.ts';
import type { PlanState } from '../../../src/progress/state.ts';
import type { CivilDate } from '../../../src/time/civil-date.ts';
import { dateAt, type EpochMinutes } from '../../../src/time/wall-clock.ts';
import { doneUntil, requestFor, withEvents } from '../../progress/histories.ts';
import { type SampleOptions, samplePlan } from '../../support/sample-plan.ts';

export const BEGINNER = {
  name: 'primer-intento',
  certification: 'aws-aif-c01',
  skills: 'python=0,apis=1,iam=1,statistics=0,ml=0,cloud-aws=1',
  hours: 10,
  depth: 'essential',
  start: '2027-03-15',
  timeZone: 'America/Santiago',
  now: '2027-03-12T12:00:00.000Z',
} as const satisfies SampleOptions;

const instant = (text: string): EpochMinutes => Date.parse(text) / 60_000;

/** Evenings that were lost: one before the re-plan, one after it. */
const LOST: readonly CivilDate[] = ['2027-03-24', '2027-03-30'];
/** Learned elsewhere, and told on the day of the re-plan. */
export const LEARNED = 'cloud-aws=2,iam=2,ml=1';
const REPLANNED = instant('2027-03-27T22:00:00Z');
/** When the documents are looked at: the second lost evening is missed by then. */
export const NOW = instant('2027-04-01T12:00:00Z');

const lostIn = (plan: Plan): Set<number> => {
  const clock = planClock(plan);
  return new Set(
    plan.sessions
      .filter(({ start }) => LOST.includes(dateAt(start, clock)))
      .map(({ number }) => number),
  );
};

/** Each session that is over and has no word yet: done on its day, some with minutes and a feeling. */
function doneSince(plan: Plan, now: EpochMinutes): PlanEvent[] {
  const open = plan.sessions.filter(({ status }) => status === 'planned');
  return doneUntil({ ...plan, sessions: open }, now, lostIn(plan)).map((event, nth) => {
    if (event.type !== 'done') return event;
    const felt = nth % 3 === 0 ? (FELT[(nth / 3) % FELT.length] ?? null) : null;
    return { ...event, felt, minutes: nth % 4 === 0 ? 20 + 5 * (nth % 7) : null };
  });
}

/** The first session that was done and is scored. */
function scoreOf(plan: Plan): PlanEvent[] {
  const isScored = ({ kind, status }: Session): boolean =>
    status === 'done' && (kind === 'practice-questions' || kind === 'practice-exam');
  const session = plan.sessions.find(isScored);
  if (!session) return [];
  const { number, activity, domain, start } = session;
  return [
    {
      type: 'scored',
      number,
      activity,
      on: dateAt(start, planClock(plan)),
      percent: 55,
      domains: domain === null ? {} : { [domain]: 55 },
      questions: 20,
    },
  ];
}

/** Some bridges are no longer needed, and what was missed finds other places. */
function adjusted(before: PlanState): PlanEvent {
  const { wishes, ...request } = requestFor(before, REPLANNED);
  const skills = completeSkills(parseSkills([BEGINNER.skills, LEARNED]));
  const learner = { ...wishes.learner, skills };
  const replanned = replan({ ...request, wishes: { ...wishes, learner } });
  if (!replanned) throw new Error('the beginner cannot be planned anew');
  return { type: 'adjusted', asked: [`--skill ${LEARNED}`], ...replanned.replacement };
}

/** With the re-plan, and what happened after it. */
export function threeWeeksIn(): PlanState {
  const plan = samplePlan(BEGINNER);
  const events: PlanEvent[] = [...doneSince(plan, REPLANNED)];
  const known = plan.sessions.find(({ kind, start }) => kind === 'docs' && start > REPLANNED);
  if (known) {
    events.push({ type: 'skipped', numbers: [known.number], why: 'Lo sé; ya leí <esto> & más' });
  }
  events.push(...scoreOf(withEvents(plan, events).plan));
  events.push(adjusted(withEvents(plan, events)));
  events.push(...doneSince(withEvents(plan, events).plan, NOW));
  return withEvents(plan, events);
}
