/** Activities, whatever their kind: ids, tasks that they serve, order. */
import * as z from 'zod';
import { didYouMean } from '../nearest.ts';
import { findCycle } from '../order-cycle.ts';
import { curriculumSchema } from '../schema.ts';
import { isReading } from '../vocabulary.ts';
import { activities, activity, list, rule, task, uniqueIds } from './rule.ts';

export const activityIds = rule(activities({ id: activity.id }), (yaml, report) =>
  uniqueIds(
    yaml.activities.map(({ id }) => id),
    (index) => ['activities', index, 'id'],
    report,
  ),
);

const allTasks = { domains: list({ tasks: list({ id: task.id }) }) };

export const tasksOfActivities = rule(
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

export const essentialMaterial = rule(
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

export const edges = rule(
  activities({ id: activity.id, after: activity.after }),
  (yaml, report) => {
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
  },
);

export const guide = rule(
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
