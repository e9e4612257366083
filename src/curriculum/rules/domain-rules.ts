/** Domains and their tasks: ids, weights, numbers. */
import * as z from 'zod';
import { midWeight } from '../curriculum.ts';
import { didYouMean } from '../nearest.ts';
import { domain, domains, list, rule, task, uniqueIds } from './rule.ts';

export const domainIds = rule(domains({ id: domain.id }), (yaml, report) =>
  uniqueIds(
    yaml.domains.map(({ id }) => id),
    (index) => ['domains', index, 'id'],
    report,
  ),
);

export const weights = rule(domains({ weight: domain.weight }), (yaml, report) => {
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

export const taskIds = rule(
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

export const taskCount = rule(
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
