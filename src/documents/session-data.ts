/** One session as templates see it. */
import type { Kind } from '../curriculum/vocabulary.ts';
import { type Session, sessionEnd } from '../plan/plan.ts';
import { plainText } from '../text/plain-text.ts';
import { type CivilDate, civilDate, dayNumber, weekdayIndex } from '../time/civil-date.ts';
import { formatInstant, formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import { subscriptionName } from '../workload/costs.ts';
import { safeUrl } from './safe-url.ts';
import { commandsFor, showCommand, whatHappened } from './session-outcome.ts';
import type { Dates } from './words/dates.ts';
import type { Words } from './words/words.ts';

/** In templates `session`, or an element of `week.sessions`. */
export interface SessionData {
  readonly number: number;
  readonly uid: string;
  /** `lab`, `practice-exam`, …; for CSS classes and conditions. */
  readonly kind: Kind;
  /** `lab`, `practice exam`, …; for people, in the language of the document. */
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
  /** `Sat`. */
  readonly weekday: string;
  /** `09:00`, `09:50`. */
  readonly from: string;
  readonly to: string;
  /** `Sat 28 Nov 09:00`. */
  readonly when: string;
  /** RFC 3339 with the zone's offset, for `<time datetime>`. */
  readonly startsAt: string;
  readonly minutes: number;
  /** `50 min`, `50 min at 09:00`. */
  readonly length: string;
  readonly lengthAndStart: string;
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
  /** `skipped` or `missed`, in words; otherwise null. */
  readonly note: string | null;
  /** The day on which it was done, `2027-03-23`; null while it is not. */
  readonly doneOn: CivilDate | null;
  /** What became of it: `Done on Tue 23 Mar, 50 min, felt hard`, `Skipped: know it`; null while it is open. */
  readonly happened: string | null;
  /** What to type about it: `certplan done 12`, and for a practice exam `certplan score 61 PERCENT`. */
  readonly commands: readonly string[];
  /** The first thing to do; there always is one. */
  readonly first: string;
  /** True where the material says so, in its own language. */
  readonly firstIsGiven: boolean;
  /** What matters at a glance: `50 minutes`, `part 2 of 3: Its name`, `about $1`. */
  readonly facts: readonly string[];
  /** Why it is here and as long as it is: `after 3, 4 and 6`, then the plan's own reasons. */
  readonly reasons: readonly string[];
  readonly teardown: readonly string[];
  readonly billing: readonly string[];
  readonly questions: readonly string[];
  /** The first five of them, and `2 more: certplan show 12`; null where those are all. */
  readonly firstQuestions: readonly string[];
  readonly moreQuestions: string | null;
}

/** What a session is told with, beside itself. */
export interface LookUp {
  readonly sessions: ReadonlyMap<number, Session>;
  readonly tasks: ReadonlyMap<string, string>;
  readonly domains: ReadonlyMap<string, string>;
  readonly skippedBecause: ReadonlyMap<number, string>;
}

/**
 * A later part goes on from where the one before ended, unless it has a first action of its own:
 * "make an empty repository" would be wrong at the top of part five.
 */
function firstAction(
  session: Session,
  sessions: LookUp['sessions'],
  { events }: Words,
): Pick<SessionData, 'first' | 'firstIsGiven'> {
  const before = sessions.get(session.after[0] ?? 0);
  const goesOn =
    before?.activity === session.activity &&
    (session.first === null || session.first === before.first);
  if (goesOn) return { first: events.goOn(before.number), firstIsGiven: false };
  return session.first === null
    ? { first: events.firstActions[session.kind], firstIsGiven: false }
    : { first: sentence(session.first), firstIsGiven: true };
}

const TASKS_NAMED = 4;
const WAITS_NAMED = 4;
/** Of a calendar event. */
const QUESTIONS_NAMED = 5;

/** `after 3, 4 and 6`; of long lists the last ones, which are the nearest. */
function waitsFor(after: readonly number[], { events }: Words): string[] {
  if (after.length === 0) return [];
  const named = after.slice(-WAITS_NAMED);
  return [events.after(named, after.length - named.length)];
}

/** `Sat`. */
export const weekdayOf = (date: CivilDate, { weekdays }: Dates): string =>
  weekdays[weekdayIndex(dayNumber(date))] ?? '';

/**
 * @param clock the learner's: dates and times are theirs
 * @param words language of all that is not the material's
 */
export function sessionData(
  session: Session,
  clock: ZoneClock,
  lookUp: LookUp,
  words: Words,
): SessionData {
  const { common, events, dates } = words;
  const { day, minute } = clock.toWallClock(session.start);
  const date = civilDate(day);
  const title = plainText(session.title);
  const part = session.part ? common.partOf(...session.part) : null;
  const label = session.label === null ? null : plainText(session.label);
  const partLabel = part === null || label === null ? part : `${part}: ${label}`;
  const from = formatMinute(minute);
  const shown = dates.day(date);
  const when = `${shown} ${from}`;
  const kindName = common.kinds[session.kind];
  const length = common.minutes(session.minutes);
  const questions = session.questions.map(plainText);
  const left = questions.length - QUESTIONS_NAMED;
  const url = safeUrl(session.url);
  return {
    number: session.number,
    uid: session.uid,
    kind: session.kind,
    kindName,
    title,
    heading: part === null ? title : `${title} (${part})`,
    part,
    label,
    partLabel,
    url,
    host: url === null ? null : new URL(url).host,
    date,
    day: shown,
    weekday: weekdayOf(date, dates),
    from,
    when,
    to: formatMinute(clock.toWallClock(sessionEnd(session)).minute),
    startsAt: formatInstant(session.start, clock),
    minutes: session.minutes,
    length,
    lengthAndStart: events.minutesAt(session.minutes, from),
    brief: `${when} · ${length} · ${kindName}`,
    domainId: session.domain,
    domain: session.domain === null ? null : (lookUp.domains.get(session.domain) ?? session.domain),
    taskIds: session.tasks,
    tasks: session.tasks.map((id) =>
      session.tasks.length > TASKS_NAMED ? id : `${id} ${lookUp.tasks.get(id) ?? ''}`.trim(),
    ),
    status: session.status,
    done: session.status === 'done',
    box: session.status === 'done' ? 'x' : ' ',
    note:
      session.status === 'skipped' || session.status === 'missed'
        ? common.statuses[session.status]
        : null,
    doneOn: session.status === 'done' ? (session.actual?.on ?? date) : null,
    happened: whatHappened(session, lookUp.skippedBecause.get(session.number), words),
    commands: commandsFor(session),
    ...firstAction(session, lookUp.sessions, words),
    facts: [
      events.minutes(session.minutes),
      ...(partLabel === null ? [] : [events.part(partLabel)]),
      ...costFact(session, words),
    ],
    reasons: [...waitsFor(session.after, words), ...session.reasons.map(plainText)],
    teardown: session.teardown.map(plainText),
    billing: session.billing.map(plainText),
    questions,
    firstQuestions: questions.slice(0, QUESTIONS_NAMED),
    moreQuestions: left > 0 ? events.moreQuestions(left, showCommand(session.number)) : null,
  };
}

/** A subscription is paid by the month, however many sessions need it. */
function costFact({ costUsd, subscription }: Session, { events }: Words): string[] {
  if (costUsd === null || costUsd === 0) return [];
  return [
    subscription === undefined
      ? events.aboutDollars(costUsd)
      : events.withSubscription(subscriptionName(subscription), costUsd),
  ];
}

function sentence(text: string): string {
  const plain = plainText(text);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
