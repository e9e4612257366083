import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity, Curriculum } from '../../src/curriculum/curriculum.ts';
import { findCycle } from '../../src/curriculum/order-cycle.ts';
import { isReading } from '../../src/curriculum/vocabulary.ts';
import { activityEdges } from '../../src/workload/order-edges.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';
import { ACCOUNT_ITEM } from '../../src/workload/workload.ts';
import { CERTIFICATIONS, curriculum } from '../support/curricula.ts';
import { allAt, learnerWith, planning, workloadOf } from './learners.ts';

/** Everything that must end before each item, directly or through others. */
function allBefore(items: readonly WorkItem[]): Map<string, Set<string>> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const found = new Map<string, Set<string>>();
  const look = (id: string): Set<string> => {
    const known = found.get(id);
    if (known) return known;
    const before = new Set<string>();
    found.set(id, before);
    for (const other of byId.get(id)?.after ?? []) {
      before.add(other);
      for (const further of look(other)) before.add(further);
    }
    return before;
  };
  for (const { id } of items) look(id);
  return found;
}

const domainsOf = (item: WorkItem, exam: Curriculum): string[] =>
  exam.domains
    .filter((domain) => domain.tasks.some(({ id }) => item.tasks.includes(id)))
    .map(({ id }) => id);

/** One run of the promise for each random learner. */
function forAnyLearner(
  promise: (
    items: readonly WorkItem[],
    earlier: (id: string) => ReadonlySet<string>,
    exam: Curriculum,
  ) => void,
): void {
  fc.assert(
    fc.property(planning, ({ exam, learner }) => {
      const { items } = workloadOf(exam, learner);
      const all = allBefore(items);
      promise(items, (id) => all.get(id) ?? new Set(), exam);
    }),
    { numRuns: 60 },
  );
}

describe('the order of any learner’s work', () => {
  it('has no circle, and waits for nothing that is not planned', () => {
    forAnyLearner((items) => {
      const ids = new Set(items.map(({ id }) => id));
      expect(findCycle(new Map(items.map((item) => [item.id, item.after])))).toBeNull();
      for (const item of items) {
        expect(item.after.filter((other) => !ids.has(other))).toEqual([]);
        expect(new Set(item.after).size).toBe(item.after.length);
      }
    });
  });

  it('begins with the guide: all else comes after it', () => {
    forAnyLearner((items, earlier, exam) => {
      expect(earlier(exam.guide).size).toBe(0);
      for (const { id } of items) if (id !== exam.guide) expect(earlier(id)).toContain(exam.guide);
    });
  });

  it('has, before a lab, a reading of each of its tasks that has one', () => {
    forAnyLearner((items, earlier) => {
      const readings = items.filter(({ kind }) => isReading(kind));
      for (const lab of items.filter(({ kind }) => kind === 'lab')) {
        for (const task of lab.tasks) {
          // Readings that the curriculum itself puts after the lab cannot come before it.
          const ofTask = readings.filter(
            (reading) => reading.tasks.includes(task) && !earlier(reading.id).has(lab.id),
          );
          if (ofTask.length === 0) continue;
          expect(
            ofTask.some(({ id }) => earlier(lab.id).has(id)),
            `${lab.id}, task ${task}`,
          ).toBe(true);
        }
      }
    });
  });

  it('has, before practice questions, all readings of their domains', () => {
    forAnyLearner((items, earlier, exam) => {
      const readings = items.filter(({ kind }) => isReading(kind));
      for (const set of items.filter(({ kind }) => kind === 'practice-questions')) {
        const domains = domainsOf(set, exam);
        const missing = readings.filter(
          (reading) =>
            domainsOf(reading, exam).some((domain) => domains.includes(domain)) &&
            !earlier(set.id).has(reading.id),
        );
        expect(missing.map(({ id }) => id)).toEqual([]);
      }
    });
  });

  it('has bridges before what needs them, and lower steps of a skill before higher ones', () => {
    forAnyLearner((items, earlier, exam) => {
      const bridges = items.flatMap((item) =>
        item.bridge ? [{ id: item.id, ...item.bridge }] : [],
      );
      const isBridge = new Set(bridges.map(({ id }) => id));
      const isPlanned = new Set(items.map(({ id }) => id));
      // What is not planned as an activity of the exam may be planned as a bridge.
      const activities = exam.activities.filter(
        (it) => isPlanned.has(it.id) && !isBridge.has(it.id),
      );
      for (const { id, skill, from, to } of bridges) {
        for (const activity of activities) {
          if ((activity.buildsOn[skill] ?? 0) >= to) {
            expect(earlier(activity.id), activity.id).toContain(id);
          }
        }
        for (const lower of bridges) {
          if (lower.skill === skill && lower.to <= from) expect(earlier(id)).toContain(lower.id);
        }
      }
    });
  });

  it('obeys the after edges of the curriculum, also through what is not planned', () => {
    forAnyLearner((items, earlier, exam) => {
      const planned = new Set(items.map(({ id }) => id));
      const byId = new Map(exam.activities.map((activity) => [activity.id, activity]));
      const wanted = (id: string): string[] =>
        (byId.get(id)?.after ?? []).flatMap((other) =>
          planned.has(other) ? [other] : wanted(other),
        );
      // At less depth an activity may come as a bridge: then it waits for what bridges wait for.
      for (const { id, kind } of items) {
        if (kind === 'bridge') continue;
        for (const other of wanted(id)) expect(earlier(id), id).toContain(other);
      }
    });
  });

  it('has account and budget alarm before the first lab and project', () => {
    forAnyLearner((items, earlier) => {
      for (const { id, kind } of items) {
        if (kind === 'lab' || kind === 'project') expect(earlier(id)).toContain(ACCOUNT_ITEM);
      }
    });
  });

  it('has every practice exam followed by its own review', () => {
    forAnyLearner((items) => {
      const exams = items.filter(({ kind }) => kind === 'practice-exam');
      const reviews = items.filter(({ kind }) => kind === 'exam-review');
      expect(reviews.map(({ after }) => after)).toEqual(exams.map(({ id }) => [id]));
    });
  });
});

/** Edges of a made-up exam: the domains of a real one, with activities of our own. */
function edgesOf(
  activities: Record<string, Partial<Activity>>,
  isPlanned: (id: string) => boolean = () => true,
): Record<string, readonly string[]> {
  const real = curriculum('aws-mls-c01');
  const [model = expect.unreachable()] = real.activities;
  const all = Object.entries(activities).map(([id, more]) => ({ ...model, id, ...more }));
  const exam = { ...real, activities: all };
  return Object.fromEntries(
    activityEdges(
      exam,
      all.filter(({ id }) => isPlanned(id)),
    ),
  );
}

describe('an after edge to an activity that is not planned', () => {
  it('passes through to what that one waits for', () => {
    const chain = {
      first: {},
      'left-out': { after: ['first'] },
      'left-out-too': { after: ['left-out'] },
      last: { after: ['left-out-too'] },
    };
    expect(edgesOf(chain, (id) => !id.startsWith('left-out')).last).toEqual(['first']);
    expect(edgesOf(chain).last).toEqual(['left-out-too']);
  });
});

describe('practice questions about one task of a domain', () => {
  it('wait for the readings of the whole domain, and of no other', () => {
    const edges = edgesOf({
      same: { tasks: ['1.1'] },
      neighbour: { tasks: ['1.2'] },
      other: { tasks: ['2.1'] },
      lab: { kind: 'lab', tasks: ['1.2'] },
      questions: { kind: 'practice-questions', tasks: ['1.1'] },
    });
    expect(edges.questions).toEqual(['same', 'neighbour']);
  });
});

describe('a lab', () => {
  it('waits for one reading of each of its tasks, and for no second one', () => {
    const edges = edgesOf({
      one: { tasks: ['1.1'] },
      another: { tasks: ['1.1'] },
      more: { tasks: ['2.1'] },
      lab: { kind: 'lab', tasks: ['1.1', '2.1'] },
      told: { kind: 'lab', tasks: ['1.1'], after: ['another'] },
    });
    expect(edges.lab).toEqual(['one', 'more']);
    expect(edges.told).toEqual(['another']);
  });

  it('waits for no reading that itself waits for the lab', () => {
    const edges = edgesOf({
      lab: { kind: 'lab', tasks: ['1.1'] },
      middle: { kind: 'lab', tasks: ['2.1'], after: ['lab'] },
      explained: { tasks: ['1.1'], after: ['middle'] },
    });
    expect(edges.lab).toEqual([]);
  });
});

describe('the teaching order', () => {
  it.each(CERTIFICATIONS)('of %s never asks for a later block first', (id) => {
    // Readings and labs wait only for items of their own or an earlier place, so that greedy
    // placement in this order does not stall.
    const { items } = workloadOf(curriculum(id), learnerWith(allAt(1)));
    const byId = new Map(items.map((item) => [item.id, item]));
    const guide = items.find(({ id: own }) => own === curriculum(id).guide);
    expect(Math.min(...items.map(({ block }) => block))).toBe(guide?.block);
    const sets = items.filter(({ kind }) => kind === 'practice-questions');
    for (const set of sets) {
      for (const other of set.after) {
        const block = byId.get(other)?.block ?? 0;
        // A reading that also serves an earlier domain may stand in its home domain, further on.
        if (byId.get(other)?.domain === set.domain) expect(block).toBeLessThan(set.block);
      }
    }
    const exams = items.filter(({ kind }) => kind === 'practice-exam' || kind === 'exam-review');
    const content = items.filter(({ kind }) => isReading(kind) || kind === 'lab');
    expect(Math.min(...exams.map(({ block }) => block))).toBeGreaterThan(
      Math.max(...content.map(({ block }) => block)),
    );
  });
});
