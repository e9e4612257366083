import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictWords, settleTicks, type Tick } from '../../../src/progress/ticks/settle.ts';
import { planWith, session } from '../../documents/small-plan.ts';

const AT = '2027-04-05T17:00:00Z';
const state = {
  plan: planWith([
    session(1, AT),
    session(2, AT),
    session(3, AT, { status: 'done', actual: { on: '2027-04-05', minutes: 45, felt: null } }),
    session(4, AT, { status: 'skipped' }),
    session(5, AT),
  ]),
  cancelled: [session(9, AT)],
};
const TODAY = '2027-04-10';
const settle = (ticks: readonly Tick[]) => settleTicks(state, ticks, TODAY, 'tasks');
const tick = (number: number, mark: Tick['mark'] = 'done', on: Tick['on'] = null): Tick => ({
  number,
  mark,
  on,
});

describe('ticks', () => {
  it('make open sessions done, one event a day, in order', () => {
    const { events, done } = settle([tick(5), tick(1, 'done', '2027-04-07'), tick(2)]);
    expect(events.map(({ on, numbers }) => [on, numbers])).toEqual([
      ['2027-04-07', [1]],
      [TODAY, [2, 5]],
    ]);
    expect(events[0]).toMatchObject({ type: 'done', minutes: null, felt: null, from: 'tasks' });
    expect(done).toEqual([1, 2, 5]);
  });

  it('are never of a day to come, whatever the clock of a telephone says', () => {
    expect(settle([tick(1, 'done', '2031-01-01')]).events[0]?.on).toBe(TODAY);
  });

  it.each([
    [tick(3, 'open'), 'not-ticked'],
    [tick(3, 'dropped'), 'not-ticked'],
    [tick(4), 'skipped-here'],
    [tick(1, 'dropped'), 'dropped-there'],
    [tick(9), 'gone'],
    [tick(99), 'unknown'],
    [tick(99, 'open'), 'unknown'],
  ] as const)('that contradict the plan change nothing: %o is %s', (one, kind) => {
    expect(settle([one])).toEqual({
      events: [],
      done: [],
      unchanged: 0,
      conflicts: [{ number: one.number, kind }],
    });
  });

  it('that say what the plan says are counted', () => {
    const same = [tick(3), tick(1, 'open'), tick(4, 'open'), tick(4, 'dropped'), tick(9, 'open')];
    expect(settle(same)).toEqual({ events: [], done: [], unchanged: 5, conflicts: [] });
  });

  it('are all accounted for', () => {
    const any = fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      mark: fc.constantFrom('done' as const, 'open' as const, 'dropped' as const),
      on: fc.constantFrom(null, '2027-04-01' as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ number }) => number }), (ticks) => {
        const { events, done, unchanged, conflicts } = settle(ticks);
        expect(done.length + unchanged + conflicts.length).toBe(ticks.length);
        expect(events.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(done);
      }),
    );
  });

  it('are told in words, one or many', () => {
    expect(conflictWords('not-ticked', [4])).toBe(
      'session 4 is done here and not ticked there; it stays done',
    );
    expect(conflictWords('not-ticked', [4, 5])).toBe(
      'sessions 4, 5 are done here and not ticked there; they stay done',
    );
    expect(conflictWords('unknown', [98, 99])).toBe('sessions 98, 99 are not in the plan');
  });
});
