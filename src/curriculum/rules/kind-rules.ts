/** What activities of one kind have to have: labs, projects, practice. */
import * as z from 'zod';
import { activities, activity, domain, list, rule, task } from './rule.ts';

export const labs = rule(
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

export const projects = rule(
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

export const practiceExams = rule(
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

export const practiceQuestions = rule(
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
