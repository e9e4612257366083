/** `--knows 1.2,d1` and `--scored d1=85`: what the learner says about the exam's own tasks. */
import type { Domain } from '../curriculum/curriculum.ts';
import { didYouMean } from '../curriculum/nearest.ts';
import { badInput } from '../errors.ts';

/** @returns task ids, each once, in the order of the exam guide */
export function parseKnown(options: readonly string[], domains: readonly Domain[]): string[] {
  const known = new Set<string>();
  const tasks = domains.flatMap((domain) => domain.tasks.map((task) => task.id));
  for (const part of options.flatMap((option) => option.split(','))) {
    const id = part.trim().toLowerCase();
    if (id === '') continue;
    const domain = domains.find((candidate) => candidate.id === id);
    if (domain) for (const task of domain.tasks) known.add(task.id);
    else if (tasks.includes(id)) known.add(id);
    else {
      const ids = [...domains.map((candidate) => candidate.id), ...tasks];
      throw badInput(
        'unknown-task',
        `--knows ${id}: this exam has no such task or domain${didYouMean(id, ids)}`,
        `domains are ${domains.map((d) => d.id).join(', ')}; tasks are ${tasks.join(', ')}`,
      );
    }
  }
  return tasks.filter((task) => known.has(task));
}

export function parseScored(
  options: readonly string[],
  domains: readonly Domain[],
): Record<string, number> {
  const scored: Record<string, number> = {};
  for (const part of options.flatMap((option) => option.split(','))) {
    const text = part.trim().toLowerCase();
    if (text === '') continue;
    const [id = '', value = '', extra] = text.split('=');
    if (!domains.some((domain) => domain.id === id)) {
      throw badInput(
        'unknown-domain',
        `--scored ${text}: this exam has no domain "${id}"`,
        `write for example d1=70; domains are ${domains.map((d) => d.id).join(', ')}`,
      );
    }
    const digits = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(value.trim())?.[1];
    const percent = Number(digits);
    if (digits === undefined || extra !== undefined || percent > 100) {
      throw badInput(
        'bad-percent',
        `--scored ${text}: "${value}" is no per cent`,
        'write a number from 0 to 100',
      );
    }
    scored[id] = percent;
  }
  return scored;
}
