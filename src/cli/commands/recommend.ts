/** `certplan recommend`: which certification fits, and why. */
import { badInput } from '../../errors.ts';
import { type GivenSkills, parseSkills } from '../../learner/skills.ts';
import { termFinder } from '../../recommend/find-terms.ts';
import { demandOf } from '../../recommend/postings.ts';
import { recommendationDocument } from '../../recommend/recommendation-document.ts';
import type { Background, Goal, Platform } from '../../recommend/vocabulary.ts';
import type { Wishes } from '../../recommend/wishes.ts';
import { addDays, type CivilDate } from '../../time/civil-date.ts';
import { parseDayAhead } from '../../time/parse-date.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import { keywordTable, scoringTable } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds, systemTimeZone } from '../context.ts';
import { readPostings } from '../posting-files.ts';
import { rankCertifications } from '../rank-certifications.ts';
import { explanation } from '../render/recommend-explain.ts';
import { recommendationLines } from '../render/recommendation.ts';
import { mayInterview } from '../terminal/may-ask.ts';
import { shellLine } from '../terminal/shell-line.ts';

export interface RecommendFlags {
  readonly background?: Background;
  readonly goal?: Goal;
  readonly platform?: Platform;
  readonly skill?: readonly string[];
  readonly hours?: number;
  readonly by?: string;
  readonly budget?: number;
  readonly jobs?: readonly string[];
  readonly explain?: boolean;
}

const DEFAULT_HOURS = 8;

export async function recommendCommand(context: Context, flags: RecommendFlags): Promise<void> {
  const today = dateAt(Math.floor(currentMilliseconds() / 60_000), zoneClock(systemTimeZone()));
  const told = tellsSomething(flags) ? flags : await ask(context, today);
  const given = parseSkills(told.skill ?? []);
  const by = told.by === undefined ? null : parseDayAhead(told.by, today, '--by');
  const { texts, warnings } = await readPostings(told.jobs ?? []);

  const wishes: Wishes = {
    background: told.background ?? null,
    goal: told.goal ?? null,
    platform: told.platform ?? null,
    hoursPerWeek: told.hours ?? DEFAULT_HOURS,
    // As a plan: from tomorrow on.
    start: addDays(today, 1),
    by,
    budgetUsd: told.budget ?? null,
    demand: texts.length === 0 ? null : demandOf(texts, termFinder(keywordTable())),
  };
  const { ranking, fromBackground } = rankCertifications(wishes, given, today);
  const remarks = [...warnings, ...remarksOn(wishes)];
  const skills = { given, fromBackground };
  const planCommand = (id: string): string => planLine(id, skills, told);

  for (const remark of remarks) context.warn(remark);
  if (context.json) {
    context.printJson(recommendationDocument(ranking, wishes, skills, remarks, planCommand));
    return;
  }
  context.print(...recommendationLines(ranking, wishes, fromBackground, context.out));
  if (told.explain === true)
    context.print('', ...explanation(ranking, scoringTable(), context.out));
  const [first] = ranking;
  if (first) {
    if (told !== flags) context.hint(`again  ${recommendLine(told)}`);
    context.hint(`more   certplan certs ${first.candidate.id}`);
    context.hint(`next   ${planCommand(first.candidate.id)}`);
  }
}

const tellsSomething = (flags: RecommendFlags): boolean =>
  [
    flags.background,
    flags.goal,
    flags.platform,
    flags.skill,
    flags.hours,
    flags.by,
    flags.budget,
    flags.jobs,
    flags.explain,
  ].some((value) => value !== undefined);

/** The interview, where somebody is there to answer. */
async function ask(context: Context, today: CivilDate): Promise<RecommendFlags> {
  if (!mayInterview(context.flags)) {
    throw badInput(
      'nothing-known',
      'nothing is known about you yet, so nothing can be recommended',
      'tell something, for example: certplan recommend --background data-science --hours 8; in a terminal without flags it asks',
    );
  }
  return (await import('../interview.ts')).interview(today);
}

function remarksOn({ demand }: Wishes): string[] {
  if (demand === null) return [];
  if (demand.terms.length === 0) {
    return ['the postings name no platform, service or skill that is known here'];
  }
  return demand.postings < 5
    ? [
        `${demand.postings === 1 ? 'one posting is' : `${demand.postings} postings are`} few: read five to ten of jobs that you really want`,
      ]
    : [];
}

/** The same learner, as `certplan plan` takes it. */
function planLine(
  id: string,
  { given, fromBackground }: { given: GivenSkills; fromBackground: GivenSkills },
  { hours }: RecommendFlags,
): string {
  const levels = [...given, ...fromBackground].map(([skill, level]) => `${skill}=${level}`);
  return [
    `certplan plan ${id}`,
    ...(levels.length > 0 ? [`--skill ${levels.join(',')}`] : []),
    `--hours ${hours ?? DEFAULT_HOURS}`,
  ].join(' ');
}

/** What the interview was told, as flags. */
function recommendLine(told: RecommendFlags): string {
  const { background, goal, platform, skill, hours, by, budget, jobs } = told;
  const words = Object.entries({ background, goal, platform, skill, hours, by, budget, jobs })
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `--${name} ${shellLine(Array.isArray(value) ? value : [String(value)])}`,
    );
  return ['certplan recommend', ...words].join(' ');
}
