/** The plan as a calendar file: every session, the exam and the milestones, for any calendar. */
import ical, { ICalCalendar } from 'ical-generator';
import { type CalendarChoices, DEFAULT_CHOICES } from '../../plan/calendar-choices.ts';
import { type Milestone, type Plan, planClock, type Session } from '../../plan/plan.ts';
import { stageIds, stagePlan, wholePlan } from '../../plan/stages.ts';
import type { SessionData } from '../session-data.ts';
import { templateData } from '../template-data.ts';
import type { Words } from '../words/words.ts';
import { examEvent, milestoneEvent } from './date-events.ts';
import { EVENT_COLORS } from './event-colors.ts';
import { eventDescription } from './event-description.ts';
import { foldFile, foldLine } from './fold.ts';
import { type CalendarEvent, type EventContext, sessionEvent } from './session-event.ts';
import { vtimezone } from './vtimezone.ts';
import { calendarName, escapeText } from './wording.ts';

export interface IcsOptions {
  readonly words: Words;
  /** When the file is made; the only clock it sees. */
  readonly stamp: Date;
  /** Absent: as the plan has them, else as usual. */
  readonly choices?: CalendarChoices;
  /** Sessions that re-plans removed; they stay in the file so that calendars learn of it. */
  readonly cancelled?: readonly Session[];
  /** Milestones that adjustments removed; they stay for the same reason. */
  readonly goneDates?: readonly Milestone[];
  /** Reasons that were given for skipping, by number. */
  readonly skippedBecause?: ReadonlyMap<number, string>;
}

/** A year of sessions is to stay below 500 KB: phones load the whole file, and Google takes a megabyte. */
const MOST_BYTES = 490_000;
/** How often who subscribes to the file should look again; many look once a day whatever it says. */
const LOOK_AGAIN_SECONDS = 12 * 60 * 60;

const PRODUCT = '//certplan//certplan//EN';

export function renderIcs(plan: Plan, options: IcsOptions): string {
  const { words, stamp, cancelled = [], goneDates = [], skippedBecause } = options;
  const clock = planClock(plan);
  const choices = options.choices ?? plan.calendar ?? DEFAULT_CHOICES;
  const context: EventContext = { clock, stamp, choices, words };
  // There is nothing to do about a session that is gone, and no command knows its number.
  const noLongerPlanned = { happened: words.events.noLongerPlanned, commands: [] };
  const events = (sessions: readonly Session[], gone: boolean): CalendarEvent[] => {
    const data = templateData(wholePlan({ ...plan, sessions }), words, skippedBecause);
    const byNumber = new Map<number, SessionData>(
      data.weeks.flatMap((week) => week.sessions.map((session) => [session.number, session])),
    );
    return sessions.flatMap((session) => {
      const known = byNumber.get(session.number);
      if (!known) return [];
      const own = gone ? { ...known, ...noLongerPlanned } : known;
      return [sessionEvent(session, own, eventDescription(own, words), gone, context)];
    });
  };
  const exams = stageIds(plan).flatMap((id) => {
    const event = examEvent(
      { ...stagePlan(plan, id), revision: plan.revision },
      { kind: 'exam', ...(plan.later === undefined ? {} : { certification: id }) },
      context,
    );
    return event ? [event] : [];
  });
  const whole = wholePlan(plan);
  const all = [
    ...events(plan.sessions, false),
    ...events(cancelled, true),
    ...exams,
    ...whole.milestones
      .filter(({ kind }) => kind !== 'exam')
      .map((milestone) => milestoneEvent(whole, milestone, false, context)),
    ...goneDates.map((milestone) => milestoneEvent(whole, milestone, true, context)),
  ];
  return write(whole, all, words);
}

/** Properties that ical-generator does not write. SEQUENCE follows the UID, before anything that people wrote. */
const withLine = (event: string, line: string): string =>
  event.replace('\r\nSEQUENCE:', () => `\r\n${line}\r\nSEQUENCE:`);

/**
 * ical-generator writes the calendar's head and each event; they are put together here, because
 * its own `toString` takes a second to fold a year's plan and leaves the last line end out, and
 * because a calendar with a zone would make it write DTSTAMP in local time.
 */
function write(plan: Plan, events: readonly CalendarEvent[], words: Words): string {
  const calendar = new ICalCalendar({ prodId: PRODUCT });
  const [head = '', foot = ''] = ical({
    prodId: PRODUCT,
    name: escapeText(calendarName(plan, words)),
    ttl: LOOK_AGAIN_SECONDS,
  })
    .toString()
    .split(/(?=END:VCALENDAR)/);
  const { timeZone } = plan.learner;
  const zone = timeZone === 'UTC' ? '' : vtimezone(timeZone, plan.zoneChanges);
  const texts = events.map(({ kind, data }) =>
    foldFile(withLine(calendar.createEvent(data).toString(), `COLOR:${EVENT_COLORS[kind]}`)),
  );
  const start = foldFile(`${head}${zone}`);
  const end = foldFile(foot);
  const size = [start, ...texts, end].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return `${start}${withHtml(texts, events, MOST_BYTES - size).join('')}${end}`;
}

/**
 * HTML beside the text, in order of time, as long as there is room: it says the same in another form, so
 * that an event does without it.
 * @param texts folded events
 */
function withHtml(
  texts: readonly string[],
  events: readonly CalendarEvent[],
  bytes: number,
): string[] {
  let left = bytes;
  return texts.map((text, index) => {
    const html = events[index]?.html ?? null;
    if (html === null) return text;
    const line = foldLine(`X-ALT-DESC;FMTTYPE=text/html:${escapeText(html)}`);
    left -= Buffer.byteLength(line) + 2;
    return left < 0 ? text : withLine(text, line);
  });
}
