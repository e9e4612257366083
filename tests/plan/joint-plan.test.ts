/** One plan for several certifications: the sum of their plans, less what they share, and every rule kept. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { overlapsOf } from '../../src/curriculum/overlaps.ts';
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { buildJointPlan, type JointRequest, stageOrder } from '../../src/plan/joint-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { nextStageStart, stageIds, stagePlan, wholePlan } from '../../src/plan/stages.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import {
  checkReviews,
  examinePlan,
  readCurriculumFacts,
  readFoundationsFacts,
} from '../checker/check-plan.ts';
import {
  CERTIFICATIONS,
  type CertificationId,
  curriculum,
  curriculumText,
} from '../support/curricula.ts';
import { type SampleOptions, sampleRequest } from '../support/sample-plan.ts';

const overlaps = overlapsOf(parse(curriculumText('overlaps')));
const foundations = readFoundationsFacts(curriculumText('foundations'));

function jointRequest(ids: readonly CertificationId[], options: SampleOptions = {}): JointRequest {
  const { learner, ...rest } = sampleRequest(options);
  return {
    ...rest,
    overlaps,
    parts: ids.map((id) => ({ curriculum: curriculum(id), learner, exam: null })),
  };
}

/** A stage as the JSON of a plan of its own, numbered from 1; what it shares counts as left out. */
function stageDocument(plan: Plan, id: string) {
  const stage = stagePlan(plan, id);
  const offset = (stage.sessions[0]?.number ?? 1) - 1;
  const sessions = stage.sessions.map((session) => ({
    ...session,
    number: session.number - offset,
    after: session.after.map((number) => number - offset),
  }));
  const shared = (stage.shared ?? []).map((item) => ({ ...item, weightLost: 0 }));
  return JSON.parse(
    JSON.stringify(planDocument({ ...stage, sessions, cuts: [...stage.cuts, ...shared] })),
  );
}

const PAIRS = [
  ['aws-aif-c01', 'aws-mla-c02'],
  ['aws-mla-c02', 'aws-aip-c01'],
  ['azure-ai-901', 'azure-ai-103'],
] as const;

const LEARNERS: readonly SampleOptions[] = [
  {},
  { skills: 'python=0,apis=0,iam=0,statistics=0', hours: 12 },
  { skills: 'python=4,apis=3,iam=3,statistics=4,ml=4', hours: 6, timeZone: 'Australia/Lord_Howe' },
];

describe.each(PAIRS)('%s and %s', (first, second) => {
  const ids = [second, first] as const;
  describe.each(LEARNERS)('for %o', (options) => {
    const plan = buildJointPlan(jointRequest(ids, options));

    it('breaks no hard rule in either stage', () => {
      for (const id of stageIds(plan)) {
        const document = stageDocument(plan, id);
        const facts = readCurriculumFacts(curriculumText(id));
        const { violations } = examinePlan(document, facts, foundations, { examGiven: null });
        expect(violations).toEqual([]);
        expect(checkReviews(document, facts)).toEqual([]);
      }
    });

    it('is shorter than both plans by what they share', () => {
      const alone = ids.map((id) => sampleRequest({ ...options, certification: id }));
      const need = alone.map(({ curriculum: exam, foundations: all, learner }) =>
        computeWorkload(exam, all, learner),
      );
      const sum = need.reduce((minutes, { items }) => minutes + minutesOf(items), 0);
      const shared = (wholePlan(plan).shared ?? []).reduce((all, { minutes }) => all + minutes, 0);
      const credited = stageIds(plan).reduce((all, id) => {
        const known = new Map(
          need.flatMap(({ items }) => items.map((item) => [item.id, item.minutes])),
        );
        return (
          all +
          stagePlan(plan, id)
            .waived.filter(({ reason }) => reason.includes('teaches it'))
            .reduce(
              (saved, { activity }) => saved + (known.get(activity) ?? 0) - checkOf(plan, activity),
              0,
            )
        );
      }, 0);
      const joint = plan.sessions
        .filter(({ kind, activity }) => kind !== 'review' && activity !== 'open-account')
        .reduce((minutes, session) => minutes + session.minutes, 0);
      expect(shared + credited).toBeGreaterThan(0);
      expect(joint).toBe(sum - shared - credited);
    });

    it('plans nothing twice', () => {
      const seen = new Map<string, string>();
      for (const { activity, kind, certification = '' } of plan.sessions) {
        if (!isContent(kind)) continue;
        expect(`${activity} ${seen.get(activity) ?? certification}`).toBe(
          `${activity} ${certification}`,
        );
        seen.set(activity, certification);
      }
    });

    it('sits one exam after the other, and studies nothing of the second before the first', () => {
      const [one = '', two = ''] = stageIds(plan);
      const before = stagePlan(plan, one);
      expect(one).toBe(first);
      expect(stagePlan(plan, two).basis.start).toBe(nextStageStart(before));
      expect((before.exam?.date ?? '') < nextStageStart(before)).toBe(true);
    });
  });
});

const minutesOf = (items: readonly { readonly id: string; readonly minutes: number }[]): number =>
  items.filter(({ id }) => id !== 'open-account').reduce((sum, { minutes }) => sum + minutes, 0);

const checkOf = (plan: Plan, activity: string): number =>
  plan.sessions
    .filter((session) => session.activity === activity)
    .reduce((sum, { minutes }) => sum + minutes, 0);

describe('the order', () => {
  const order = (request: JointRequest) => stageOrder(request).map((part) => part.curriculum.id);

  it('is the easier one first, however they are typed', () => {
    expect(order(jointRequest(['aws-mla-c02', 'aws-aif-c01']))).toEqual([
      'aws-aif-c01',
      'aws-mla-c02',
    ]);
  });

  it('is that of the exam days where all are given', () => {
    const request = jointRequest(['aws-aif-c01', 'aws-mla-c02']);
    const [aif, mla] = request.parts;
    if (!aif || !mla) throw new Error('two parts');
    const dated: JointRequest = {
      ...request,
      parts: [
        { ...aif, exam: { date: '2027-12-01', minute: null } },
        { ...mla, exam: { date: '2027-08-01', minute: null } },
      ],
    };
    expect(order(dated)).toEqual(['aws-mla-c02', 'aws-aif-c01']);
  });
});

describe('seen as one plan', () => {
  const plan = buildJointPlan(jointRequest(['azure-ai-901', 'azure-ai-103']));
  const whole = wholePlan(plan);

  it('every domain and task of a session is one of the whole, with its exam code', () => {
    const domains = new Set(whole.certification.domains.map(({ id }) => id));
    const tasks = new Set(
      whole.certification.domains.flatMap((domain) => domain.tasks.map(({ id }) => id)),
    );
    for (const session of whole.sessions) {
      if (session.domain !== null) expect(domains).toContain(session.domain);
      for (const task of session.tasks) expect(tasks).toContain(task);
    }
    const weight = whole.certification.domains.reduce((sum, domain) => sum + domain.weight, 0);
    expect(weight).toBeCloseTo(100, 6);
  });

  it('a plan for one certification is seen as it is', () => {
    const one = buildPlan(sampleRequest({ certification: 'azure-ai-103' }));
    expect(wholePlan(one)).toBe(one);
    expect(stagePlan(one, 'azure-ai-103')).toBe(one);
  });
});

it('every overlap is between tasks that exist, of two certifications', () => {
  const tasks = new Set(
    CERTIFICATIONS.flatMap((id) =>
      curriculum(id).domains.flatMap((domain) => domain.tasks.map((task) => `${id} ${task.id}`)),
    ),
  );
  for (const { learned, counts } of overlaps) {
    expect(learned.certification).not.toBe(counts.certification);
    for (const { certification, task } of [learned, counts]) {
      expect(tasks).toContain(`${certification} ${task}`);
    }
  }
});
