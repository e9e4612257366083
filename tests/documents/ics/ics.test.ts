import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarChoices } from '../../../src/plan/calendar-choices.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { icsOf, STAMP } from '../render-all.ts';
import { planTitled, planWith, session, smallPlan } from '../small-plan.ts';
import { lineFaults, property, readBack } from './read-back.ts';

const small = icsOf(smallPlan);
const { events } = readBack(small);
const eventOf = (number: number) => {
  const uid = smallPlan.sessions.find((one) => one.number === number)?.uid;
  const found = events.find((event) => event.uid === uid);
  if (!found) throw new Error(`no event for session ${number}`);
  return found;
};
const alarmsOf = (number: number) => eventOf(number).component.getAllSubcomponents('valarm');

const ringing = (...alarm: string[]) => {
  const choices = calendarChoices({ alarm });
  return choices === undefined ? {} : { choices };
};

describe('the calendar file', () => {
  it('is written by the letter of RFC 5545: CRLF, 75 octets, whole characters', () => {
    expect(lineFaults(small)).toEqual([]);
    expect(lineFaults(icsOf(samplePlan()))).toEqual([]);
  });

  it('names its maker and itself', () => {
    expect(small).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/certplan\/\/certplan\/\/EN\r\n/,
    );
    expect(small).toContain('\r\nX-WR-CALNAME:Study plan CAI-C01 (evenings)\r\n');
    expect(small).toContain('\r\nNAME:Study plan CAI-C01 (evenings)\r\n');
  });

  it('holds one event per session, the exam, and each milestone, every UID once', () => {
    const uids = events.map((event) => event.uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.slice(0, 10)).toEqual(smallPlan.sessions.map((one) => one.uid));
    expect(events.slice(10).map((event) => event.summary)).toEqual([
      'Exam CAI-C01',
      'Book CAI-C01',
      'Check your ID, and the way',
      'First day of a second try',
    ]);
  });

  it('counts SEQUENCE by session, that of dates by revision, and stamps in UTC', () => {
    const [first, ...others] = smallPlan.sessions;
    if (!first) throw new Error('no session');
    const moved = { ...smallPlan, sessions: [{ ...first, sequence: 7 }, ...others] };
    const read = readBack(icsOf(moved)).events;
    expect(read.map(({ component }) => property(component, 'sequence'))).toEqual([
      '7',
      ...others.map(() => '0'),
      ...['2', '2', '2', '2'],
    ]);
    for (const { component } of events) expect(property(component, 'status')).toBe('CONFIRMED');
    for (const name of ['DTSTAMP', 'LAST-MODIFIED']) {
      const stamps = small.match(new RegExp(`^${name}.*(?=\r$)`, 'gm')) ?? [];
      expect(new Set(stamps)).toEqual(new Set([`${name}:20261125T123456Z`]));
      expect(stamps).toHaveLength(events.length);
    }
  });

  it('says number, kind, title and part in the summary', () => {
    expect(eventOf(5).summary).toBe('5 · lab: Train a model 🧪 with script mode');
    expect(eventOf(4).summary).toBe('4 · course: Datenströme für *alle* [mit_Kafka] (2 of 2)');
    expect(eventOf(1).summary).toBe('✓ 1 · docs: Exam guide (domains, tasks; services)');
    expect(property(eventOf(9).component, 'categories')).toBe('practice exam');
  });

  it('opens each description with the first action and ends it with the command', () => {
    for (const one of smallPlan.sessions.slice(2)) {
      const lines = eventOf(one.number).description.split('\n');
      expect(lines.at(-1)).toBe(`certplan done ${one.number}`);
      expect(lines[0]).not.toBe('');
    }
    for (const number of [6, 9]) {
      expect(eventOf(number).description).toContain(
        `\n\ncertplan score ${number} PERCENT\ncertplan done ${number}`,
      );
    }
    expect(eventOf(5).description).toBe(
      [
        'Open the notebook and check the quota for ml.m5.xlarge',
        'https://github.com/example/lab',
        '',
        '115 minutes · about $1',
        'Domain: Models & serving',
        'Tasks: 2.1 Train',
        '',
        'Why here',
        '- after 1, 2, 3 and 4',
        '- 60 min (published) × 1.15: ml 1 of 2',
        '',
        'Tear down at the end',
        '- delete the endpoint',
        '- delete the notebook instance',
        'Bills until then',
        '- endpoint, 0.23 dollars an hour',
        '',
        'certplan done 5',
      ].join('\n'),
    );
    expect(eventOf(6).description).toContain(
      'Check yourself\n- Which store, and why; at what price?\n- Name "hot" and <cold> data.\n',
    );
  });

  it('keeps the slot of what is done, and says what really happened', () => {
    const done = eventOf(1);
    expect(done.start).toBe(Date.parse('2027-03-22T18:00:00Z') / 60_000);
    expect(done.description).toMatch(/^Done on Tue 23 Mar, 50 min\nhttps:/);
    expect(done.description).toMatch(/\ncertplan show 1$/);
    const [first, ...others] = smallPlan.sessions;
    if (!first?.actual) throw new Error('no session that is done');
    const felt = { ...first, actual: { ...first.actual, felt: 'hard' as const } };
    const [event] = readBack(icsOf({ ...smallPlan, sessions: [felt, ...others] })).events;
    expect(event?.description).toMatch(/^Done on Tue 23 Mar, 50 min, felt hard\n/);
  });

  it('frees the time of what is skipped, without cancelling it, and says why', () => {
    expect(eventOf(2).summary).toBe('Skipped: 2 · bridge: Mean, median & mode');
    expect(property(eventOf(2).component, 'transp')).toBe('TRANSPARENT');
    expect(eventOf(2).description).toMatch(/^Skipped\n/);
    const because = icsOf(smallPlan, { skippedBecause: new Map([[2, 'know it\r\nX-EVIL:1']]) });
    expect(readBack(because).events[1]?.description).toMatch(/^Skipped: know it X-EVIL:1\n/);
  });

  it('lets a later part go on instead of beginning anew', () => {
    expect(eventOf(3).description).toMatch(/^Start the first lesson\n/);
    expect(eventOf(4).description).toMatch(/^Go on from where session 3 ended/);
  });

  it('percent-encodes what a reader would take for the end of a link', () => {
    expect(property(eventOf(1).component, 'url')).toBe('https://example.com/guide?part=a%2Cb%3Bc');
    expect(small).not.toMatch(/^URL.*\\/m);
  });

  it('rings before what is open, and only then', () => {
    const triggers = (number: number) =>
      alarmsOf(number).map((alarm) => property(alarm, 'trigger'));
    expect(triggers(5)).toEqual(['-PT15M']);
    expect(triggers(3)).toEqual(['-PT15M']);
    expect(triggers(1)).toEqual([]);
    expect(triggers(2)).toEqual([]);
    expect(icsOf(smallPlan, ringing('off'))).not.toContain('VALARM');
    expect(icsOf(smallPlan, ringing('0'))).toContain('TRIGGER:PT0S\r\n');
    const byKind = readBack(icsOf(smallPlan, ringing('20,lab=30', 'course=off,exam=120'))).events;
    const rings = (index: number) =>
      byKind[index]?.component
        .getAllSubcomponents('valarm')
        .map((alarm) => property(alarm, 'trigger'));
    expect([rings(2), rings(4), rings(5)]).toEqual([[], ['-PT30M'], ['-PT20M']]);
    expect(rings(10)).toEqual(['-P1D', '-PT2H']);
    expect(rings(11)).toEqual(['-PT15H']);
    const silent = readBack(icsOf(smallPlan, ringing('milestone=off'))).events[11]?.component;
    expect(silent?.getAllSubcomponents('valarm')).toEqual([]);
    // A trigger after the start would be taken from the end of the event.
    expect(small).not.toContain('RELATED=END');
  });

  it('gives the exam its hours when the time of day is known, else the whole day', () => {
    const exam = events[10];
    expect(exam?.start).toBe(Date.parse('2027-04-24T07:00:00Z') / 60_000);
    expect(exam?.end).toBe(Date.parse('2027-04-24T09:10:00Z') / 60_000);
    const allDay = readBack(
      icsOf({ ...smallPlan, exam: { date: '2027-04-24', minute: null, source: 'suggested' } }),
    ).events[10];
    expect(allDay?.dates).toEqual(['2027-04-24', '2027-04-25']);
    expect(allDay?.uid).toBe(exam?.uid);
  });

  it('keeps milestones off the busy time', () => {
    const milestone = events[11];
    expect(milestone?.dates).toEqual(['2027-04-03', '2027-04-04']);
    expect(property(milestone?.component ?? readBack(small).root, 'transp')).toBe('TRANSPARENT');
    expect(property(eventOf(5).component, 'transp')).not.toBe('TRANSPARENT');
  });

  it('shares no UID of a milestone between plans', () => {
    const other = readBack(icsOf({ ...smallPlan, createdAt: '2027-03-20T10:00:01Z' })).events;
    expect(other[11]?.uid).not.toBe(events[11]?.uid);
    expect(other[11]?.uid).toMatch(/^[0-9a-f]{32}@certplan$/);
  });

  it('keeps what a re-plan removed, cancelled, transparent and silent', () => {
    const gone = session(11, '2027-04-20T17:00:00Z', {
      kind: 'review',
      title: 'Dropped',
      sequence: 3,
    });
    const event = readBack(icsOf(smallPlan, { cancelled: [gone] })).events.find(
      (one) => one.uid === gone.uid,
    );
    expect(event?.summary).toBe('Cancelled: 11 · review: Dropped');
    const component = event?.component ?? readBack(small).root;
    expect(property(component, 'status')).toBe('CANCELLED');
    expect(property(component, 'transp')).toBe('TRANSPARENT');
    expect(property(component, 'sequence')).toBe('3');
    expect(event?.description).toMatch(/^No longer in the plan\n/);
    expect(event?.description).not.toContain('certplan');
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('keeps milestones that an adjustment removed, cancelled under their UID', () => {
    const [bookBy, ...others] = smallPlan.milestones;
    if (!bookBy) throw new Error('no milestone');
    const file = icsOf({ ...smallPlan, milestones: others }, { goneDates: [bookBy] });
    const event = readBack(file).events.at(-1);
    expect([event?.uid, event?.summary]).toEqual([events[11]?.uid, 'Cancelled: Book CAI-C01']);
    const component = event?.component ?? readBack(small).root;
    expect(property(component, 'status')).toBe('CANCELLED');
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is a calendar without sessions, too', () => {
    const empty = icsOf({ ...planWith([]), exam: null, milestones: [] });
    expect(lineFaults(empty)).toEqual([]);
    expect(readBack(empty).events).toEqual([]);
  });

  it('lets no title or link write a line of its own', () => {
    const evil = planTitled(
      'x\r\nATTENDEE:mailto:a@b.c\u2028END:VEVENT\u0007\u202e;,\\n',
      'https://example.com/\r\nX-EVIL:1',
    );
    const file = icsOf(evil);
    expect(lineFaults(file)).toEqual([]);
    expect(file).not.toMatch(/^ATTENDEE/m);
    expect(file).not.toMatch(/^X-EVIL/m);
    expect(readBack(file).events[0]?.summary).toBe(
      '1 · docs: x ATTENDEE:mailto:a@b.c END:VEVENT;,\\n',
    );
    expect(icsOf(planTitled('x', 'javascript:alert(1)'))).not.toContain('javascript');
  });

  it('gives every title back as it came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (title) => {
        const file = icsOf(planTitled(title));
        expect(lineFaults(file)).toEqual([]);
        const [event] = readBack(file).events;
        const seen = title.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
        expect(event?.summary.replace(/\s/g, '')).toBe(`1·docs:${seen}`.replace(/\s/g, ''));
      }),
      { numRuns: 60 },
    );
  });

  it('takes under 500 KB for a year', () => {
    const year = samplePlan({
      certification: 'aws-mls-c01',
      skills: 'python=0,apis=0,iam=0,statistics=0',
      hours: 5,
    });
    expect(year.sessions.length).toBeGreaterThan(200);
    expect(Buffer.byteLength(icsOf(year))).toBeLessThan(500_000);
  });

  it('depends on nothing but its arguments', () => {
    expect(icsOf(smallPlan)).toBe(small);
    expect(STAMP.getTime()).toBe(Date.parse('2026-11-25T12:34:56Z'));
  });
});
