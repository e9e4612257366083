/** An event in words, for the history and for what an undo took back. */
import { formatDate, formatHours } from '../plan/words.ts';
import { civilDate } from '../time/civil-date.ts';
import { formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import type { AdjustedEvent, PlanEvent, PlanEventType, ReplannedEvent } from './events.ts';
import { formatNumbers } from './find-sessions.ts';

type Words = {
  readonly [T in PlanEventType]: (
    event: Extract<PlanEvent, { type: T }>,
    clock: ZoneClock,
  ) => string;
};

const list = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

const placements = (event: ReplannedEvent | AdjustedEvent): string =>
  list([
    `${event.moved.length} moved`,
    event.added.length === 0 ? null : `${event.added.length} added`,
    event.changed.length === 0 ? null : `${event.changed.length} changed`,
    event.dropped.length === 0 ? null : `${event.dropped.length} dropped`,
  ]);

const FROM = {
  checklist: 'by a checklist',
  tasks: 'by a task app',
  timer: 'by the timer',
} as const;

const WORDS: Words = {
  created: ({ plan }) => `plan made, ${plan.sessions.length} sessions`,
  done: ({ numbers, on, minutes, felt, from }) =>
    list([
      `done ${formatNumbers(numbers)}`,
      `on ${formatDate(on)}`,
      minutes === null ? null : `${formatHours(minutes)}${numbers.length > 1 ? ' each' : ''}`,
      felt === null ? null : `felt ${felt}`,
      from === null ? null : FROM[from],
    ]),
  skipped: ({ numbers, why }) =>
    `skipped ${formatNumbers(numbers)}${why === null ? '' : `: ${why}`}`,
  moved: ({ number, start }, clock) => {
    const { day, minute } = clock.toWallClock(start);
    return `moved ${number} to ${formatDate(civilDate(day))} ${formatMinute(minute)}, pinned`;
  },
  started: ({ number }) => `timer started for ${number}`,
  logged: ({ number, minutes }) => `${formatHours(minutes)} logged for ${number}, not done yet`,
  scored: ({ number, activity, percent, domains }) =>
    list([
      `scored ${number ?? activity ?? 'an exam'} at ${percent} %`,
      ...Object.entries(domains).map(([id, value]) => `${id} ${value} %`),
    ]),
  replanned: (event) => `re-planned: ${placements(event)}`,
  adjusted: (event) => `adjusted ${event.asked.join(' ')}: ${placements(event)}`,
  undone: () => 'a change taken back',
};

export function describeEvent(event: PlanEvent, clock: ZoneClock): string {
  const words = WORDS[event.type] as (event: PlanEvent, clock: ZoneClock) => string;
  return words(event, clock);
}
