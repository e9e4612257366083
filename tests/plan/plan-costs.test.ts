/** What a plan costs follows from its sessions, whatever became of them. */
import { describe, expect, it } from 'vitest';
import type { Plan, Session } from '../../src/plan/plan.ts';
import { planCosts } from '../../src/plan/plan-costs.ts';
import { examFee } from '../../src/plan/stage-costs.ts';
import { session, smallPlan } from '../documents/small-plan.ts';
import { curriculum } from '../support/curricula.ts';

const withSessions = (...sessions: Session[]): Plan => ({ ...smallPlan, sessions });
const at = (number: number, more: Partial<Session>): Session =>
  session(number, `2027-03-${String(number + 9)}T18:00:00Z`, { kind: 'lab', costUsd: 0, ...more });
const monthly = { kind: 'practice-exam', costUsd: 29, subscription: 'aws-skill-builder' } as const;

describe('the costs of a plan', () => {
  it('count one month of a subscription for all sessions that need it', () => {
    const costs = planCosts(withSessions(at(1, monthly), at(2, monthly)));
    expect(costs.subscriptions.map(({ usd, items }) => [usd, items.length])).toEqual([[29, 2]]);
    expect(costs.knownUsd).toBe(150 + 29);
  });

  it('count an activity once, whichever of its parts has the price', () => {
    const parts = [at(1, { activity: 'lab', costUsd: 0 }), at(2, { activity: 'lab', costUsd: 8 })];
    expect(planCosts(withSessions(...parts)).priced).toMatchObject([{ id: 'lab', usd: 8 }]);
    const unknown = parts.map((part, index) => (index === 0 ? { ...part, costUsd: null } : part));
    expect(planCosts(withSessions(...unknown)).unpriced).toMatchObject([{ id: 'lab' }]);
  });

  it('leave out what was skipped, and go down with it', () => {
    const costs = planCosts(withSessions(at(1, { costUsd: 8, status: 'skipped' })));
    expect(costs.knownUsd).toBe(150);
  });

  it('have no fee where there is no exam day', () => {
    expect(planCosts({ ...withSessions(), exam: null }).examUsd).toBe(0);
  });

  it('pay a month in each stage of a plan for two exams, which lie months apart', () => {
    const { certification, exam, milestones, warnings, waived, cuts, ...rest } = smallPlan;
    const { learner, feasibility, madeForYou, basis } = rest;
    const other = { ...certification, id: 'other', examCode: 'OTH-1' };
    const costs = planCosts({
      ...withSessions(
        at(1, { ...monthly, certification: certification.id }),
        at(2, { ...monthly, certification: certification.id }),
        at(3, { ...monthly, certification: other.id }),
      ),
      later: [
        {
          ...{ certification: other, exam, milestones, warnings, waived, cuts },
          ...{ learner, feasibility, madeForYou, basis },
        },
      ],
    });
    expect(costs.examUsd).toBe(300);
    expect(costs.subscriptions.map(({ name }) => name)).toEqual([
      'AWS Skill Builder for CAI-C01',
      'AWS Skill Builder for OTH-1',
    ]);
    expect(costs.knownUsd).toBe(300 + 2 * 29);
  });
});

describe('the fee', () => {
  const exam = curriculum('aws-mla-c02');

  it('is that of the beta before general availability, and the full one from that day on', () => {
    expect(examFee(exam, { date: '2027-01-13' })).toBe(75);
    expect(examFee(exam, { date: '2027-01-14' })).toBe(150);
  });

  it('is nothing without an exam', () => {
    expect(examFee(exam, null)).toBe(0);
  });
});
