/** Words of calendar, task list, checklist and deck: what is read session by session. */
import type { Kind } from '../../../curriculum/vocabulary.ts';
import type { CivilDate } from '../../../time/civil-date.ts';
import type { Dates } from '../dates.ts';

export const events = {
  /** What templates see as `words`: whole texts, in which commands stand in backticks. */
  labels: {
    exam: 'Exam',
    study: 'Study',
    verdict: 'Verdict',
    costs: 'Costs',
    times: 'Times',
    keyDates: 'Key dates',
    note: 'Note',
    behind: 'Behind? `certplan replan` gives missed sessions new places',
    markAsDone:
      'Mark a session as DONE, then `certplan import FILE.org`; behind? `certplan replan`',
    domain: 'Domain',
    tasks: 'Tasks',
    whyHere: 'Why here',
    tearDown: 'Tear down at the end',
    billsUntilThen: 'Bills until then',
    checkYourself: 'Check yourself',
  },
  /** Where a session says nothing of its own, the smallest step that gets one going. */
  firstActions: {
    docs: 'Open the page and write down in one line what you expect it to say',
    course: 'Open the module and start the first lesson',
    video: 'Open the video and set a stop after the first ten minutes',
    lab: 'Open the instructions and check that you are in the right account and Region',
    'practice-questions': 'Put your notes away and answer the first question in writing',
    'practice-exam': 'Switch the phone off, set a timer and start with the first question',
    project: 'Open the repository and write down what this part shall end with',
    bridge: 'Write down what you know about it already, then open the material',
    review: 'Answer the first question from memory before you look anything up',
    'exam-review': 'Take the first wrong answer and say why each wrong option is wrong',
    logistics: 'Open the page and do the first step',
  } satisfies Record<Kind, string> as Readonly<Record<Kind, string>>,
  goOn: (session: number): string =>
    `Go on from where session ${session} ended; read your last notes first`,
  /**
   * `after 3, 4 and 6`.
   * @param named at least one number
   * @param left how many come before those
   */
  after(named: readonly number[], left: number): string {
    const others = named.slice(0, -1);
    const list = `${others.join(', ')}${others.length === 0 ? '' : ' and '}${named.at(-1) ?? ''}`;
    return left === 0 ? `after ${list}` : `after ${list} (and ${left} before)`;
  },
  minutes: (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  /** @param part `2 of 3: Its name` */
  part: (part: string): string => `part ${part}`,
  aboutDollars: (usd: number): string => `about $${usd}`,
  withSubscription: (name: string, usd: number): string => `with ${name}, $${usd} a month`,
  /** What the plan asks for; the days are null in an empty plan. */
  study: (needed: string, weekly: string, from: string | null, to: string | null): string =>
    from === null || to === null
      ? `${needed}, ${weekly} a week`
      : `${needed}, ${weekly} a week, ${from} to ${to}`,
  cushion: (hours: string): string => `cushion ${hours}`,
  /** Both are commands. */
  tickThen: (imports: string, done: string): string =>
    `Tick a box when a session is done, then \`${imports}\`; or type \`${done}\``,
  weekSpan: (monday: CivilDate, sunday: CivilDate, dates: Dates): string =>
    `${dates.day(monday)} to ${dates.dayAndYear(sunday)}`,
  minutesAt: (minutes: number, time: string): string => `${minutes} min at ${time}`,
  moreQuestions: (count: number, command: string): string => `${count} more: ${command}`,
  done: 'Done',
  doneOn: (day: string, minutes: number, felt: string | null): string =>
    `Done on ${day}, ${minutes} min${felt === null ? '' : `, felt ${felt}`}`,
  skipped: 'Skipped',
  skippedBecause: (why: string): string => `Skipped: ${why}`,
  /** Before the titles of events that are shown on. */
  skippedTitle: (title: string): string => `Skipped: ${title}`,
  cancelledTitle: (title: string): string => `Cancelled: ${title}`,
  noLongerPlanned: 'No longer in the plan',
  examTitle: (examCode: string): string => `Exam ${examCode}`,
  examPlace: 'Test centre or online, as booked',
  haveIdReady: 'Have your ID ready and be there (or signed in) 30 minutes early.',
  /** @param command chooses another day */
  suggestedDay: (minutes: number, command: string): string =>
    `${minutes} minutes; this day is a suggestion: book it, or choose another by ${command}`,
  lookItUpIn: 'Look it up in',
  askedIn: (sessions: string): string => `Asked in ${sessions}`,
};

export type EventsWords = typeof events;
