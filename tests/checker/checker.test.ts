import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  checkReviews,
  examinePlan,
  type Given,
  type PlanDocument,
  type Rule,
  readCurriculumFacts,
  readFoundationsFacts,
  relaxedRules,
} from './check-plan.ts';
import type { SessionDocument, WindowDocument } from './plan-document.ts';
import {
  CURRICULUM,
  DRAFTS,
  type Draft,
  draft,
  type Extras,
  FOUNDATIONS,
  planOf,
  withChanges,
  without,
} from './small-plan.ts';
import { dateOf, dayOf, isoWeekOf, weekdayOf, ZoneClock } from './zone-clock.ts';

/** The rules that the checker finds broken, each once. */
function broken(plan: PlanDocument, given: Given = {}): Rule[] {
  const rules = checkPlan(plan, CURRICULUM, FOUNDATIONS, given).map((found) => found.rule);
  return [...new Set(rules)].sort();
}

const brokenBy = (changes: Parameters<typeof withChanges>[0], extras?: Extras, given?: Given) =>
  broken(planOf(withChanges(changes), extras), given);

const brokenWith = (more: readonly Draft[], extras?: Extras) =>
  broken(planOf([...DRAFTS, ...more], extras));

const review = (at: string, minutes: number): Draft => draft(at, 'review', minutes);

describe('the good plan', () => {
  it('breaks nothing', () => {
    const plan = planOf(DRAFTS);
    expect(checkPlan(plan, CURRICULUM, FOUNDATIONS, { examGiven: '2027-03-10' })).toEqual([]);
    expect(checkReviews(plan, CURRICULUM)).toEqual([]);
  });

  it('is accepted as JSON too', () => {
    const text = JSON.stringify(planOf(DRAFTS));
    expect(checkPlan(JSON.parse(text), CURRICULUM, FOUNDATIONS)).toEqual([]);
  });
});

/** Rule 1 on a plan of one session in one window. */
describe('rule 1: windows', () => {
  interface Case {
    zone: string;
    window: WindowDocument;
    start: string;
    end: string;
    minutes: number;
  }
  function fits({ zone, window, start, end, minutes }: Case): boolean {
    const plan = planOf([draft(start.slice(0, 16), 'guide', minutes)], {
      timezone: zone,
      learner: { windows: [window], sessionMinutes: 240 },
    });
    const [session] = plan.sessions;
    if (session) Object.assign(session, { start, end });
    return !broken(plan).includes(1);
  }
  const sunday = (from: string, to: string): WindowDocument => ({ days: ['sun'], from, to });
  const slot = (start: string, end: string, minutes: number) => ({ start, end, minutes });

  describe('New York, the night the clock goes forward (2027-03-14)', () => {
    const zone = 'America/New_York';
    const night = { zone, window: sunday('01:00', '04:00') };
    it('offers two elapsed hours from 01:00 to 04:00', () => {
      expect(
        fits({ ...night, ...slot('2027-03-14T01:00:00-05:00', '2027-03-14T04:00:00-04:00', 120) }),
      ).toBe(true);
      expect(
        fits({ ...night, ...slot('2027-03-14T01:00:00-05:00', '2027-03-14T04:30:00-04:00', 150) }),
      ).toBe(false);
    });
    it('counts elapsed minutes, not the difference on the wall', () => {
      expect(
        fits({ ...night, ...slot('2027-03-14T01:00:00-05:00', '2027-03-14T04:00:00-04:00', 180) }),
      ).toBe(false);
    });
    it('wants the offset of the moment', () => {
      expect(
        fits({ ...night, ...slot('2027-03-14T01:00:00-05:00', '2027-03-14T03:00:00-05:00', 120) }),
      ).toBe(false);
      expect(
        fits({ ...night, ...slot('2027-03-14T02:00:00-04:00', '2027-03-14T04:00:00-04:00', 120) }),
      ).toBe(false);
    });
    it('moves a window that begins in the gap forward by the gap', () => {
      const gap = { zone, window: sunday('02:30', '04:00') };
      expect(
        fits({ ...gap, ...slot('2027-03-14T03:30:00-04:00', '2027-03-14T04:00:00-04:00', 30) }),
      ).toBe(true);
      expect(
        fits({ ...gap, ...slot('2027-03-14T03:00:00-04:00', '2027-03-14T03:30:00-04:00', 30) }),
      ).toBe(false);
    });
  });

  describe('New York, the night the clock goes back (2026-11-01)', () => {
    const zone = 'America/New_York';
    it('takes the first of the repeated hour for both ends of a window', () => {
      const early = { zone, window: sunday('00:30', '01:30') };
      expect(
        fits({ ...early, ...slot('2026-11-01T00:30:00-04:00', '2026-11-01T01:30:00-04:00', 60) }),
      ).toBe(true);
      expect(
        fits({ ...early, ...slot('2026-11-01T01:00:00-05:00', '2026-11-01T01:30:00-05:00', 30) }),
      ).toBe(false);
    });
    it('offers two elapsed hours from 01:30 to 02:30', () => {
      const late = { zone, window: sunday('01:30', '02:30') };
      expect(
        fits({ ...late, ...slot('2026-11-01T01:30:00-04:00', '2026-11-01T02:30:00-05:00', 120) }),
      ).toBe(true);
    });
  });

  describe('Lord Howe, where the clock moves by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    it('goes forward on 2026-10-04', () => {
      const night = { zone, window: sunday('01:00', '03:00') };
      expect(
        fits({ ...night, ...slot('2026-10-04T01:00:00+10:30', '2026-10-04T03:00:00+11:00', 90) }),
      ).toBe(true);
      expect(
        fits({ ...night, ...slot('2026-10-04T01:00:00+10:30', '2026-10-04T03:30:00+11:00', 120) }),
      ).toBe(false);
      const gap = { zone, window: sunday('02:15', '03:30') };
      expect(
        fits({ ...gap, ...slot('2026-10-04T02:45:00+11:00', '2026-10-04T03:30:00+11:00', 45) }),
      ).toBe(true);
      expect(
        fits({ ...gap, ...slot('2026-10-04T02:30:00+11:00', '2026-10-04T03:30:00+11:00', 60) }),
      ).toBe(false);
    });
    it('goes back on 2027-04-04', () => {
      const night = { zone, window: sunday('01:30', '02:30') };
      expect(
        fits({ ...night, ...slot('2027-04-04T01:30:00+11:00', '2027-04-04T02:30:00+10:30', 90) }),
      ).toBe(true);
      const early = { zone, window: sunday('01:00', '01:45') };
      expect(
        fits({ ...early, ...slot('2027-04-04T01:30:00+10:30', '2027-04-04T01:45:00+10:30', 15) }),
      ).toBe(false);
    });
  });

  it('lets windows run past midnight and up to 24:00', () => {
    const zone = 'Europe/Berlin';
    const late = { zone, window: sunday('23:00', '01:00') };
    expect(
      fits({ ...late, ...slot('2027-02-08T00:00:00+01:00', '2027-02-08T01:00:00+01:00', 60) }),
    ).toBe(true);
    expect(
      fits({ ...late, ...slot('2027-02-07T00:00:00+01:00', '2027-02-07T01:00:00+01:00', 60) }),
    ).toBe(false);
    const full = { zone, window: sunday('22:00', '24:00') };
    expect(
      fits({ ...full, ...slot('2027-02-07T22:00:00+01:00', '2027-02-08T00:00:00+01:00', 120) }),
    ).toBe(true);
    expect(
      fits({ ...full, ...slot('2027-02-07T23:00:00+01:00', '2027-02-08T00:30:00+01:00', 90) }),
    ).toBe(false);
  });

  it('reads equal ends as a whole day', () => {
    const day = { zone: 'Europe/Berlin', window: sunday('10:00', '10:00') };
    expect(
      fits({ ...day, ...slot('2027-02-08T09:00:00+01:00', '2027-02-08T10:00:00+01:00', 60) }),
    ).toBe(true);
  });

  it('does not join touching windows', () => {
    const windows: WindowDocument[] = [
      { days: ['mon'], from: '19:00', to: '20:00' },
      { days: ['mon'], from: '20:00', to: '21:00' },
    ];
    const plan = planOf([draft('2027-02-01T19:30', 'guide', 60)], { learner: { windows } });
    expect(broken(plan)).toContain(1);
  });

  it('sees a session an hour or a day beside its window', () => {
    expect(brokenBy({ 'docs-a': { at: '2027-02-03T18:00' } })).toEqual([1]);
    expect(brokenBy({ 'docs-a': { at: '2027-02-03T20:45' } })).toEqual([1]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-21T09:00' } })).toEqual([1]);
  });

  it('exempts pinned, done and past sessions, but not from plain arithmetic', () => {
    const aside = { at: '2027-02-03T05:00' };
    expect(brokenBy({ 'docs-a': { ...aside, pinned: true } })).toEqual([]);
    expect(brokenBy({ 'docs-a': { ...aside, status: 'done' } })).toEqual([]);
    expect(brokenBy({ 'docs-a': aside }, {}, { now: '2027-02-03T11:00:00Z' })).toEqual([]);
    expect(brokenBy({ 'docs-a': aside }, {}, { now: '2027-02-03T10:00:00Z' })).toEqual([1]);
    const plan = planOf(withChanges({ 'docs-a': { pinned: true } }));
    const session = plan.sessions.find((found) => found.activity === 'docs-a');
    if (session) session.end = '2027-02-03T20:01:00-05:00';
    expect(broken(plan)).toEqual(['shape']);
  });
});

describe('rule 2: overlap', () => {
  it('sees two sessions at once', () => {
    expect(brokenBy({ 'pq-d2': { at: '2027-02-10T19:15' } })).toEqual([2]);
  });
  it('sees an overlap with a long session further back', () => {
    const found = brokenBy({
      'pq-d1': { at: '2027-02-11T19:10' },
      'pq-d2': { at: '2027-02-11T19:45' },
    });
    expect(found).toContain(2);
  });
  it('lets pinned sessions overlap each other, not a planned one', () => {
    const both = { 'pq-d1': { pinned: true }, 'pq-d2': { at: '2027-02-10T19:15', pinned: true } };
    expect(brokenBy(both)).toEqual([]);
    const one = { 'pq-d1': { pinned: true }, 'pq-d2': { at: '2027-02-10T19:15' } };
    expect(brokenBy(one)).toEqual([2]);
  });
  it('sees a busy time, also one far longer than the session', () => {
    const meets = (from: string, to: string) => broken(planOf(DRAFTS), { busy: [[from, to]] });
    expect(meets('2027-02-03T19:59:00-05:00', '2027-02-03T21:00:00-05:00')).toEqual([2]);
    expect(meets('2027-02-02T23:00:00-05:00', '2027-02-04T12:00:00-05:00')).toEqual([2]);
    expect(meets('2027-02-04T01:00:00Z', '2027-02-04T02:00:00Z')).toEqual([]);
    expect(meets('2027-02-03T22:00:00Z', '2027-02-04T00:00:00Z')).toEqual([]);
  });
  it('sees each of many busy times', () => {
    const busy = [
      ['2027-02-11T00:00:00-05:00', '2027-02-12T00:00:00-05:00'],
      ['2027-02-03T19:00:00-05:00', '2027-02-03T19:01:00-05:00'],
    ] as const;
    const found = checkPlan(planOf(DRAFTS), CURRICULUM, FOUNDATIONS, { busy });
    expect(found.map((it) => it.sessions)).toEqual([[5], [13]]);
  });
  it('sees a day off, and the tail of the evening before it', () => {
    expect(brokenBy({}, { learner: { daysOff: ['2027-02-03'] } })).toEqual([2]);
    const tail = (minutes: number, at: string, zone: string, off: string) =>
      broken(
        planOf([draft(at, 'guide', minutes)], {
          timezone: zone,
          learner: { daysOff: [off], windows: [{ days: ['sat'], from: '22:00', to: '02:00' }] },
        }),
      ).includes(2);
    expect(tail(60, '2027-02-06T23:00', 'Europe/Berlin', '2027-02-07')).toBe(false);
    expect(tail(61, '2027-02-06T23:00', 'Europe/Berlin', '2027-02-07')).toBe(true);
    // In Santiago 2026-09-06 begins at 01:00.
    expect(tail(60, '2026-09-05T23:00', 'America/Santiago', '2026-09-06')).toBe(false);
    expect(tail(61, '2026-09-05T23:00', 'America/Santiago', '2026-09-06')).toBe(true);
  });
});

describe('rule 3: weekly hours', () => {
  it('sees a week that is too full', () => {
    expect(brokenBy({}, { learner: { hoursPerWeek: 6.5 } })).toEqual([3]);
    expect(brokenBy({}, { learner: { hoursPerWeek: 395 / 60 } })).toEqual([]);
  });
  it('counts pinned and done minutes', () => {
    const extras: Extras = { learner: { hoursPerWeek: 6.5 } };
    expect(brokenBy({ 'docs-a': { pinned: true }, guide: { status: 'done' } }, extras)).toEqual([
      3,
    ]);
  });
  it('counts a session in the week of its start', () => {
    expect(isoWeekOf(dayOf('2027-02-07'))).toBe(isoWeekOf(dayOf('2027-02-01')));
    expect(isoWeekOf(dayOf('2027-02-08'))).toBe(isoWeekOf(dayOf('2027-02-01')) + 1);
    const late = [draft('2027-02-07T23:30', 'guide', 60), draft('2027-02-08T19:00', 'docs-a', 60)];
    const learner = {
      hoursPerWeek: 1,
      windows: [{ days: ['sun', 'mon'], from: '19:00', to: '02:00' }] satisfies WindowDocument[],
    };
    expect(broken(planOf(late, { learner }))).not.toContain(3);
  });
});

describe('rule 4: sittings', () => {
  it('sees a sitting that is too long', () => {
    expect(brokenBy({ 'course-b/2': { at: '2027-02-06T10:09' } })).toEqual([4]);
    expect(brokenBy({}, { learner: { sessionMinutes: 60 } })).toEqual([4]);
  });
  it('sees a long session that is no exception', () => {
    expect(brokenBy({ 'docs-a': { minutes: 95 } })).toEqual([4]);
  });
  it('wants the exceptions alone in their sitting', () => {
    expect(brokenWith([review('2027-02-04T20:45', 20)])).toEqual([4]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-20T11:19' } })).toEqual([4]);
    expect(brokenBy({ 'lab-long/2': { at: '2027-02-08T20:40' } })).toEqual([4]);
  });
  it('wants a lab of 120 minutes or less in one piece', () => {
    const split = [
      ...without('lab-a'),
      draft('2027-02-04T19:00', 'lab-a', 60, [1, 2]),
      draft('2027-02-04T20:10', 'lab-a', 40, [2, 2]),
    ];
    expect(broken(planOf(split))).toEqual([4]);
  });
  it('wants a practice exam in one piece', () => {
    const split = [
      ...without('pe-2'),
      draft('2027-03-04T19:00', 'pe-2', 65, [1, 2]),
      draft('2027-03-04T20:15', 'pe-2', 65, [2, 2]),
    ];
    expect(broken(planOf(split))).toEqual([4]);
  });
  it('wants a long lab in parts of at most 120 minutes, or of a longer sitting', () => {
    const whole = { 'lab-long/1': { minutes: 130 }, 'lab-long/2': { minutes: 20 } };
    expect(brokenBy(whole)).toEqual([4]);
    expect(brokenBy(whole, { learner: { sessionMinutes: 140 } })).toEqual([]);
  });
  it('takes 120 minutes of a lab in one piece', () => {
    expect(brokenBy({ 'lab-a': { minutes: 120 } })).toEqual([]);
    expect(brokenBy({ 'lab-long/1': { minutes: 120 }, 'lab-long/2': { minutes: 30 } })).toEqual([]);
    expect(brokenBy({ 'lab-long/1': { minutes: 121 }, 'lab-long/2': { minutes: 29 } })).toEqual([
      4,
    ]);
  });
  it('does not take separate reviews for parts', () => {
    expect(brokenWith([review('2027-02-15T19:00', 10)])).toEqual([]);
  });
  it('wants parts of at least 20 minutes', () => {
    expect(brokenBy({ 'project/1': { minutes: 85 }, 'project/2': { minutes: 19 } })).toEqual([4]);
  });
});

describe('rule 5: order', () => {
  it('wants the guide first', () => {
    expect(
      brokenBy({ guide: { at: '2027-02-01T19:30' }, 'br-1': { at: '2027-02-01T19:00' } }),
    ).toEqual([5]);
  });
  it('lets a pinned session stand before the guide', () => {
    const early = { at: '2027-01-29T19:00', pinned: true };
    expect(brokenBy({ 'pq-d1': early })).toEqual([]);
  });
  it('wants a bridge before what needs it', () => {
    expect(brokenBy({ 'br-2-more': { at: '2027-02-05T19:00' } })).toEqual([5]);
  });
  it('does not mind a bridge to a higher level than needed', () => {
    expect(brokenWith([draft('2027-02-05T19:00', 'br-3', 30)])).toEqual([]);
  });
  it('wants lower steps of a skill before higher ones', () => {
    expect(brokenWith([draft('2027-02-01T20:00', 'br-3', 30)])).toEqual([5]);
  });
  it('knows the `after` edges of bridges', () => {
    expect(
      brokenBy({ 'br-2': { at: '2027-02-02T19:30' }, 'br-2-more': { at: '2027-02-02T19:00' } }),
    ).toEqual([5]);
  });
  it('knows the `after` edges of activities', () => {
    expect(
      brokenBy({ 'project/1': { at: '2027-02-04T19:00' }, 'lab-a': { at: '2027-02-11T19:00' } }),
    ).toEqual([5]);
  });
  it('follows `after` edges through what is not in the plan', () => {
    // course-b is after video-a (not planned), which is after docs-a.
    expect(
      brokenBy({
        'docs-a': { at: '2027-02-06T11:10' },
        'lab-a': { at: '2027-02-11T19:00' },
        'project/1': { at: '2027-02-12T19:00' },
        'project/2': { at: '2027-02-13T09:00' },
      }),
    ).toEqual([5]);
  });
  it('wants a reading of each task before its lab', () => {
    expect(
      brokenBy({ 'docs-a': { at: '2027-02-04T19:00' }, 'lab-a': { at: '2027-02-03T19:00' } }),
    ).toEqual([5]);
    const hours: Extras = { learner: { hoursPerWeek: 10 } };
    expect(brokenBy({ 'lab-long/1': { at: '2027-02-05T19:00' } }, hours)).toEqual([5]);
  });
  it('wants all readings of a domain before its questions', () => {
    expect(brokenBy({ 'pq-d2': { at: '2027-02-05T19:00' } })).toEqual([5]);
    expect(brokenBy({ 'pq-d1': { at: '2027-02-05T19:00' } })).toEqual([]);
  });
  it('lets a set over several domains wait for all of them', () => {
    const wide = readCurriculumFacts(
      `id: tiny
guide: guide
lifecycle: {}
domains: [{id: d1, tasks: [{id: '1.1'}]}, {id: d2, tasks: [{id: '2.1'}]}]
activities:
  - {id: guide, kind: docs, minutes: {value: 30}, tasks: ['1.1'], depth: essential}
  - {id: b, kind: docs, minutes: {value: 30}, tasks: ['2.1'], depth: essential}
  - {id: both, kind: practice-questions, minutes: {value: 30}, tasks: ['1.1', '2.1'], depth: essential}`,
    );
    const set: Draft = {
      ...draft('2027-02-02T19:00', 'both', 30),
      kind: 'practice-questions',
      tasks: ['1.1', '2.1'],
    };
    const rulesWhenReadAt = (at: string) =>
      checkPlan(
        planOf([draft('2027-02-01T19:00', 'guide', 30), draft(at, 'b', 30), set]),
        wide,
        FOUNDATIONS,
      ).map((it) => it.rule);
    expect(rulesWhenReadAt('2027-02-01T19:30')).not.toContain(5);
    expect(rulesWhenReadAt('2027-02-03T19:00')).toContain(5);
  });
  it('wants parts in order', () => {
    expect(
      brokenBy({
        'project/1': { at: '2027-02-12T19:00' },
        'project/2': { at: '2027-02-11T19:00' },
      }),
    ).toEqual([5, 'shape']);
  });
  it('lets parts follow each other without a break', () => {
    expect(
      brokenBy({ 'course-b/1': { minutes: 45 }, 'course-b/2': { at: '2027-02-06T09:45' } }),
    ).toEqual([]);
  });
  it('counts what is done as through, and lets a pinned session stand', () => {
    const late = { at: '2027-02-05T19:00' };
    expect(brokenBy({ 'br-2-more': { ...late, status: 'done' } })).toEqual([]);
    expect(brokenBy({ 'br-2-more': { ...late, pinned: true } })).toEqual([5]);
    expect(brokenBy({ 'br-2-more': late, 'lab-a': { pinned: true } })).toEqual([]);
  });
  it('treats a skipped item as not in the plan', () => {
    const late = { at: '2027-02-05T19:00' };
    expect(brokenBy({ 'br-2-more': { ...late, status: 'skipped' } })).toEqual([]);
  });
});

describe('rule 6: practice exams', () => {
  it('wants 80 % of the content before each', () => {
    expect(
      brokenBy({ 'pe-1': { at: '2027-02-06T10:00' }, 'pe-1-review': { at: '2027-02-06T12:10' } }),
    ).toContain(6);
    const early = {
      'pe-1': { at: '2027-02-08T19:00' },
      'pe-1-review': { at: '2027-02-09T20:00' },
      'lab-long/1': { at: '2027-02-15T19:00' },
      'lab-long/2': { at: '2027-02-16T19:00' },
    };
    expect(brokenBy(early)).toEqual([6]);
  });
  it('takes exactly 80 %', () => {
    const shares = (lab: number) =>
      brokenBy({
        'docs-a': { minutes: 45 },
        'lab-a': { minutes: lab },
        'course-b/1': { minutes: 45 },
        'lab-long/1': { minutes: 90 },
        'lab-long/2': { minutes: 35 },
        'project/1': { at: '2027-02-23T19:00' },
        'project/2': { at: '2027-02-24T19:00' },
      });
    expect(shares(90)).toEqual([]); // 480 of 600
    expect(shares(89)).toEqual([6]);
  });
  it('wants three days between them', () => {
    const close = { 'pe-1': { at: '2027-03-02T19:00' }, 'pe-1-review': { at: '2027-03-03T19:00' } };
    expect(brokenBy(close)).toEqual([6]);
    const enough = withChanges({
      'pe-1': { at: '2027-03-01T19:00' },
      'pe-1-review': { at: '2027-03-03T19:00' },
    });
    expect(broken(planOf(enough.filter((it) => it.kind !== 'review')))).toEqual([]);
  });
  it('wants the last one 3 to 10 days before the exam', () => {
    const at = (date: string) => brokenBy({}, { exam: { at: date, source: 'given' } });
    expect(at('2027-03-14')).toEqual([]);
    expect(at('2027-03-15')).toEqual([6]);
    expect(
      brokenBy({ 'pe-2': { at: '2027-03-08T19:00' }, 'pe-2-review': { at: '2027-03-08T21:30' } }),
    ).toContain(6);
  });
  it('takes 3 days before the exam', () => {
    const at = (date: string) =>
      broken(planOf(without('exam-day'), { exam: { at: date, source: 'given' } }));
    expect(at('2027-03-07')).toEqual([]);
    expect(at('2027-03-06')).toContain(6);
  });
  it('binds the planned ones to the pinned ones', () => {
    const close = { 'pe-1': { at: '2027-03-02T19:00' }, 'pe-1-review': { at: '2027-03-03T19:00' } };
    const pinned = { ...close, 'pe-1': { ...close['pe-1'], pinned: true } };
    expect(brokenBy(pinned)).toEqual([6]);
    expect(brokenBy({ ...pinned, 'pe-2': { pinned: true } })).toEqual([]);
    const late = { at: '2027-02-24T19:00' };
    expect(brokenBy({ 'pe-1': { pinned: true }, 'pe-1-review': late })).toEqual([6]);
    const now = '2027-02-21T12:00:00Z';
    expect(brokenBy({ 'pe-1-review': late }, {}, { now })).toEqual([]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-23T19:00' } }, {}, { now })).toEqual([]);
    const planned = {
      'pe-1': { at: '2027-02-22T19:30' },
      'pe-1-review': { at: '2027-02-26T19:00' },
    };
    expect(brokenBy(planned, {}, { now: '2027-02-20T12:00:00Z' })).toContain(6);
  });
  it('wants each followed by its review', () => {
    expect(broken(planOf(without('pe-1-review')))).toEqual([6]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-19T19:00' } })).toEqual([6]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-23T19:00' } })).toEqual([]);
    expect(brokenBy({ 'pe-1-review': { at: '2027-02-24T19:00' } })).toEqual([6]);
  });
  it('wants the review before the next practice exam', () => {
    const late = [
      ...without('pe-1', 'pe-1-review', 'review'),
      draft('2027-03-01T19:00', 'pe-1', 130),
      draft('2027-03-02T19:00', 'pe-1-review', 25, [1, 2]),
      draft('2027-03-05T20:00', 'pe-1-review', 25, [2, 2]),
    ];
    expect(broken(planOf(late))).toEqual([6]);
  });
});

describe('rule 7: the last days', () => {
  it('wants nothing after the exam begins', () => {
    const exam = (at: string): Extras => ({ exam: { at, source: 'given' } });
    const morning = { 'exam-day': { at: '2027-03-10T19:00' } };
    expect(brokenBy(morning, exam('2027-03-10T19:30'))).toEqual([]);
    expect(brokenBy(morning, exam('2027-03-10T19:29'))).toEqual([7]);
    expect(brokenBy(morning, exam('2027-03-10'))).toEqual([7]);
    expect(brokenBy({ 'exam-day': { at: '2027-03-11T19:00' } })).toEqual([7]);
  });
  it('wants no content on the five dates before it', () => {
    const project = (at: string) => brokenBy({ 'project/2': { at } });
    expect(project('2027-03-04T21:20')).not.toContain(7);
    expect(project('2027-03-05T20:00')).toEqual([7]);
  });
  it('wants only reviews and logistics on the day before, an hour at most', () => {
    expect(brokenBy({ 'pe-2-review': { at: '2027-03-09T19:30' } })).toContain(7);
    expect(brokenWith([review('2027-03-09T19:30', 30)])).toEqual([]);
    expect(brokenWith([review('2027-03-09T19:30', 31)])).toEqual([7]);
    expect(brokenWith([draft('2027-03-09T20:00', 'pq-d1', 30)])).toContain(7);
  });
});

describe('rule 8: the life of the exam', () => {
  const facts = (lifecycle: Partial<typeof CURRICULUM>, given: Given = {}) =>
    checkPlan(planOf(DRAFTS), { ...CURRICULUM, ...lifecycle }, FOUNDATIONS, given).map(
      (it) => it.rule,
    );
  it('wants general availability, or the beta', () => {
    expect(facts({ generalAvailability: '2027-03-10' })).toEqual([]);
    expect(facts({ generalAvailability: '2027-03-11' })).toEqual([8]);
    expect(facts({ generalAvailability: '2027-03-11' }, { beta: true })).toEqual([]);
    const unborn = { generalAvailability: '2027-05-01', firstExam: '2027-03-11' };
    expect(facts(unborn, { beta: true })).toEqual([8]);
  });
  it('wants no exam after the last exam day', () => {
    expect(facts({ lastExam: '2027-03-10' })).toEqual([]);
    expect(facts({ lastExam: '2027-03-09' })).toEqual([8]);
  });
});

describe('rule 9: reviews', () => {
  const faults = (drafts: readonly Draft[], extras?: Extras) =>
    checkReviews(planOf(drafts, extras), CURRICULUM).map((it) => it.rule);
  const dropReviews = (count: number) => {
    let left = count;
    return DRAFTS.filter((it) => it.kind !== 'review' || left-- <= 0);
  };
  it('wants every task met again on two later days', () => {
    expect(faults(dropReviews(1))).toEqual([]);
    expect(faults(dropReviews(2))).toEqual([9, 9, 9]);
  });
  it('does not count the day of the first learning', () => {
    const sameDay = [...dropReviews(2), review('2027-02-06T11:00', 30)];
    expect(faults(sameDay)).toEqual([9]); // 2.1 was learned that day
  });
  it('limits the reviews of a day before the last two weeks', () => {
    const more = (at: string, minutes: number) => faults([...DRAFTS, review(at, minutes)]);
    expect(more('2027-02-23T19:00', 30)).toEqual([]);
    expect(more('2027-02-23T19:00', 31)).toEqual([9]);
    expect(more('2027-02-24T19:00', 90)).toEqual([]);
    expect(more('2027-02-11T20:10', 60)).toEqual([]);
    expect(more('2027-02-11T20:10', 61)).toEqual([9]);
  });
  it('counts the two weeks from the finish when there is no exam', () => {
    const extras: Extras = { exam: null }; // finish 2027-03-09
    expect(faults([...DRAFTS, review('2027-02-24T19:00', 90)], extras)).toEqual([]);
    expect(faults([...DRAFTS, review('2027-02-23T19:00', 90)], extras)).toEqual([9]);
  });
});

describe('relaxed rules', () => {
  it('excuses exactly the rules that the warnings name', () => {
    const bad = withChanges({ 'docs-a': { at: '2027-02-03T18:00' } });
    const plan = planOf(bad, { warnings: ['relaxed-rule-1', 'busy-week'] });
    const found = examinePlan(plan, CURRICULUM, FOUNDATIONS);
    expect(found.violations).toEqual([]);
    expect(found.excused.map((it) => it.rule)).toEqual([1]);
    expect(found.relaxed).toEqual([1]);
    expect(relaxedRules(planOf(bad))).toEqual([]);
    expect(broken(planOf(bad, { warnings: ['relaxed-rule-2'] }))).toEqual([1]);
  });
});

describe('shape', () => {
  /** The good plan after a change to the document itself. */
  function changed(change: (plan: PlanDocument) => void, given?: Given): Rule[] {
    const plan = planOf(DRAFTS);
    change(plan);
    return broken(plan, given);
  }
  const session = (plan: PlanDocument, number: number): SessionDocument => {
    const found = plan.sessions[number - 1];
    if (!found) throw new Error(`no session ${number}`);
    return found;
  };

  it.each<[string, (plan: PlanDocument) => void]>([
    ['a field is missing', (plan) => Reflect.deleteProperty(plan, 'milestones')],
    ['a session field is missing', (plan) => Reflect.deleteProperty(session(plan, 3), 'uid')],
    ['an unknown kind', (plan) => Object.assign(session(plan, 3), { kind: 'reading' })],
    ['an unknown skill', (plan) => Object.assign(plan.learner.skills, { cloud: { level: 1 } })],
    [
      'a start without offset',
      (plan) => Object.assign(session(plan, 3), { start: '2027-02-02T19:00' }),
    ],
    ['an unknown zone', (plan) => Object.assign(plan, { timezone: 'Mars/Base' })],
    ['numbers not by start', (plan) => Object.assign(session(plan, 3), { number: 99 })],
    ['sessions not sorted', (plan) => plan.sessions.reverse()],
    ['a uid twice', (plan) => Object.assign(session(plan, 3), { uid: session(plan, 4).uid })],
    ['a label on a whole', (plan) => Object.assign(session(plan, 3), { part: [1, 1] })],
    ['a wrong count of parts', (plan) => Object.assign(session(plan, 7), { part: [1, 3] })],
    ['waiting for a later session', (plan) => session(plan, 3).builds.after.push(5)],
    ['waiting for no session', (plan) => session(plan, 3).builds.after.push(77)],
    ['a wrong start', (plan) => Object.assign(plan, { start: '2027-02-02' })],
    ['a session of no minutes', (plan) => Object.assign(session(plan, 3), { minutes: 0 })],
    ['an impossible label', (plan) => Object.assign(session(plan, 7), { part: [3, 2] })],
    ['a sitting out of range', (plan) => Object.assign(plan.learner, { sessionMinutes: 30 })],
    ['an empty title', (plan) => Object.assign(session(plan, 3), { title: '' })],
    ['a date that is none', (plan) => plan.learner.daysOff.push('2027-02-30')],
    [
      'a window that is none',
      (plan) => plan.learner.windows.push({ days: ['mon'], from: '24:00', to: '25:00' }),
    ],
    [
      'a need that is not the total',
      (plan) => Object.assign(plan.feasibility, { neededMinutes: 900, cushionMinutes: 1100 }),
    ],
    [
      'a review of no practice exam',
      (plan) => Object.assign(session(plan, 17), { kind: 'exam-review', activity: 'pe-9-review' }),
    ],
    ['a wrong finish', (plan) => Object.assign(plan, { finish: '2027-03-08' })],
    ['wrong totals.minutes', (plan) => Object.assign(plan.totals, { minutes: 1 })],
    ['wrong totals.sessions', (plan) => Object.assign(plan.totals, { sessions: 3 })],
    ['a wrong byKind', (plan) => Object.assign(plan.totals.byKind, { docs: 10, bridge: 180 })],
    ['a wrong byDomain', (plan) => Object.assign(plan.totals.byDomain, { d1: 10 })],
    ['a wrong cushion', (plan) => Object.assign(plan.feasibility, { cushionMinutes: 1 })],
    ['a wrong verdict', (plan) => Object.assign(plan.feasibility, { verdict: 'tight' })],
    ['another certification', (plan) => Object.assign(plan, { certification: 'other' })],
    ['an unknown task', (plan) => session(plan, 3).tasks.push('9.9')],
    [
      'a waiver at full length',
      (plan) => plan.waived.push({ activity: 'docs-a', title: 'a', minutes: 10, reason: 'known' }),
    ],
    [
      'the exam milestone on another day',
      (plan) => plan.milestones.push({ kind: 'exam', date: '2027-03-11', title: 'Exam' }),
    ],
    [
      'a suggested Saturday',
      (plan) => Object.assign(plan, { exam: { at: '2027-03-13', source: 'suggested' } }),
    ],
  ])('sees %s', (_, change) => {
    expect(changed(change)).toEqual(['shape']);
  });

  it('takes any unique numbers after a re-plan', () => {
    expect(
      changed((plan) => Object.assign(session(plan, 3), { number: 99 }), {
        now: '2027-01-01T00:00:00Z',
      }),
    ).toEqual([]);
  });

  it('takes builds.after that has just ended, or is done', () => {
    expect(changed((plan) => session(plan, 2).builds.after.push(1))).toEqual([]);
    const done = (plan: PlanDocument) => {
      session(plan, 3).builds.after.push(5);
      session(plan, 5).status = 'done';
    };
    expect(changed(done)).toEqual([]);
  });

  it('knows tight plans and plans without an exam day', () => {
    const need = planOf(DRAFTS).totals.minutes;
    const cushion = (cushionMinutes: number, verdict: string) =>
      changed((plan) => {
        const availableMinutes = need + cushionMinutes;
        Object.assign(plan.feasibility, { cushionMinutes, availableMinutes, verdict });
      });
    expect(cushion(0, 'tight')).toEqual([]);
    expect(cushion(Math.ceil(need / 10), 'fits')).toEqual([]);
    expect(cushion(-1, 'does-not-fit')).toEqual([]);
    expect(cushion(-1, 'tight')).toEqual(['shape']);
    expect(broken(planOf(DRAFTS, { exam: null }))).toEqual([]);
    const numbers = planOf(DRAFTS, { exam: null });
    numbers.feasibility.availableMinutes = 2000;
    expect(broken(numbers)).toEqual(['shape']);
    expect(changed((plan) => Object.assign(plan.feasibility, { cushionMinutes: null }))).toEqual([
      'shape',
    ]);
    const ends = planOf(withChanges({ 'project/2': { at: '2027-03-08T19:00' } }), { exam: null });
    expect(broken(ends)).toEqual(['shape']);
  });

  it('allows review minutes that are not scheduled yet', () => {
    const plan = planOf(DRAFTS.filter((it) => it.kind !== 'review'));
    plan.totals.byKind.review = 40;
    plan.totals.minutes += 40;
    plan.totals.byDomain.d1 = (plan.totals.byDomain.d1 ?? 0) + 40;
    plan.feasibility.neededMinutes += 40;
    plan.feasibility.cushionMinutes = 2000 - plan.feasibility.neededMinutes;
    expect(broken(plan)).toEqual([]);
  });

  it('wants every activity of the depth, unless it is cut', () => {
    expect(broken(planOf(without('lab-long')))).toEqual(['shape']);
    expect(broken(planOf(without('lab-long'), { cuts: ['lab-long'] }))).toEqual([]);
    expect(broken(planOf(without('lab-long')), { depth: 'essential' })).toEqual([]);
    expect(broken(planOf(DRAFTS), { depth: 'thorough' })).toEqual(['shape']);
    expect(broken(planOf(DRAFTS, { cuts: ['lab-long'] }))).toEqual(['shape']);
  });

  it('wants every activity once, with possible minutes', () => {
    expect(brokenWith([draft('2027-02-15T19:00', 'docs-a', 60)])).toContain('shape');
    expect(brokenBy({ 'docs-a': { minutes: 20 } })).toEqual(['shape']);
    expect(brokenBy({ 'docs-a': { minutes: 10 } }, { waived: ['docs-a'] })).toEqual([]);
    expect(brokenBy({ 'docs-a': { minutes: 15 } }, { waived: ['docs-a'] })).toEqual(['shape']);
    expect(brokenBy({ 'pe-1': { minutes: 125 } })).toEqual(['shape']);
    expect(brokenBy({ 'pq-d1': { minutes: 25 } })).toEqual(['shape']);
    expect(brokenBy({ 'pe-1-review': { minutes: 45 } })).toEqual(['shape']);
  });

  it('knows the exam day that was asked for', () => {
    expect(broken(planOf(DRAFTS), { examGiven: '2027-03-11' })).toEqual(['shape']);
    expect(broken(planOf(DRAFTS), { examGiven: null })).toEqual(['shape']);
    const suggested: Extras = { exam: { at: '2027-03-10', source: 'suggested' } };
    expect(broken(planOf(DRAFTS, suggested), { examGiven: null })).toEqual([]);
  });
});

describe('the clock', () => {
  it('agrees with the calendar', () => {
    expect(dateOf(dayOf('2028-02-29'))).toBe('2028-02-29');
    expect(weekdayOf(dayOf('2026-11-23'))).toBe(0);
    expect(weekdayOf(dayOf('1969-12-28'))).toBe(6);
  });
  it.each([
    ['America/New_York', '2026-11-01', 150, '2026-11-01T07:30:00Z'],
    ['America/New_York', '2027-03-14', 150, '2027-03-14T07:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-04', 105, '2027-04-03T14:45:00Z'],
    ['Asia/Kathmandu', '2027-02-01', 0, '2027-01-31T18:15:00Z'],
    ['Europe/Berlin', '2027-03-27', 1440 + 180, '2027-03-28T01:00:00Z'],
    ['Africa/Casablanca', '2027-02-07', 180, '2027-02-07T03:00:00Z'],
  ])('%s on %s at minute %d is %s', (zone, date, minutes, instant) => {
    expect(new Date(ZoneClock.for(zone).at(dayOf(date), minutes)).toISOString()).toBe(
      instant.replace('Z', '.000Z'),
    );
  });
});

describe('the curricula of the repository', () => {
  const read = (file: string) =>
    readFileSync(new URL(`../../curricula/${file}`, import.meta.url), 'utf8');
  it('can be read', () => {
    const foundations = readFoundationsFacts(read('foundations.yaml'));
    expect(foundations.skills.size).toBe(14);
    expect(foundations.bridges.get('br-1')).toBeUndefined();
    expect(foundations.bridges.size).toBeGreaterThan(100);
    const curriculum = readCurriculumFacts(read('aws-mla-c02.yaml'));
    expect(curriculum.guide).toBe('mla-c02-exam-guide');
    expect(curriculum.generalAvailability).toBe('2027-01-14');
    expect(curriculum.activities.get('lab-glue-etl')?.after).toEqual(['glue-what-is']);
    expect(curriculum.activities.get('pq-mla-d1')?.domains).toEqual(['d1']);
  });
});
