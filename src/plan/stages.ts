/**
 * A plan for several certifications, seen in two ways: one stage of it as a plan of its own (to score,
 * forecast and re-plan), and all of it as if it were for one certification (to print and export).
 */
import type { Certification, Domain } from '../curriculum/curriculum.ts';
import { SKILLS, type SkillLevels } from '../curriculum/vocabulary.ts';
import {
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../time/civil-date.ts';
import type { ZoneChange } from '../time/wall-clock.ts';
import {
  type Feasibility,
  type MadeForYou,
  type Plan,
  planClock,
  type Session,
  type Stage,
} from './plan.ts';
import { costsTogether } from './stage-costs.ts';

/** Ids of the certifications, in the order in which they are sat. One, in most plans. */
export const stageIds = (plan: Pick<Plan, 'certification' | 'later'>): readonly string[] => [
  plan.certification.id,
  ...(plan.later ?? []).map(({ certification }) => certification.id),
];

/** The stage that a session belongs to. */
export const stageOf = (
  plan: Pick<Plan, 'certification'>,
  session: Pick<Session, 'certification'>,
): string => session.certification ?? plan.certification.id;

/** The sessions of one stage. */
export const inStage =
  (plan: Pick<Plan, 'certification'>, id: string) =>
  (session: Pick<Session, 'certification'>): boolean =>
    stageOf(plan, session) === id;

/** One stage as a plan for one certification; its sessions keep their numbers. A plan for one is itself. */
export function stagePlan(plan: Plan, id: string): Plan {
  if (plan.later === undefined) return plan;
  const { later, ...first } = plan;
  const sessions = plan.sessions.filter(inStage(plan, id));
  const stage = later.find(({ certification }) => certification.id === id);
  if (!stage) return { ...first, sessions };
  // What the first stage shares is its own.
  const { shared: _, ...rest } = first;
  return { ...rest, ...stage, sessions };
}

/** The stage that counts on a day: the first whose exam is not behind, else the last. */
export function stageOn(plan: Plan, today: CivilDate): string {
  const ids = stageIds(plan);
  const open = ids.find((id) => {
    const { exam, sessions } = stagePlan(plan, id);
    if (exam !== null) return exam.date >= today;
    return sessions.some(({ status }) => status === 'planned');
  });
  return open ?? ids.at(-1) ?? plan.certification.id;
}

/**
 * All sessions, with the facts of the stage that counts on a day: what daily answers are made from.
 * Ids of tasks and domains stay those of each session's certification.
 */
export function planOn(plan: Plan, today: CivilDate): Plan {
  if (plan.later === undefined) return plan;
  const stages = stageIds(plan).map((id) => stagePlan(plan, id));
  return {
    ...stagePlan(plan, stageOn(plan, today)),
    sessions: plan.sessions,
    milestones: stages.flatMap(({ milestones }) => milestones),
  };
}

/**
 * The facts of a stage put back into its plan; the plan keeps offsets for the span of all its stages.
 * @param facts what a re-plan of the stage changed
 */
export function withStageFacts(
  plan: Plan,
  id: string,
  { zoneChanges, ...facts }: Partial<Stage> & Partial<Pick<Plan, 'zoneChanges'>>,
): Plan {
  if (plan.later === undefined) {
    return { ...plan, ...facts, ...(zoneChanges === undefined ? {} : { zoneChanges }) };
  }
  const own: Partial<Stage> = {
    ...facts,
    ...(facts.milestones === undefined
      ? {}
      : { milestones: facts.milestones.map((one) => ({ ...one, certification: id })) }),
  };
  const changed = {
    ...plan,
    ...(zoneChanges === undefined
      ? {}
      : { zoneChanges: joinedChanges(plan.zoneChanges, zoneChanges) }),
  };
  if (id === plan.certification.id) return { ...changed, ...own };
  return {
    ...changed,
    later: plan.later.map((stage) =>
      stage.certification.id === id ? { ...stage, ...own } : stage,
    ),
  };
}

/** Offsets over both spans: the first entry of the later span tells nothing new. */
function joinedChanges(
  one: Plan['zoneChanges'],
  other: Plan['zoneChanges'],
): readonly ZoneChange[] {
  const all = [...one, ...other].sort((a, b) => a.from - b.from);
  return all.filter(({ offset }, index) => index === 0 || offset !== all[index - 1]?.offset);
}

/** The Monday after a stage's exam: a few days of rest, and no week belongs to two stages. */
export function nextStageStart({ exam, sessions, learner, zoneChanges }: Plan): CivilDate {
  const last = sessions.at(-1);
  const end = Math.max(
    exam ? dayNumber(exam.date) : 0,
    last ? planClock({ learner, zoneChanges }).toWallClock(last.start).day : 0,
  );
  return civilDate(firstDayOfWeek(isoWeekIndex(end) + 1));
}

/** `MLA-C02 1.2`: the names of domains and tasks where there are several certifications. */
const named = (certification: Certification, id: string): string =>
  `${certification.examCode} ${id}`;

/**
 * The whole plan as if it were for one certification, for documents and lists: names of domains and
 * tasks carry their exam code, dates and remarks of all stages stand together.
 * @param today the exam that counts is the next one on this day; absent: the last one
 */
export function wholePlan(plan: Plan, today?: CivilDate): Plan {
  if (plan.later === undefined) return plan;
  const { later: _, ...first } = plan;
  const stages = stageIds(plan).map((id) => stagePlan(plan, id));
  const certifications = stages.map(({ certification }) => certification);
  const byId = new Map(certifications.map((certification) => [certification.id, certification]));
  const counts = stagePlan(
    plan,
    today === undefined ? (stageIds(plan).at(-1) ?? '') : stageOn(plan, today),
  );
  return {
    ...first,
    certification: joined(certifications, counts.certification),
    exam: counts.exam,
    sessions: plan.sessions.map((session) => {
      const own = byId.get(stageOf(plan, session));
      if (!own) return session;
      return {
        ...session,
        domain: session.domain === null ? null : named(own, session.domain),
        tasks: session.tasks.map((task) => named(own, task)),
      };
    }),
    milestones: stages
      .flatMap(({ milestones }) => milestones)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    warnings: distinct(stages.flatMap(({ warnings }) => warnings)),
    waived: stages.flatMap(({ waived }) => waived),
    shared: stages.flatMap(({ shared }) => shared ?? []),
    cuts: stages.flatMap(({ cuts }) => cuts),
    feasibility: together(stages.map(({ feasibility }) => feasibility)),
    madeForYou: allMade(stages.map(({ madeForYou }) => madeForYou)),
    costs: costsTogether(stages),
    sittings: Object.fromEntries(
      stages.map(({ certification, exam }) => [
        certification.id,
        { examCode: certification.examCode, minute: exam?.minute ?? null },
      ]),
    ),
  };
}

const distinct = <T>(list: readonly T[]): T[] => [
  ...new Map(list.map((item) => [JSON.stringify(item), item])).values(),
];

function joined(certifications: readonly Certification[], counts: Certification): Certification {
  const domains = certifications.flatMap((certification): Domain[] =>
    certification.domains.map((domain) => ({
      ...domain,
      id: named(certification, domain.id),
      title: `${certification.examCode}: ${domain.title}`,
      weight: domain.weight / certifications.length,
      tasks: domain.tasks.map((task) => ({
        ...task,
        id: named(certification, task.id),
        mixWith: task.mixWith.map((other) => named(certification, other)),
      })),
    })),
  );
  return {
    ...counts,
    name: certifications.map(({ name }) => name).join(' + '),
    examCode: certifications.map(({ examCode }) => examCode).join(' + '),
    requires: highest(certifications.map(({ requires }) => requires)),
    services: distinct(certifications.flatMap(({ services }) => services)),
    notes: distinct(certifications.flatMap(({ notes }) => notes)),
    sources: distinct(certifications.flatMap(({ sources }) => sources)),
    domains,
  };
}

const highest = (levels: readonly SkillLevels[]): SkillLevels =>
  Object.fromEntries(
    SKILLS.flatMap((skill) => {
      const own = levels.flatMap((of) => of[skill] ?? []);
      return own.length === 0 ? [] : [[skill, Math.max(...own)]];
    }),
  );

/** The sums of all, and the verdict of the worst. */
function together(all: readonly Feasibility[]): Feasibility {
  const sum = (of: readonly (number | null)[]): number | null =>
    of.reduce<number | null>(
      (total, value) => (total === null || value === null ? null : total + value),
      0,
    );
  const worst = (['does-not-fit', 'tight'] as const).find((verdict) =>
    all.some((one) => one.verdict === verdict),
  );
  return {
    verdict: worst ?? 'fits',
    neededMinutes: all.reduce((total, { neededMinutes }) => total + neededMinutes, 0),
    availableMinutes: sum(all.map(({ availableMinutes }) => availableMinutes)),
    cushionMinutes: sum(all.map(({ cushionMinutes }) => cushionMinutes)),
    remedies: all.flatMap(({ remedies }) => remedies),
  };
}

function allMade(all: readonly MadeForYou[]): MadeForYou {
  const sum = (of: (made: MadeForYou) => number): number =>
    all.reduce((total, made) => total + of(made), 0);
  const bridges = new Map<string, MadeForYou['bridges'][number]>();
  for (const entry of all.flatMap((made) => made.bridges)) {
    const known = bridges.get(entry.skill);
    bridges.set(entry.skill, {
      skill: entry.skill,
      from: Math.min(entry.from, known?.from ?? entry.from),
      to: Math.max(entry.to, known?.to ?? entry.to),
      count: entry.count + (known?.count ?? 0),
      minutes: entry.minutes + (known?.minutes ?? 0),
    });
  }
  return {
    weakerFoundationsMinutes: sum((made) => made.weakerFoundationsMinutes),
    paceMinutes: sum((made) => made.paceMinutes),
    waivedMinutes: sum((made) => made.waivedMinutes),
    bridges: [...bridges.values()],
    notGiven: [
      ...new Map(all.flatMap(({ notGiven }) => notGiven.map((one) => [one.skill, one]))).values(),
    ],
  };
}
