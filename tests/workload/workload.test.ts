import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTHS, isContent, LEVELS, type Level, SKILLS } from '../../src/curriculum/vocabulary.ts';
import { computeWorkload } from '../../src/workload/workload.ts';
import { CERTIFICATIONS, curriculum, foundations } from '../support/curricula.ts';
import {
  allAt,
  certification,
  depth,
  learnerWith,
  levels,
  planning,
  workloadOf,
} from './learners.ts';

const sum = (items: readonly { readonly minutes: number }[]): number =>
  items.reduce((total, item) => total + item.minutes, 0);

describe('knowing less', () => {
  it('in one given skill never gives a shorter plan', () => {
    fc.assert(
      fc.property(
        certification,
        depth,
        levels,
        fc.constantFrom(...SKILLS),
        fc.constantFrom(...LEVELS.slice(1)),
        fc.nat(3),
        (id, atDepth, given, skill, high, lower) => {
          const low = Math.max(0, high - 1 - lower) as Level;
          const need = (level: Level): number =>
            workloadOf(
              curriculum(id),
              learnerWith({ ...given, [skill]: level }, { depth: atDepth }),
            ).needMinutes;
          expect(need(low)).toBeGreaterThanOrEqual(need(high));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(CERTIFICATIONS)('in all skills lengthens %s at every level', (id) => {
    const needs = LEVELS.map(
      (level) => workloadOf(curriculum(id), learnerWith(allAt(level))).needMinutes,
    );
    expect(needs).toEqual([...needs].sort((a, b) => b - a));
    expect(needs[0]).toBeGreaterThan((needs[4] ?? 0) * 2);
  });

  it('of the exam’s tasks never gives a shorter plan either', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        // A weak score is no knowledge: it re-opens what the learner believed to know.
        const good = Object.entries(learner.scoredDomains).filter(([, percent]) => percent >= 70);
        const knowing = workloadOf(exam, {
          ...learner,
          scoredDomains: Object.fromEntries(good),
        }).needMinutes;
        const blank = workloadOf(exam, {
          ...learner,
          knownTasks: [],
          scoredDomains: {},
        }).needMinutes;
        expect(blank).toBeGreaterThanOrEqual(knowing);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the minutes of an activity', () => {
  it('are its published minutes times the pace, within the limits of the pace', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        for (const item of workloadOf(exam, learner).items) {
          if (!isContent(item.kind) || item.kind === 'bridge' || item.waived) continue;
          expect(item.minutes).toBeGreaterThanOrEqual(Math.max(5, item.baseMinutes * 0.6 - 2.5));
          // Short steps of a project may be rounded up to 20 minutes each.
          const slack = item.kind === 'project' ? 20 * item.segments.length : 2.5;
          expect(item.minutes).toBeLessThanOrEqual(Math.max(5, item.baseMinutes * 1.8 + slack));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are multiples of 5, except the full length of a practice exam', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        for (const { kind, minutes, id } of workloadOf(exam, learner).items) {
          if (kind !== 'practice-exam') expect(minutes % 5, id).toBe(0);
          expect(minutes, id).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of practice are never scaled: exams have full length, question sets their own', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        for (const item of workloadOf(exam, learner).items) {
          if (item.kind === 'practice-exam') {
            const activity = exam.activities.find(({ id }) => id === item.id);
            expect(item.minutes).toBe(activity?.minutes);
            expect(item.unbroken).toBe(true);
            expect(item.waived).toBe(false);
          }
          if (item.kind === 'practice-questions') expect(item.minutes).toBe(item.baseMinutes);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of an exam’s review are 40 % of the exam, rounded to 5, at least 20', () => {
    for (const id of CERTIFICATIONS) {
      const { items } = workloadOf(curriculum(id), learnerWith(allAt(2), { depth: 'thorough' }));
      const exams = items.filter(({ kind }) => kind === 'practice-exam');
      expect(exams.length).toBeGreaterThanOrEqual(2);
      for (const exam of exams) {
        const review = items.find((item) => item.id === `${exam.id}-review`);
        expect(review).toMatchObject({ kind: 'exam-review', after: [exam.id] });
        expect(Math.abs((review?.minutes ?? 0) - exam.minutes * 0.4)).toBeLessThanOrEqual(2.5);
      }
    }
    // 180, 130, 60 and 90 minutes.
    const minutesOf = (id: (typeof CERTIFICATIONS)[number]): Set<number> =>
      new Set(
        workloadOf(curriculum(id), learnerWith(allAt(2)))
          .items.filter(({ kind }) => kind === 'exam-review')
          .map(({ minutes }) => minutes),
      );
    expect([...minutesOf('aws-mls-c01')]).toEqual([70]);
    expect([...minutesOf('azure-ai-102')]).toEqual([25]);
  });

  it('of a short exam’s review are 20', () => {
    const exam = curriculum('azure-ai-102');
    const short = {
      ...exam,
      activities: exam.activities.map((activity) =>
        activity.kind === 'practice-exam' ? { ...activity, minutes: 30 } : activity,
      ),
    };
    const reviews = workloadOf(short, learnerWith(allAt(2))).items.filter(
      ({ kind }) => kind === 'exam-review',
    );
    expect(reviews.map(({ minutes }) => minutes)).toEqual([20, 20]);
  });

  it('say why they differ from the published ones', () => {
    const { items } = workloadOf(curriculum('aws-mls-c01'), learnerWith({ ...allAt(3), ml: 2 }));
    const slowed = items.filter(
      ({ reasons, kind }) => kind !== 'bridge' && reasons.some((why) => why.includes('ml 2 of')),
    );
    expect(slowed.length).toBeGreaterThan(0);
    for (const { baseMinutes, minutesBasis, reasons } of slowed) {
      const wordCount = minutesBasis === 'word-count';
      const stated = wordCount ? baseMinutes / 1.5 : baseMinutes;
      const study = wordCount ? ' × 1.5 for notes and code' : '';
      expect(reasons[0]).toMatch(
        new RegExp(`^${stated} min \\(${minutesBasis}\\)${study} × \\d\\.\\d\\d: `),
      );
    }
  });

  it('raise word counts by half for notes and code, and say so; nothing else is raised', () => {
    const { items } = workloadOf(curriculum('azure-ai-103'), learnerWith(allAt(0)));
    const read = items.filter((item) => item.minutesBasis === 'word-count');
    expect(read.map(({ kind }) => kind)).toContain('bridge');
    expect(read.filter((item) => !item.reasons.some((why) => why.includes('× 1.5')))).toEqual([]);
    const others = items.filter((item) => item.minutesBasis !== 'word-count');
    expect(others.filter((item) => item.reasons.some((why) => why.includes('× 1.5')))).toEqual([]);
  });
});

describe('depth', () => {
  it('essential is shorter than standard, standard shorter than thorough', () => {
    fc.assert(
      fc.property(certification, levels, (id, given) => {
        const [essential = 0, standard = 0, thorough = 0] = DEPTHS.map(
          (atDepth) =>
            workloadOf(curriculum(id), learnerWith(given, { depth: atDepth })).needMinutes,
        );
        expect(essential).toBeLessThan(standard);
        expect(standard).toBeLessThan(thorough);
      }),
      { numRuns: 50 },
    );
  });

  it('essential still covers every task, has a practice exam and all question sets', () => {
    for (const id of CERTIFICATIONS) {
      const exam = curriculum(id);
      const { items } = workloadOf(exam, learnerWith(allAt(2), { depth: 'essential' }));
      for (const task of exam.domains.flatMap((domain) => domain.tasks)) {
        expect(
          items.some((item) => isContent(item.kind) && item.tasks.includes(task.id)),
          `${id} ${task.id}`,
        ).toBe(true);
      }
      expect(items.some(({ kind }) => kind === 'practice-exam')).toBe(true);
      const sets = items.filter(({ kind }) => kind === 'practice-questions');
      expect(sets.map(({ domain }) => domain)).toEqual(exam.domains.map((domain) => domain.id));
    }
  });

  it('standard adds to essential and takes nothing away', () => {
    for (const id of CERTIFICATIONS) {
      const ids = (atDepth: (typeof DEPTHS)[number]) =>
        workloadOf(curriculum(id), learnerWith(allAt(1), { depth: atDepth })).items.map(
          (item) => item.id,
        );
      expect(ids('standard')).toEqual(expect.arrayContaining(ids('essential')));
      expect(ids('thorough')).toEqual(expect.arrayContaining(ids('standard')));
    }
  });
});

describe('the need', () => {
  it('is the minutes of all items and of the reviews, two or more of each task', () => {
    fc.assert(
      fc.property(planning, ({ exam, learner }) => {
        const { items, needMinutes, reviews } = workloadOf(exam, learner);
        const reviewMinutes = reviews.count * reviews.each;
        expect(needMinutes).toBe(sum(items) + reviewMinutes);
        const tasks = exam.domains.flatMap((domain) => domain.tasks);
        expect(reviews.count).toBeGreaterThanOrEqual(2 * tasks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is at least 30 % labs and projects of the content for who needs no bridges', () => {
    for (const id of CERTIFICATIONS) {
      const content = workloadOf(curriculum(id), learnerWith(allAt(3))).items.filter(({ kind }) =>
        isContent(kind),
      );
      const handsOn = content.filter(({ kind }) => kind === 'lab' || kind === 'project');
      expect(sum(handsOn) / sum(content), id).toBeGreaterThanOrEqual(0.3);
    }
  });

  it('holds the minutes of the pace, negative for who knows more', () => {
    const exam = curriculum('azure-ai-103');
    expect(workloadOf(exam, learnerWith(allAt(0))).paceMinutes).toBeGreaterThan(0);
    expect(workloadOf(exam, learnerWith(allAt(4))).paceMinutes).toBeLessThan(0);
  });
});

describe('what is cut', () => {
  const cutBy = (id: (typeof CERTIFICATIONS)[number], ...cut: readonly string[]) =>
    computeWorkload(curriculum(id), foundations(), learnerWith(allAt(0)), new Set(cut));

  it('is left out; what came after it comes after what it waited for', () => {
    const [lab, reading] = ['lab-lambda-kinesis', 'lambda-with-kinesis'];
    const whole = cutBy('aws-mls-c01');
    const { items, needMinutes } = cutBy('aws-mls-c01', reading);
    expect(items.map(({ id }) => id)).toEqual(
      whole.items.map(({ id }) => id).filter((id) => id !== reading),
    );
    expect(needMinutes).toBeLessThan(whole.needMinutes);
    expect(whole.items.find(({ id }) => id === lab)?.after).toContain(reading);
    const after = items.find(({ id }) => id === lab)?.after;
    expect(after).not.toContain(reading);
    expect(after).toContain('kds-concepts');
  });

  it.each(CERTIFICATIONS)('of %s does not come back as a bridge of the same name', (id) => {
    const bridges = new Set(foundations().bridges.map((bridge) => bridge.id));
    const content = cutBy(id).items.filter(({ kind }) => kind !== 'bridge');
    const planned = new Set(content.map((item) => item.id));
    const both = curriculum(id)
      .activities.map((activity) => activity.id)
      .filter((own) => bridges.has(own) && planned.has(own));
    expect(both.length).toBeGreaterThan(0);
    for (const own of both) expect(cutBy(id, own).items.map((item) => item.id)).not.toContain(own);
  });
});

describe('the starter project', () => {
  const starters = (
    id: (typeof CERTIFICATIONS)[number],
    given: Parameters<typeof learnerWith>[0],
  ) => {
    const exam = curriculum(id);
    const own = new Set(exam.activities.filter((it) => it.forBeginners).map((it) => it.id));
    return workloadOf(exam, learnerWith(given)).items.filter((item) => own.has(item.id));
  };

  it.each(CERTIFICATIONS)('of %s is for learners with no level above aware', (id) => {
    expect(starters(id, {})).toHaveLength(1);
    expect(starters(id, allAt(1))).toHaveLength(1);
    expect(starters(id, { ...allAt(1), 'git-terminal': 2 })).toEqual([]);
  });
});

describe('the account', () => {
  it.each([
    ['aws-mla-c02', 'AWS'],
    ['azure-ai-103', 'Azure'],
  ] as const)('of %s is opened once, with a budget alarm, early', (id, vendor) => {
    const { items } = workloadOf(curriculum(id), learnerWith(allAt(2)));
    const account = items.filter(({ kind }) => kind === 'logistics');
    expect(account).toHaveLength(1);
    expect(account[0]).toMatchObject({
      title: `Open the ${vendor} account, set a budget alarm`,
      minutes: 30,
      after: [curriculum(id).guide],
    });
    const firstLab = Math.min(
      ...items.filter(({ kind }) => kind === 'lab').map(({ block }) => block),
    );
    expect(account[0]?.block).toBeLessThan(firstLab);
  });
});

it('the same learner gets the same work, in the same order', () => {
  fc.assert(
    fc.property(planning, ({ exam, learner }) => {
      expect(workloadOf(exam, learner)).toEqual(workloadOf(exam, learner));
    }),
    { numRuns: 20 },
  );
});
