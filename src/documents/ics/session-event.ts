/** One session → one VEVENT. */
import {
  ICalAlarmType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type Session, sessionEnd } from '../../plan/plan.ts';
import type { ZoneClock } from '../../time/wall-clock.ts';
import type { SessionData } from '../template-data.ts';
import { CANCELLED_MARK, calendarUrl, sessionSummary } from './wording.ts';
import { eventTimes } from './zoned-time.ts';

const SECONDS_PER_MINUTE = 60;
const MARKS = { cancelled: CANCELLED_MARK, done: '✓ ', skipped: 'Skipped: ', open: '' } as const;

const LOOKS = {
  planned: 'open',
  missed: 'open',
  done: 'done',
  skipped: 'skipped',
} as const satisfies Record<Session['status'], keyof typeof MARKS>;

export interface EventContext {
  readonly clock: ZoneClock;
  /** When the plan last changed. */
  readonly stamp: Date;
  /** Minutes before the start; null: no alarm. */
  readonly alarmMinutes: number | null;
}

/**
 * @param description the text that the template made
 * @param cancelled true for a session that a re-plan removed
 */
export function sessionEvent(
  session: Session,
  data: SessionData,
  description: string,
  cancelled: boolean,
  { clock, stamp, alarmMinutes }: EventContext,
): ICalEventData {
  const look = cancelled ? 'cancelled' : LOOKS[session.status];
  return {
    id: session.uid,
    stamp,
    lastModified: stamp,
    sequence: session.sequence,
    ...eventTimes(session.start, sessionEnd(session), clock),
    summary: `${MARKS[look]}${sessionSummary(data)}`,
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // A skipped session is not cancelled, as an undo brings it back; its time is free all the same.
    ...(look === 'cancelled' || look === 'skipped'
      ? { transparency: ICalEventTransparency.TRANSPARENT }
      : {}),
    categories: [{ name: data.kindName }],
    ...(data.url === null ? {} : { url: calendarUrl(data.url) }),
    // Nobody wants a reminder of what is done, dropped or gone.
    ...(look === 'open' && alarmMinutes !== null
      ? { alarms: [{ type: ICalAlarmType.display, trigger: alarmMinutes * SECONDS_PER_MINUTE }] }
      : {}),
  };
}
