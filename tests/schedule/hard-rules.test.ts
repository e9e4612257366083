/**
 * The hard rules of the schedule over random learners, judged by the independent checker. 200 runs
 * here; `CERTPLAN_RUNS` asks for more (`.ci/run` does). The same learners each time, so that a change is
 * judged by what it changes; `CERTPLAN_SEED` looks at others. Whoever breaks a rule there becomes an example.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { planIfItFits } from '../../src/plan/build-plan.ts';
import { planDocument } from '../../src/plan/plan-document.ts';
import { addDays } from '../../src/time/civil-date.ts';
import type { Span } from '../../src/time/span.ts';
import {
  checkReviews,
  examinePlan,
  readCurriculumFacts,
  readFoundationsFacts,
} from '../checker/check-plan.ts';
import { CERTIFICATIONS, curriculumText } from '../support/curricula.ts';
import { randomLearner } from '../support/random-learner.ts';
import { type SampleOptions, sampleRequest } from '../support/sample-plan.ts';

const RUNS = Number(process.env.CERTPLAN_RUNS ?? 200);
const seed = Number(process.env.CERTPLAN_SEED ?? 9);

const facts = new Map(
  CERTIFICATIONS.map((id) => [id, readCurriculumFacts(curriculumText(id))] as const),
);
const foundations = readFoundationsFacts(curriculumText('foundations'));

/** The plan as a reader of its JSON gets it, or null where none can be made. */
function planOf(options: SampleOptions, busy: readonly Span[] = []) {
  try {
    const plan = planIfItFits({ ...sampleRequest(options), busy });
    return plan && JSON.parse(JSON.stringify(planDocument(plan)));
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const iso = (instant: number): string => new Date(instant * 60_000).toISOString();

const examine = (
  plan: ReturnType<typeof planOf>,
  options: SampleOptions,
  busy: readonly Span[] = [],
) => {
  const curriculum = facts.get(options.certification ?? 'aws-mla-c02');
  if (!curriculum) throw new Error('no facts');
  const findings = examinePlan(plan, curriculum, foundations, {
    examGiven: options.exam ?? null,
    busy: busy.map(({ start, end }): [string, string] => [iso(start), iso(end)]),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
  });
  return {
    ...findings,
    violations: [...findings.violations, ...checkReviews(plan, curriculum)],
  };
};

test('a practice exam that is the last one, too, comes after what its curriculum names', () => {
  const options: SampleOptions = {
    certification: 'azure-ai-103',
    skills: 'python=2,apis=2,iam=0,statistics=2',
    hours: 9,
    when: 'fri 02:00-06:30; sun 02:00-06:00; mon 02:00-02:45',
    start: '2026-12-02',
    session: 115,
    depth: 'essential',
  };
  let planned = 0;
  for (let day = 0; day < 28; day += 1) {
    const given = { ...options, exam: addDays('2027-02-07', day) };
    const plan = planOf(given);
    if (!plan) continue;
    planned += 1;
    expect(examine(plan, given).violations).toEqual([]);
  }
  expect(planned).toBeGreaterThan(10);
});

/** Learners in whose plans a rule was once broken. */
const BROKEN_ONCE: readonly SampleOptions[] = [
  {
    // The last practice exam, cut into parts, began before a lab that it waits for.
    certification: 'azure-ai-300',
    skills: 'python=3,apis=0,iam=1,statistics=0',
    hours: 3.5,
    when: 'daily 20:00-21:00',
    start: '2026-11-26',
    off: ['2027-03-08..2027-03-13'],
    session: 40,
    depth: 'essential',
  },
];

test('no hard rule is broken in any plan', { timeout: 1_200_000 }, () => {
  let planned = 0;
  fc.assert(
    fc.property(randomLearner, (options) => {
      const plan = planOf(options);
      if (plan === null) return;
      planned += 1;
      expect(examine(plan, options).violations).toEqual([]);
    }),
    { numRuns: RUNS, seed, examples: BROKEN_ONCE.map((options) => [options]) },
  );
  // Most random learners can be planned for: the property is not empty.
  expect(planned).toBeGreaterThan(RUNS / 2);
});

/** Meetings of any length at any minute over the first ten months, in no order, also overlapping. */
const busyTimes = (start: string): fc.Arbitrary<Span[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 300 * 1440 }), fc.integer({ min: 1, max: 600 }))
      .map(([after, minutes]) => {
        const from = Date.parse(`${start}T00:00:00Z`) / 60_000 + after;
        return { start: from, end: from + minutes };
      }),
    { maxLength: 120 },
  );

test('no hard rule is broken around a busy calendar', { timeout: 1_200_000 }, () => {
  const arbitrary = randomLearner.chain((options) =>
    busyTimes(options.start ?? '2026-11-26').map((busy) => ({ options, busy })),
  );
  fc.assert(
    fc.property(arbitrary, ({ options, busy }) => {
      const plan = planOf(options, busy);
      if (plan !== null) expect(examine(plan, options, busy).violations).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 2), seed },
  );
});

test('windows chosen from hours alone never relax a rule from five hours on', {
  timeout: 1_200_000,
}, () => {
  fc.assert(
    fc.property(randomLearner, fc.integer({ min: 10, max: 120 }), (options, halfHours) => {
      const { when, exam, ...rest } = options;
      const chosen = { ...rest, hours: halfHours / 2, off: [] };
      const plan = planOf(chosen);
      expect(plan).not.toBeNull();
      expect(examine(plan, chosen).relaxed).toEqual([]);
    }),
    {
      numRuns: Math.ceil(RUNS / 2),
      seed,
      examples: [
        [
          // 6.2 is learned on the day of its own questions, ten days before the last reviews.
          {
            certification: 'google-pmle',
            skills: 'python=4,apis=2,iam=1,statistics=3',
            start: '2026-12-30',
            session: 40,
            depth: 'thorough',
          },
          52,
        ],
      ],
    },
  );
});

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** One window as long as the longest exam, 30 more minutes within three dates, and 5 hours in all. */
const sufficientWindows = (longest: number) =>
  fc
    .record({
      day: fc.integer({ min: 0, max: 6 }),
      from: fc.integer({ min: 0, max: 48 }).map((quarter) => 360 + quarter * 10),
      extra: fc.integer({ min: 0, max: 6 }).map((tenth) => tenth * 10),
      reviewAfter: fc.integer({ min: 1, max: 3 }),
      reviewLength: fc.integer({ min: 30, max: 90 }),
      otherDay: fc.integer({ min: 4, max: 6 }),
    })
    .map(({ day, from, extra, reviewAfter, reviewLength, otherDay }) => {
      const span = (weekday: number, length: number) =>
        `${DAYS[weekday % 7] ?? 'mon'} ${clock(from)}-${clock(from + length)}`;
      const missing = Math.max(30, 320 - longest - extra - reviewLength);
      return [
        span(day, longest + extra),
        span(day + reviewAfter, reviewLength),
        span(day + otherDay, missing),
      ].join('; ');
    });

/** Learners for whom a rule was once relaxed without need. */
const SUFFICIENT: readonly SampleOptions[] = [
  {
    // The only day between the first reading of 2.3 and the last days holds more of its material.
    certification: 'azure-ai-901',
    skills: 'python=4,apis=1,iam=2,statistics=1,ml=2',
    hours: 38.5,
    when: 'wed 06:00-08:10; thu 06:00-06:35; tue 06:00-08:35',
    start: '2026-12-01',
    timeZone: 'America/New_York',
    off: [],
    session: 73,
    depth: 'standard',
  },
  {
    // Both returns of 5.1 fall into the last days, which have one review for each task.
    certification: 'aws-aip-c01',
    skills: 'python=2,apis=1,iam=4,statistics=0,ml=0',
    hours: 15.5,
    when: 'fri 06:00-09:00; sat 06:00-06:31; tue 06:00-07:49',
    start: '2026-12-04',
    timeZone: 'Africa/Casablanca',
    off: [],
    session: 90,
    depth: 'essential',
  },
  {
    // The last days are full, and the weeks between them and the end of the content are empty.
    certification: 'aws-aip-c01',
    skills: 'python=4,apis=2,iam=2,statistics=0,ml=3',
    hours: 16.5,
    when: 'tue 06:00-09:30; wed 06:00-06:46; mon 06:00-07:04',
    start: '2027-01-11',
    timeZone: 'America/New_York',
    off: [],
    session: 45,
    depth: 'essential',
  },
];

test('sufficient windows and five hours never relax a rule', { timeout: 1_200_000 }, () => {
  const arbitrary = randomLearner.chain((options) => {
    const exams = facts.get(options.certification ?? 'aws-mla-c02');
    const longest = Math.max(
      120,
      ...[...(exams?.activities.values() ?? [])]
        .filter((activity) => activity.kind === 'practice-exam')
        .map((activity) => activity.minutes),
    );
    return sufficientWindows(longest).map((when): SampleOptions => {
      const { exam, ...rest } = options;
      return { ...rest, when, off: [], hours: Math.max(5, options.hours ?? 5) };
    });
  });
  fc.assert(
    fc.property(arbitrary, (options) => {
      const plan = planOf(options);
      expect(plan).not.toBeNull();
      const findings = examine(plan, options);
      expect(findings.violations).toEqual([]);
      expect(findings.relaxed).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 2), seed, examples: SUFFICIENT.map((options) => [options]) },
  );
});

test('the same learner gets the same plan, to the letter', () => {
  fc.assert(
    fc.property(randomLearner, (options) => {
      expect(JSON.stringify(planOf(options))).toBe(JSON.stringify(planOf(options)));
    }),
    { numRuns: 10, seed },
  );
});
