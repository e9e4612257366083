/** What is finished in one plan counts for another certification, and nothing else does. */
import { describe, expect, it } from 'vitest';
import type { Overlap } from '../../src/curriculum/overlaps.ts';
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { carriedOver } from '../../src/plan/carried-over.ts';
import { sharedSums } from '../../src/plan/done-elsewhere.ts';
import type { Plan, Session } from '../../src/plan/plan.ts';
import { addDays } from '../../src/time/civil-date.ts';
import { curriculum, foundations } from '../support/curricula.ts';
import { samplePlan, sampleRequest } from '../support/sample-plan.ts';

const old = curriculum('azure-ai-102');
const next = curriculum('azure-ai-103');
const made = samplePlan({ name: 'before', certification: 'azure-ai-102' });

const withDone = (isDone: (session: Session) => boolean): Plan => ({
  ...made,
  sessions: made.sessions.map((session) =>
    isDone(session)
      ? {
          ...session,
          status: 'done',
          actual: { on: addDays('2027-01-01', session.number % 20), minutes: 10, felt: null },
        }
      : session,
  ),
});
const carried = (plan: Plan, to = next, overlaps: readonly Overlap[] = []) =>
  carriedOver({ plan, activities: { [old.id]: old.activities } }, to, foundations(), overlaps);
const all = carried(withDone(() => true));

describe('of a plan in which nothing is done', () => {
  it('nothing counts', () => {
    expect(carried(made)).toMatchObject({
      credit: { done: {}, tasks: {}, account: false },
      raised: [],
      counts: { sessions: 0, minutes: 0 },
    });
  });
});

describe('of a plan in which all is done', () => {
  it('material of both counts, with plan and day as the reason', () => {
    const own = new Set(next.activities.map(({ id }) => id));
    const both = old.activities.filter(({ id, kind }) => own.has(id) && isContent(kind));
    const planned = both.filter(({ id }) => made.sessions.some(({ activity }) => activity === id));
    expect(planned.length).toBeGreaterThan(10);
    for (const { id } of planned) {
      expect(all.credit.done[id]).toMatch(/^done in before, 2027-01-\d\d$/);
    }
  });

  it('practice tests do not', () => {
    const tests = next.activities.filter(({ kind }) => kind.startsWith('practice'));
    expect(tests.filter(({ id }) => all.credit.done[id] !== undefined)).toEqual([]);
  });

  it('the account is open', () => expect(all.credit.account).toBe(true));

  it('bridges lift the skills, from the learner on and without a gap', () => {
    expect(all.raised.length).toBeGreaterThan(0);
    for (const { skill, from, to } of all.raised) {
      expect(from).toBe(made.learner.skills[skill].level);
      expect(to).toBeGreaterThan(from);
    }
  });

  it('what counts is part of what is done', () => {
    expect(all.done.sessions).toBe(made.sessions.length);
    expect(all.counts.sessions).toBeGreaterThan(0);
    expect(all.counts.minutes).toBeLessThan(all.done.minutes);
  });

  it('tasks in nearly the same words become checks, in a version of the same certification only', () => {
    expect(Object.keys(all.credit.tasks)).toEqual(['2.3']);
    expect(
      carried(
        withDone(() => true),
        curriculum('azure-ai-901'),
      ).credit.tasks,
    ).toEqual({});
  });

  it('tasks that the table of overlaps says it teaches become checks, in any certification', () => {
    const speech: Overlap = {
      subject: 'speech',
      learned: { certification: 'azure-ai-102', task: '5.2' },
      counts: { certification: 'azure-ai-103', task: '4.2' },
    };
    const elsewhere: Overlap = { ...speech, learned: { ...speech.learned, certification: 'x' } };
    const plan = withDone(() => true);
    expect(carried(plan, next, [speech, elsewhere]).credit.tasks['4.2']).toEqual({
      because: 'speech: AI-102 task 5.2 teaches it, done in before',
      upTo: old.requires,
    });
    expect(carried(made, next, [speech]).credit.tasks).toEqual({});
  });

  it('another cloud has no account yet', () => {
    expect(
      carried(
        withDone(() => true),
        curriculum('aws-mla-c02'),
      ).credit.account,
    ).toBe(false);
  });
});

describe('what is not all done', () => {
  it('does not count: one open part holds the whole back', () => {
    const parts = made.sessions.filter(
      ({ activity, part }) => part !== null && all.credit.done[activity] !== undefined,
    );
    const [first] = parts;
    expect(first).toBeDefined();
    const most = carried(withDone(({ number }) => number !== first?.number));
    expect(most.credit.done[first?.activity ?? '']).toBeUndefined();
    expect(Object.keys(most.credit.done)).toHaveLength(Object.keys(all.credit.done).length - 1);
  });

  it('lifts no skill while a bridge of the step is open', () => {
    const [step] = all.raised;
    const bridge = made.sessions.find(
      ({ activity }) =>
        foundations().bridges.find(({ id }) => id === activity)?.skill === step?.skill,
    );
    const most = carried(withDone(({ activity }) => activity !== bridge?.activity));
    expect(most.raised.filter(({ skill, to }) => skill === step?.skill && to === step?.to)).toEqual(
      [],
    );
  });
});

it('what the plan had carried over itself goes on counting, under its own reason', () => {
  const [id = ''] = Object.keys(all.credit.done);
  const plan: Plan = {
    ...made,
    basis: {
      ...made.basis,
      credit: {
        done: { [id]: 'done in first, 2026-05-01', other: 'done in first, 2026-05-01' },
        tasks: {},
        account: true,
      },
    },
  };
  expect(carried(plan).credit).toMatchObject({
    done: { [id]: 'done in first, 2026-05-01' },
    account: true,
  });
});

describe('the plan that is made with it', () => {
  const request = sampleRequest({ name: 'after', certification: 'azure-ai-103' });
  const plan = buildPlan({ ...request, credit: all.credit });
  const plain = buildPlan(request);

  it('has none of it, is shorter, and says so', () => {
    const planned = new Set(plan.sessions.map(({ activity }) => activity));
    expect(Object.keys(all.credit.done).filter((id) => planned.has(id))).toEqual([]);
    expect(plan.feasibility.neededMinutes).toBeLessThan(plain.feasibility.neededMinutes);
    const { carried: sums, others } = sharedSums(plan.shared ?? []);
    expect(sums.map(({ plan: name }) => name)).toEqual(['before']);
    expect(sums[0]?.items).toBe(plan.shared?.length);
    expect(others).toEqual([]);
  });
});
