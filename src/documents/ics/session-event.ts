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
import { calendarUrl, sessionSummary } from './wording.ts';
import { eventTimes } from './zoned-time.ts';

const SECONDS_PER_MINUTE = 60;
const DONE_MARK = '✓ ';
/** khal and others keep showing what is cancelled, so the title says it too. */
const CANCELLED_MARK = 'Cancelled: ';

export interface EventContext {
  readonly clock: ZoneClock;
  readonly stamp: Date;
  readonly sequence: number;
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
  { clock, stamp, sequence, alarmMinutes }: EventContext,
): ICalEventData {
  // Nobody wants a reminder of what is done, dropped or gone.
  const open = !cancelled && (session.status === 'planned' || session.status === 'missed');
  const mark = cancelled ? CANCELLED_MARK : data.done ? DONE_MARK : '';
  return {
    id: session.uid,
    stamp,
    sequence,
    ...eventTimes(session.start, sessionEnd(session), clock),
    summary: `${mark}${sessionSummary(data)}`,
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(cancelled ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
    categories: [{ name: data.kindName }],
    ...(data.url === null ? {} : { url: calendarUrl(data.url) }),
    ...(open && alarmMinutes !== null
      ? { alarms: [{ type: ICalAlarmType.display, trigger: alarmMinutes * SECONDS_PER_MINUTE }] }
      : {}),
  };
}
