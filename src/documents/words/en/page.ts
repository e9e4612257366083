/** Words of the HTML page. */
import type { Plural } from '../patterns.ts';

export const page = {
  /** What the page's template sees as `words`, beside those of the other documents. */
  labels: {
    sessionsDone: 'Sessions done',
    onThisPage: 'On this page',
    sessions: 'Sessions',
    hours: 'Hours',
    domains: 'Domains',
    today: 'Today',
    newPlaces: '`certplan replan` gives them new places.',
    allOfThisWeek: 'All of this week',
    thePlan: 'The plan',
    from: 'From',
    to: 'To',
    hoursAWeek: 'Hours a week',
    examMark: 'exam',
    hoursAsTable: 'Hours as a table',
    weekFrom: 'Week from',
    kinds: 'Kinds',
    weightAndHours: 'Exam weight and planned hours',
    exams: 'Exams',
    show: 'Show',
    week: 'Week',
    allWeeks: 'all weeks',
    allDomains: 'all domains',
    noSingleDomain: 'no single domain',
    kind: 'Kind',
    allKinds: 'all kinds',
    onlyOpen: 'only open ones',
    showAll: 'Show all',
    ticks: 'Ticks',
    saveTicks: 'Save ticks',
    copy: 'Copy',
    intoThePlan: 'Into the plan',
    ticksAsText: 'Ticks as text',
  },
  /** What the page's script fills. `{count}` chooses between one and other. */
  script: {
    done: '{done} of {all} sessions done',
    nothingToCome: 'No session today, and none to come.',
    next: 'No session today. Next: {title} ({when}).',
    inDays: { one: 'in {count} day', other: 'in {count} days' } as Plural,
    today: 'today',
    late: {
      one: '{count} session of earlier days is open: {list}.',
      other: '{count} sessions of earlier days are open: {list}.',
    } as Plural,
    lateAndMore: {
      one: '{count} session of earlier days is open: {list} and {more} more.',
      other: '{count} sessions of earlier days are open: {list} and {more} more.',
    } as Plural,
    weekFrom: '{week}, from {day}',
    allShown: { one: 'All {count} session shown', other: 'All {count} sessions shown' } as Plural,
    someShown: {
      one: '{shown} of {count} session shown',
      other: '{shown} of {count} sessions shown',
    } as Plural,
    ticksOf: 'Ticks of {name}',
    kept: {
      one: '{count} tick kept in this browser.',
      other: '{count} ticks kept in this browser.',
    } as Plural,
    notKept: {
      one: '{count} tick. This browser keeps none of them: save them before you leave.',
      other: '{count} ticks. This browser keeps none of them: save them before you leave.',
    } as Plural,
    saved: 'Saved as {file}',
    copied: 'Copied',
    copyBelow: 'Selected below: copy it from there',
  },
  effort: (needed: string, weekly: string): string => `${needed}, at most ${weekly} a week`,
  /** @param time of day, where it is known */
  sitting: (minutes: number, time: string | null): string =>
    `${minutes} minutes${time === null ? '' : `, from ${time}`}`,
  /** Of an axis, where there is little room; halves are possible. */
  axisHours: (hours: number): string => `${hours} h`,
  /** The chart in one sentence. */
  hoursText: (weeks: number, least: string, most: string, limit: string): string =>
    `${weeks} ${weeks === 1 ? 'week' : 'weeks'} of ${least} to ${most}; the dashed line is the limit of ${limit} a week.`,
  bars: (weight: number, share: number): string =>
    `Bars: ${weight} % of the exam, ${share} % of the hours`,
  /** @param rest hours that belong to no single domain */
  sharesText: (severalExams: boolean, rest: string): string =>
    `Pale bar: exam; strong bar: hours. ${severalExams ? 'All exams together are 100 %, and so are the hours of the domains;' : 'The hours of the domains are 100 %;'} ${rest} more belong to no single domain (bridges, practice exams, logistics).`,
  firstStep: 'First step',
  questions: (count: number): string => `${count} ${count === 1 ? 'question' : 'questions'}`,
  /** Behind the name of what can be unfolded: only heard. */
  ofSession: (session: number): string => ` of session ${session}`,
  /** Behind the host of a link: only heard. */
  materialOf: (session: number): string => `, material of session ${session}`,
  atTheEnd: 'At the end:',
  /** A pattern: `{what}` is in the language of the material. */
  billsWhileIdle: '(bills while idle: {what})',
};

export type PageWords = typeof page;
