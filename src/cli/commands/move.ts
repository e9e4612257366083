/** `certplan move`: puts a session somewhere and pins it. Outside a rule it warns, and obeys. */
import { type Plan, planClock, type Session, sessionEnd } from '../../plan/plan.ts';
import { stageOf, stagePlan } from '../../plan/stages.ts';
import { formatDate, KIND_NAMES } from '../../plan/words.ts';
import type { PlanEvent } from '../../progress/events.ts';
import { findSession } from '../../progress/find-sessions.ts';
import { type Place, placeFor } from '../../progress/move-place.ts';
import { moveWarnings } from '../../progress/move-warnings.ts';
import { asOf } from '../../progress/state.ts';
import { doneAlready } from '../../progress/timer.ts';
import { civilDate } from '../../time/civil-date.ts';
import { parseDateTime } from '../../time/parse-date.ts';
import { dateAt, formatMinute } from '../../time/wall-clock.ts';
import { answerChange, changePlan, shortTitle } from '../change-plan.ts';
import type { Context } from '../context.ts';

const HOW = {
  asked: '',
  'kept-time': ', at the time of day it had',
  'free-slot': ', the first free slot of that day',
  'no-slot': ', at the time of day it had, as that day has no free slot',
} as const satisfies Record<Place['by'], string>;

export async function moveCommand(context: Context, number: number, when: string): Promise<void> {
  // Whether it can be read at all is known before the plan's zone says which day it is.
  parseDateTime(when, '2026-01-01', 'WHEN');
  const { decision, day, state } = changePlan(context, ({ state }, nowMilliseconds) => {
    const now = Math.floor(nowMilliseconds / 60_000);
    const seen = asOf(state.plan, now);
    const session = findSession({ ...state, plan: seen }, number);
    const plan = { ...stagePlan(seen, stageOf(seen, session)), sessions: seen.sessions };
    if (session.status === 'done') throw doneAlready(session);
    const asked = parseDateTime(when, dateAt(now, planClock(plan)), 'WHEN');
    const place = placeFor(plan, session, asked, now);
    const there = session.pinned && session.start === place.start && session.status === 'planned';
    const events: PlanEvent[] = there ? [] : [{ type: 'moved', number, start: place.start }];
    return { events, session, place };
  });
  const { session, place, events } = decision;
  const wall = planClock(day.plan).toWallClock(place.start);
  const to = `${formatDate(civilDate(wall.day), true)} ${formatMinute(wall.minute)}`;
  const warnings = moveWarnings(beside(state.plan, session, place.start), number);
  for (const warning of warnings) context.warn(`${number}: ${warning}`);
  const what = `${number} ${KIND_NAMES[session.kind]}, ${session.minutes} m`;
  answerChange(context, day, {
    command: 'move',
    numbers: events.length > 0 ? [number] : [],
    lines: [
      events.length > 0
        ? `moved  ${what} to ${to}${HOW[place.by]}; pinned: ${shortTitle(context, session)}`
        : `${what} is there already: ${to}`,
    ],
    details: { warnings },
    ...(warnings.length > 0 && events.length > 0 ? { next: 'undo' } : {}),
  });
}

/** The stage of a session, and what stands in its way of other stages. */
function beside(plan: Plan, session: Session, start: number): Plan {
  const stage = stagePlan(plan, stageOf(plan, session));
  const end = start + session.minutes;
  const others = plan.sessions.filter(
    (other) =>
      stageOf(plan, other) !== stageOf(plan, session) &&
      other.start < end &&
      start < sessionEnd(other),
  );
  return { ...stage, sessions: [...stage.sessions, ...others] };
}
