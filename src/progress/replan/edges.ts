/** What waits for what, in the middle of a plan. */
import { isReading } from '../../curriculum/vocabulary.ts';
import type { Session } from '../../plan/plan.ts';
import type { WorkItem } from '../../workload/work-item.ts';
import type { ReplanRequest } from './request.ts';

/**
 * Edges between activities: those of the workload, and what reviews were said to wait for. The exam
 * guide comes first; where it was missed and others are done, only practice questions wait for it. Nor does
 * a review wait for what was missed, where something of its task was learned: it asks for that meanwhile.
 * @param missed numbers of sessions whose time has passed
 */
export function edgesOf(
  sessions: ReadonlyMap<number, Session>,
  byItem: ReadonlyMap<string, WorkItem>,
  { guide, activities }: ReplanRequest['curriculum'],
  missed: ReadonlySet<number>,
): Map<string, string[]> {
  const begun = [...sessions.values()].some(({ status }) => status === 'done');
  const asked = new Set(
    activities.filter(({ after }) => after.includes(guide)).map(({ id }) => id),
  );
  const learned = new Set(
    [...sessions.values()].flatMap(({ status, kind, activity, tasks }) =>
      status === 'done' && activity !== guide && (isReading(kind) || kind === 'lab') ? tasks : [],
    ),
  );
  const present = new Set([...sessions.values()].map(({ activity }) => activity));
  const edges = new Map<string, string[]>();
  for (const session of sessions.values()) {
    if (edges.has(session.activity)) continue;
    const item = byItem.get(session.activity);
    const goesAhead = session.kind === 'review' && session.tasks.every((task) => learned.has(task));
    const before = item
      ? item.after
      : session.after
          .filter((number) => !goesAhead || !missed.has(number))
          .flatMap((number) => sessions.get(number)?.activity ?? []);
    edges.set(
      session.activity,
      [...new Set(before)].filter(
        (id) =>
          present.has(id) &&
          id !== session.activity &&
          (id !== guide ||
            !begun ||
            session.kind === 'practice-questions' ||
            asked.has(session.activity)),
      ),
    );
  }
  passThroughSkipped(edges, sessions);
  addReadingsOfLabs(edges, sessions);
  return edges;
}

/** Edges pass through what was left out, as they do through what was cut. */
function passThroughSkipped(
  edges: Map<string, string[]>,
  sessions: ReadonlyMap<number, Session>,
): void {
  const kept = new Set(
    [...sessions.values()]
      .filter(({ status }) => status !== 'skipped')
      .map(({ activity }) => activity),
  );
  for (const activity of edges.keys()) {
    const found = new Set<string>();
    const seen = new Set<string>();
    const open = [...(edges.get(activity) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (kept.has(id)) found.add(id);
      else open.push(...(edges.get(id) ?? []));
    }
    edges.set(activity, [...found]);
  }
}

/** Rule 5 where the reading that a lab waited for was skipped: another one of its task comes before it. */
function addReadingsOfLabs(
  edges: Map<string, string[]>,
  sessions: ReadonlyMap<number, Session>,
): void {
  const live = [...sessions.values()]
    .filter(({ status }) => status !== 'skipped')
    .sort((a, b) => a.start - b.start || a.number - b.number);
  const readings = live.filter(({ kind }) => isReading(kind));
  for (const lab of live) {
    if (lab.kind !== 'lab') continue;
    const before = edges.get(lab.activity) ?? [];
    for (const task of lab.tasks) {
      const ofTask = readings.filter(({ tasks }) => tasks.includes(task));
      if (ofTask.some(({ activity }) => before.includes(activity))) continue;
      const first = ofTask.find(({ activity }) => !waitsFor(activity, lab.activity, edges));
      if (first) before.push(first.activity);
    }
    edges.set(lab.activity, before);
  }
}

/** True where one activity comes, directly or not, after the other. */
function waitsFor(
  activity: string,
  other: string,
  edges: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const open = [activity];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === other) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(edges.get(id) ?? []));
  }
  return false;
}
