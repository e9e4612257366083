/** Whatever happens, in whatever order copies meet: a journal folds to a plan that makes sense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { foldEvents } from '../../src/progress/fold.ts';
import type { PlanState } from '../../src/progress/state.ts';
import { appended, BY_TYPE, created, events, later, NUMBERS, plan } from './random-events.ts';

const RUNS = { numRuns: 400 };

function fold(list: readonly StoredEvent[]): PlanState {
  const state = foldEvents(list);
  if (!state) throw new Error('no plan');
  return state;
}

const sequences = (state: PlanState): Map<number, number> =>
  new Map([...state.plan.sessions, ...state.cancelled].map((it) => [it.number, it.sequence]));

/** What an undo brings back: all but the counters of what calendars have seen. */
function withoutCounters(state: PlanState) {
  const { plan: folded, cancelled: _, highestNumber: __, undone: ___, ...rest } = state;
  const { revision: ____, updatedAt: _____, ...facts } = folded;
  return {
    ...rest,
    plan: {
      ...facts,
      sessions: folded.sessions.map(({ sequence: ______, ...session }) => session),
    },
  };
}

function expectSound(state: PlanState): void {
  const { sessions } = state.plan;
  const numbers = sessions.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  const order = [...sessions].sort((a, b) => a.start - b.start || a.number - b.number);
  expect(numbers).toEqual(order.map(({ number }) => number));
  const parts = new Map<string, number>();
  for (const session of sessions) {
    expect(['planned', 'done', 'skipped']).toContain(session.status);
    expect([session.number, session.actual !== null]).toEqual([
      session.number,
      session.status === 'done',
    ]);
    for (const number of session.after) {
      expect(numbers).toContain(number);
      expect(number).not.toBe(session.number);
    }
    expect(new Set(session.after).size).toBe(session.after.length);
    expect(session.sequence).toBeGreaterThanOrEqual(0);
    const same = sessions.filter(({ activity }) => activity === session.activity);
    const place = (parts.get(session.activity) ?? 0) + 1;
    parts.set(session.activity, place);
    expect(session.part).toEqual(same.length > 1 ? [place, same.length] : null);
    expect(session.number).toBeLessThanOrEqual(state.highestNumber);
  }
  const statusOf = new Map(sessions.map((session) => [session.number, session.status]));
  for (const [number, minutes] of state.logged) {
    expect(['planned', 'skipped']).toContain(statusOf.get(number));
    expect(minutes).toBeGreaterThan(0);
  }
  for (const number of state.skippedBecause.keys()) expect(statusOf.get(number)).toBe('skipped');
  if (state.timer) expect(['planned', 'skipped']).toContain(statusOf.get(state.timer.number));
  for (const session of state.cancelled) expect(statusOf.has(session.number)).toBe(false);
}

describe('any sequence of events', () => {
  it('folds to a plan with unique numbers, in order, whose parts, edges and statuses agree', () => {
    fc.assert(
      fc.property(events, (list) => expectSound(fold([created, ...list]))),
      RUNS,
    );
  });

  it('gives the same state in whatever order its lines stand, and however often', () => {
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([created, ...list, ...list, created], {
              minLength: 2 * list.length + 2,
            }),
          ),
        ),
        ([list, shuffled]) => {
          expect(fold(shuffled)).toEqual(fold([created, ...list]));
        },
      ),
      RUNS,
    );
  });

  it('never lowers a SEQUENCE or the revision when something is appended', () => {
    fc.assert(
      fc.property(events, fc.array(appended, { maxLength: 5 }), (list, more) => {
        const journal = [created, ...list];
        let before = fold(journal);
        more.forEach((event, index) => {
          journal.push(later(event, `later-${index}`, index));
          const after = fold(journal);
          const now = sequences(after);
          for (const [number, sequence] of sequences(before)) {
            expect(now.get(number)).toBeGreaterThanOrEqual(sequence);
          }
          expect(after.plan.revision).toBeGreaterThanOrEqual(before.plan.revision);
          before = after;
        });
      }),
      RUNS,
    );
  });

  it('raises the SEQUENCE of every session whose slot is another than before', () => {
    fc.assert(
      fc.property(events, appended, (list, event) => {
        const before = fold([created, ...list]);
        const after = fold([created, ...list, later(event, 'later', 0)]);
        const was = new Map(before.plan.sessions.map((it) => [it.number, it]));
        const now = sequences(after);
        for (const session of after.plan.sessions) {
          const old = was.get(session.number);
          if (old && old.start === session.start && old.minutes === session.minutes) continue;
          expect(now.get(session.number)).toBeGreaterThan(
            sequences(before).get(session.number) ?? -1,
          );
        }
      }),
      RUNS,
    );
  });

  it('forgets no session that calendars may show: it is there, or among the cancelled', () => {
    fc.assert(
      fc.property(events, (list) => {
        const state = fold([created, ...list]);
        const known = new Set(sequences(state).keys());
        for (const number of NUMBERS) expect(known).toContain(number);
        for (const event of list) {
          if (event.type !== 'replanned' && event.type !== 'adjusted') continue;
          for (const { number } of event.added) expect(known).toContain(number);
        }
      }),
      RUNS,
    );
  });
});

describe('an undo', () => {
  const TYPES = Object.keys(BY_TYPE(['x'])) as Exclude<PlanEvent['type'], 'created'>[];

  it.each(TYPES)('of %s brings everything back but the counters', (type) => {
    const ids = Array.from({ length: 14 }, (_, index) => `event-${index}`);
    fc.assert(
      fc.property(events, BY_TYPE(ids)[type], (list, event) => {
        const before = fold([created, ...list]);
        // A re-plan that counts speaks of the placements that are there.
        const fitting = 'base' in event ? { ...event, base: before.placedBy } : event;
        const journal = [
          created,
          ...list,
          later(fitting, 'later', 0),
          later({ type: 'undone', event: 'later' }, 'undo', 1),
        ];
        expect(withoutCounters(fold(journal))).toEqual(withoutCounters(before));
      }),
      { numRuns: 150 },
    );
  });
});

describe('two copies of a journal', () => {
  const [one = 0, two = 0, three = 0] = NUMBERS;
  const slotOf = (state: PlanState, number: number) =>
    state.plan.sessions.find((session) => session.number === number);
  const elsewhere = (slotOf(fold([created]), three)?.start ?? 0) + 60 * 24 * 30;
  const replan = (number: number, base: string): PlanEvent => ({
    type: 'replanned',
    base,
    missed: [],
    moved: [{ number, start: elsewhere }],
    added: [],
    changed: [],
    dropped: [],
    facts: {},
  });
  const done = (number: number): PlanEvent => ({
    type: 'done',
    numbers: [number],
    on: '2026-12-01',
    minutes: 30,
    felt: 'good',
    from: null,
  });

  it('joined, keep what each has done', () => {
    const state = fold([created, later(done(one), 'a', 0), later(done(two), 'b', 1)]);
    expect([one, two].map((number) => slotOf(state, number)?.status)).toEqual(['done', 'done']);
  });

  it('that were both re-planned: the earlier counts, and calendars of the other are put right', () => {
    const mine = [created, later(replan(one, 'created'), 'mine', 1)];
    const seen = slotOf(fold(mine), one)?.sequence ?? 0;
    const joined = fold([...mine, later(replan(two, 'created'), 'theirs', 0)]);
    expect(joined.voided.map(({ id }) => id)).toEqual(['mine']);
    expect(slotOf(joined, one)?.start).toBe(slotOf(fold([created]), one)?.start);
    expect(slotOf(joined, one)?.sequence).toBeGreaterThan(seen);
  });

  it('a re-plan, a change or a move that did not know of a finished session leaves it done', () => {
    const slot = slotOf(fold([created]), one);
    if (!slot) throw new Error('no session');
    const events: PlanEvent[] = [
      { type: 'moved', number: one, start: elsewhere },
      replan(one, 'created'),
      { ...replan(two, 'created'), changed: [{ ...slot, minutes: 5 }] } as PlanEvent,
      { ...replan(two, 'created'), dropped: [one] } as PlanEvent,
    ];
    for (const event of events) {
      const state = fold([created, later(done(one), 'a', 0), later(event, 'b', 1)]);
      expect(slotOf(state, one)).toMatchObject({
        status: 'done',
        start: slot.start,
        actual: { on: '2026-12-01', minutes: 30, felt: 'good' },
      });
    }
  });

  it('a re-plan that did not know of a pin leaves it, unless its slot had passed', () => {
    const pinned: PlanEvent = { type: 'moved', number: one, start: elsewhere + 60 };
    const move = replan(one, 'created');
    const kept = fold([created, later(pinned, 'a', 0), later(move, 'b', 1)]);
    expect(slotOf(kept, one)).toMatchObject({ start: elsewhere + 60, pinned: true });
    const missed = { ...move, missed: [one] } as PlanEvent;
    const gone = fold([created, later(pinned, 'a', 0), later(missed, 'b', 1)]);
    expect(slotOf(gone, one)?.start).toBe(elsewhere);
  });
});

describe('an event', () => {
  const [one = 0] = NUMBERS;
  const state = (...list: PlanEvent[]) =>
    fold([created, ...list.map((event, index) => later(event, `e${index}`, index))]);
  const session = (folded: PlanState) => folded.plan.sessions.find(({ number }) => number === one);
  const done = (minutes: number | null): PlanEvent => ({
    type: 'done',
    numbers: [one],
    on: '2026-12-01',
    minutes,
    felt: null,
    from: null,
  });

  it('done without minutes takes those that the timer logged, else those planned', () => {
    const logged: PlanEvent = { type: 'logged', number: one, on: '2026-12-01', minutes: 7 };
    expect(session(state(logged, logged, done(null)))?.actual?.minutes).toBe(14);
    expect(session(state(done(null)))?.actual?.minutes).toBe(
      plan.sessions.find(({ number }) => number === one)?.minutes,
    );
  });

  it('moved takes a skipped session up again, and pins it', () => {
    const skipped: PlanEvent = { type: 'skipped', numbers: [one], why: 'dull' };
    const folded = state(skipped, { type: 'moved', number: one, start: 29_000_000 });
    expect(session(folded)).toMatchObject({ status: 'planned', pinned: true, start: 29_000_000 });
    expect(folded.skippedBecause.size).toBe(0);
  });

  it('done ends the timer of its session, and no other', () => {
    const [, two = 0] = NUMBERS;
    expect(state({ type: 'started', number: one }, done(5)).timer).toBeNull();
    expect(state({ type: 'started', number: two }, done(5)).timer?.number).toBe(two);
  });
});
