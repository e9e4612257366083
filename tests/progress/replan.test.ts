/**
 * Re-plans over random learners and histories, judged by the independent checker. 60 runs here;
 * `CERTPLAN_RUNS` asks for more (`.ci/run` does).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReading } from '../../src/curriculum/vocabulary.ts';
import { UserError } from '../../src/errors.ts';
import { planIfItFits } from '../../src/plan/build-plan.ts';
import { type Plan, planClock, type Session } from '../../src/plan/plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import type { PlanEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { laterExam } from '../../src/progress/replan/propose.ts';
import { type Replanned, replan } from '../../src/progress/replan/replan.ts';
import { asOf, type PlanState } from '../../src/progress/state.ts';
import type { CivilDate } from '../../src/time/civil-date.ts';
import { dateAt } from '../../src/time/wall-clock.ts';
import {
  checkReviews,
  examinePlan,
  readCurriculumFacts,
  readFoundationsFacts,
} from '../checker/check-plan.ts';
import { CERTIFICATIONS, curriculumText } from '../support/curricula.ts';
import { randomLearner } from '../support/random-learner.ts';
import { type SampleOptions, sampleRequest } from '../support/sample-plan.ts';
import { doneUntil, requestFor, stored, withEvents } from './histories.ts';

const RUNS = Math.ceil(Number(process.env.CERTPLAN_RUNS ?? 200) * 0.3);

const facts = new Map(
  CERTIFICATIONS.map((id) => [id as string, readCurriculumFacts(curriculumText(id))] as const),
);
const foundations = readFoundationsFacts(curriculumText('foundations'));

/** A plan without relaxed rules: then the re-plan has to keep all of them, too. */
function planFor(options: SampleOptions): Plan | null {
  try {
    const plan = planIfItFits(sampleRequest(options));
    const relaxed = plan?.warnings.some(({ code }) => code.startsWith('relaxed')) ?? true;
    return relaxed ? null : plan;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function violations(plan: Plan, now: number, depth: SampleOptions['depth']) {
  const curriculum = facts.get(plan.certification.id);
  if (!curriculum) throw new Error('no facts');
  const document = JSON.parse(JSON.stringify(planDocument(asOf(plan, now))));
  const given = {
    now: new Date(now * 60_000).toISOString(),
    ...(depth === undefined ? {} : { depth }),
  };
  const { violations: found } = examinePlan(document, curriculum, foundations, given);
  const hard = [1, 2, 3, 4, 5, 6, 7, 8];
  // What lies behind cannot be mended: only what is still planned is judged.
  const planned = new Set(
    plan.sessions.filter(({ status }) => status === 'planned').map(({ number }) => number),
  );
  return [
    ...found.filter(({ rule }) => hard.includes(Number(rule))),
    ...(plan.warnings.some(({ code }) => code === 'relaxed-rule-9')
      ? []
      : checkReviews(document, curriculum)),
  ].filter(({ sessions }) => sessions.some((number) => planned.has(number)));
}

/** The state after the re-plan was written. */
function applied(plan: Plan, events: readonly PlanEvent[], { replacement }: Replanned): PlanState {
  const journal = stored(plan, events);
  const last = journal.at(-1);
  const state = foldEvents([
    ...journal,
    {
      type: 'replanned',
      ...replacement,
      id: 'the-replan',
      at: new Date(Date.parse(last?.at ?? plan.createdAt) + 1000).toISOString(),
    },
  ]);
  if (!state) throw new Error('no plan');
  return state;
}

/** Where a suggested day is too early now, a later one. */
const replanOrLater = (state: PlanState, now: number): Replanned | null =>
  replan(requestFor(state, now)) ??
  (state.plan.exam?.source === 'suggested'
    ? (laterExam(requestFor(state, now), true)?.replanned ?? null)
    : null);

const share = fc.integer({ min: 0, max: 999 }).map((step) => step / 1000);

interface History {
  readonly at: number;
  readonly missed: readonly number[];
  readonly skipped: readonly number[];
  readonly felt: 'again' | 'hard' | 'good' | null;
  readonly score: number | null;
}

const history: fc.Arbitrary<History> = fc.record({
  at: share,
  missed: fc.array(share, { maxLength: 6 }),
  skipped: fc.array(share, { maxLength: 2 }),
  felt: fc.constantFrom('again', 'hard', 'good', null),
  score: fc.option(fc.integer({ min: 30, max: 95 })),
});

/** What happened to a plan until an instant, as events. */
function eventsOf(plan: Plan, { at, missed, skipped, felt, score }: History) {
  const index = Math.floor(at * plan.sessions.length);
  const session = plan.sessions[index];
  if (!session) throw new Error('no session');
  const now = session.start + session.minutes + 25;
  const clock = planClock(plan);
  const some = (shares: readonly number[], from: number, to: number): Set<number> =>
    new Set(
      shares.flatMap((it) => plan.sessions[from + Math.floor(it * (to - from))]?.number ?? []),
    );
  const open = some(missed, Math.max(0, index - 8), index + 1);
  // Nobody goes through an exam that was not sat.
  for (const { activity, number, kind } of plan.sessions) {
    if (kind !== 'exam-review') continue;
    const exam = activity.replace(/-review$/, '');
    if (plan.sessions.some((it) => it.activity === exam && open.has(it.number))) open.add(number);
  }
  const events: PlanEvent[] = doneUntil(plan, now, open).map((event, nth) =>
    event.type === 'done' && nth % 9 === 0 ? { ...event, felt } : event,
  );
  for (const number of some(skipped, index + 1, plan.sessions.length)) {
    // Who leaves out a practice exam, the last one perhaps, or its review breaks rule 6; no re-plan can mend that.
    const kind = plan.sessions.find((it) => it.number === number)?.kind;
    if (kind === 'exam-review' || kind === 'practice-exam') continue;
    events.push({ type: 'skipped', numbers: [number], why: null });
  }
  const domain = plan.certification.domains[0]?.id ?? '';
  if (score !== null) {
    events.push({
      type: 'scored',
      number: null,
      activity: plan.sessions.find(({ kind }) => kind === 'practice-exam')?.activity ?? null,
      on: dateAt(now, clock),
      percent: score,
      domains: { [domain]: score },
      questions: 65,
    });
  }
  return { events, now };
}

/** The reading of a lab is skipped: the lab, already in its place, waits for another of its task. */
const READING_SKIPPED: SampleOptions = {
  certification: 'aws-mls-c01',
  skills: 'python=3,apis=1,iam=3,statistics=3',
  hours: 6,
  when: 'mon-fri 06:00-07:00; sun 14:00-18:00',
  start: '2027-10-19',
  timeZone: 'Africa/Casablanca',
  off: [],
  session: 61,
  depth: 'essential',
};

describe('a re-plan after any history', () => {
  test('breaks no hard rule, leaves nothing in the past, and has nothing to add to itself', {
    timeout: 1_200_000,
  }, () => {
    let replanned = 0;
    fc.assert(
      fc.property(randomLearner, history, (options, told) => {
        const plan = planFor(options);
        if (!plan) return;
        const { events, now } = eventsOf(plan, told);
        const state = withEvents(plan, events);
        const result = replanOrLater(state, now);
        if (!result) return;
        replanned += 1;
        const after = applied(plan, events, result);
        expect(after.plan.sessions).toEqual(
          result.plan.sessions.map((session) => ({
            ...session,
            sequence: after.plan.sessions.find(({ number }) => number === session.number)?.sequence,
          })),
        );
        expect(
          after.plan.sessions.filter(({ status, start }) => status === 'planned' && start < now),
        ).toEqual([]);
        expect(violations(after.plan, now, options.depth)).toEqual([]);
        const kept = new Set(['done', 'skipped']);
        for (const session of plan.sessions) {
          const now2 = after.plan.sessions.find(({ number }) => number === session.number);
          if (!now2 || !kept.has(now2.status)) continue;
          expect([now2.number, now2.start, now2.uid]).toEqual([
            session.number,
            session.start,
            session.uid,
          ]);
        }
        const again = replan(requestFor(after, now));
        expect(again?.replacement.moved).toEqual([]);
        expect(again?.replacement.missed).toEqual([]);
      }),
      {
        numRuns: RUNS,
        seed: Number(process.env.CERTPLAN_SEED ?? 7),
        interruptAfterTimeLimit: 300_000,
        examples: [
          [
            READING_SKIPPED,
            { at: 0.126, missed: [], skipped: [0.421], felt: 'again', score: null },
          ],
        ],
      },
    );
    expect(replanned).toBeGreaterThan(RUNS * 0.3);
  });
});

describe('one missed session', () => {
  /** Without bias: any session of a plan is as likely as another. */
  const anySession = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((step) => step / 10_000);

  /** The end of its day, and of a session that runs into the next. */
  function dayAfter(plan: Plan, { start, minutes }: Session): number {
    const clock = planClock(plan);
    const midnight = clock.toInstant(clock.toWallClock(start + minutes - 1).day + 1, 0);
    const running = plan.sessions.find(
      (other) => other.start < midnight && other.start + other.minutes > midnight,
    );
    return running ? running.start + running.minutes : midnight;
  }

  /** Everything done but one session, seen on the next day. */
  function missedOne(options: SampleOptions, at: number) {
    const plan = planFor(options);
    const missed = plan?.sessions[Math.floor(at * plan.sessions.length)];
    if (!plan || !missed) return null;
    const now = dayAfter(plan, missed);
    const state = withEvents(plan, doneUntil(plan, now, new Set([missed.number])));
    const result = replanOrLater(state, now);
    return result ? { plan, state, missed, now, result } : null;
  }

  test('moves few others', { timeout: 600_000 }, () => {
    const counts: number[] = [];
    fc.assert(
      fc.property(randomLearner, anySession, (options, at) => {
        const found = missedOne(options, at);
        if (!found) return;
        const { replacement } = found.result;
        counts.push(
          replacement.moved.filter(({ number }) => !replacement.missed.includes(number)).length +
            replacement.added.length,
        );
      }),
      { numRuns: RUNS, seed: 5 },
    );
    const few = counts.filter((count) => count <= 3).length;
    const median = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)];
    // 96 % of many; a few dozen runs scatter. What is left is proven to need more; see the docs.
    expect(few / counts.length).toBeGreaterThan(0.88);
    expect(median).toBeLessThanOrEqual(1);
  });

  // Without a re-arrangement of three, 94 and 6 others would move.
  test.each<[number, SampleOptions]>([
    [
      141,
      {
        certification: 'azure-ai-102',
        skills: 'python=0,apis=4,iam=0,statistics=0,ml=0',
        hours: 57.5,
        when: 'sun 00:30-03:30; wed 18:00-21:00',
        start: '2027-04-02',
        timeZone: 'Asia/Gaza',
        session: 184,
        depth: 'thorough',
      },
    ],
    [
      195,
      {
        certification: 'aws-aip-c01',
        skills: 'python=2,apis=4,iam=3,statistics=1,ml=1',
        hours: 8,
        when: 'sun 00:30-03:30; wed 18:00-21:00',
        start: '2027-10-17',
        exam: '2028-03-22T14:30',
        timeZone: 'America/Sao_Paulo',
        off: ['2027-11-04..2027-11-05'],
      },
    ],
  ])(
    'finds room that no single chain makes: two close up, and a third goes (%i)',
    (number, options) => {
      const plan = planFor(options);
      const missed = plan?.sessions.find((session) => session.number === number);
      if (!plan || !missed) throw new Error('no plan');
      const now = dayAfter(plan, missed);
      const state = withEvents(plan, doneUntil(plan, now, new Set([missed.number])));
      const { moved, added, dropped } = replan(requestFor(state, now))?.replacement ?? {};
      expect([moved?.length, added, dropped]).toEqual([4, [], []]);
    },
  );

  test('a review does not wait for what was missed when something of its task was learned', () => {
    const plan = planFor({
      certification: 'azure-ai-103',
      skills: 'python=3,apis=2,iam=2',
      hours: 8,
    });
    if (!plan) throw new Error('no plan');
    const clock = planClock(plan);
    const dayOf = (session: Session): number => clock.toWallClock(session.start).day;
    let judged = 0;
    for (const review of plan.sessions.filter(({ kind }) => kind === 'review')) {
      const missed = plan.sessions.find(({ number }) => number === review.after[0]);
      const before = plan.sessions.filter(
        (session) =>
          session.start < (missed?.start ?? 0) &&
          (isReading(session.kind) || session.kind === 'lab') &&
          session.activity !== plan.certification.guide &&
          session.tasks.some((task) => review.tasks.includes(task)),
      );
      if (!missed || before.length === 0 || dayOf(review) - dayOf(missed) > 3) continue;
      const now = dayAfter(plan, missed);
      if (now > review.start) continue;
      const state = withEvents(plan, doneUntil(plan, now, new Set([missed.number])));
      const found = replan(requestFor(state, now));
      if (!found) continue;
      const here = found.plan.sessions.find(({ number }) => number === review.number);
      const there = found.plan.sessions.find(({ number }) => number === missed.number);
      if (!here || !there || there.start < here.start) continue;
      judged += 1;
      expect(found.because.get(review.number) ?? '').not.toMatch(/goes with|comes after/);
    }
    expect(judged).toBeGreaterThan(0);
  });

  test('moves nobody without need: put back alone, any one breaks a rule or moves the finish', {
    timeout: 600_000,
  }, () => {
    let judged = 0;
    fc.assert(
      fc.property(randomLearner, anySession, (options, at) => {
        const found = missedOne(options, at);
        if (!found) return;
        const { plan, now, result } = found;
        const missed = new Set(result.replacement.missed);
        const others = result.replacement.moved.filter(({ number }) => !missed.has(number));
        const first = others[Math.floor(at * others.length)];
        const was = plan.sessions.find(({ number }) => number === first?.number);
        if (!first || !was || others.length > 12) return;
        judged += 1;
        const back: Plan = {
          ...result.plan,
          sessions: result.plan.sessions
            .map((session) =>
              session.number === was.number ? { ...session, start: was.start } : session,
            )
            .sort((a, b) => a.start - b.start || a.number - b.number),
        };
        const finish = (of: Plan): number =>
          planClock(of).toWallClock(of.sessions.at(-1)?.start ?? 0).day;
        // What a session says to build on is a rule, too.
        const ends = new Map(
          back.sessions.map(({ number, start, minutes }) => [number, start + minutes]),
        );
        const early = back.sessions.some(
          ({ status, start, after }) =>
            status === 'planned' && after.some((number) => (ends.get(number) ?? 0) > start),
        );
        const broken = early || violations(back, now, options.depth).length > 0;
        expect(broken || finish(back) !== finish(result.plan)).toBe(true);
      }),
      { numRuns: RUNS, seed: 6 },
    );
    expect(judged).toBeGreaterThan(RUNS * 0.05);
  });
});

describe('what experience asks for', () => {
  const plan = planFor({
    certification: 'aws-mla-c02',
    skills: 'python=4,iam=4,apis=4',
    hours: 10,
  });
  if (!plan) throw new Error('no plan');
  const clock = planClock(plan);
  const momentAt = (share: number): number =>
    (plan.sessions[Math.floor(plan.sessions.length * share)]?.start ?? 0) + 600;
  /** Two thirds of the plan are done. */
  const now = momentAt(0.66);
  const done = doneUntil(plan, now);
  const today = dateAt(now, clock);
  const scored = (
    percent: number,
    domains: Record<string, number>,
    on: CivilDate = today,
  ): PlanEvent => ({
    type: 'scored',
    number: null,
    activity: plan.sessions.find(({ kind }) => kind === 'practice-exam')?.activity ?? null,
    on,
    percent,
    domains,
    questions: 65,
  });

  test('a task that felt not understood comes back within days, once', () => {
    const session = plan.sessions.filter(
      ({ kind, start, tasks }) => kind === 'docs' && start < now && tasks.length > 0,
    )[5];
    const [task] = session?.tasks ?? [];
    const events: PlanEvent[] = [
      ...done,
      {
        type: 'done',
        numbers: [session?.number ?? 0],
        on: today,
        minutes: null,
        felt: 'again',
        from: null,
      },
    ];
    const result = replan(requestFor(withEvents(plan, events), now));
    const soon = result?.plan.sessions.filter(
      ({ kind, tasks, start }) =>
        kind === 'review' && tasks.includes(task ?? '') && start > now && start < now + 11 * 1440,
    );
    expect(soon?.length).toBeGreaterThan(0);
    if (!result) return;
    const after = applied(plan, events, result);
    expect(replan(requestFor(after, now))?.replacement.added).toEqual([]);
  });

  test('a weak domain comes back more often, and says why', () => {
    const early = momentAt(0.4);
    const events = [
      ...doneUntil(plan, early),
      scored(62, { d1: 55, d2: 88, d3: 90, d4: 86 }, dateAt(early, clock)),
    ];
    const result = replan(requestFor(withEvents(plan, events), early));
    const reviews = result?.replacement.added.filter(({ kind }) => kind === 'review') ?? [];
    expect(reviews.length).toBeGreaterThan(0);
    expect(new Set(reviews.map(({ domain }) => domain))).toEqual(new Set(['d1']));
    for (const review of reviews) {
      expect(result?.because.get(review.number)).toMatch(/^55 % in /);
    }
  });

  test('below the gate another practice exam is added with its review, if there is room', () => {
    const roomy = planFor({
      certification: 'aws-mla-c02',
      skills: 'python=4,iam=4,apis=4,statistics=4,ml=4',
      hours: 10,
      exam: '2027-06-30',
    });
    if (!roomy) throw new Error('no plan');
    const exam = roomy.sessions.find(({ kind }) => kind === 'practice-exam');
    const then = (exam?.start ?? 0) + 1440;
    const at = (percent: number) => {
      const events: PlanEvent[] = [
        ...doneUntil(roomy, then),
        {
          type: 'scored',
          number: exam?.number ?? null,
          activity: exam?.activity ?? null,
          on: dateAt(then, planClock(roomy)),
          percent,
          domains: {},
          questions: 65,
        },
      ];
      const result = replan(requestFor(withEvents(roomy, events), then));
      return result?.replacement.added.map(({ kind }) => kind) ?? [];
    };
    expect(at(60)).toEqual(expect.arrayContaining(['practice-exam', 'exam-review']));
    expect(at(91)).toEqual([]);
  });

  test('material that was waived is learned after all where its domain is weak', () => {
    const knowing = planIfItFits({
      ...sampleRequest({ certification: 'aws-mla-c02', hours: 10 }),
      learner: {
        ...sampleRequest({ certification: 'aws-mla-c02', hours: 10 }).learner,
        knownTasks: ['1.1', '1.2', '1.3'],
      },
    });
    if (!knowing) throw new Error('no plan');
    const start = (knowing.sessions[4]?.start ?? 0) + 300;
    const events: PlanEvent[] = [
      ...doneUntil(knowing, start),
      {
        type: 'scored',
        number: null,
        activity: null,
        on: dateAt(start, planClock(knowing)),
        percent: 50,
        domains: { d1: 45 },
        questions: 20,
      },
    ];
    const request = requestFor(withEvents(knowing, events), start);
    const result = replan(request) ?? laterExam(request, true)?.replanned;
    const minutes = (of: Plan | undefined): number =>
      of?.sessions
        .filter(({ domain, kind }) => domain === 'd1' && kind === 'docs')
        .reduce((sum, session) => sum + session.minutes, 0) ?? 0;
    expect(minutes(result?.plan)).toBeGreaterThan(minutes(knowing));
    expect(result?.plan.waived.some(({ reason }) => /you know 1\.1/.test(reason))).toBe(false);
  });
});
