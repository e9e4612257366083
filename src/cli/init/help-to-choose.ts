/** For those who are not sure which certification: a few questions of `recommend`, and its answer. */

import type { CertificationEntry } from '../../curriculum/index-entry.ts';
import type { Recommendation } from '../../recommend/rank.ts';
import { shortName } from '../../recommend/reasons.ts';
import {
  BACKGROUND_WORDS,
  BACKGROUNDS,
  GOAL_WORDS,
  GOALS,
  PLATFORM_WORDS,
  PLATFORMS,
} from '../../recommend/vocabulary.ts';
import type { Wishes } from '../../recommend/wishes.ts';
import { DEFAULT_HOURS } from '../commands/plan-options.ts';
import { rankCertifications } from '../rank-certifications.ts';
import { shorten } from '../terminal/layout.ts';
import type { Choice, Question } from './asker.ts';
import type { Interview } from './interview.ts';

/** One of a closed list; null: passed over. */
const oneOf = <T extends string>(
  message: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): Question<T | null> => ({
  message,
  choices: [
    ...values.map((value): Choice<T | null> => ({ value, label: words[value] })),
    { value: null, label: 'not sure, or does not matter' },
  ],
});

/** More would not be read. */
const SHOWN = 3;
/** As for the levels of a skill. */
const MARGIN = 17;
const SET_IN = '     ';

/** The best ones, each with what speaks for and against it most. */
export function recommendedChoices(
  ranking: readonly Recommendation[],
  width: number,
): Choice<string>[] {
  const best = ranking.filter(({ candidate }) => candidate.status !== 'retired').slice(0, SHOWN);
  return best.map(({ candidate, hours, weeks, reasons }) => {
    const takes = `about ${hours} h, ${weeks} weeks at ${DEFAULT_HOURS} h a week`;
    const [reason] = reasons.for;
    const [but] = reasons.against;
    const lines = [
      `${candidate.examCode}  ${shortName(candidate.name)}`,
      takes,
      ...(reason === undefined ? [] : [`for: ${reason}`]),
      ...(but === undefined ? [] : [`against: ${but}`]),
    ];
    return {
      value: candidate.id,
      label: lines.map((line) => shorten(line, width - MARGIN)).join(`\n${SET_IN}`),
    };
  });
}

/** @returns null: none of these, back to the list */
export async function helpToChoose({
  asker,
  entries,
  today,
  start,
  width,
}: Interview): Promise<CertificationEntry | null> {
  const wishes: Wishes = {
    background: await asker.one(oneOf('What do you come from?', BACKGROUNDS, BACKGROUND_WORDS)),
    goal: await asker.one(oneOf('What do you want of it?', GOALS, GOAL_WORDS)),
    platform: await asker.one(
      oneOf('Which platform do your employers use?', PLATFORMS, PLATFORM_WORDS),
    ),
    hoursPerWeek: DEFAULT_HOURS,
    start,
    by: null,
    budgetUsd: null,
    demand: null,
  };
  const { ranking } = rankCertifications(wishes, new Map(), today);
  const id = await asker.one<string | null>({
    message: 'These fit best. certplan recommend says more.',
    choices: [
      ...recommendedChoices(ranking, width),
      { value: null, label: 'none of these: back to the list' },
    ],
  });
  return entries.find((entry) => entry.id === id) ?? null;
}
