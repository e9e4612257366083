/** What a schema cannot say: references, sums and order. Each rule pushes the faults it finds. */
import { midWeight } from './curriculum.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { findCycle } from './order-cycle.ts';
import type { CurriculumYaml, FoundationsYaml } from './schema.ts';
import { isReading } from './vocabulary.ts';

type Report = (path: Fault['path'], message: string) => void;

function uniqueIds(
  ids: readonly string[],
  place: (index: number) => Fault['path'],
  report: Report,
) {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) report(place(index), `"${id}" is used twice; ids are unique`);
    seen.add(id);
  });
}

function weights(yaml: CurriculumYaml, report: Report) {
  const stated = yaml.domains.map((domain) => domain.weight);
  stated.forEach((weight, index) => {
    if (Array.isArray(weight) && weight[0] > weight[1]) {
      report(['domains', index, 'weight'], `range runs backwards: ${weight[0]} to ${weight[1]}`);
    }
  });
  if (stated.every((weight) => typeof weight === 'number')) {
    const sum = stated.reduce<number>((total, weight) => total + midWeight(weight), 0);
    if (sum < 99 || sum > 101) report(['domains'], `weights add up to ${sum}, not 100`);
    return;
  }
  const low = stated.reduce<number>((sum, w) => sum + (typeof w === 'number' ? w : w[0]), 0);
  const high = stated.reduce<number>((sum, w) => sum + (typeof w === 'number' ? w : w[1]), 0);
  if (low > 100 || high < 100) {
    report(['domains'], `weight ranges add up to ${low}–${high}, which does not hold 100`);
  }
}

function tasks(yaml: CurriculumYaml, report: Report) {
  const known = yaml.domains.flatMap((domain) => domain.tasks.map((task) => task.id));
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
        if (!known.includes(other)) {
          report([...path, 'mix-with', m], `no task "${other}"${didYouMean(other, known)}`);
        }
      });
    });
  });
  yaml.activities.forEach((activity, a) => {
    activity.tasks.forEach((task, t) => {
      if (!known.includes(task)) {
        report(['activities', a, 'tasks', t], `no task "${task}"${didYouMean(task, known)}`);
      }
    });
  });
  for (const task of known) {
    const served = yaml.activities.some(
      (activity) =>
        activity.depth === 'essential' &&
        activity.for === undefined &&
        activity.tasks.includes(task) &&
        (isReading(activity.kind) || activity.kind === 'lab'),
    );
    if (!served) report(['activities'], `task ${task} has no essential docs, course, video or lab`);
  }
}

function edges(yaml: CurriculumYaml, report: Report) {
  const ids = yaml.activities.map((activity) => activity.id);
  yaml.activities.forEach((activity, a) => {
    activity.after.forEach((other, e) => {
      const path = ['activities', a, 'after', e];
      if (other === activity.id) report(path, `"${other}" cannot come after itself`);
      else if (!ids.includes(other)) {
        report(path, `no activity "${other}"${didYouMean(other, ids)}`);
      }
    });
  });
  const cycle = findCycle(new Map(yaml.activities.map((item) => [item.id, item.after])));
  if (cycle && new Set(cycle).size > 1) {
    report(
      ['activities', ids.indexOf(cycle[0] ?? ''), 'after'],
      `the order runs in a circle: ${cycle.join(' → ')}`,
    );
  }
}

function kinds(yaml: CurriculumYaml, report: Report) {
  const guide = yaml.activities.findIndex((activity) => activity.id === yaml.guide);
  const guideActivity = yaml.activities[guide];
  if (!guideActivity) {
    report(['guide'], `no activity "${yaml.guide}"`);
  } else {
    if (guideActivity.kind !== 'docs' || guideActivity.depth !== 'essential') {
      report(['activities', guide], 'the exam guide is an essential activity of kind docs');
    }
    if (guideActivity.after.length > 0 || Object.keys(guideActivity['builds-on']).length > 0) {
      report(['activities', guide], 'the exam guide comes first: it builds on nothing');
    }
  }
  yaml.activities.forEach((activity, a) => {
    const path = ['activities', a] as const;
    if (activity.kind === 'lab' && !activity.lab) {
      report(path, `lab "${activity.id}" says no steps and tear-down (key "lab")`);
    }
    if (activity.kind !== 'lab' && activity.lab) {
      report([...path, 'lab'], `only a lab has the key "lab"; this is kind ${activity.kind}`);
    }
    if (activity.kind === 'project') {
      const sum = (activity.steps ?? []).reduce((total, step) => total + step.minutes, 0);
      if (sum !== activity.minutes.value) {
        report(
          [...path, 'minutes', 'value'],
          `the steps of "${activity.id}" take ${sum} minutes, the project ${activity.minutes.value}`,
        );
      }
    } else if (activity.steps) {
      report([...path, 'steps'], 'only a project has steps');
    }
  });
  const exams = yaml.activities.filter((activity) => activity.kind === 'practice-exam');
  if (exams.length < 2) report(['activities'], 'at least two practice exams are needed');
  if (!exams.some((exam) => exam.depth === 'essential')) {
    report(['activities'], 'at least one practice exam is essential');
  }
  for (const domain of yaml.domains) {
    const own = new Set(domain.tasks.map((task) => task.id));
    const set = yaml.activities.some(
      (activity) =>
        activity.kind === 'practice-questions' &&
        activity.depth !== 'thorough' &&
        activity.tasks.every((task) => own.has(task)),
    );
    if (!set) report(['activities'], `domain ${domain.id} has no practice questions of its own`);
  }
}

function life(yaml: CurriculumYaml, report: Report) {
  const { lifecycle } = yaml;
  const first = lifecycle['first-exam'];
  const last = lifecycle['last-exam'];
  const general = lifecycle['general-availability'];
  if (first && last && first > last) {
    report(['lifecycle', 'last-exam'], `the last exam day ${last} is before the first, ${first}`);
  }
  if (first && general && first > general) {
    report(['lifecycle', 'general-availability'], 'general availability is before the first exam');
  }
}

/** All faults of a curriculum that passed the schema; empty when it is sound. */
export function curriculumFaults(yaml: CurriculumYaml): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  uniqueIds(
    yaml.activities.map((activity) => activity.id),
    (index) => ['activities', index, 'id'],
    report,
  );
  uniqueIds(
    yaml.domains.map((domain) => domain.id),
    (index) => ['domains', index, 'id'],
    report,
  );
  weights(yaml, report);
  tasks(yaml, report);
  edges(yaml, report);
  kinds(yaml, report);
  life(yaml, report);
  return faults;
}

/** All faults of the foundations file that passed the schema. */
export function foundationsFaults(yaml: FoundationsYaml): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
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
