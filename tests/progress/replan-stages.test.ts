/** Re-plans of a plan for two certifications: each stage keeps its rules, and its place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildJointPlan } from '../../src/plan/joint-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { nextStageStart, stageIds, stageOf, stagePlan } from '../../src/plan/stages.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import { laterExam } from '../../src/progress/replan/propose.ts';
import { type Replanned, replan } from '../../src/progress/replan/replan.ts';
import { replanStages, withRest } from '../../src/progress/replan/replan-stages.ts';
import { type ReplanRequest, unchangedWishes } from '../../src/progress/replan/request.ts';
import { asOf, type PlanState } from '../../src/progress/state.ts';
import type { CivilDate } from '../../src/time/civil-date.ts';
import { examinePlan, readCurriculumFacts, readFoundationsFacts } from '../checker/check-plan.ts';
import {
  type CertificationId,
  curriculum,
  curriculumText,
  foundations,
} from '../support/curricula.ts';
import { sampleRequest } from '../support/sample-plan.ts';
import { doneUntil, stored, withEvents } from './histories.ts';

const RUNS = 12;
const FACTS = readFoundationsFacts(curriculumText('foundations'));

function jointPlan(ids: readonly CertificationId[], hours: number): Plan {
  const { learner, ...rest } = sampleRequest({ hours });
  return buildJointPlan({
    ...rest,
    overlaps: [],
    parts: ids.map((id) => ({ curriculum: curriculum(id), learner, exam: null })),
  });
}

const PLANS = [
  jointPlan(['azure-ai-901', 'azure-ai-103'], 8),
  jointPlan(['aws-aif-c01', 'aws-mla-c02'], 12),
];

function requestOf(stage: PlanState, atRest: readonly CivilDate[], now: number): ReplanRequest {
  return {
    state: stage,
    curriculum: curriculum(stage.plan.certification.id as CertificationId),
    foundations: foundations(),
    wishes: withRest(unchangedWishes(stage), atRest),
    now,
  };
}

/** A later day where the suggested one is too early, as the command looks for it. */
function answer(state: PlanState, now: number): Replanned {
  return replanStages(state, now, (stage, atRest) => {
    const request = requestOf(stage, atRest, now);
    const replanned = replan(request) ?? laterExam(request, true)?.replanned;
    if (!replanned) throw new Error('does not fit');
    return replanned;
  });
}

/** Rules that what is still planned of a stage breaks. */
function broken(plan: Plan, id: string, now: number) {
  const stage = stagePlan(asOf(plan, now), id);
  const document = JSON.parse(JSON.stringify(planDocument(stage)));
  const facts = readCurriculumFacts(curriculumText(id));
  const given = { now: new Date(now * 60_000).toISOString() };
  const planned = new Set(
    stage.sessions.filter(({ status }) => status === 'planned').map(({ number }) => number),
  );
  const relaxed = new Set(stage.warnings.map(({ code }) => code));
  return examinePlan(document, facts, FACTS, given).violations.filter(
    ({ rule, sessions }) =>
      rule !== 'shape' &&
      !relaxed.has(`relaxed-rule-${rule}`) &&
      sessions.some((number) => planned.has(number)),
  );
}

test('whatever is missed, each stage keeps its rules and comes after the one before', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PLANS),
      fc.double({ min: 0.02, max: 0.9, noNaN: true }),
      fc.array(fc.nat({ max: 6 }), { maxLength: 5 }),
      (plan, share, back) => {
        const index = Math.floor(share * plan.sessions.length);
        const session = plan.sessions[index];
        if (!session) return;
        const now = session.start + session.minutes + 25;
        const missed = new Set(back.flatMap((steps) => plan.sessions[index - steps]?.number ?? []));
        // Nobody reviews an exam that was not sat.
        for (const { activity, number, kind } of plan.sessions) {
          const exam = activity.replace(/-review$/, '');
          const isOpen = plan.sessions.some(
            (one) => one.activity === exam && missed.has(one.number),
          );
          if (kind === 'exam-review' && isOpen) missed.add(number);
        }
        const events = doneUntil(plan, now, missed);
        const state = withEvents(plan, events);
        const replanned = answer(state, now);
        const journal = stored(plan, events);
        const after = foldEvents([
          ...journal,
          {
            type: 'replanned',
            ...replanned.replacement,
            id: 'the-replan',
            at: new Date(Date.parse(journal.at(-1)?.at ?? '') + 1000).toISOString(),
          },
        ]);
        if (!after) throw new Error('no plan');

        const placed = after.plan.sessions.map(({ number, start }) => [number, start]);
        expect(placed).toEqual(replanned.plan.sessions.map(({ number, start }) => [number, start]));
        expect(new Set(placed.map(([number]) => number)).size).toBe(placed.length);
        for (const id of stageIds(after.plan)) expect(broken(after.plan, id, now)).toEqual([]);

        const [first = '', second = ''] = stageIds(after.plan);
        const opens = nextStageStart(stagePlan(after.plan, first));
        const later = planDocument(after.plan).sessions.filter((one) => {
          const own = after.plan.sessions.find(({ number }) => number === one.number);
          return (
            own !== undefined && stageOf(after.plan, own) === second && own.status === 'planned'
          );
        });
        for (const { start } of later) expect(start.slice(0, 10) >= opens).toBe(true);
        expect(answer(after, now).replacement.moved).toEqual([]);
      },
    ),
    { numRuns: RUNS, seed: 11 },
  );
});
