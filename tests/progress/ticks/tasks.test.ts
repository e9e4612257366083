import { describe, expect, it } from 'vitest';
import { todoUid } from '../../../src/plan/sessions.ts';
import { readTasks, ticksOf } from '../../../src/progress/ticks/tasks.ts';
import { zoneClock } from '../../../src/time/wall-clock.ts';
import { icsOf, todoOf } from '../../documents/render-all.ts';
import { smallPlan } from '../../documents/small-plan.ts';

const read = (text: string) => readTasks(text, 'tasks.ics');
const berlin = zoneClock('Europe/Berlin');
const ticks = (text: string, clock = berlin) => ticksOf(read(text), smallPlan.sessions, clock);
const calendar = (...todos: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...todos.flatMap((lines) => ['BEGIN:VTODO', ...lines, 'END:VTODO']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const uid = `UID:${todoUid(smallPlan.sessions[2]?.uid ?? '')}`;
const markOf = (...lines: string[]) => ticks(calendar([uid, ...lines])).ticks[0];

describe('a task list that comes back', () => {
  it('tells what our own file says', () => {
    const { ticks: found, others } = ticks(todoOf(smallPlan));
    expect(others).toBe(0);
    expect(found.map(({ number, mark, on }) => [number, mark, on]).slice(0, 3)).toEqual([
      [1, 'done', '2027-03-23'],
      [2, 'dropped', null],
      [3, 'open', null],
    ]);
  });

  it.each([
    ['the status', ['STATUS:COMPLETED'], 'done'],
    ['the status in small letters', ['STATUS:completed'], 'done'],
    ['100 per cent alone', ['PERCENT-COMPLETE:100'], 'done'],
    ['100 per cent, the status forgotten', ['STATUS:NEEDS-ACTION', 'PERCENT-COMPLETE:100'], 'done'],
    ['a date of completion alone', ['COMPLETED:20270328T100000Z'], 'done'],
    ['half', ['PERCENT-COMPLETE:50', 'STATUS:IN-PROCESS'], 'open'],
    ['nothing', [], 'open'],
    ['ticked and taken back', ['STATUS:NEEDS-ACTION', 'COMPLETED:20270328T100000Z'], 'open'],
    ['cancelled', ['STATUS:CANCELLED', 'PERCENT-COMPLETE:100'], 'dropped'],
    ['a broken per cent', ['PERCENT-COMPLETE:lots'], 'open'],
  ] as const)('reads %s', (_, lines, mark) => {
    expect(markOf(...lines)?.mark).toBe(mark);
  });

  it('dates a completion in the zone of the plan', () => {
    const done = (completed: string) => ['STATUS:COMPLETED', completed];
    expect(markOf(...done('COMPLETED:20270328T223000Z'))?.on).toBe('2027-03-29');
    expect(markOf(...done('COMPLETED:20270328T123000Z'))?.on).toBe('2027-03-28');
    expect(
      ticks(calendar([uid, ...done('COMPLETED:20270328T020000Z')]), zoneClock('America/New_York'))
        .ticks[0]?.on,
    ).toBe('2027-03-27');
    expect(markOf(...done('COMPLETED;VALUE=DATE:20270328'))?.on).toBe('2027-03-28');
    expect(markOf(...done('COMPLETED:20270328T233000'))?.on).toBe('2027-03-28');
    expect(markOf(...done('COMPLETED:yesterday'))?.on).toBeNull();
  });

  it('passes over the tasks of others, and counts them', () => {
    const file = calendar(['UID:milk', 'STATUS:COMPLETED'], [uid], ['SUMMARY:no UID']);
    expect(ticks(file)).toEqual({ ticks: [{ number: 3, mark: 'open', on: null }], others: 2 });
  });

  it('finds a task that stands there twice done when one of them is', () => {
    const twice = calendar([uid, 'STATUS:COMPLETED'], [uid, 'STATUS:NEEDS-ACTION']);
    expect(ticks(twice).ticks.map(({ mark }) => mark)).toEqual(['done']);
  });

  it('reads several calendars in one file, and those that come with line feeds alone', () => {
    const both = calendar([uid]) + calendar(['UID:milk']);
    expect(read(both)).toHaveLength(2);
    expect(read(both.replaceAll('\r\n', '\n'))).toHaveLength(2);
  });

  it('sends a calendar of events to --busy', () => {
    expect(() => read(icsOf(smallPlan))).toThrowError(/holds no tasks \(VTODO\), only events/);
    expect(() => read(calendar())).toThrowError(/holds no tasks \(VTODO\)$/);
  });

  it('says what is wrong with a broken file, whatever it is', () => {
    for (const text of [
      'BEGIN:VCALENDAR\r\nno property\r\n',
      'BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\n',
      'END:VCALENDAR\r\n',
      '{"a":1}',
      'BEGIN:VTODO\r\n'.repeat(100_000),
    ]) {
      const started = performance.now();
      expect(() => read(text)).toThrowError(/^tasks\.ics /);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
