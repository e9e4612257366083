/** `certplan adjust`: other hours, windows, days, skills or exam day, then a re-plan. */
import { badInput, type ExitCode } from '../../errors.ts';
import { chooseWindows } from '../../learner/choose-windows.ts';
import { parseDaysOff } from '../../learner/days-off.ts';
import type { Learner } from '../../learner/learner.ts';
import { completeSkills, type GivenSkills, parseSkills } from '../../learner/skills.ts';
import { parseWindows, type Window } from '../../learner/windows.ts';
import { aimOf, refuseUselessWindows } from '../../plan/aim.ts';
import type { PlanExam } from '../../plan/plan.ts';
import { stageIds, stageOn, stagePlan } from '../../plan/stages.ts';
import { cutNow } from '../../progress/replan/propose.ts';
import type { Replanned } from '../../progress/replan/replan.ts';
import { replanStages, withRest } from '../../progress/replan/replan-stages.ts';
import type { ReplanRequest, Wishes } from '../../progress/replan/request.ts';
import { stageState } from '../../progress/stage-state.ts';
import type { PlanState } from '../../progress/state.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { type DateWithTime, parseDateTime } from '../../time/parse-date.ts';
import type { Span } from '../../time/span.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import { LONGEST_UNBROKEN_LAB } from '../../workload/constants.ts';
import { type ApplyFlags, applyReplan } from '../apply-replan.ts';
import { readBusyFiles } from '../busy-files.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { replanIfItFits, replanOrSay, type Typed } from '../does-not-fit-now.ts';
import { placeFlags } from '../open-plan.ts';
import { replanRequest } from '../replan-request.ts';
import { homeFolder, PlanStore } from '../store.ts';

export interface AdjustFlags extends ApplyFlags {
  readonly hours?: number;
  readonly exam?: string;
  readonly skill?: readonly string[];
  readonly off?: readonly string[];
  readonly when?: string;
  readonly busy?: readonly string[];
  readonly cut?: boolean;
}

export async function adjustCommand(context: Context, flags: AdjustFlags): Promise<ExitCode> {
  const nowMilliseconds = currentMilliseconds();
  const now = Math.floor(nowMilliseconds / 60_000);
  const asked = wordsOf(flags);
  if (asked.length === 0) {
    throw badInput(
      'nothing-to-adjust',
      'adjust needs to know what to change',
      'for example --hours 10, --exam 2027-04-24, --off 2027-02-01..2027-02-07, --skill ml=2, --when "sat 09:00-12:30", --busy work.ics, --cut',
    );
  }
  // What needs no stored plan is checked before one is read; "today" may be off by a zone here.
  const skills = parseSkills(flags.skill ?? []);
  const windows = flags.when === undefined ? null : parseWindows(flags.when);
  const somewhere = dateAt(now, zoneClock('UTC'));
  parseDaysOff(flags.off ?? [], somewhere);
  if (flags.exam !== undefined) parseDateTime(flags.exam, somewhere, '--exam');

  const store = new PlanStore(homeFolder(context.flags.home));
  const name = store.choose(context.flags.plan);
  const { state, notes } = store.load(name);
  for (const note of notes) context.warn(note);
  const { timeZone } = state.plan.learner;
  const clock = zoneClock(timeZone);
  const today = dateAt(now, clock);
  const exam = flags.exam === undefined ? null : parseDateTime(flags.exam, today, '--exam');
  const busy = await readBusyFiles(
    flags.busy ?? [],
    clock,
    today,
    exam?.date ?? stagePlan(state.plan, stageIds(state.plan).at(-1) ?? '').exam?.date ?? null,
  );
  for (const { message } of busy.warnings) context.warn(message);

  const wish = (current: PlanState, ownExam: DateWithTime | null = exam): Wishes =>
    wishesFor(current, {
      hours: flags.hours ?? null,
      windows,
      skills,
      daysOff: parseDaysOff(flags.off ?? [], today),
      busy: busy.spans,
      exam: ownExam,
    });
  const next = stageOn(state.plan, today);
  const nextState = stageState(state, next);
  refuseUselessWindows(wish(nextState).learner);
  if (exam) refuseUselessExam(replanRequest(nextState, wish(nextState), now), exam, today);
  return applyReplan(context, flags, {
    store,
    name,
    state,
    nowMilliseconds,
    make: (current) =>
      replanStages(current, now, (stage, atRest) => {
        // The exam day that is given is that of the next exam.
        const isNext = stage.plan.certification.id === next;
        const wishes = wish(stage, isNext ? exam : null);
        return adjusted(replanRequest(stage, withRest(wishes, atRest), now), flags.cut === true, {
          words: asked.filter((word) => word !== '--cut'),
          place: placeFlags(context),
        });
      }),
    event: ({ replacement }) => ({ type: 'adjusted', asked, ...replacement }),
    always: flags.cut !== true,
  });
}

/** With `--cut`: as it is where it fits, else with as little left out as may be. */
function adjusted(request: ReplanRequest, cut: boolean, typed: Typed): Replanned {
  if (cut) {
    const { exam } = request.wishes;
    const asGiven: ReplanRequest =
      exam === null
        ? request
        : { ...request, wishes: { ...request.wishes, exam: { ...exam, source: 'given' } } };
    // What would help is looked for only where this does not: it takes many re-plans.
    const replanned = replanIfItFits(asGiven) ?? cutNow(request)?.replanned;
    return replanned ?? replanOrSay(asGiven, typed);
  }
  return replanOrSay(request, typed);
}

interface Asked {
  readonly hours: number | null;
  readonly windows: readonly Window[] | null;
  readonly skills: GivenSkills;
  readonly daysOff: readonly CivilDate[];
  readonly busy: readonly Span[];
  readonly exam: DateWithTime | null;
}

function wishesFor({ plan }: PlanState, asked: Asked): Wishes {
  const { learner, basis } = plan;
  const minutesPerWeek = asked.hours === null ? learner.minutesPerWeek : asked.hours * 60;
  const exam: PlanExam | null =
    asked.exam === null ? plan.exam : { ...asked.exam, source: 'given' };
  return {
    learner: {
      ...learner,
      minutesPerWeek,
      windows: asked.windows ?? windowsFor(learner, minutesPerWeek, plan.sessions),
      windowsChosen: asked.windows === null && learner.windowsChosen,
      skills: asked.skills.size === 0 ? learner.skills : skillsWith(learner, asked.skills),
      daysOff: [...new Set([...learner.daysOff, ...asked.daysOff])].sort(),
    },
    exam,
    basis: { ...basis, busy: [...basis.busy, ...asked.busy] },
  };
}

/** Windows that were chosen from the hours are chosen anew; those that were given stay. */
function windowsFor(
  learner: Learner,
  minutesPerWeek: number,
  sessions: readonly { readonly kind: string; readonly minutes: number }[],
): readonly Window[] {
  if (!learner.windowsChosen || minutesPerWeek === learner.minutesPerWeek) return learner.windows;
  const exams = sessions.filter(({ kind }) => kind === 'practice-exam');
  return chooseWindows(
    minutesPerWeek,
    learner.sessionMinutes,
    Math.max(LONGEST_UNBROKEN_LAB, ...exams.map(({ minutes }) => minutes)),
  );
}

/** What was inferred before is inferred anew from what is given now. */
function skillsWith(learner: Learner, given: GivenSkills): Learner['skills'] {
  const before = Object.entries(learner.skills)
    .filter(([, { source }]) => source === 'given')
    .map(([skill, { level }]) => `${skill}=${level}`);
  return completeSkills(new Map([...parseSkills(before), ...given]));
}

/** The same refusals as for a new plan: the exam's life, a day in the past. */
function refuseUselessExam(
  { curriculum, wishes }: ReplanRequest,
  exam: DateWithTime,
  today: CivilDate,
): void {
  aimOf({ curriculum, exam, start: today, allowBeta: wishes.basis.allowBeta }, today);
}

/** What was asked, as it can be typed again: for the history too. */
function wordsOf(flags: AdjustFlags): string[] {
  const of = (option: string, values: readonly (string | number)[] | undefined): string[] =>
    (values ?? []).map((value) => `--${option} ${shellWord(String(value))}`);
  return [
    ...of('hours', flags.hours === undefined ? [] : [flags.hours]),
    ...of('exam', flags.exam === undefined ? [] : [flags.exam]),
    ...of('skill', flags.skill),
    ...of('off', flags.off),
    ...of('when', flags.when === undefined ? [] : [flags.when]),
    ...of('busy', flags.busy),
    ...(flags.cut === true ? ['--cut'] : []),
  ];
}

/** Quoted where a shell would take it apart. */
const shellWord = (value: string): string =>
  /^[\w.,:=~/@+-]+$/.test(value) ? value : `"${value}"`;
