/** `plan --from PLAN`: the learner of another plan goes on, and what is done there counts. */
import type { Curriculum } from '../curriculum/curriculum.ts';
import { type Level, SKILLS, type Skill } from '../curriculum/vocabulary.ts';
import type { Learner } from '../learner/learner.ts';
import { completeSkills, parseSkills } from '../learner/skills.ts';
import { groupWindows } from '../learner/windows.ts';
import { carriedOver, type RaisedSkill } from '../plan/carried-over.ts';
import type { LanguageTag } from '../plan/language.ts';
import type { Warning } from '../plan/plan.ts';
import { formatRoundHours } from '../plan/words.ts';
import type { Credit } from '../workload/credit.ts';
import { builtInFoundations, builtInOverlaps } from './built-in-curricula.ts';
import type { PlanFlags } from './commands/plan-options.ts';
import type { Context } from './context.ts';
import { finishedPlan } from './finished-plan.ts';
import { homeFolder, PlanStore } from './store.ts';

export interface PlanBefore {
  /** The command line as if the learner of the other plan had typed it. */
  readonly flags: PlanFlags;
  readonly credit: Credit;
  readonly warnings: readonly Warning[];
  /** Of that plan's documents; absent: as usual. */
  readonly language?: LanguageTag;
}

/** @throws UserError, exit code 4 where there is no such plan, 5 where it is damaged */
export function readPlanBefore(
  context: Context,
  flags: PlanFlags,
  name: string,
  curricula: readonly Curriculum[],
): PlanBefore {
  const store = new PlanStore(homeFolder(context.flags.home));
  const before = finishedPlan(store.load(store.choose(name)));
  const foundations = builtInFoundations();
  const overlaps = builtInOverlaps();
  const carried = curricula.map((curriculum) =>
    carriedOver(before, curriculum, foundations, overlaps),
  );
  const [first] = carried;
  const typed = parseSkills(flags.skill ?? []);
  const raised = (first?.raised ?? []).filter(({ skill }) => !typed.has(skill));
  return {
    flags: asLearnerOf(before.plan.learner, flags, raised),
    credit: {
      done: Object.assign({}, ...carried.map(({ credit }) => credit.done)),
      // Task numbers mean another task in each certification: with several, none is taken for known.
      tasks: carried.length === 1 ? (first?.credit.tasks ?? {}) : {},
      account: carried.every(({ credit }) => credit.account),
    },
    warnings: [{ code: 'from-plan', message: fromWords(name, raised) }],
    ...(before.plan.language === undefined ? {} : { language: before.plan.language }),
  };
}

function fromWords(name: string, raised: readonly RaisedSkill[]): string {
  const rest = `skills, hours and windows that were not given are those of plan ${name}`;
  if (raised.length === 0) return rest;
  const steps = raised.map(({ skill, from, to }) => `${skill} ${from} → ${to}`).join(', ');
  const bridges = raised.reduce((sum, step) => sum + step.bridges, 0);
  const minutes = raised.reduce((sum, step) => sum + step.minutes, 0);
  return `${rest}; its ${bridges === 1 ? 'bridge' : `${bridges} bridges`} (${formatRoundHours(minutes)}) lifted ${steps}`;
}

function asLearnerOf(
  learner: Learner,
  flags: PlanFlags,
  raised: readonly RaisedSkill[],
): PlanFlags {
  const windows = groupWindows(learner.windows)
    .map(({ days, from, to }) => `${days.join(',')} ${from}-${to}`)
    .join('; ');
  const hours = flags.hours ?? (flags.when === undefined ? learner.minutesPerWeek / 60 : undefined);
  const when = flags.when ?? (learner.windowsChosen ? undefined : windows);
  return {
    ...flags,
    skill: skillWords(learner, flags.skill ?? [], raised),
    timezone: flags.timezone ?? learner.timeZone,
    session: flags.session ?? learner.sessionMinutes,
    depth: flags.depth ?? learner.depth,
    off: [...learner.daysOff, ...(flags.off ?? [])],
    ...(hours === undefined ? {} : { hours }),
    ...(when === undefined ? {} : { when }),
  };
}

/**
 * The given skills, those that were lifted, and what is typed now, which holds. Skills that would be
 * inferred higher from a lifted one keep their level: their own bridges were not done.
 */
function skillWords(
  { skills }: Learner,
  typed: readonly string[],
  raised: readonly RaisedSkill[],
): string[] {
  const word = (skill: Skill, level: Level): string => `${skill}=${level}`;
  const given = SKILLS.filter((skill) => skills[skill].source === 'given').map((skill) =>
    word(skill, skills[skill].level),
  );
  const lifted = raised.map(({ skill, to }) => word(skill, to));
  const without = completeSkills(parseSkills([...given, ...typed]));
  const together = parseSkills([...given, ...lifted, ...typed]);
  const complete = completeSkills(together);
  const kept = SKILLS.filter(
    (skill) => !together.has(skill) && complete[skill].level > without[skill].level,
  ).map((skill) => word(skill, without[skill].level));
  return [...given, ...kept, ...lifted, ...typed];
}
