/** A small plan and random things that happen to it, sensible and not. */
import fc from 'fast-check';
import { FELT, type Plan, type Session } from '../../src/plan/plan.ts';
import type { PlanEvent, StoredEvent } from '../../src/progress/events.ts';
import { samplePlan } from '../support/sample-plan.ts';

const whole = samplePlan({
  certification: 'azure-ai-102',
  skills: 'python=4,apis=4,iam=4,statistics=4,ml=4,cloud-azure=4',
  hours: 10,
});

/** A few single sessions and all parts of one activity, so that most random numbers hit something. */
function few(plan: Plan): Session[] {
  const split = plan.sessions.find((session) => session.part !== null)?.activity;
  const chosen = [
    ...plan.sessions.slice(0, 8),
    ...plan.sessions.filter((session) => session.activity === split),
  ];
  const numbers = new Set(chosen.map(({ number }) => number));
  const unique = plan.sessions.filter(({ number }) => numbers.has(number));
  return unique.map((session) => ({
    ...session,
    after: session.after.filter((number) => numbers.has(number)),
  }));
}

export const plan: Plan = { ...whole, sessions: few(whole) };
export const NUMBERS = plan.sessions.map(({ number }) => number);
const first = plan.sessions[0];
if (!first) throw new Error('a plan has sessions');
/** A session that re-plans may add. */
const template: Session = first;

export const created: StoredEvent = {
  type: 'created',
  plan,
  activities: '[]',
  id: 'created',
  at: '2026-11-25T12:00:00.000Z',
};

/** Mostly numbers of the plan, some that a re-plan may have added, some that never were. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 3, arbitrary: fc.integer({ min: 500, max: 503 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 99_999) },
);
const numbers = fc.array(number, { minLength: 1, maxLength: 3 });
const start = fc.integer({ min: 0, max: 60 * 24 * 40 }).map((minutes) => template.start + minutes);
const on = fc.constantFrom('2026-11-26', '2026-12-01', '2026-12-24');
const minutes = fc.integer({ min: 1, max: 300 });
const felt = fc.option(fc.constantFrom(...FELT));

const session = fc
  .record({ number, start, minutes, activity: fc.constantFrom('new', template.activity) })
  .chain((own) =>
    fc.record({ after: fc.array(number, { maxLength: 2 }), part: fc.boolean() }).map(
      ({ after, part }): Session => ({
        ...template,
        ...own,
        uid: `${own.number}@certplan`,
        after,
        part: part ? [1, 2] : null,
      }),
    ),
  );

/** @param ids of events that may be meant by `base` and `undone` */
const replacement = (ids: readonly string[]) => ({
  base: fc.oneof({ weight: 4, arbitrary: fc.constant('created') }, fc.constantFrom(...ids)),
  missed: fc.array(number, { maxLength: 2 }),
  moved: fc.array(fc.record({ number, start }), { maxLength: 4 }),
  added: fc.array(session, { maxLength: 2 }),
  changed: fc.array(session, { maxLength: 2 }),
  dropped: fc.array(number, { maxLength: 2 }),
  facts: fc.constant({}),
});

const type = <T extends PlanEvent['type']>(name: T) => ({ type: fc.constant(name) });

export const BY_TYPE = (ids: readonly string[]) =>
  ({
    done: fc.record({
      ...type('done'),
      numbers,
      on,
      minutes: fc.option(minutes),
      felt,
      from: fc.constant(null),
    }),
    skipped: fc.record({
      ...type('skipped'),
      numbers,
      why: fc.option(fc.constant('known from work')),
    }),
    moved: fc.record({ ...type('moved'), number, start }),
    started: fc.record({ ...type('started'), number }),
    logged: fc.record({ ...type('logged'), number, on, minutes }),
    scored: fc.record({
      ...type('scored'),
      number: fc.option(number),
      activity: fc.constant(null),
      on,
      percent: fc.integer({ min: 0, max: 100 }),
      domains: fc.constant({}),
      questions: fc.constant(null),
    }),
    replanned: fc.record({ ...type('replanned'), ...replacement(ids) }),
    adjusted: fc.record({
      ...type('adjusted'),
      ...replacement(ids),
      asked: fc.constant(['--hours 9']),
    }),
    undone: fc.record({ ...type('undone'), event: fc.constantFrom(...ids) }),
  }) as unknown as Readonly<Record<Exclude<PlanEvent['type'], 'created'>, fc.Arbitrary<PlanEvent>>>;

const IDS = Array.from({ length: 14 }, (_, index) => `event-${index}`);

/** Instants of two copies of a journal may fall together. */
const stored = (id: string): fc.Arbitrary<StoredEvent> =>
  fc
    .tuple(fc.oneof(...Object.values(BY_TYPE(IDS))), fc.integer({ min: 0, max: 40 }))
    .map(([event, minute]) => ({
      ...event,
      id,
      at: new Date(Date.parse(created.at) + 60_000 * (minute + 1)).toISOString(),
    }));

/** What happened after the plan was made, in any order. */
export const events: fc.Arbitrary<StoredEvent[]> = fc
  .integer({ min: 0, max: IDS.length })
  .chain((count) => fc.tuple(...IDS.slice(0, count).map(stored)));

/** An event that comes after all of `events`. */
export const later = (event: PlanEvent, id: string, order: number): StoredEvent => ({
  ...event,
  id,
  at: new Date(Date.parse(created.at) + 3_600_000 * (1 + order)).toISOString(),
});

/** Any event that is written at the end of the journal. */
export const appended: fc.Arbitrary<PlanEvent> = fc.oneof(...Object.values(BY_TYPE(IDS)));
