import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { type Feasibility, planClock } from '../../src/plan/plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { weekLoads } from '../../src/plan/totals.ts';
import { zoneClock } from '../../src/time/wall-clock.ts';
import { samplePlan, sampleRequest } from '../support/sample-plan.ts';

describe('the plan', () => {
  const plan = samplePlan();

  it('begins with the exam guide and the account, before the first lab', () => {
    expect(plan.sessions[0]?.activity).toBe(plan.certification.guide);
    const account = plan.sessions.findIndex(({ kind }) => kind === 'logistics');
    const lab = plan.sessions.findIndex(({ kind }) => kind === 'lab');
    expect(account).toBeGreaterThan(0);
    expect(account).toBeLessThan(lab);
  });

  it('numbers its sessions in order of time', () => {
    expect(plan.sessions.map(({ number }) => number)).toEqual(plan.sessions.map((_, i) => i + 1));
  });

  it('gives no two learners the same UID, and the same request the same UIDs', () => {
    const uids = (request = sampleRequest()) => buildPlan(request).sessions.map(({ uid }) => uid);
    const own = uids();
    expect(new Set(own).size).toBe(own.length);
    expect(uids()).toEqual(own);
    const later = uids({ ...sampleRequest(), createdAt: '2026-11-25T12:00:01Z' });
    expect(later.filter((uid) => own.includes(uid))).toEqual([]);
  });

  it('says how much of it weaker ML foundations cause, and nothing to who has them', () => {
    expect(plan.madeForYou.weakerFoundationsMinutes).toBeGreaterThan(20 * 60);
    const strong = samplePlan({ skills: 'python=3,apis=3,iam=3,statistics=3,ml=3,math=2' });
    expect(strong.madeForYou.weakerFoundationsMinutes).toBe(0);
  });

  it('needs exactly the minutes of its sessions', () => {
    const sum = plan.sessions.reduce((total, { minutes }) => total + minutes, 0);
    expect(plan.feasibility.neededMinutes).toBe(sum);
    expect(planDocument(plan).totals.minutes).toBe(sum);
  });

  it('keeps the milestones of a suggested exam in order', () => {
    const dates = plan.milestones.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(plan.milestones.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['book-by', 'id-check', 'reschedule-by', 'exam', 'retake']),
    );
  });

  it('reads its times by the offsets that it stores, in any zone', () => {
    for (const timeZone of ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      const other = samplePlan({ timeZone });
      const stored = planClock(other);
      const real = zoneClock(timeZone);
      for (const { start } of other.sessions) {
        expect(stored.toWallClock(start)).toEqual(real.toWallClock(start));
      }
    }
  });

  it('puts the questions of its task into each review', () => {
    const reviews = plan.sessions.filter(({ kind }) => kind === 'review');
    expect(reviews.length).toBeGreaterThan(20);
    for (const review of reviews) {
      expect(review.questions.length).toBeGreaterThanOrEqual(3);
      expect(review.tasks).toHaveLength(1);
    }
  });
});

describe('an exam day with time to spare', () => {
  const plan = samplePlan({
    exam: '2027-10-20',
    certification: 'azure-ai-103',
    skills: 'python=3',
  });
  const content = plan.sessions.filter(({ kind }) =>
    ['docs', 'course', 'video', 'lab', 'project', 'bridge'].includes(kind),
  );

  it('spreads the content and is done with it by 85 % of the span', () => {
    const first = plan.sessions[0]?.start ?? 0;
    const exam = Date.parse('2027-10-20T00:00:00Z') / 60_000;
    const last = content[content.length - 1]?.start ?? 0;
    const share = (last - first) / (exam - first);
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.85);
  });

  it('keeps the load level: no week above 1.25 of the mean of the full weeks', () => {
    // Practice exams cannot be shared out: their weeks stand out, and are looked at apart.
    const loads = weekLoads(plan).filter(({ byKind }) => byKind['practice-exam'] === undefined);
    const teaching = loads.filter(({ byKind, minutes }) => minutes > (byKind.review ?? 0));
    const full = teaching.slice(1, -1).map(({ minutes }) => minutes);
    const mean = full.reduce((sum, minutes) => sum + minutes, 0) / full.length;
    expect(Math.max(...full)).toBeLessThanOrEqual(1.25 * mean);
  });
});

describe('a plan that does not fit', () => {
  it('is refused with remedies that are true', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('aws-mla-c02' as const, 'azure-ai-103' as const),
        fc.integer({ min: 8, max: 24 }),
        fc.integer({ min: 60, max: 160 }),
        (certification, halfHours, days) => {
          const exam = new Date(Date.parse('2026-11-26') + days * 86_400_000);
          const options = {
            certification,
            hours: halfHours / 2,
            skills: 'python=3,apis=3,iam=3,statistics=2,ml=2',
            exam: exam.toISOString().slice(0, 10),
            beta: true,
          };
          const error = failureOf(options);
          if (error === null) return;
          for (const remedy of error.remedies) {
            if (remedy.kind === 'hours' && remedy.value !== null) {
              expect(failureOf({ ...options, hours: remedy.value })).toBeNull();
              expect(failureOf({ ...options, hours: remedy.value - 0.5 })).not.toBeNull();
            }
            if (remedy.kind === 'exam' && remedy.value !== null) {
              expect(failureOf({ ...options, exam: remedy.value })).toBeNull();
              const dayBefore = new Date(Date.parse(remedy.value) - 86_400_000);
              expect(
                failureOf({ ...options, exam: dayBefore.toISOString().slice(0, 10) }),
              ).not.toBeNull();
            }
            if (remedy.kind === 'depth') {
              const essential = failureOf({ ...options, depth: 'essential' });
              expect(essential === null).toBe(remedy.value === 'essential');
            }
            if (remedy.kind === 'cut') {
              const cut = failureOf({ ...options, cut: true });
              expect(cut === null).toBe(remedy.activities !== null);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  function failureOf(options: Parameters<typeof samplePlan>[0]) {
    try {
      samplePlan(options);
      return null;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return error.details.feasibility as Feasibility;
    }
  }
});
