/**
 * Which item must end before which starts (design §5 rule 5), derived from the curriculum: its own
 * `after` edges, bridges before what needs them, a reading before the lab of its task, all
 * readings of a domain before its practice questions.
 */
import type { Activity, Curriculum } from '../curriculum/curriculum.ts';
import type { Bridge } from '../curriculum/foundations.ts';
import { isReading, SKILLS } from '../curriculum/vocabulary.ts';

export type Edges = ReadonlyMap<string, readonly string[]>;

/** `after` of an activity; an edge to one that is not planned passes through to what that waits for. */
function plannedAfter(
  activity: Activity,
  byId: ReadonlyMap<string, Activity>,
  planned: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...activity.after];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (planned.has(id)) found.add(id);
    else open.push(...(byId.get(id)?.after ?? []));
  }
  return found;
}

/** All ids that come, directly or not, after the given one. */
function followers(id: string, edges: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [other, before] of edges) {
      if (!found.has(other) && [...before].some((item) => found.has(item))) {
        found.add(other);
        grew = true;
      }
    }
  }
  return found;
}

/** Every domain that has one of the tasks. */
function tasksOfTheirDomains(tasks: readonly string[], curriculum: Curriculum): Set<string> {
  return new Set(
    curriculum.domains
      .filter((domain) => domain.tasks.some((task) => tasks.includes(task.id)))
      .flatMap((domain) => domain.tasks.map((task) => task.id)),
  );
}

export function activityEdges(curriculum: Curriculum, activities: readonly Activity[]): Edges {
  const byId = new Map(curriculum.activities.map((activity) => [activity.id, activity]));
  const planned = new Set(activities.map((activity) => activity.id));
  const edges = new Map<string, Set<string>>(
    activities.map((activity) => [activity.id, plannedAfter(activity, byId, planned)]),
  );
  const readings = activities.filter((activity) => isReading(activity.kind));

  for (const lab of activities.filter((activity) => activity.kind === 'lab')) {
    const before = edges.get(lab.id);
    if (!before) continue;
    let later: Set<string> | null = null;
    for (const task of lab.tasks) {
      const ofTask = readings.filter((reading) => reading.tasks.includes(task));
      if (ofTask.some((reading) => before.has(reading.id))) continue;
      later ??= followers(lab.id, edges);
      const first = ofTask.find((reading) => !later?.has(reading.id));
      if (first) before.add(first.id);
    }
  }
  for (const set of activities.filter((activity) => activity.kind === 'practice-questions')) {
    const tasks = tasksOfTheirDomains(set.tasks, curriculum);
    for (const reading of readings) {
      if (reading.tasks.some((task) => tasks.has(task))) edges.get(set.id)?.add(reading.id);
    }
  }
  return new Map([...edges].map(([id, before]) => [id, [...before]]));
}

/** Bridges that an activity waits for: every planned step of a skill up to the level it needs. */
export const bridgesBefore = (activity: Activity, bridges: readonly Bridge[]): string[] =>
  SKILLS.flatMap((skill) => {
    const need = activity.buildsOn[skill];
    if (need === undefined) return [];
    return bridges
      .filter((bridge) => bridge.skill === skill && bridge.to <= need)
      .map((bridge) => bridge.id);
  });

/** Edges among bridges: their own `after`, and the step below before the step above. */
export function bridgeEdges(bridges: readonly Bridge[], all: readonly Bridge[]): Edges {
  const planned = new Set(bridges.map((bridge) => bridge.id));
  const byId = new Map(all.map((bridge) => [bridge.id, bridge]));
  /** An edge to a bridge that is not planned passes through to what that waits for. */
  const through = (id: string): string[] =>
    planned.has(id) ? [id] : (byId.get(id)?.after ?? []).flatMap(through);
  return new Map(
    bridges.map((bridge) => [
      bridge.id,
      [
        ...new Set(bridge.after.flatMap(through)),
        ...bridges
          .filter((other) => other.skill === bridge.skill && other.to === bridge.from)
          .map((other) => other.id),
      ],
    ]),
  );
}
