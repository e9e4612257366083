/**
 * Rule 5: what comes before what. A session that the rules bind waits for the end of what it
 * needs, unless that is done already.
 */
import type { CurriculumFacts, FoundationsFacts } from './curriculum-facts.ts';
import { isReading } from './plan-document.ts';
import { type Item, numbersOf, type PlanView } from './plan-view.ts';
import type { Violation } from './violation.ts';

export function checkOrder(view: PlanView): Violation[] {
  return [
    ...guideFirst(view),
    ...bridgesBeforeNeed(view),
    ...bridgeSteps(view),
    ...afterEdges(view.activities, view.curriculum.activities),
    ...afterEdges(view.bridges, view.foundations.bridges),
    ...labsAfterReading(view),
    ...questionsAfterDomain(view),
    ...partsInOrder(view),
  ];
}

/** The breach, if `later` begins before `earlier` is through. */
function mustPrecede(earlier: Item, later: Item, why: string): Violation[] {
  if (earlier.readyAt <= later.boundStart) return [];
  return [
    {
      rule: 5,
      message: `${later.activity} starts before ${earlier.activity} ends: ${why}`,
      sessions: [...numbersOf(earlier), ...numbersOf(later)],
    },
  ];
}

function guideFirst({ sessions, curriculum }: PlanView): Violation[] {
  const [first] = sessions;
  if (!first || first.exempt || first.session.activity === curriculum.guide) return [];
  const message = `the first session is ${first.session.activity}, not the guide ${curriculum.guide}`;
  return [{ rule: 5, message, sessions: [first.number] }];
}

interface PlannedBridge {
  readonly to: number;
  readonly item: Item;
}

/** Planned bridges by skill. */
function bridgesBySkill(
  bridges: ReadonlyMap<string, Item>,
  foundations: FoundationsFacts,
): ReadonlyMap<string, readonly PlannedBridge[]> {
  const bySkill = new Map<string, PlannedBridge[]>();
  for (const item of bridges.values()) {
    const facts = foundations.bridges.get(item.activity);
    if (!facts) continue; // reported as shape
    const planned = { to: facts.to, item };
    const list = bySkill.get(facts.skill);
    if (list) list.push(planned);
    else bySkill.set(facts.skill, [planned]);
  }
  return bySkill;
}

function latest(items: readonly PlannedBridge[], level: number): Item | undefined {
  let found: Item | undefined;
  for (const { to, item } of items) {
    if (to <= level && (!found || item.readyAt > found.readyAt)) found = item;
  }
  return found;
}

function bridgesBeforeNeed({
  activities,
  bridges,
  curriculum,
  foundations,
}: PlanView): Violation[] {
  const bySkill = bridgesBySkill(bridges, foundations);
  /** skill and level → the bridge that is through last */
  const lastOf = new Map<string, Item | undefined>();
  const violations: Violation[] = [];
  for (const item of activities.values()) {
    for (const [skill, level] of curriculum.activities.get(item.activity)?.buildsOn ?? []) {
      const key = `${skill} ${level}`;
      if (!lastOf.has(key)) lastOf.set(key, latest(bySkill.get(skill) ?? [], level));
      const bridge = lastOf.get(key);
      if (bridge) violations.push(...mustPrecede(bridge, item, `it builds on ${skill} ${level}`));
    }
  }
  return violations;
}

function bridgeSteps({ bridges, foundations }: PlanView): Violation[] {
  const violations: Violation[] = [];
  for (const [skill, planned] of bridgesBySkill(bridges, foundations)) {
    for (const { to, item } of planned) {
      const lower = latest(planned, to - 1);
      if (lower) violations.push(...mustPrecede(lower, item, `a lower step of ${skill}`));
    }
  }
  return violations;
}

/** `after` edges; what is not in the plan passes on what it waits for itself. */
function afterEdges(
  items: ReadonlyMap<string, Item>,
  facts: ReadonlyMap<string, { readonly after: readonly string[] }>,
): Violation[] {
  const planned = new Map<string, readonly Item[]>();
  const open = new Set<string>();
  const predecessors = (id: string): readonly Item[] => {
    const known = planned.get(id);
    if (known) return known;
    if (open.has(id)) return []; // a circle is the curriculum checker's business
    open.add(id);
    const found = new Set<Item>();
    for (const other of facts.get(id)?.after ?? []) {
      const item = items.get(other);
      if (item) found.add(item);
      else for (const further of predecessors(other)) found.add(further);
    }
    open.delete(id);
    const result = [...found];
    planned.set(id, result);
    return result;
  };
  const violations: Violation[] = [];
  for (const item of items.values()) {
    for (const earlier of predecessors(item.activity)) {
      violations.push(...mustPrecede(earlier, item, 'an `after` edge'));
    }
  }
  return violations;
}

/** Planned docs, courses and videos by task or by domain. */
function readingsBy(
  { activities, curriculum }: PlanView,
  keys: (facts: { tasks: readonly string[]; domains: readonly string[] }) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const result = new Map<string, Item[]>();
  for (const item of activities.values()) {
    if (!isReading(item.kind)) continue;
    const facts = curriculum.activities.get(item.activity);
    for (const key of facts ? keys(facts) : []) {
      const list = result.get(key);
      if (list) list.push(item);
      else result.set(key, [item]);
    }
  }
  return result;
}

function tasksOf({ activities }: CurriculumFacts, item: Item): readonly string[] {
  return activities.get(item.activity)?.tasks ?? [];
}

function labsAfterReading(view: PlanView): Violation[] {
  const earliest = new Map<string, Item>();
  for (const [task, items] of readingsBy(view, (facts) => facts.tasks)) {
    const [first, ...others] = items;
    if (!first) continue;
    earliest.set(
      task,
      others.reduce((best, it) => (it.readyAt < best.readyAt ? it : best), first),
    );
  }
  const violations: Violation[] = [];
  for (const lab of view.activities.values()) {
    if (lab.kind !== 'lab') continue;
    for (const task of tasksOf(view.curriculum, lab)) {
      const reading = earliest.get(task);
      if (reading) {
        violations.push(...mustPrecede(reading, lab, `no reading of task ${task} ends before it`));
      }
    }
  }
  return violations;
}

function questionsAfterDomain(view: PlanView): Violation[] {
  const last = new Map<string, Item>();
  for (const [domain, items] of readingsBy(view, (facts) => facts.domains)) {
    for (const item of items) {
      const best = last.get(domain);
      if (!best || item.readyAt > best.readyAt) last.set(domain, item);
    }
  }
  const violations: Violation[] = [];
  for (const set of view.activities.values()) {
    if (set.kind !== 'practice-questions') continue;
    for (const domain of view.curriculum.activities.get(set.activity)?.domains ?? []) {
      const reading = last.get(domain);
      if (reading) violations.push(...mustPrecede(reading, set, `a reading of domain ${domain}`));
    }
  }
  return violations;
}

/** Each part ends before the next begins, and the labels count up by date. */
function partsInOrder({ activities, bridges }: PlanView): Violation[] {
  const violations: Violation[] = [];
  for (const item of [...activities.values(), ...bridges.values()]) {
    item.sessions.forEach((later, index) => {
      const earlier = item.sessions[index - 1];
      if (!earlier || later.exempt) return;
      const labels = [earlier.session.part, later.session.part] as const;
      const isLabelled = labels[0] !== null && labels[1] !== null;
      if (isLabelled && labels[0][0] < labels[1][0] && earlier.end <= later.start) return;
      if (!isLabelled && earlier.end <= later.start) return;
      violations.push({
        rule: 5,
        message: `the parts of ${item.activity} are not in order`,
        sessions: [earlier.number, later.number],
      });
    });
  }
  return violations;
}
