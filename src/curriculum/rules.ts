/** What a schema cannot say: references, sums and order. Each rule pushes the faults it finds. */
import * as z from 'zod';
import { midWeight } from './curriculum.ts';
import { type Fault, FaultList } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { findCycle } from './order-cycle.ts';
import {
  activitySchema,
  curriculumSchema,
  domainSchema,
  foundationsSchema,
  taskSchema,
} from './schema.ts';
import { isReading } from './vocabulary.ts';

/** The suggestion is made only where the fault is told. */
type Report = (path: Fault['path'], message: string | (() => string), advice?: string) => void;

/** A rule is judged as soon as what it reads has the right form, whatever is wrong elsewhere. */
interface Rule {
  judge(data: unknown, report: Report): void;
}

function rule<S extends z.ZodType>(
  reads: S,
  judge: (value: z.output<S>, report: Report) => void,
): Rule {
  return {
    judge(data, report) {
      const read = reads.safeParse(data);
      if (read.success) judge(read.data, report);
    },
  };
}

const list = <S extends z.ZodRawShape>(shape: S) => z.array(z.object(shape));
const task = taskSchema.shape;
const domain = domainSchema.shape;
const activity = activitySchema.shape;
const activities = <S extends z.ZodRawShape>(shape: S) => z.object({ activities: list(shape) });
const domains = <S extends z.ZodRawShape>(shape: S) => z.object({ domains: list(shape) });

function uniqueIds(
  ids: readonly string[],
  place: (index: number) => Fault['path'],
  report: Report,
): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) report(place(index), `"${id}" is used twice; ids are unique`);
    seen.add(id);
  });
}

const activityIds = rule(activities({ id: activity.id }), (yaml, report) =>
  uniqueIds(
    yaml.activities.map(({ id }) => id),
    (index) => ['activities', index, 'id'],
    report,
  ),
);

const domainIds = rule(domains({ id: domain.id }), (yaml, report) =>
  uniqueIds(
    yaml.domains.map(({ id }) => id),
    (index) => ['domains', index, 'id'],
    report,
  ),
);

const weights = rule(domains({ weight: domain.weight }), (yaml, report) => {
  const advice = 'write what the exam guide states, a range as [20, 25]';
  const stated = yaml.domains.map(({ weight }) => weight);
  stated.forEach((weight, index) => {
    if (Array.isArray(weight) && weight[0] > weight[1]) {
      report(['domains', index, 'weight'], `range runs backwards: ${weight[0]} to ${weight[1]}`);
    }
  });
  if (stated.every((weight) => typeof weight === 'number')) {
    const sum = stated.reduce<number>((total, weight) => total + midWeight(weight), 0);
    if (sum < 99 || sum > 101) report(['domains'], `weights add up to ${sum}, not 100`, advice);
    return;
  }
  const low = stated.reduce<number>((sum, w) => sum + (typeof w === 'number' ? w : w[0]), 0);
  const high = stated.reduce<number>((sum, w) => sum + (typeof w === 'number' ? w : w[1]), 0);
  if (low > 100 || high < 100) {
    report(['domains'], `weight ranges add up to ${low}–${high}, which does not hold 100`, advice);
  }
});

const taskIds = rule(
  domains({ id: domain.id, tasks: list({ id: task.id, 'mix-with': task['mix-with'] }) }),
  (yaml, report) => {
    const known = yaml.domains.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    const isKnown = new Set(known);
    const seen = new Set<string>();
    yaml.domains.forEach((domain, d) => {
      domain.tasks.forEach((task, t) => {
        const path = ['domains', d, 'tasks', t] as const;
        if (seen.has(task.id)) report([...path, 'id'], `task "${task.id}" appears twice`);
        seen.add(task.id);
        if (`d${task.id.split('.')[0]}` !== domain.id) {
          report([...path, 'id'], `task "${task.id}" stands in domain ${domain.id}`);
        }
        task['mix-with'].forEach((other, m) => {
          if (!isKnown.has(other)) {
            report([...path, 'mix-with', m], () => `no task "${other}"${didYouMean(other, known)}`);
          }
        });
      });
    });
  },
);

/** Exam guides have 10 to 40. Planning takes minutes where there are a thousand. */
const MOST_TASKS = 200;

const taskCount = rule(
  z.object({ domains: z.array(z.object({ tasks: z.array(z.unknown()) })) }),
  (yaml, report) => {
    const count = yaml.domains.reduce((sum, { tasks }) => sum + tasks.length, 0);
    if (count <= MOST_TASKS) return;
    report(
      ['domains'],
      `${count} tasks; a curriculum has at most ${MOST_TASKS}`,
      'take the task statements of the exam guide, and the finer points as their topics',
    );
  },
);

const allTasks = { domains: list({ tasks: list({ id: task.id }) }) };

const tasksOfActivities = rule(
  z.object({ ...allTasks, activities: list({ tasks: activity.tasks }) }),
  (yaml, report) => {
    const known = yaml.domains.flatMap(({ tasks }) => tasks.map(({ id }) => id));
    const isKnown = new Set(known);
    yaml.activities.forEach(({ tasks }, a) => {
      tasks.forEach((id, t) => {
        if (!isKnown.has(id)) {
          report(['activities', a, 'tasks', t], () => `no task "${id}"${didYouMean(id, known)}`);
        }
      });
    });
  },
);

const essentialMaterial = rule(
  z.object({
    ...allTasks,
    activities: list({
      kind: activity.kind,
      depth: activity.depth,
      for: activity.for,
      tasks: activity.tasks,
    }),
  }),
  (yaml, report) => {
    const served = new Set(
      yaml.activities
        .filter(
          ({ depth, kind, for: learners }) =>
            depth === 'essential' && learners === undefined && (isReading(kind) || kind === 'lab'),
        )
        .flatMap(({ tasks }) => tasks),
    );
    for (const { id } of yaml.domains.flatMap(({ tasks }) => tasks)) {
      if (served.has(id)) continue;
      report(
        ['activities'],
        `task ${id} has no essential docs, course, video or lab`,
        `add an activity with  tasks: ['${id}']  and  depth: essential`,
      );
    }
  },
);

const edges = rule(activities({ id: activity.id, after: activity.after }), (yaml, report) => {
  const ids = yaml.activities.map(({ id }) => id);
  const isKnown = new Set(ids);
  yaml.activities.forEach((activity, a) => {
    activity.after.forEach((other, e) => {
      const path = ['activities', a, 'after', e];
      if (other === activity.id) report(path, `"${other}" cannot come after itself`);
      else if (!isKnown.has(other)) {
        report(path, () => `no activity "${other}"${didYouMean(other, ids)}`);
      }
    });
  });
  const cycle = findCycle(new Map(yaml.activities.map((item) => [item.id, item.after])));
  if (cycle && new Set(cycle).size > 1) {
    report(
      ['activities', ids.indexOf(cycle[0] ?? ''), 'after'],
      `the order runs in a circle: ${cycle.join(' → ')}`,
      'take one of these out of  after',
    );
  }
});

const guide = rule(
  z.object({
    guide: curriculumSchema.shape.guide,
    activities: list({
      id: activity.id,
      kind: activity.kind,
      depth: activity.depth,
      after: activity.after,
      'builds-on': activity['builds-on'],
    }),
  }),
  (yaml, report) => {
    const index = yaml.activities.findIndex(({ id }) => id === yaml.guide);
    const found = yaml.activities[index];
    if (!found) {
      const ids = yaml.activities.map(({ id }) => id);
      report(['guide'], `no activity "${yaml.guide}"${didYouMean(yaml.guide, ids)}`);
      return;
    }
    if (found.kind !== 'docs' || found.depth !== 'essential') {
      report(
        ['activities', index],
        'the exam guide is an essential activity of kind docs',
        'write  kind: docs  and  depth: essential',
      );
    }
    if (found.after.length > 0 || Object.keys(found['builds-on']).length > 0) {
      report(
        ['activities', index],
        'the exam guide comes first: it builds on nothing',
        'take out  after  and  builds-on',
      );
    }
  },
);

const labs = rule(
  activities({ id: activity.id, kind: activity.kind, lab: activity.lab }),
  (yaml, report) => {
    yaml.activities.forEach(({ id, kind, lab }, a) => {
      if (kind === 'lab' && !lab) {
        report(['activities', a], `lab "${id}" says no steps and tear-down (key "lab")`);
      }
      if (kind !== 'lab' && lab) {
        report(
          ['activities', a, 'lab'],
          `only a lab has the key "lab"; this is kind ${kind}`,
          'write  kind: lab, or take the key out',
        );
      }
    });
  },
);

const projects = rule(
  activities({
    id: activity.id,
    kind: activity.kind,
    minutes: activity.minutes,
    steps: activity.steps,
  }),
  (yaml, report) => {
    yaml.activities.forEach(({ id, kind, minutes, steps }, a) => {
      if (kind === 'project') {
        const sum = (steps ?? []).reduce((total, step) => total + step.minutes, 0);
        if (sum !== minutes.value) {
          report(
            ['activities', a, 'minutes', 'value'],
            `the steps of "${id}" take ${sum} minutes, the project ${minutes.value}`,
          );
        }
      } else if (steps) {
        report(
          ['activities', a, 'steps'],
          'only a project has steps',
          'the steps of a lab stand below its key  lab',
        );
      }
    });
  },
);

const practiceExams = rule(
  activities({ kind: activity.kind, depth: activity.depth }),
  (yaml, report) => {
    const exams = yaml.activities.filter(({ kind }) => kind === 'practice-exam');
    if (exams.length < 2) {
      report(
        ['activities'],
        'at least two practice exams are needed',
        'the same one may come twice, drawn anew, under another id',
      );
    }
    if (!exams.some(({ depth }) => depth === 'essential')) {
      report(['activities'], 'at least one practice exam is essential');
    }
  },
);

const practiceQuestions = rule(
  z.object({
    domains: list({ id: domain.id, tasks: list({ id: task.id }) }),
    activities: list({ kind: activity.kind, depth: activity.depth, tasks: activity.tasks }),
  }),
  (yaml, report) => {
    for (const { id, tasks } of yaml.domains) {
      const own = new Set(tasks.map((task) => task.id));
      const set = yaml.activities.some(
        (activity) =>
          activity.kind === 'practice-questions' &&
          activity.depth !== 'thorough' &&
          activity.tasks.every((task) => own.has(task)),
      );
      if (!set) {
        report(
          ['activities'],
          `domain ${id} has no practice questions of its own`,
          'add an activity of  kind: practice-questions  with tasks of this domain only',
        );
      }
    }
  },
);

const life = rule(
  z.object({ lifecycle: z.object(curriculumSchema.shape.lifecycle.shape) }),
  ({ lifecycle }, report) => {
    const first = lifecycle['first-exam'];
    const last = lifecycle['last-exam'];
    const general = lifecycle['general-availability'];
    if (first && last && first > last) {
      report(['lifecycle', 'last-exam'], `the last exam day ${last} is before the first, ${first}`);
    }
    if (first && general && first > general) {
      report(
        ['lifecycle', 'general-availability'],
        'general availability is before the first exam',
      );
    }
  },
);

const RULES: readonly Rule[] = [
  activityIds,
  domainIds,
  weights,
  taskCount,
  taskIds,
  tasksOfActivities,
  essentialMaterial,
  edges,
  guide,
  labs,
  projects,
  practiceExams,
  practiceQuestions,
  life,
];

const reportTo =
  (faults: FaultList<Fault>): Report =>
  (path, message, advice) =>
    faults.add(() => ({
      path,
      message: typeof message === 'string' ? message : message(),
      advice: advice ?? null,
    }));

/**
 * Faults of a curriculum that the schema does not know of.
 * @param data as it stands in the file, whether the schema takes it or not
 */
export function curriculumFaults(data: unknown): FaultList<Fault> {
  const faults = new FaultList<Fault>();
  for (const { judge } of RULES) judge(data, reportTo(faults));
  return faults;
}

/** All faults of the foundations file, where the schema takes it. */
export function foundationsFaults(data: unknown): FaultList<Fault> {
  const faults = new FaultList<Fault>();
  const read = foundationsSchema.safeParse(data);
  if (!read.success) return faults;
  const yaml = read.data;
  const report = reportTo(faults);
  const places = yaml.skills.flatMap((skill, s) =>
    skill.steps.flatMap((step, t) =>
      step.bridges.map((bridge, b) => ({
        bridge,
        path: ['skills', s, 'steps', t, 'bridges', b] as const,
      })),
    ),
  );
  const ids = places.map((place) => place.bridge.id);
  uniqueIds(ids, (index) => [...(places[index]?.path ?? []), 'id'], report);
  for (const { bridge, path } of places) {
    for (const [key, other] of [
      ...bridge.after.map((id, index) => [['after', index], id] as const),
      ...(bridge.overlaps ? [[['overlaps'], bridge.overlaps] as const] : []),
    ]) {
      if (!ids.includes(other)) {
        report([...path, ...key], `no bridge "${other}"${didYouMean(other, ids)}`);
      }
    }
  }
  const cycle = findCycle(new Map(places.map(({ bridge }) => [bridge.id, bridge.after])));
  if (cycle) report(['skills'], `the order runs in a circle: ${cycle.join(' → ')}`);
  yaml.skills.forEach((skill, s) => {
    skill.steps.forEach((step, t) => {
      if (step.from !== t || step.to !== t + 1) {
        report(['skills', s, 'steps', t, 'from'], `expected the step from ${t} to ${t + 1}`);
      }
    });
  });
  return faults;
}
