import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanEvent, StoredEvent } from '../../../src/progress/events.ts';
import { foldEvents } from '../../../src/progress/fold.ts';
import { encodeEvent, readJournal } from '../../../src/progress/journal.ts';
import { missingLines, readOtherJournal } from '../../../src/progress/ticks/other-journal.ts';
import { smallPlan } from '../../documents/small-plan.ts';

const START = Date.parse('2027-03-21T00:00:00Z');
const instant = (minute: number): string => new Date(START + minute * 60_000).toISOString();
const line = (event: StoredEvent): string => `${encodeEvent(event)}\n`;
const created = line({
  type: 'created',
  plan: smallPlan,
  activities: '[]',
  bridges: '[]',
  id: 'made',
  at: smallPlan.createdAt,
});
const stored = (event: PlanEvent, minute: number): StoredEvent => ({
  ...event,
  id: `event-${minute}`,
  at: instant(minute),
});
const done = (number: number, minute: number): string =>
  line(
    stored(
      { type: 'done', numbers: [number], on: '2027-03-25', minutes: null, felt: null, from: null },
      minute,
    ),
  );
const newer = (minute: number): string =>
  line({ ...stored({ type: 'started', number: 1 }, minute), type: 'painted' } as never);

/** What `certplan import OTHER` leaves in the file. */
const imported = (own: string, other: string): string =>
  own +
  missingLines(readJournal(own), readOtherJournal(other, 'other.jsonl'))
    .map((text) => `${text}\n`)
    .join('');
const folded = (journal: string) => foldEvents(readJournal(journal).events);
const newerLines = (journal: string) => [...readJournal(journal).unknown].sort();

const number = fc.integer({ min: 1, max: 11 });
const event: fc.Arbitrary<PlanEvent> = fc.oneof(
  fc.record({
    type: fc.constant('done' as const),
    numbers: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
    on: fc.constant('2027-03-25' as const),
    minutes: fc.constantFrom(null, 30),
    felt: fc.constantFrom(null, 'hard' as const),
    from: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('skipped' as const),
    numbers: fc.uniqueArray(number, { minLength: 1, maxLength: 2 }),
    why: fc.constantFrom(null, 'known'),
  }),
  fc.record({
    type: fc.constant('moved' as const),
    number,
    start: fc.integer({ min: 30_000_000, max: 30_100_000 }),
  }),
  fc.record({ type: fc.constant('started' as const), number }),
  fc.record({
    type: fc.constant('logged' as const),
    number,
    on: fc.constant('2027-03-25' as const),
    minutes: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    type: fc.constant('replanned' as const),
    base: fc.constantFrom('made', 'event-3', 'event-7', 'event-11'),
    missed: fc.constant([]),
    moved: fc.array(
      fc.record({ number, start: fc.integer({ min: 30_000_000, max: 30_100_000 }) }),
      {
        maxLength: 3,
      },
    ),
    added: fc.constant([]),
    changed: fc.constant([]),
    dropped: fc.uniqueArray(number, { maxLength: 2 }),
    facts: fc.constant({}),
  }),
  fc.integer({ min: 0, max: 40 }).map((minute): PlanEvent => {
    return { type: 'undone', event: `event-${minute}` };
  }),
);

/** Three copies that share a beginning and then each went their own way. */
const copies: fc.Arbitrary<readonly string[]> = fc
  .array(fc.tuple(event, fc.integer({ min: 0, max: 3 }), fc.boolean()), { maxLength: 24 })
  .map((all) => {
    const journals = [created, created, created];
    all.forEach(([one, owner, isNewer], minute) => {
      const text = isNewer && minute % 5 === 0 ? newer(minute) : line(stored(one, minute));
      // The last of the four owners is the time before they parted.
      journals.forEach((_, copy) => {
        if (owner === copy || owner === 3) journals[copy] += text;
      });
    });
    return journals;
  });

describe('two copies of a journal', () => {
  it('that import each other fold to the same plan', () => {
    fc.assert(
      fc.property(copies, ([a = '', b = '']) => {
        const ab = imported(a, b);
        const ba = imported(b, a);
        expect(folded(ab)).toEqual(folded(ba));
        expect(newerLines(ab)).toEqual(newerLines(ba));
      }),
      { numRuns: 200 },
    );
  });

  it('have nothing more to tell when they have imported each other', () => {
    fc.assert(
      fc.property(copies, ([a = '', b = '']) => {
        const ab = imported(a, b);
        expect(imported(ab, b)).toBe(ab);
        expect(imported(ab, a)).toBe(ab);
        expect(imported(ab, imported(b, a))).toBe(ab);
        expect(imported(a, a)).toBe(a);
      }),
    );
  });

  it('and a third: the order of the imports makes no difference', () => {
    fc.assert(
      fc.property(copies, ([a = '', b = '', c = '']) => {
        const left = folded(imported(imported(a, b), c));
        expect(folded(imported(a, imported(b, c)))).toEqual(left);
        expect(folded(imported(c, imported(b, a)))).toEqual(left);
      }),
    );
  });

  it('keep their lines letter for letter, those of a newer certplan too', () => {
    const other = created + done(3, 1) + newer(2);
    expect(imported(created, other)).toBe(other);
  });

  it('take an entry that stands twice over there once', () => {
    expect(imported(created, created + done(3, 1) + done(3, 1))).toBe(created + done(3, 1));
  });
});

describe('a journal to import', () => {
  const read = (text: string) => () => readOtherJournal(text, 'other.jsonl');

  it.each([
    ['with a cut-off last line', `${created}${done(1, 1).slice(0, 40)}`, /last line is cut off/],
    ['whose last line end is missing', created.trimEnd(), /last line is cut off/],
    ['with a changed letter', created + done(1, 1).replace('done', 'gone'), /^other\.jsonl:2: /],
    ['without its first entry', done(1, 1), /holds no plan/],
    ['that is none', 'hello\n', /^other\.jsonl:1: /],
  ])('%s is refused whole', (_, text, message) => {
    expect(read(text)).toThrowError(message);
  });
});
