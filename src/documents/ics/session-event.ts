/** One session → one VEVENT. */
import {
  ICalAlarmType,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { alarmFor, type CalendarChoices, type EventKind } from '../../plan/calendar-choices.ts';
import { type Session, sessionEnd } from '../../plan/plan.ts';
import { KIND_NAMES } from '../../plan/words.ts';
import type { ZoneClock } from '../../time/wall-clock.ts';
import type { SessionData } from '../session-data.ts';
import type { Words } from '../words/words.ts';
import { htmlDescription } from './html-description.ts';
import { calendarUrl, sessionSummary } from './wording.ts';
import { eventTimes } from './zoned-time.ts';

const SECONDS_PER_MINUTE = 60;

type Look = 'cancelled' | 'done' | 'skipped' | 'open';

const LOOKS = {
  planned: 'open',
  missed: 'open',
  done: 'done',
  skipped: 'skipped',
} as const satisfies Record<Session['status'], Look>;

/** Outlook goes by a word of its own. */
export const SHOWN_AS_FREE = {
  transparency: ICalEventTransparency.TRANSPARENT,
  busystatus: ICalEventBusyStatus.FREE,
} as const;

export interface EventContext {
  readonly clock: ZoneClock;
  /** When the plan last changed. */
  readonly stamp: Date;
  readonly choices: CalendarChoices;
  readonly words: Words;
}

export interface CalendarEvent {
  readonly kind: EventKind;
  readonly data: ICalEventData;
  /** The description once more; null: only as text. */
  readonly html: string | null;
}

/** khal and others keep showing what is cancelled, so the title says it too. */
function markedTitle(title: string, look: Look, { events }: Words): string {
  if (look === 'cancelled') return events.cancelledTitle(title);
  if (look === 'skipped') return events.skippedTitle(title);
  return look === 'done' ? `✓ ${title}` : title;
}

/**
 * @param description as `eventDescription` writes it
 * @param cancelled true for a session that a re-plan removed
 */
export function sessionEvent(
  session: Session,
  data: SessionData,
  description: string,
  cancelled: boolean,
  { clock, stamp, choices, words }: EventContext,
): CalendarEvent {
  const alarmMinutes = alarmFor(choices.alarms, session.kind);
  const look: Look = cancelled ? 'cancelled' : LOOKS[session.status];
  const calendarEvent: ICalEventData = {
    id: session.uid,
    stamp,
    lastModified: stamp,
    sequence: session.sequence,
    ...eventTimes(session.start, sessionEnd(session), clock),
    summary: markedTitle(sessionSummary(data), look, words),
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A skipped session is not cancelled, as an undo brings it back; its time is free all the same.
    ...(choices.free || look === 'cancelled' || look === 'skipped' ? SHOWN_AS_FREE : {}),
    // Calendars colour by it: the same in every language.
    categories: [{ name: KIND_NAMES[data.kind] }],
    ...(data.url === null ? {} : { url: calendarUrl(data.url) }),
    // Nobody wants a reminder of what is done, dropped or gone.
    ...(look === 'open' && alarmMinutes !== null
      ? { alarms: [{ type: ICalAlarmType.display, trigger: alarmMinutes * SECONDS_PER_MINUTE }] }
      : {}),
  };
  // Who looks at what is behind, or gone, has the text.
  const html = look === 'open' ? htmlDescription(description) : null;
  return { kind: session.kind, data: calendarEvent, html };
}
