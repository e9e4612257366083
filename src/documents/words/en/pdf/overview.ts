/** The pages that tell what was added and left out, and the charts. */
import { LEVEL_NAMES } from '../../../../curriculum/vocabulary.ts';
import type { SkillSource } from '../../../../learner/skills.ts';

export const details = {
  title: 'Made for you, in detail',
  skills: 'Your skills and the bridges to what the exam asks',
  skill: 'Skill',
  you: 'You',
  knownFrom: 'Known from',
  asked: 'Exam asks',
  bridges: 'Bridges',
  timeAdded: 'Time added',
  sources: { given: 'you', inferred: 'inferred', assumed: 'assumed' } as Readonly<
    Record<SkillSource, string>
  >,
  /** From 0 to 4. */
  levels: LEVEL_NAMES as readonly [string, string, string, string, string],
  /** @param example `--skill ml=2` */
  levelsNote: (example: string): string =>
    `Levels: 0 none, 1 aware, 2 basic, 3 working, 4 strong. What is inferred or assumed can be corrected: make the plan again with, for example, ${example}.`,
  known: 'What you know already: short checks instead',
  item: 'Item',
  because: 'Because',
  timeSaved: 'Time saved',
  leftOut: 'Left out',
  leftOutNote:
    'Cut so that the plan fits; the weight is the part of the exam that stays uncovered.',
  why: 'Why',
  time: 'Time',
  weight: 'Weight',
  /** With one decimal. */
  percent: (weight: number): string => `${weight.toFixed(1)} %`,
  more: (rows: number): string => `and ${rows} more`,
};

/** A row of the timeline, for those who cannot see it. */
export interface TimelineRow {
  readonly name: string;
  /** `2026-11-28`. */
  readonly from: string;
  readonly to: string;
}

export const overview = {
  title: 'Overview',
  timeline: 'Domain by domain',
  bridges: 'Bridges',
  projects: 'Projects, practice exams',
  timelineNote: (most: string): string =>
    `Filled: something new is learned. Outlined: reviews, practice questions and practice exams. The highest bar is ${most} in one week.`,
  timelineAlt: (rows: readonly TimelineRow[]): string =>
    `Timeline. ${rows.map(({ name, from, to }) => `${name}: ${from} to ${to}`).join('; ')}.`,
  hours: 'Hours a week, by kind',
  /** Beside an axis, where there is little room. */
  axisHours: (hours: number): string => `${hours} h`,
  hoursNote: (limit: string): string =>
    `Dashed line: your limit of ${limit} a week. A click on a bar opens its week.`,
  hoursAlt: (weeks: number, least: string, most: string, limit: string): string =>
    `Hours of study in ${weeks === 1 ? 'one week' : `each of ${weeks} weeks`}, from ${least} to ${most} a week; the dashed line is your limit of ${limit}.`,
  /** Above a line in a chart: ten letters at most. */
  exam: 'exam',
  weights: 'Exam weight and planned hours',
  shareOfExam: (percent: number): string => `${percent} % of the exam`,
  shareOfHours: (percent: number, hours: string): string => `${percent} % of the hours, ${hours}`,
  weightsNote: (rest: string): string =>
    `Hours of the domains are 100 %. Besides them stand ${rest} that belong to no single domain: bridges, practice exams with their reviews, logistics.`,
  recall: 'Expected recall',
  percent: (percent: number): string => `${percent} %`,
  overPercent: (percent: number): string => `over ${percent} %`,
  recallAlt: (end: string, without: string, hasExam: boolean): string =>
    `Expected recall of the exam's tasks by weight, from 0 to ${end} ${hasExam ? 'on the exam day' : 'at the end'}; without the reviews it would be ${without}.`,
  recallAtEnd: (end: string, hasExam: boolean): string =>
    `${end} ${hasExam ? 'on the exam day' : 'at the end'}`,
  /** Follows {@link recallAtEnd}. */
  recallNote: (without: string): string =>
    `; dashed: without the reviews, ${without}. An average memory (FSRS-6), every return taken as good: a picture of what reviews do, no promise. Your scores tell more.`,
};
