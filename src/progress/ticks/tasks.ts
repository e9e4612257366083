/** A task list that came back from a task app: what was completed there, and when. Pure. */
import ICAL from 'ical.js';
import { badInput } from '../../errors.ts';
import type { Session } from '../../plan/plan.ts';
import { todoUid } from '../../plan/sessions.ts';
import { plainText } from '../../text/plain-text.ts';
import { type CivilDate, isCivilDate } from '../../time/civil-date.ts';
import { dateAt, type ZoneClock } from '../../time/wall-clock.ts';
import type { Tick } from './settle.ts';

export interface Task {
  readonly uid: string;
  readonly mark: Tick['mark'];
  /** When it was completed, as the app writes it: `2026-12-02T18:30:00Z`; empty where it does not say. */
  readonly completed: string;
}

/**
 * @param file its name, for messages
 * @throws UserError, exit code 2, when it is no calendar file or holds no tasks
 */
export function readTasks(text: string, file: string): Task[] {
  const { todos, events } = parse(text, file);
  if (todos.length === 0) {
    throw badInput(
      'no-tasks',
      `${file} holds no tasks (VTODO)${events ? ', only events' : ''}`,
      events
        ? 'ticks come from the task file: certplan export todo; busy times: certplan adjust --busy FILE.ics'
        : 'ticks come from the task file: certplan export todo',
    );
  }
  return todos.map(readTask);
}

/** ical.js looks into what it has parsed only when asked: whatever it stumbles on is found here. */
function parse(text: string, file: string) {
  try {
    const parsed: unknown = ICAL.parse(text);
    // Several calendars in one file come as a list of them.
    const list: unknown[] = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = list.map((calendar) => new ICAL.Component(calendar as unknown[]));
    return {
      todos: calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtodo')),
      events: calendars.some((calendar) => calendar.getFirstSubcomponent('vevent') !== null),
    };
  } catch (error) {
    // Errors of the language speak of the reader, not of the file.
    const isItsOwn = error instanceof Error && !/^(Type|Range)Error$/.test(error.name);
    const reason = isItsOwn ? plainText(error.message).slice(0, 120) : 'it holds no whole calendar';
    throw badInput(
      'bad-tasks',
      `${file} cannot be read as a calendar file: ${reason}`,
      'export it from the task app once more',
    );
  }
}

function readTask(todo: ICAL.Component): Task {
  const status = textOf(todo, 'status').toUpperCase();
  const completed = textOf(todo, 'completed');
  // Some apps write the per cent alone and leave the status as it was; some know no status at all.
  const isDone =
    status === 'COMPLETED' ||
    (status !== 'CANCELLED' && textOf(todo, 'percent-complete') === '100') ||
    (status === '' && completed !== '');
  return {
    uid: textOf(todo, 'uid').trim(),
    mark: isDone ? 'done' : status === 'CANCELLED' ? 'dropped' : 'open',
    completed,
  };
}

/** As text; what ical.js cannot make a value of counts as absent. */
function textOf(component: ICAL.Component, name: string): string {
  try {
    return String(component.getFirstPropertyValue(name) ?? '').trim();
  } catch {
    return '';
  }
}

/** `2026-12-02T18:30:00Z` in the plan's zone; without the Z, or without a time, the date as it stands. */
function localDate(completed: string, clock: ZoneClock): CivilDate | null {
  if (completed.endsWith('Z')) {
    const milliseconds = Date.parse(completed);
    return Number.isNaN(milliseconds) ? null : dateAt(Math.floor(milliseconds / 60_000), clock);
  }
  const date = completed.slice(0, 10);
  return isCivilDate(date) ? date : null;
}

export interface OwnTasks {
  readonly ticks: readonly Tick[];
  /** How many tasks of the file belong to something else. */
  readonly others: number;
}

/**
 * The tasks that are sessions of a plan, each found by its UID.
 * @param sessions those of the plan, now or once
 * @param clock of the plan's zone
 */
export function ticksOf(
  tasks: readonly Task[],
  sessions: readonly Session[],
  clock: ZoneClock,
): OwnTasks {
  const numbers = new Map(sessions.map(({ uid, number }) => [todoUid(uid), number]));
  const found = new Map<number, Tick>();
  let others = 0;
  for (const { uid, mark, completed } of tasks) {
    const number = numbers.get(uid);
    if (number === undefined) others += 1;
    // Copies of one task: done in one of them is done.
    else if (found.get(number)?.mark !== 'done') {
      found.set(number, { number, mark, on: mark === 'done' ? localDate(completed, clock) : null });
    }
  }
  return { ticks: [...found.values()], others };
}
