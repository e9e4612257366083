/** A short interview for `certplan recommend`. Each question has a flag; this file is loaded only where it is asked. */
import { existsSync } from 'node:fs';
import { select, text } from '@clack/prompts';
import { badInput, EXIT, UserError } from '../errors.ts';
import { parseSkills } from '../learner/skills.ts';
import {
  BACKGROUND_WORDS,
  BACKGROUNDS,
  GOAL_WORDS,
  GOALS,
  PLATFORM_WORDS,
  PLATFORMS,
} from '../recommend/vocabulary.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { parseDayAhead } from '../time/parse-date.ts';
import type { RecommendFlags } from './commands/recommend.ts';
import { budget, hours } from './program/option-values.ts';
import { promptAnswer } from './terminal/prompt-answer.ts';

/** Questions are no data: they stay off standard output. */
const output = process.stderr;

/** @throws UserError, exit code 130, when it is left with Ctrl-C, Ctrl-D or Esc */
export async function interview(today: CivilDate): Promise<RecommendFlags> {
  const background = await choice('What do you come from?', BACKGROUNDS, BACKGROUND_WORDS);
  const goal = await choice('What do you want of it?', GOALS, GOAL_WORDS);
  const platform = await choice('Which platform do your employers use?', PLATFORMS, PLATFORM_WORDS);
  const skill = await line('Skills, 0 to 4, e.g. python=3,apis=2', (given) => parseSkills([given]));
  const hoursPerWeek = await line('Hours a week (Enter: 8)', hours);
  const by = await line('Through by which day? e.g. 2027-06-30', (day) =>
    parseDayAhead(day, today, 'by'),
  );
  const budgetUsd = await line('Budget in US dollars', budget);
  const jobs = await line('Job postings: text files, a comma between them', checkFiles);
  return {
    ...(background === null ? {} : { background }),
    ...(goal === null ? {} : { goal }),
    ...(platform === null ? {} : { platform }),
    ...(skill === '' ? {} : { skill: [skill] }),
    ...(hoursPerWeek === '' ? {} : { hours: hours(hoursPerWeek) }),
    ...(by === '' ? {} : { by }),
    ...(budgetUsd === '' ? {} : { budget: budget(budgetUsd) }),
    ...(jobs === '' ? {} : { jobs: filesOf(jobs) }),
  };
}

const filesOf = (given: string): string[] =>
  given
    .split(',')
    .map((file) => file.trim())
    .filter((file) => file !== '');

function checkFiles(given: string): void {
  const missing = filesOf(given).find((file) => !existsSync(file));
  if (missing !== undefined) {
    throw badInput('cannot-read', `there is no file ${missing}`, 'check the path');
  }
}

/** One of a closed list; null: the question is passed over. */
async function choice<T extends string>(
  message: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): Promise<T | null> {
  const options = [
    ...values.map((value) => ({ value: value as string, label: words[value] })),
    { value: '', label: 'not sure, or does not matter' },
  ];
  const answer = await promptAnswer((signal) => select({ message, options, output, signal }));
  if (answer === null) throw left();
  return values.find((value) => value === answer.value) ?? null;
}

/** A line, checked as its flag is; empty: the question is passed over. */
async function line(message: string, check: (given: string) => unknown): Promise<string> {
  const answer = await promptAnswer((signal) =>
    text({
      message,
      placeholder: 'Enter to pass over',
      output,
      signal,
      validate: (given) => {
        const value = given?.trim() ?? '';
        if (value === '') return undefined;
        try {
          check(value);
          return undefined;
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      },
    }),
  );
  if (answer === null) throw left();
  // Nothing typed is no text at all, whatever clack's types say.
  const typed: string | undefined = answer.value;
  return (typed ?? '').trim();
}

const left = () =>
  new UserError(
    EXIT.interrupted,
    'interview-left',
    'the questions were left; nothing is recommended',
    'each of them has a flag: certplan recommend --help',
  );
