/** What of a plan's finished work counts for another certification. */
import type { Activity, Curriculum } from '../curriculum/curriculum.ts';
import { sharedResources, tasksOf } from '../curriculum/drift.ts';
import type { Bridge, Foundations } from '../curriculum/foundations.ts';
import type { Overlap } from '../curriculum/overlaps.ts';
import { matchTitles } from '../curriculum/title-match.ts';
import { isReading, type Level, SKILLS, type Skill } from '../curriculum/vocabulary.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Credit, CreditedTask } from '../workload/credit.ts';
import { ACCOUNT_ITEM } from '../workload/workload.ts';
import { doneIn, isDoneIn } from './done-elsewhere.ts';
import type { Plan, Session } from './plan.ts';
import { stageIds, stagePlan } from './stages.ts';

/** Titles at least this much alike (0 to 1) are the same task in nearly the same words. */
const SAME_TASK = 0.75;

/** A plan with what it was made from. */
export interface FinishedPlan {
  readonly plan: Plan;
  /** Activities by certification, as they were. */
  readonly activities: Readonly<Record<string, readonly Activity[]>>;
}

/** A step of a skill whose bridges are all done. */
export interface RaisedSkill {
  readonly skill: Skill;
  readonly from: Level;
  readonly to: Level;
  readonly bridges: number;
  /** Planned minutes of those bridges. */
  readonly minutes: number;
}

export interface CarriedOver {
  readonly credit: Credit;
  readonly raised: readonly RaisedSkill[];
  /** All that is done, and what of it counts; planned minutes. */
  readonly done: { readonly sessions: number; readonly minutes: number };
  readonly counts: { readonly sessions: number; readonly minutes: number };
}

/**
 * Material of both by id (or address) and bridges by id, where all parts are done. Where all essential
 * readings of a task are done: tasks with nearly the same title in another version of the same
 * certification, and tasks that it teaches by the table of overlaps.
 */
export function carriedOver(
  { plan, activities }: FinishedPlan,
  curriculum: Curriculum,
  foundations: Foundations,
  overlaps: readonly Overlap[],
): CarriedOver {
  const finished = finishedActivities(plan.sessions);
  const bridges = new Map(foundations.bridges.map((bridge) => [bridge.id, bridge]));
  const old = Object.values(activities).flat();
  const done: Record<string, string> = earlierCredit(plan, curriculum, bridges);
  const counting = new Set<string>();
  for (const { before, after } of sharedResources(old, curriculum.activities)) {
    const date = finished.get(before);
    if (date === undefined) continue;
    counting.add(before);
    done[after] = doneIn(plan.name, date);
  }
  for (const [id, date] of finished) {
    const bridge = bridges.get(id);
    if (!bridge) continue;
    done[id] = doneIn(plan.name, date);
    if (isAskedFor(bridge, curriculum)) counting.add(id);
  }
  const isSameCloud = plan.certification.vendor === curriculum.vendor;
  const account =
    isSameCloud && (finished.has(ACCOUNT_ITEM) || plan.basis.credit?.account === true);
  if (account && finished.has(ACCOUNT_ITEM)) counting.add(ACCOUNT_ITEM);
  const allDone = plan.sessions.filter(({ status }) => status === 'done');
  return {
    credit: {
      done,
      tasks: Object.assign(
        {},
        ...stageIds(plan).map((id) => {
          const stage = stagePlan(plan, id);
          const isRead = readTasks(stage, activities[id] ?? [], finished);
          return {
            ...taughtTasks(stage, curriculum, overlaps, isRead),
            ...sameTasks(stage, curriculum, isRead),
          };
        }),
      ),
      account,
    },
    raised: raisedSkills(plan, bridges, finished),
    done: sumOf(allDone),
    counts: sumOf(allDone.filter(({ activity }) => counting.has(activity))),
  };
}

const sumOf = (sessions: readonly Session[]) => ({
  sessions: sessions.length,
  minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
});

/** Activities all of whose sessions are done, with the last day of them. */
function finishedActivities(sessions: readonly Session[]): Map<string, CivilDate> {
  const finished = new Map<string, CivilDate>();
  const open = new Set<string>();
  for (const { activity, status, actual } of sessions) {
    if (status !== 'done' || actual === null) open.add(activity);
    else {
      const before = finished.get(activity);
      if (before === undefined || before < actual.on) finished.set(activity, actual.on);
    }
  }
  for (const activity of open) finished.delete(activity);
  return finished;
}

/** What the plan itself had carried over goes on counting. */
function earlierCredit(
  plan: Plan,
  curriculum: Curriculum,
  bridges: ReadonlyMap<string, Bridge>,
): Record<string, string> {
  const own = new Set(curriculum.activities.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(plan.basis.credit?.done ?? {}).filter(
      ([id, because]) => isDoneIn(because) && (own.has(id) || bridges.has(id)),
    ),
  );
}

const isAskedFor = ({ skill, from, vendors }: Bridge, { requires, vendor }: Curriculum): boolean =>
  (requires[skill] ?? 0) > from && (vendors === null || vendors.includes(vendor));

/** Whether a task of the plan has essential readings, and all of them are done. */
function readTasks(
  { sessions }: Plan,
  activities: readonly Activity[],
  finished: ReadonlyMap<string, CivilDate>,
): (task: string) => boolean {
  const planned = new Set(sessions.map(({ activity }) => activity));
  return (task) => {
    const readings = activities.filter(
      ({ id, kind, depth, tasks }) =>
        planned.has(id) && isReading(kind) && depth === 'essential' && tasks.includes(task),
    );
    return readings.length > 0 && readings.every(({ id }) => finished.has(id));
  };
}

function taughtTasks(
  { name, certification }: Plan,
  curriculum: Curriculum,
  overlaps: readonly Overlap[],
  isRead: (task: string) => boolean,
): Record<string, CreditedTask> {
  return Object.fromEntries(
    overlaps
      .filter(
        ({ learned, counts }) =>
          learned.certification === certification.id &&
          counts.certification === curriculum.id &&
          isRead(learned.task),
      )
      .map(({ learned, counts, subject }): [string, CreditedTask] => [
        counts.task,
        {
          because: `${subject}: ${certification.examCode} task ${learned.task} teaches it, done in ${name}`,
          upTo: certification.requires,
        },
      ]),
  );
}

/** Only between versions of one certification do the same words mean the same task. */
function sameTasks(
  { name, certification }: Plan,
  curriculum: Curriculum,
  isRead: (task: string) => boolean,
): Record<string, CreditedTask> {
  const isFamily =
    certification.id === curriculum.id ||
    certification.successors.includes(curriculum.id) ||
    curriculum.successors.includes(certification.id);
  if (!isFamily) return {};
  const pairs = matchTitles(tasksOf(certification), tasksOf(curriculum));
  return Object.fromEntries(
    pairs.flatMap(({ before, after, alike }): [string, CreditedTask][] => {
      if (alike < SAME_TASK || !isRead(before.id)) return [];
      const because = `${certification.examCode} task ${before.id} is nearly the same; its readings are done in ${name}`;
      return [[after.id, { because, upTo: certification.requires }]];
    }),
  );
}

/** Steps, from the learner's level up without a gap, of which all planned bridges are done. */
function raisedSkills(
  plan: Plan,
  bridges: ReadonlyMap<string, Bridge>,
  finished: ReadonlyMap<string, CivilDate>,
): RaisedSkill[] {
  const steps = new Map<string, { bridge: Bridge; ids: Set<string>; minutes: number }>();
  for (const { activity, minutes } of plan.sessions) {
    const bridge = bridges.get(activity);
    if (!bridge) continue;
    const key = `${bridge.skill} ${bridge.from}`;
    const step = steps.get(key) ?? { bridge, ids: new Set(), minutes: 0 };
    step.ids.add(activity);
    step.minutes += minutes;
    steps.set(key, step);
  }
  const raised = new Map<Skill, RaisedSkill>();
  for (const { bridge, ids, minutes } of [...steps.values()].sort(
    (a, b) => a.bridge.from - b.bridge.from,
  )) {
    const { skill, from, to } = bridge;
    const before = raised.get(skill);
    const level = before?.to ?? plan.learner.skills[skill].level;
    if (from !== level || ![...ids].every((id) => finished.has(id))) continue;
    raised.set(skill, {
      skill,
      from: before?.from ?? from,
      to,
      bridges: (before?.bridges ?? 0) + ids.size,
      minutes: (before?.minutes ?? 0) + minutes,
    });
  }
  return SKILLS.flatMap((skill) => raised.get(skill) ?? []);
}
