/** Command lines that many tests need, and the independent checker on what comes out of them. */
import { expect } from 'vitest';
import {
  checkPlan,
  checkReviews,
  type Given,
  type PlanDocument,
  readCurriculumFacts,
  readFoundationsFacts,
} from '../checker/check-plan.ts';
import { curriculumText } from '../support/curricula.ts';
import type { SampleOptions } from '../support/sample-plan.ts';
import { parseJson } from './run.ts';

/** A learner whose plan is short, so that tests are quick. */
export const STRONG = [
  '--skill',
  'python=4,apis=4,iam=4,statistics=4,ml=4,cloud-azure=4,cloud-aws=4',
] as const;
export const WORKING = [
  '--skill',
  'python=3,apis=3,iam=3,statistics=3,ml=3,cloud-azure=3',
] as const;
export const BERLIN = ['--timezone', 'Europe/Berlin'] as const;
export const NO_FILES = ['--no-ics', '--no-pdf', '--no-checklist'] as const;

/** The quickest plan there is: retired exam, strong learner. */
export const quickPlan = (name: string, ...more: string[]): string[] => [
  ...['plan', 'azure-ai-102', ...STRONG, '--hours', '10', ...BERLIN, '--name', name],
  ...more,
];

/** The command line for a learner of the tests; busy times are in `busy.ics`. */
export function planLine(learner: SampleOptions): string[] {
  const flags: Readonly<Record<string, string | number | undefined>> = {
    name: learner.name,
    skill: learner.skills,
    knows: learner.knows?.join(','),
    hours: learner.hours,
    when: learner.when,
    start: learner.start,
    exam: learner.exam,
    timezone: learner.timeZone,
    off: learner.off?.join(','),
    busy: learner.busy === undefined ? undefined : 'busy.ics',
    session: learner.session,
    depth: learner.depth,
  };
  const words = Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}`, String(value)],
  );
  const ticks = [...(learner.beta ? ['--beta'] : []), ...(learner.cut ? ['--cut'] : [])];
  return ['plan', learner.certification ?? 'aws-mla-c02', ...words, ...ticks];
}

export const planOf = (json: string): PlanDocument => parseJson<PlanDocument>(json);

/** Judged by code that shares nothing with the planner. */
export function expectSound(plan: PlanDocument, given: Given): void {
  const curriculum = readCurriculumFacts(curriculumText(plan.certification));
  const foundations = readFoundationsFacts(curriculumText('foundations'));
  expect(checkPlan(plan, curriculum, foundations, given)).toEqual([]);
  expect(checkReviews(plan, curriculum, foundations)).toEqual([]);
}
