/** Reads the YAML of `curricula/` into what the rules need, without any code of the planner. */
import { parse } from 'yaml';
import type { Kind } from './plan-document.ts';
import { KINDS } from './plan-document.ts';

export type Depth = 'essential' | 'standard' | 'thorough';

export interface ActivityFacts {
  readonly id: string;
  readonly kind: Kind;
  readonly minutes: number;
  readonly steps: number;
  readonly tasks: readonly string[];
  readonly domains: readonly string[];
  readonly buildsOn: readonly (readonly [skill: string, level: number])[];
  readonly after: readonly string[];
  readonly depth: Depth;
  readonly forBeginners: boolean;
}

export interface CurriculumFacts {
  readonly id: string;
  readonly guide: string;
  readonly firstExam: string | null;
  readonly generalAvailability: string | null;
  readonly lastExam: string | null;
  readonly activities: ReadonlyMap<string, ActivityFacts>;
  readonly domains: ReadonlySet<string>;
  /** task id → domain id */
  readonly domainOfTask: ReadonlyMap<string, string>;
}

export interface BridgeFacts {
  readonly id: string;
  readonly skill: string;
  /** The level that the step of this bridge leads to. */
  readonly to: number;
  readonly minutes: number;
  readonly after: readonly string[];
}

export interface FoundationsFacts {
  readonly skills: ReadonlySet<string>;
  readonly bridges: ReadonlyMap<string, BridgeFacts>;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function node(value: unknown, where: string): Node {
  if (!isNode(value)) throw new Error(`${where}: expected a mapping`);
  return value;
}
function list(value: unknown, where: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${where}: expected a list`);
  return value;
}
function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Error(`${where}: expected text`);
  return value;
}
function number(value: unknown, where: string): number {
  if (typeof value !== 'number') throw new Error(`${where}: expected a number`);
  return value;
}
const texts = (value: unknown, where: string) => list(value, where).map((it) => text(it, where));
const textOrNull = (value: unknown, where: string) =>
  value === null || value === undefined ? null : text(value, where);

export function readCurriculumFacts(yamlText: string): CurriculumFacts {
  const file = node(parse(yamlText), 'curriculum');
  const lifecycle = node(file.lifecycle, 'lifecycle');
  const domainOfTask = new Map<string, string>();
  const domains = new Set<string>();
  for (const entry of list(file.domains, 'domains')) {
    const domain = node(entry, 'domain');
    const id = text(domain.id, 'domain id');
    domains.add(id);
    for (const task of list(domain.tasks, 'tasks')) {
      domainOfTask.set(text(node(task, 'task').id, 'task id'), id);
    }
  }
  const activities = new Map<string, ActivityFacts>();
  for (const entry of list(file.activities, 'activities')) {
    const facts = readActivity(node(entry, 'activity'), domainOfTask);
    activities.set(facts.id, facts);
  }
  return {
    id: text(file.id, 'id'),
    guide: text(file.guide, 'guide'),
    firstExam: textOrNull(lifecycle['first-exam'], 'first-exam'),
    generalAvailability: textOrNull(lifecycle['general-availability'], 'general-availability'),
    lastExam: textOrNull(lifecycle['last-exam'], 'last-exam'),
    activities,
    domains,
    domainOfTask,
  };
}

function readActivity(yaml: Node, domainOfTask: ReadonlyMap<string, string>): ActivityFacts {
  const id = text(yaml.id, 'activity id');
  const kind = KINDS.find((known) => known === yaml.kind);
  if (kind === undefined) throw new Error(`${id}: unknown kind`);
  const depth = yaml.depth;
  if (depth !== 'essential' && depth !== 'standard' && depth !== 'thorough') {
    throw new Error(`${id}: unknown depth`);
  }
  const tasks = texts(yaml.tasks, `${id} tasks`);
  const domains = new Set<string>();
  for (const task of tasks) {
    const domain = domainOfTask.get(task);
    if (domain === undefined) throw new Error(`${id}: unknown task ${task}`);
    domains.add(domain);
  }
  const buildsOn = Object.entries(node(yaml['builds-on'] ?? {}, `${id} builds-on`)).map(
    ([skill, level]) => [skill, number(level, `${id} level`)] as const,
  );
  return {
    id,
    kind,
    minutes: baseMinutes(node(yaml.minutes, `${id} minutes`), String(yaml.kind), id),
    steps: list(yaml.steps, `${id} steps`).length,
    tasks,
    domains: [...domains],
    buildsOn,
    after: texts(yaml.after, `${id} after`),
    depth,
    forBeginners: yaml.for === 'beginners',
  };
}

export function readFoundationsFacts(yamlText: string): FoundationsFacts {
  const file = node(parse(yamlText), 'foundations');
  const skills = new Set<string>();
  const bridges = new Map<string, BridgeFacts>();
  for (const entry of list(file.skills, 'skills')) {
    const skill = node(entry, 'skill');
    const skillId = text(skill.id, 'skill id');
    skills.add(skillId);
    for (const stepEntry of list(skill.steps, 'steps')) {
      const step = node(stepEntry, 'step');
      const to = number(step.to, `${skillId} step`);
      for (const bridgeEntry of list(step.bridges, 'bridges')) {
        const bridge = node(bridgeEntry, 'bridge');
        const id = text(bridge.id, 'bridge id');
        bridges.set(id, {
          id,
          skill: skillId,
          to,
          minutes: baseMinutes(node(bridge.minutes, id), 'bridge', id),
          after: texts(bridge.after, `${id} after`),
        });
      }
    }
  }
  return { skills, bridges };
}

/** Word counts are plain reading; notes and code make them half as long again. Practice is never raised. */
function baseMinutes(minutes: ReturnType<typeof node>, kind: string, id: string): number {
  const value = number(minutes.value, `${id} minutes`);
  const isPractice = kind === 'practice-exam' || kind === 'practice-questions';
  return minutes.basis === 'word-count' && !isPractice ? value * 1.5 : value;
}
