import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReading, SKILLS } from '../../src/curriculum/vocabulary.ts';
import { checkMinutes } from '../../src/workload/waivers.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';
import { curriculum } from '../support/curricula.ts';
import { allAt, learnerWith, planning, workloadOf } from './learners.ts';

const exam = curriculum('aws-mla-c02');
const [firstDomain] = exam.domains;
const firstTasks = firstDomain?.tasks.map(({ id }) => id) ?? [];
const waivable = (item: WorkItem): boolean => isReading(item.kind) || item.kind === 'lab';

/** Nothing that is taught at a level of 1 or above is had. */
const beginner = allAt(0);

describe('material that teaches what the learner has', () => {
  it('is waived exactly when every level it teaches is reached', () => {
    const learner = learnerWith({ ...allAt(2), 'cloud-aws': 3 });
    const { items } = workloadOf(exam, learner);
    const teaching = exam.activities.filter(
      (activity) =>
        Object.keys(activity.teaches).length > 0 && items.some(({ id }) => id === activity.id),
    );
    const waived = teaching.filter(({ id }) => items.find((item) => item.id === id)?.waived);
    expect(waived.length).toBeGreaterThan(0);
    expect(waived.length).toBeLessThan(teaching.length);
    expect(waived.map(({ id }) => id)).toEqual(
      teaching
        .filter(({ teaches }) =>
          SKILLS.every((skill) => (teaches[skill] ?? 0) <= (learner.skills[skill].level ?? 0)),
        )
        .map(({ id }) => id),
    );
  });

  it('says which levels made it a check, and where they come from', () => {
    const { waived } = workloadOf(exam, learnerWith({ iam: 3, python: 3 }));
    expect(waived.length).toBeGreaterThan(0);
    const reasons = waived.map(({ reason }) => reason);
    expect(reasons).toContainEqual(
      expect.stringMatching(
        /^waived: it teaches what you have, .*cloud-aws 3 \(working, inferred\)/,
      ),
    );
    expect(workloadOf(exam, learnerWith(beginner)).waived).toEqual([]);
  });
});

describe('--knows', () => {
  const { items } = workloadOf(exam, learnerWith(beginner, { knownTasks: firstTasks.slice(0, 1) }));

  it('waives readings and labs whose tasks are all known, and nothing else', () => {
    const [known = ''] = firstTasks;
    expect(items.some(({ waived }) => waived)).toBe(true);
    for (const item of items.filter(({ id }) => id !== exam.guide)) {
      const all = item.tasks.length > 0 && item.tasks.every((task) => task === known);
      expect(item.waived, item.id).toBe(all && waivable(item));
      if (item.waived) expect(item.reasons).toEqual([`waived: you know ${known}`]);
    }
  });

  it('never waives the exam guide, practice, projects or bridges, not even where all is known', () => {
    const everything = exam.domains.flatMap((domain) => domain.tasks.map(({ id }) => id));
    const all = workloadOf(exam, learnerWith(beginner, { knownTasks: everything })).items;
    for (const item of all) {
      expect(item.waived, item.id).toBe(waivable(item) && item.id !== exam.guide);
    }
  });
});

describe('--scored', () => {
  const at = (percent: number): readonly WorkItem[] =>
    workloadOf(exam, learnerWith(beginner, { scoredDomains: { d1: percent } })).items;

  it('waives the material of a domain from 80 % up', () => {
    expect(at(79.9).filter(({ waived }) => waived)).toEqual([]);
    const waived = at(80).filter((item) => item.waived);
    expect(waived.length).toBeGreaterThan(0);
    for (const item of waived) {
      expect(item.tasks.every((task) => firstTasks.includes(task))).toBe(true);
      expect(item.reasons).toEqual(['waived: you scored 80 % there before']);
    }
  });

  it('does not waive what another domain needs too', () => {
    const shared = at(100).filter(
      (item) =>
        waivable(item) &&
        item.tasks.some((task) => firstTasks.includes(task)) &&
        item.tasks.some((task) => !firstTasks.includes(task)),
    );
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.filter(({ waived }) => waived)).toEqual([]);
  });
});

describe('a check', () => {
  it('takes 5 minutes, or 10 for material over half an hour', () => {
    expect(checkMinutes(30)).toBe(5);
    expect(checkMinutes(35)).toBe(10);
    expect(checkMinutes(600)).toBe(10);
    expect(checkMinutes(5)).toBe(5);
  });

  it('keeps its activity, kind and tasks, and is one of 5 to 10 minutes without parts', () => {
    fc.assert(
      fc.property(planning, ({ exam: own, learner }) => {
        const { items, waived } = workloadOf(own, learner);
        const checks = items.filter((item) => item.waived);
        for (const check of checks) {
          const activity = own.activities.find(({ id }) => id === check.id);
          expect(check.kind).toBe(activity?.kind);
          expect(check.tasks).toEqual(activity?.tasks);
          expect(check.title).toBe(`Check: ${activity?.title}`);
          expect([5, 10]).toContain(check.minutes);
          expect(check.segments).toEqual([]);
          expect(check.reasons).toHaveLength(1);
          expect(check.reasons[0]).toMatch(/^waived: /);
        }
        // The list of waivers names the same ones, with the title of the material itself.
        expect(waived.map(({ activity }) => activity)).toEqual(checks.map(({ id }) => id));
        for (const { activity, title, minutes } of waived) {
          expect(title).toBe(own.activities.find(({ id }) => id === activity)?.title);
          expect(minutes).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
