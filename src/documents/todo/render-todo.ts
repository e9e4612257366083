/** The sessions as tasks (VTODO), for task apps; what is ticked there can be read back by UID. */
import ICAL from 'ical.js';
import { type Plan, planClock, type Session, sessionEnd } from '../../plan/plan.ts';
import { todoUid } from '../../plan/sessions.ts';
import { KIND_NAMES } from '../../plan/words.ts';
import { dayNumber } from '../../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../../time/wall-clock.ts';
import { foldFile } from '../ics/fold.ts';
import { calendarName, calendarUrl, escapeText, sessionSummary } from '../ics/wording.ts';
import type { SessionData } from '../session-data.ts';
import { templateData } from '../template-data.ts';
import type { Words } from '../words/words.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const NOON = 12 * 60;

const STATUS = {
  planned: 'NEEDS-ACTION',
  missed: 'NEEDS-ACTION',
  done: 'COMPLETED',
  skipped: 'CANCELLED',
} as const satisfies Record<Session['status'], string>;

export interface TodoOptions {
  readonly words: Words;
  /** When the plan last changed; the only clock it sees. */
  readonly stamp: Date;
  /** Sessions that re-plans removed; they stay in the file so that task apps learn of it. */
  readonly cancelled?: readonly Session[];
  /** Reasons that were given for skipping, by number. */
  readonly skippedBecause?: ReadonlyMap<number, string>;
}

export function renderTodo(plan: Plan, options: TodoOptions): string {
  const { words, stamp, cancelled = [], skippedBecause } = options;
  const clock = planClock(plan);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//certplan//certplan//EN');
  // ical.js does not know the type of this one and writes it without escaping.
  calendar.addPropertyWithValue('x-wr-calname', escapeText(calendarName(plan, words)));
  const addTasks = (sessions: readonly Session[], gone: boolean): void => {
    const { weeks } = templateData({ ...plan, sessions }, words, skippedBecause);
    const data = weeks.flatMap((week) => week.sessions);
    const byNumber = new Map(data.map((own) => [own.number, own]));
    for (const session of sessions) {
      const own = byNumber.get(session.number);
      if (own) calendar.addSubcomponent(todo(session, own, { words, stamp, gone, clock }));
    }
  };
  addTasks(plan.sessions, false);
  addTasks(cancelled, true);
  return writeOut(calendar);
}

interface TodoContext {
  readonly words: Words;
  readonly stamp: Date;
  /** True for a session that a re-plan removed. */
  readonly gone: boolean;
  readonly clock: ZoneClock;
}

function todo(
  session: Session,
  data: SessionData,
  { words, stamp, gone, clock }: TodoContext,
): ICAL.Component {
  const task = new ICAL.Component('vtodo');
  const add = (name: string, value: string | number | ICAL.Time): ICAL.Property =>
    task.addPropertyWithValue(name, value);
  add('uid', todoUid(session.uid));
  const modified = utcTime(stamp.getTime() / MILLISECONDS_PER_MINUTE);
  add('dtstamp', modified);
  add('last-modified', modified);
  add('sequence', session.sequence);
  const summary = sessionSummary(data);
  add('summary', gone ? words.events.cancelledTitle(summary) : summary);
  add(
    'description',
    gone
      ? words.events.noLongerPlanned
      : `${data.happened ?? data.first}\n\n${data.commands.join('\n')}`,
  );
  add('dtstart', utcTime(session.start));
  add('due', utcTime(sessionEnd(session)));
  add('status', gone ? 'CANCELLED' : STATUS[session.status]);
  add('percent-complete', data.done && !gone ? 100 : 0);
  if (data.done && !gone) add('completed', utcTime(completedAt(session, clock)));
  // Task apps sort by it: the same in every language.
  add('categories', KIND_NAMES[data.kind]);
  if (data.url !== null) add('url', calendarUrl(data.url));
  // "Sibling": as a child of an event, some task apps would look for its parent in vain.
  add('related-to', session.uid).setParameter('reltype', 'SIBLING');
  return task;
}

/** The journal knows the day on which a session was done; noon stands for the hour. */
const completedAt = (session: Session, clock: ZoneClock): EpochMinutes =>
  session.actual === null
    ? sessionEnd(session)
    : clock.toInstant(dayNumber(session.actual.on), NOON);

/** Written in UTC, so that the file needs no zone and no app can misread one. */
const utcTime = (instant: EpochMinutes): ICAL.Time =>
  ICAL.Time.fromJSDate(new Date(instant * MILLISECONDS_PER_MINUTE), true);

/** ical.js folds to 76 octets at times and leaves out the last line end: unfold, fold anew. */
const writeOut = (calendar: ICAL.Component): string =>
  foldFile(calendar.toString().replace(/\r?\n[ \t]/g, ''));
