/**
 * What a template may use: `templateData(plan)`, plain values only. Dates and times come ready to
 * be printed, in the learner's zone, beside the ISO form; every text has passed `plainText`, every
 * link is an http(s) address. A value that does not exist is null, never left out.
 */
import type { Kind } from '../curriculum/vocabulary.ts';
import { type Plan, planClock, type Session, sessionEnd } from '../plan/plan.ts';
import { planCosts } from '../plan/plan-costs.ts';
import { totalsOf } from '../plan/totals.ts';
import { formatDate, formatHours, formatRoundHours, KIND_NAMES } from '../plan/words.ts';
import { plainText } from '../text/plain-text.ts';
import {
  type CivilDate,
  civilDate,
  firstDayOfWeek,
  isoWeekIndex,
  isoWeekName,
} from '../time/civil-date.ts';
import { formatInstant, formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import { costWords, subscriptionName } from '../workload/costs.ts';
import { safeUrl } from './safe-url.ts';
import { commandsFor, whatHappened } from './session-outcome.ts';

/** In templates `session`, or an element of `week.sessions`. */
export interface SessionData {
  readonly number: number;
  readonly uid: string;
  /** `lab`, `practice-exam`, …; for CSS classes and conditions. */
  readonly kind: Kind;
  /** `lab`, `practice exam`, …; for people. */
  readonly kindName: string;
  readonly title: string;
  /** The title with its part: `Title (2 of 3)`. */
  readonly heading: string;
  /** `2 of 3`, or null when the activity is not split. */
  readonly part: string | null;
  /** Name of the part, or null. */
  readonly label: string | null;
  /** Both: `2 of 3: Its name`. */
  readonly partLabel: string | null;
  readonly url: string | null;
  /** Host of the link: `docs.aws.amazon.com`. */
  readonly host: string | null;
  /** `2026-11-28`. */
  readonly date: string;
  /** `Sat 28 Nov`. */
  readonly day: string;
  /** `09:00`, `09:50`. */
  readonly from: string;
  readonly to: string;
  /** `Sat 28 Nov 09:00`. */
  readonly when: string;
  /** RFC 3339 with the zone's offset, for `<time datetime>`. */
  readonly startsAt: string;
  readonly minutes: number;
  /** `Sat 28 Nov 09:00 · 50 min · lab`. */
  readonly brief: string;
  /** `d1` and its title, or null. */
  readonly domainId: string | null;
  readonly domain: string | null;
  readonly taskIds: readonly string[];
  /** `1.1 Collect and store data`; of more than four tasks, the ids alone. */
  readonly tasks: readonly string[];
  /** `planned`, `done`, `skipped` or `missed`. */
  readonly status: Session['status'];
  readonly done: boolean;
  /** What stands in a Markdown box: `x` or a blank. */
  readonly box: 'x' | ' ';
  /** `skipped` or `missed`, otherwise null. */
  readonly note: string | null;
  /** The day on which it was done, `2027-03-23`; null while it is not. */
  readonly doneOn: CivilDate | null;
  /** What became of it: `Done on Tue 23 Mar, 50 min, felt hard`, `Skipped: know it`; null while it is open. */
  readonly happened: string | null;
  /** What to type about it: `certplan done 12`, and for a practice exam `certplan score 61 PERCENT`. */
  readonly commands: readonly string[];
  /** The first thing to do; there always is one. */
  readonly first: string;
  /** What matters at a glance: `50 minutes`, `part 2 of 3: Its name`, `about $1`. */
  readonly facts: readonly string[];
  /** Why it is here and as long as it is: `after 3, 4 and 6`, then the plan's own reasons. */
  readonly reasons: readonly string[];
  readonly teardown: readonly string[];
  readonly billing: readonly string[];
  readonly questions: readonly string[];
}

/** A day with at least one session. */
export interface DayData {
  /** `2026-11-28`, `Sat 28 Nov`. */
  readonly date: string;
  readonly day: string;
  readonly sessions: readonly SessionData[];
}

/** An ISO week with at least one session. */
export interface WeekData {
  /** `2026-W48`. */
  readonly name: string;
  /** Weeks since the first one of the plan, counted from 1. */
  readonly number: number;
  /** `Mon 23 Nov`, `Sun 29 Nov 2026`. */
  readonly from: string;
  readonly to: string;
  /** The first date: `2026-11-23`. */
  readonly monday: string;
  /** `7 h 30 m`. */
  readonly hours: string;
  readonly sessions: readonly SessionData[];
  /** The same sessions by day. */
  readonly days: readonly DayData[];
}

export interface TemplateData {
  readonly plan: {
    readonly name: string;
    /** RFC 3339, UTC. */
    readonly createdAt: string;
    readonly revision: number;
    readonly certification: string;
    /** `AWS Certified …`. */
    readonly title: string;
    readonly examCode: string;
    readonly timeZone: string;
    /** Dates of the first and last session: `Wed 25 Nov 2026`; null in an empty plan. */
    readonly start: string | null;
    readonly finish: string | null;
    /** `8 h`. */
    readonly weekly: string;
    /** `104 h`, all sessions and the reviews to come. */
    readonly needed: string;
    /** `10 h 40 m` or null where there is no exam day. */
    readonly cushion: string | null;
    /** `fits`, `tight` or `does not fit`. */
    readonly verdict: string;
    /** `about 179 USD: exam 150, …; 6 labs bill by use: not known`. */
    readonly costs: string;
    readonly sessions: number;
    readonly done: number;
    /** How many certifications the plan is for. */
    readonly certifications: number;
  };
  readonly exam: {
    /** `2027-03-05`. */
    readonly date: string;
    /** `Fri 5 Mar 2027`. */
    readonly day: string;
    /** `09:00`, or null while no time is known. */
    readonly time: string | null;
    readonly minutes: number;
    readonly source: 'given' | 'suggested';
  } | null;
  /** The milestones, in order of time, the exam among them. */
  readonly keyDates: readonly {
    readonly kind: string;
    readonly date: string;
    /** `Fri 12 Feb 2027`. */
    readonly day: string;
    readonly title: string;
  }[];
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    /** Per cent of the exam, rounded. */
    readonly weight: number;
    /** Planned hours. */
    readonly hours: string;
  }[];
  /** Minutes by kind of session, largest first. */
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly hours: string;
  }[];
  readonly weeks: readonly WeekData[];
  readonly warnings: readonly string[];
}

/** Where a session says nothing of its own, the smallest step that gets one going. */
const FIRST_ACTION = {
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
} as const satisfies Record<Kind, string>;

interface LookUp {
  readonly sessions: ReadonlyMap<number, Session>;
  readonly tasks: ReadonlyMap<string, string>;
  readonly domains: ReadonlyMap<string, string>;
  readonly skippedBecause: ReadonlyMap<number, string>;
}

/**
 * A later part goes on from where the one before ended, unless it has a first action of its own:
 * "make an empty repository" would be wrong at the top of part five.
 */
function firstAction(session: Session, sessions: LookUp['sessions']): string {
  const before = sessions.get(session.after[0] ?? 0);
  const goesOn =
    before?.activity === session.activity &&
    (session.first === null || session.first === before.first);
  if (goesOn) return `Go on from where session ${before.number} ended; read your last notes first`;
  return session.first ?? FIRST_ACTION[session.kind];
}

const TASKS_NAMED = 4;
const WAITS_NAMED = 4;

/** `after 3, 4 and 6`; of long lists the last ones, which are the nearest. */
function waitsFor(after: readonly number[]): string[] {
  if (after.length === 0) return [];
  const named = after.slice(-WAITS_NAMED);
  const left = after.length - named.length;
  const [last, ...others] = [...named].reverse();
  const list = others.length === 0 ? `${last}` : `${others.reverse().join(', ')} and ${last}`;
  return [left === 0 ? `after ${list}` : `after ${list} (and ${left} before)`];
}

function sessionData(session: Session, clock: ZoneClock, lookUp: LookUp): SessionData {
  const { day, minute } = clock.toWallClock(session.start);
  const date = civilDate(day);
  const title = plainText(session.title);
  const part = session.part ? `${session.part[0]} of ${session.part[1]}` : null;
  const label = session.label === null ? null : plainText(session.label);
  const partLabel = part === null || label === null ? part : `${part}: ${label}`;
  const from = formatMinute(minute);
  const when = `${formatDate(date)} ${from}`;
  const url = safeUrl(session.url);
  return {
    number: session.number,
    uid: session.uid,
    kind: session.kind,
    kindName: KIND_NAMES[session.kind],
    title,
    heading: part === null ? title : `${title} (${part})`,
    part,
    label,
    partLabel,
    url,
    host: url === null ? null : new URL(url).host,
    date,
    day: formatDate(date),
    from,
    when,
    to: formatMinute(clock.toWallClock(sessionEnd(session)).minute),
    startsAt: formatInstant(session.start, clock),
    minutes: session.minutes,
    brief: `${when} · ${session.minutes} min · ${KIND_NAMES[session.kind]}`,
    domainId: session.domain,
    domain: session.domain === null ? null : (lookUp.domains.get(session.domain) ?? session.domain),
    taskIds: session.tasks,
    tasks: session.tasks.map((id) =>
      session.tasks.length > TASKS_NAMED ? id : `${id} ${lookUp.tasks.get(id) ?? ''}`.trim(),
    ),
    status: session.status,
    done: session.status === 'done',
    box: session.status === 'done' ? 'x' : ' ',
    note: session.status === 'skipped' || session.status === 'missed' ? session.status : null,
    doneOn: session.status === 'done' ? (session.actual?.on ?? date) : null,
    happened: whatHappened(session, lookUp.skippedBecause.get(session.number)),
    commands: commandsFor(session),
    first: sentence(firstAction(session, lookUp.sessions)),
    facts: [
      `${session.minutes} minutes`,
      ...(partLabel === null ? [] : [`part ${partLabel}`]),
      ...costFact(session),
    ],
    reasons: [...waitsFor(session.after), ...session.reasons.map(plainText)],
    teardown: session.teardown.map(plainText),
    billing: session.billing.map(plainText),
    questions: session.questions.map(plainText),
  };
}

/** A subscription is paid by the month, however many sessions need it. */
function costFact({ costUsd, subscription }: Session): string[] {
  if (costUsd === null || costUsd === 0) return [];
  return [
    subscription === undefined
      ? `about $${costUsd}`
      : `with ${subscriptionName(subscription)}, $${costUsd} a month`,
  ];
}

function sentence(text: string): string {
  const plain = plainText(text);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function weeksOf(
  sessions: readonly Session[],
  data: readonly SessionData[],
  clock: ZoneClock,
): WeekData[] {
  const weeks = new Map<number, { minutes: number; sessions: SessionData[] }>();
  sessions.forEach((session, index) => {
    const own = data[index];
    if (!own) return;
    const week = isoWeekIndex(clock.toWallClock(session.start).day);
    const entry = weeks.get(week) ?? { minutes: 0, sessions: [] };
    entry.minutes += session.minutes;
    entry.sessions.push(own);
    weeks.set(week, entry);
  });
  const first = Math.min(...weeks.keys());
  return [...weeks].map(([week, entry]): WeekData => {
    const monday = civilDate(firstDayOfWeek(week));
    return {
      name: isoWeekName(monday),
      number: week - first + 1,
      from: formatDate(monday),
      to: formatDate(civilDate(firstDayOfWeek(week) + 6), true),
      monday,
      hours: formatHours(entry.minutes),
      sessions: entry.sessions,
      days: daysOf(entry.sessions),
    };
  });
}

function daysOf(sessions: readonly SessionData[]): DayData[] {
  const days = new Map<string, { day: string; sessions: SessionData[] }>();
  for (const session of sessions) {
    const { date, day } = session;
    const entry = days.get(date) ?? { day, sessions: [] };
    entry.sessions.push(session);
    days.set(date, entry);
  }
  return [...days].map(([date, entry]) => ({ date, ...entry }));
}

/**
 * The data of the checklist, the page and, with one `session` beside it, the event description.
 * @param skippedBecause reasons that were given for skipping, by number
 */
export function templateData(
  plan: Plan,
  skippedBecause: ReadonlyMap<number, string> = new Map(),
): TemplateData {
  const { certification, exam, feasibility, learner } = plan;
  const clock = planClock(plan);
  const lookUp: LookUp = {
    sessions: new Map(plan.sessions.map((session) => [session.number, session])),
    domains: new Map(certification.domains.map(({ id, title }) => [id, plainText(title)])),
    tasks: new Map(
      certification.domains.flatMap(({ tasks }) =>
        tasks.map(({ id, title }) => [id, plainText(title)] as const),
      ),
    ),
    skippedBecause,
  };
  const sessions = plan.sessions.map((session) => sessionData(session, clock, lookUp));
  const totals = totalsOf(plan);
  const fullDate = (session: Session | undefined): string | null =>
    session === undefined
      ? null
      : formatDate(civilDate(clock.toWallClock(session.start).day), true);
  return {
    plan: {
      name: plainText(plan.name),
      createdAt: plainText(plan.createdAt),
      revision: plan.revision,
      certification: certification.id,
      title: plainText(certification.name),
      examCode: plainText(certification.examCode),
      timeZone: learner.timeZone,
      start: fullDate(plan.sessions[0]),
      finish: fullDate(plan.sessions[plan.sessions.length - 1]),
      weekly: formatHours(learner.minutesPerWeek),
      needed: formatRoundHours(feasibility.neededMinutes),
      cushion: feasibility.cushionMinutes === null ? null : formatHours(feasibility.cushionMinutes),
      verdict: feasibility.verdict.replaceAll('-', ' '),
      costs: plainText(costWords(planCosts(plan))),
      sessions: sessions.length,
      done: sessions.filter(({ done }) => done).length,
      certifications: Math.max(
        1,
        new Set(plan.sessions.map(({ certification }) => certification)).size,
      ),
    },
    exam: exam && {
      date: exam.date,
      day: formatDate(exam.date, true),
      time: exam.minute === null ? null : formatMinute(exam.minute),
      minutes: certification.exam.minutes,
      source: exam.source,
    },
    keyDates: plan.milestones.map(({ kind, date, title }) => ({
      kind,
      date,
      day: formatDate(date, true),
      title: plainText(title),
    })),
    domains: certification.domains.map((domain) => ({
      id: domain.id,
      title: plainText(domain.title),
      weight: Math.round(domain.weight),
      hours: formatRoundHours(totals.byDomain[domain.id] ?? 0),
    })),
    kinds: Object.entries(totals.byKind)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, minutes]) => ({
        kind: kind as Kind,
        name: KIND_NAMES[kind as Kind],
        hours: formatRoundHours(minutes),
      })),
    weeks: weeksOf(plan.sessions, sessions, clock),
    warnings: plan.warnings.map(({ message }) => plainText(message)),
  };
}
