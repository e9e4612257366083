/** Random learners for property tests: odd zones, windows past midnight and in the changed hour. */
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../src/time/civil-date.ts';
import { CERTIFICATIONS } from './curricula.ts';
import type { SampleOptions } from './sample-plan.ts';

/** Zones with odd rules: half-hour DST, quarter-hour offsets, a skipped day, changes at midnight. */
export const ODD_ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'America/Santiago',
  'UTC',
] as const;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/**
 * Windows without overlap: at most one a day, from any hour, also past midnight. Each ends before
 * the next day's may begin.
 */
const oneWindowADay: fc.Arbitrary<string> = fc
  .uniqueArray(
    fc.record({
      day: fc.constantFrom(...DAYS),
      from: fc.integer({ min: 8, max: 95 }).map((quarter) => quarter * 15),
      length: fc.integer({ min: 3, max: 24 }).map((quarter) => quarter * 15),
    }),
    { minLength: 2, maxLength: 7, selector: (window) => window.day },
  )
  .map((windows) =>
    windows
      .map(({ day, from, length }) => {
        // Past midnight at most until 02:00, where the earliest window of a day begins.
        const to = Math.min(from + length, 1440 + 120);
        return `${day} ${clock(from)}-${to > 1440 ? clock(to - 1440) : clock(to)}`;
      })
      .join('; '),
  );

/** Nights of the changed hour, touching windows, and whole days. */
const notableWindows = fc.constantFrom(
  'mon,wed 19:00-21:30; sat 09:00-12:30',
  'sun 00:30-03:30; wed 18:00-21:00',
  'sat 22:00-24:00; sun 00:00-04:00; tue 20:00-22:30',
  'fri 22:00-02:00; sat 09:00-12:00; tue 19:00-20:00',
  'mon-fri 19:00-20:00; mon-fri 20:00-21:00; sat 10:00-13:30',
  'daily 20:00-21:00',
  'sat,sun 08:00-18:00',
  'mon-fri 06:00-07:00; sun 14:00-18:00',
);

const level = fc.integer({ min: 0, max: 4 });
const hours = fc.oneof(
  fc.integer({ min: 10, max: 40 }).map((half) => half / 2),
  fc.integer({ min: 2, max: 120 }).map((half) => half / 2),
);

const someDaysOff = (start: CivilDate): fc.Arbitrary<string[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 13 }))
      .map(([after, length]) => `${addDays(start, after)}..${addDays(start, after + length)}`),
    { maxLength: 3 },
  );

export const randomLearner: fc.Arbitrary<SampleOptions> = fc
  .record({
    certification: fc.constantFrom(...CERTIFICATIONS),
    levels: fc.tuple(level, level, level, level, fc.option(level)),
    hours,
    when: fc.option(fc.oneof(oneWindowADay, notableWindows), { nil: undefined }),
    startAfter: fc.integer({ min: 1, max: 330 }),
    examAfter: fc.option(fc.integer({ min: 40, max: 420 }), { freq: 3, nil: undefined }),
    examTime: fc.constantFrom('', 'T09:00', 'T14:30'),
    timeZone: fc.constantFrom(...ODD_ZONES),
    session: fc.oneof(fc.constant(90), fc.integer({ min: 40, max: 240 })),
    depth: fc.constantFrom('essential' as const, 'standard' as const, 'thorough' as const),
  })
  .chain((choice) => {
    const start = addDays('2026-11-25', choice.startAfter);
    return someDaysOff(start).map((off): SampleOptions => {
      const [python, apis, iam, statistics, ml] = choice.levels;
      const retired =
        choice.certification === 'aws-mls-c01' || choice.certification === 'azure-ai-102';
      const exam = choice.examAfter === undefined ? null : addDays(start, choice.examAfter);
      return {
        certification: choice.certification,
        skills: `python=${python},apis=${apis},iam=${iam},statistics=${statistics}${
          ml === null ? '' : `,ml=${ml}`
        }`,
        hours: choice.hours,
        ...(choice.when === undefined ? {} : { when: choice.when }),
        start,
        ...(exam === null || retired || exam < '2027-01-14'
          ? {}
          : { exam: `${exam}${choice.examTime}` }),
        timeZone: choice.timeZone,
        off,
        session: choice.session,
        depth: choice.depth,
      };
    });
  });
