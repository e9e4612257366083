import { describe, expect, it } from 'vitest';
import { planClock } from '../../src/plan/plan.ts';
import type { PlanEvent, ScoredEvent } from '../../src/progress/events.ts';
import { cutOf, extremesOf, type Readiness, readinessOf } from '../../src/progress/readiness.ts';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { startOfDay } from '../../src/time/wall-clock.ts';
import { curriculum } from '../support/curricula.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { createdState, withEvents } from './histories.ts';
import { bell, chanceFrom } from './simulated-learner.ts';

const plan = samplePlan();
const clock = planClock(plan);
const activities = JSON.stringify(curriculum('aws-mla-c02').activities);
const { domains } = plan.certification;
const TODAY: CivilDate = '2027-03-01';
const noon = startOfDay(TODAY, clock) + 720;
const session = (kind: string, domain: string | null = null) =>
  plan.sessions.find((one) => one.kind === kind && (domain === null || one.domain === domain));

const scored = (change: Partial<ScoredEvent>): ScoredEvent => ({
  type: 'scored',
  number: null,
  activity: null,
  on: TODAY,
  percent: 70,
  domains: {},
  questions: null,
  ...change,
});
const readiness = (events: readonly PlanEvent[], now = noon): Readiness =>
  readinessOf(withEvents(plan, events, activities), now, clock);
const exam = (percent: number, change: Partial<ScoredEvent> = {}): ScoredEvent =>
  scored({ number: session('practice-exam')?.number ?? null, percent, ...change });

describe('the interval of the score', () => {
  it('covers the true score of 85 to 95 % of simulated learners', () => {
    const LEARNERS = 1000;
    let covered = 0;
    for (let seed = 1; seed <= LEARNERS; seed += 1) {
      const chance = chanceFrom(seed);
      const overall = 0.55 + 0.3 * chance();
      const ability = domains.map(() =>
        Math.min(0.97, Math.max(0.2, overall + 0.08 * bell(chance))),
      );
      const answers = (index: number, questions: number): number => {
        let right = 0;
        for (let i = 0; i < questions; i += 1) if (chance() < (ability[index] ?? 0)) right += 1;
        return right;
      };
      const percent = (right: number, questions: number): number =>
        Math.round((100 * right) / questions);
      const sets = domains.map(({ id }, index) => {
        const own = session('practice-questions', id);
        const questions = 17;
        return scored({
          number: own?.number ?? null,
          on: addDays(TODAY, -Math.floor(10 * chance())),
          percent: percent(answers(index, questions), questions),
          questions,
        });
      });
      const counts = domains.map(({ weight }) => Math.round((65 * weight) / 100));
      const right = counts.map((questions, index) => answers(index, questions));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const full = exam(
        percent(
          right.reduce((sum, count) => sum + count, 0),
          total,
        ),
        {
          on: addDays(TODAY, -Math.floor(7 * chance())),
          questions: total,
          // Some practice exams tell the domains, others only the whole.
          domains:
            chance() < 0.5
              ? {}
              : Object.fromEntries(
                  domains.map(({ id }, i) => [id, percent(right[i] ?? 0, counts[i] ?? 1)]),
                ),
        },
      );
      const content = plan.sessions.slice(
        0,
        Math.round(plan.sessions.length * (0.6 + 0.4 * chance())),
      );
      const done: PlanEvent = {
        type: 'done',
        numbers: content.map(({ number }) => number),
        on: addDays(TODAY, -20),
        minutes: null,
        felt: null,
        from: null,
      };
      const state = withEvents(plan, [done, ...sets, full]);
      const { score } = readinessOf(state, noon, clock, { seed, draws: 500 });
      const truth = domains.reduce(
        (sum, { weight }, i) => sum + (weight / 100) * (ability[i] ?? 0),
        0,
      );
      if (score.low <= truth && truth <= score.high) covered += 1;
    }
    expect(covered / LEARNERS).toBeGreaterThan(0.85);
    expect(covered / LEARNERS).toBeLessThan(0.95);
  });
});

describe('readiness', () => {
  it('is low and wide before anything is done, and says what it rests on', () => {
    const { estimate, score, basis } = readiness([]);
    expect(estimate).toBeLessThan(0.05);
    expect(score.high - score.low).toBeGreaterThan(0.25);
    expect(basis).toBe('0 % of the material done; no practice score yet');
  });

  it('rises with the material done, without any score', () => {
    const all: PlanEvent = {
      type: 'done',
      numbers: plan.sessions.map(({ number }) => number),
      on: '2027-02-20',
      minutes: null,
      felt: null,
      from: null,
    };
    const { estimate, score, byDomain, basis } = readiness([all]);
    expect(score.estimate).toBeGreaterThan(readiness([]).score.estimate + 0.2);
    expect(estimate).toBeLessThan(0.7);
    expect(Object.values(byDomain).map(({ coverage }) => coverage)).toEqual([1, 1, 1, 1]);
    expect(basis).toMatch(/^100 % of the material done/);
  });

  it('rises with the score of a practice exam, from unlikely to likely', () => {
    const [bad, fair, good] = [55, 72, 90].map((percent) => readiness([exam(percent)]));
    expect(bad?.estimate).toBeLessThan(0.1);
    expect(fair?.estimate).toBeGreaterThan(0.2);
    expect(fair?.estimate).toBeLessThan(0.6);
    expect(good?.estimate).toBeGreaterThan(0.85);
  });

  it('agrees with the sums of others: 80 % of 130 questions makes a pass of 36 of 50 likely', () => {
    // Beta-binomial, one pool, a prior of four questions, seen at 0.88.
    const { estimate } = readiness([exam(80), scored({ percent: 80, questions: 65 })]);
    expect(estimate).toBeGreaterThan(0.75);
    expect(estimate).toBeLessThan(0.93);
  });

  it('has its estimate within its range, and the range within 0 and 1', () => {
    for (const percent of [0, 40, 65, 72, 80, 100]) {
      const { estimate, low, high, score } = readiness([exam(percent)]);
      for (const [a, b] of [
        [0, low],
        [low, estimate],
        [estimate, high],
        [high, 1],
      ] as const) {
        expect(a).toBeLessThanOrEqual(b);
      }
      expect(score.low).toBeLessThan(score.estimate);
      expect(score.estimate).toBeLessThan(score.high);
    }
  });

  it('counts an old score less', () => {
    const fresh = readiness([exam(85)]);
    const old = readiness([exam(85, { on: addDays(TODAY, -84) })]);
    expect(old.score.estimate).toBeLessThan(fresh.score.estimate);
    expect(old.score.high - old.score.low).toBeGreaterThan(fresh.score.high - fresh.score.low);
  });

  it('counts the same set again less, and a corrected score once', () => {
    const one = session('practice-exam');
    const first = exam(50);
    const again = scored({ activity: one?.activity ?? null, percent: 90 });
    const corrected = exam(90);
    const twice = readiness([first, again]).score.estimate;
    expect(twice).toBeLessThan(readiness([corrected]).score.estimate - 0.1);
    expect(readiness([first, corrected])).toEqual(readiness([corrected]));
  });

  it('puts the score of a domain to that domain, and names the weakest and the strongest', () => {
    const events = ['d1', 'd3'].map((domain, index) =>
      scored({
        number: session('practice-questions', domain)?.number ?? null,
        percent: index === 0 ? 90 : 40,
      }),
    );
    const result = readiness(events);
    expect(result.byDomain.d1?.estimate).toBeGreaterThan(0.7);
    expect(result.byDomain.d3?.estimate).toBeLessThan(0.45);
    expect(result.byDomain.d2).toMatchObject({ scored: null });
    expect(extremesOf(result)).toEqual({ weakest: 'd3', strongest: 'd1' });
    expect(result.basis).toContain('34 practice questions');
  });

  it('takes the domains of a practice exam where they are given, else its whole', () => {
    const { byDomain } = readiness([exam(75, { domains: { d2: 30 } })]);
    expect(byDomain.d2?.estimate).toBeLessThan(0.4);
    expect(byDomain.d1?.estimate).toBeGreaterThan(0.65);
  });

  it('knows the number of questions from the curriculum, else from the exam', () => {
    expect(readiness([exam(70)]).basis).toContain('1 practice exam (65 questions)');
    expect(readiness([scored({ percent: 70 })]).basis).toContain('1 practice exam (65 questions)');
    expect(readiness([scored({ percent: 70, questions: 20 })]).basis).toContain('(20 questions)');
  });

  it('counts a test that was taken before the plan', () => {
    const tested = { ...plan, learner: { ...plan.learner, scoredDomains: { d1: 85 } } };
    const result = readinessOf(createdState(tested), noon, clock);
    expect(result.byDomain.d1?.scored).toBe(85);
    expect(result.basis).toContain('a test taken before');
  });

  it('counts a weak score once, and not as a test taken before, when a re-plan has noted it', () => {
    const score = scored({ percent: 52, domains: { d1: 52 }, questions: 20 });
    const noted: PlanEvent = {
      type: 'replanned',
      base: createdState(plan).placedBy,
      missed: [],
      moved: [],
      added: [],
      changed: [],
      dropped: [],
      facts: { learner: { ...plan.learner, scoredDomains: { d1: 52 } } },
    };
    const after = withEvents(plan, [score, noted], activities);
    expect(after.plan.learner.scoredDomains).toEqual({ d1: 52 });
    expect(readinessOf(after, noon, clock)).toEqual(readiness([score]));
  });

  it('is the same for the same seed, and nearly so for another', () => {
    const state = withEvents(plan, [exam(74)], activities);
    expect(readinessOf(state, noon, clock)).toEqual(readinessOf(state, noon, clock));
    const [a, b] = [1, 2].map((seed) => readinessOf(state, noon, clock, { seed }).estimate);
    expect(Math.abs((a ?? 0) - (b ?? 1))).toBeLessThan(0.04);
  });
});

describe('the cut', () => {
  it('is the share that the scaled score has of its scale', () => {
    expect(cutOf(curriculum('aws-mla-c02'))).toBe(0.72);
    expect(cutOf(curriculum('azure-ai-103'))).toBe(0.7);
  });

  it('is the middle of what is usual where none is published', () => {
    const own = curriculum('aws-mla-c02');
    expect(cutOf({ exam: { ...own.exam, passingScore: null } })).toBe(0.725);
  });
});
