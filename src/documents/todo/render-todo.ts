/** The sessions as tasks (VTODO), for task apps; what is ticked there can be read back by UID. */
import ICAL from 'ical.js';
import { type Plan, planClock, type Session, sessionEnd } from '../../plan/plan.ts';
import { dayNumber } from '../../time/civil-date.ts';
import type { EpochMinutes, ZoneClock } from '../../time/wall-clock.ts';
import { foldFile } from '../ics/fold.ts';
import { calendarName, calendarUrl, escapeText, sessionSummary } from '../ics/wording.ts';
import { type SessionData, templateData } from '../template-data.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const NOON = 12 * 60;

const STATUS = {
  planned: 'NEEDS-ACTION',
  missed: 'NEEDS-ACTION',
  done: 'COMPLETED',
  skipped: 'CANCELLED',
} as const satisfies Record<Session['status'], string>;

/** `abc@certplan` → `abc-todo@certplan`: its own, and the session's can be read from it. */
export const todoUid = (sessionUid: string): string => sessionUid.replace(/@|$/, '-todo$&');

export function renderTodo(plan: Plan, { stamp }: { readonly stamp: Date }): string {
  const clock = planClock(plan);
  const data = templateData(plan).weeks.flatMap((week) => week.sessions);
  const byNumber = new Map(data.map((session) => [session.number, session]));
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//certplan//certplan//EN');
  // ical.js does not know the type of this one and writes it without escaping.
  calendar.addPropertyWithValue('x-wr-calname', escapeText(calendarName(plan)));
  for (const session of plan.sessions) {
    const own = byNumber.get(session.number);
    if (own) calendar.addSubcomponent(todo(session, own, stamp, plan.revision - 1, clock));
  }
  return writeOut(calendar);
}

function todo(
  session: Session,
  data: SessionData,
  stamp: Date,
  sequence: number,
  clock: ZoneClock,
): ICAL.Component {
  const task = new ICAL.Component('vtodo');
  const add = (name: string, value: string | number | ICAL.Time): ICAL.Property =>
    task.addPropertyWithValue(name, value);
  add('uid', todoUid(session.uid));
  add('dtstamp', utcTime(stamp.getTime() / MILLISECONDS_PER_MINUTE));
  add('sequence', sequence);
  add('summary', sessionSummary(data));
  add('description', `${data.first}\n\ncertplan show ${data.number}`);
  add('dtstart', utcTime(session.start));
  add('due', utcTime(sessionEnd(session)));
  add('status', STATUS[session.status]);
  add('percent-complete', data.done ? 100 : 0);
  if (data.done) add('completed', utcTime(completedAt(session, clock)));
  add('categories', data.kindName);
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
