/** The exam and the milestones: events of their own, beside the study sessions. */
import { createHash } from 'node:crypto';
import { ICalAlarmType, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { alarmFor } from '../../plan/calendar-choices.ts';
import type { Milestone, MilestoneKind, Plan } from '../../plan/plan.ts';
import { plainText } from '../../text/plain-text.ts';
import { addDays, dayNumber } from '../../time/civil-date.ts';
import { milestoneTitle } from '../words/milestone-title.ts';
import { type CalendarEvent, type EventContext, SHOWN_AS_FREE } from './session-event.ts';
import { eventTimes } from './zoned-time.ts';

const SECONDS_PER_MINUTE = 60;
/** The reminder of a day rings at nine in the morning before, when something can still be done. */
const THE_MORNING_BEFORE = {
  type: ICalAlarmType.display,
  trigger: 15 * 60 * SECONDS_PER_MINUTE,
} as const;
const A_DAY_BEFORE = {
  type: ICalAlarmType.display,
  trigger: 24 * 60 * SECONDS_PER_MINUTE,
} as const;

/** Dates on which something has to be done by the learner. */
const CALLS_FOR_ACTION: ReadonlySet<MilestoneKind> = new Set([
  'book-by',
  'reschedule-by',
  'id-check',
]);

/** Stable as long as the plan lives, and no one else's. */
const dateUid = (
  plan: Pick<Plan, 'createdAt' | 'name'>,
  { kind, certification }: Pick<Milestone, 'kind' | 'certification'>,
): string =>
  `${createHash('sha256')
    .update(
      `${plan.createdAt}:${plan.name}:${kind}${certification === undefined ? '' : `:${certification}`}`,
    )
    .digest('hex')
    .slice(0, 32)}@certplan`;

/** A date may change whenever the plan is re-planned: its version is that of the plan. */
const identity = (
  plan: Plan,
  date: Pick<Milestone, 'kind' | 'certification'>,
  { stamp }: EventContext,
) => ({
  id: dateUid(plan, date),
  stamp,
  lastModified: stamp,
  sequence: plan.revision - 1,
});

/** With its time of day where that is known, otherwise as an all-day event. */
export function examEvent(
  plan: Plan,
  milestone: Pick<Milestone, 'kind' | 'certification'>,
  context: EventContext,
): CalendarEvent | null {
  const { exam, certification } = plan;
  if (!exam) return null;
  const { clock, choices, words } = context;
  const { events } = words;
  const alarmMinutes = alarmFor(choices.alarms, 'exam');
  const day = dayNumber(exam.date);
  const start = exam.minute === null ? null : clock.toInstant(day, exam.minute);
  const before = (minutes: number) => ({
    type: ICalAlarmType.display,
    trigger: minutes * SECONDS_PER_MINUTE,
  });
  const alarms = start === null ? [THE_MORNING_BEFORE] : [A_DAY_BEFORE, before(alarmMinutes ?? 0)];
  const data: ICalEventData = {
    ...identity(plan, milestone, context),
    ...(start === null
      ? { start: exam.date, end: addDays(exam.date, 1), allDay: true }
      : eventTimes(start, start + certification.exam.minutes, clock)),
    summary: plainText(events.examTitle(certification.examCode)),
    // A place as text; a map would be wrong for an exam that is sat at home.
    location: { title: choices.examPlace ?? events.examPlace },
    description: [
      events.haveIdReady,
      plainText(certification.name),
      exam.source === 'suggested'
        ? events.suggestedDay(certification.exam.minutes, 'certplan adjust --exam DATE')
        : events.minutes(certification.exam.minutes),
    ].join('\n'),
    status: ICalEventStatus.CONFIRMED,
    categories: [{ name: 'exam' }],
    alarms: alarmMinutes === null ? [] : alarms,
  };
  return { kind: 'exam', data, html: null };
}

/**
 * @param plan for several certifications: as `wholePlan` gives it
 * @param gone true for a milestone that the plan has no more
 */
export function milestoneEvent(
  plan: Plan,
  milestone: Milestone,
  gone: boolean,
  context: EventContext,
): CalendarEvent {
  const title = milestoneTitle(plan, milestone, context.words);
  const isSilent = alarmFor(context.choices.alarms, 'milestone') === null;
  const data: ICalEventData = {
    ...identity(plan, milestone, context),
    start: milestone.date,
    end: addDays(milestone.date, 1),
    allDay: true,
    summary: plainText(gone ? context.words.events.cancelledTitle(title) : title),
    status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...SHOWN_AS_FREE,
    categories: [{ name: 'milestone' }],
    alarms: !gone && !isSilent && CALLS_FOR_ACTION.has(milestone.kind) ? [THE_MORNING_BEFORE] : [],
  };
  return { kind: 'milestone', data, html: null };
}
