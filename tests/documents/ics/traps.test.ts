/** What Outlook, Google and Apple are known to stumble over, each with what our file does about it. */
import { describe, expect, it } from 'vitest';
import { EVENT_COLORS } from '../../../src/documents/ics/event-colors.ts';
import { htmlDescription } from '../../../src/documents/ics/html-description.ts';
import { DEFAULT_CHOICES } from '../../../src/plan/calendar-choices.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { icsOf } from '../render-all.ts';
import { planTitled, session, smallPlan } from '../small-plan.ts';
import { lineFaults, property, readBack } from './read-back.ts';

const small = icsOf(smallPlan);
const year = icsOf(samplePlan());
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const events = (file: string): string[][] =>
  file
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => event.split('\r\n'));

describe.each([
  ['the small plan', small],
  ['a real plan', year],
])('Outlook, with %s', (_, file) => {
  it('finds a VTIMEZONE before each zone that is named, so that nothing is an hour off', () => {
    const named = new Set([...file.matchAll(/;TZID=([^:;]+):/g)].map(([, zone]) => zone));
    const defined = [...file.matchAll(/^TZID:(.*)\r$/gm)].map(([, zone]) => zone);
    expect([...named]).toEqual(defined);
    expect(file.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(file.indexOf('BEGIN:VEVENT'));
  });

  it('has no floating time, and dates without a zone for whole days', () => {
    for (const line of unfolded(file).filter((one) => /^DT(START|END)/.test(one))) {
      if (/^DTSTART:(19700101|20\d{6})T\d{6}$/.test(line)) continue;
      expect(line).toMatch(
        /^DT(START|END)(;TZID=[^:]+:\d{8}T\d{6}|:\d{8}T\d{6}Z|;VALUE=DATE:\d{8})$/,
      );
    }
    for (const event of events(file)) {
      expect(event.filter((line) => /^DTSTART:\d{8}T\d{6}$/.test(line))).toEqual([]);
    }
  });

  it('is told what is free in its own word, too', () => {
    for (const event of events(file)) {
      const isFree = event.includes('TRANSP:TRANSPARENT');
      expect(event.includes('X-MICROSOFT-CDO-BUSYSTATUS:FREE')).toBe(isFree);
    }
  });

  it('gets no METHOD, which would make an invitation of it, and no attendee', () => {
    expect(file).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)/m);
  });
});

describe('Outlook', () => {
  it('shows the description as HTML, with its link and lists; others have the text', () => {
    const lab = events(small)[4]?.find((line) => line.startsWith('X-ALT-DESC'));
    expect(lab).toMatch(/^X-ALT-DESC;FMTTYPE=text\/html:<html><body>/);
    const { component } = readBack(small).events[4] ?? {};
    const html = component ? property(component, 'x-alt-desc') : '';
    expect(html).toContain(
      '<a href="https://github.com/example/lab">https://github.com/example/lab</a><br>',
    );
    expect(html).toContain(
      'Tear down at the end<br><ul><li>delete the endpoint</li><li>delete the notebook instance</li></ul>Bills',
    );
  });

  it('gets HTML for what is next as long as the file stays small; the rest has the text', () => {
    const long = icsOf(
      samplePlan({ certification: 'aws-mls-c01', skills: 'python=0,apis=0,iam=0', hours: 5 }),
    );
    expect(Buffer.byteLength(long)).toBeLessThan(500_000);
    const has = events(long).map((lines) => lines.some((line) => line.startsWith('X-ALT-DESC')));
    const first = has.indexOf(false);
    expect(first).toBeGreaterThan(60);
    expect(has.slice(first + 5)).not.toContain(true);
    for (const [index, event] of readBack(small).events.entries()) {
      const isOpen = index >= 2 && index < 10;
      expect(property(event.component, 'x-alt-desc') !== null).toBe(isOpen);
    }
  });

  it('gets nothing in HTML that somebody slipped in', () => {
    expect(htmlDescription('- <img src=x onerror=alert(1)>\nhttps://a.b/"><script>')).toBe(
      '<html><body><ul><li>&lt;img src=x onerror=alert(1)&gt;</li></ul><a href="https://a.b/%22%3E%3Cscript%3E">https://a.b/&quot;&gt;&lt;script&gt;</a><br></body></html>',
    );
    const file = icsOf(planTitled('<script>alert(1)</script>', 'javascript:alert(1)'));
    expect(file.replaceAll('\r\n ', '')).not.toMatch(/X-ALT-DESC.*<script/);
    expect(lineFaults(file)).toEqual([]);
  });
});

describe('Google', () => {
  it.each([
    ['the small plan', small],
    ['a real plan', year],
  ])('finds a UID in every event of %s, each once', (_, file) => {
    const uids = events(file).map((event) => event.filter((line) => line.startsWith('UID:')));
    expect(uids.every((own) => own.length === 1)).toBe(true);
    expect(new Set(uids.flat()).size).toBe(uids.length);
  });

  it('takes files up to a megabyte: two years of a plan are half of it', () => {
    expect(Buffer.byteLength(year)).toBeLessThan(500_000);
  });

  it('is told how often to look again; when it does is its own affair', () => {
    expect(small).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n');
    expect(small).toContain('\r\nX-PUBLISHED-TTL:PT12H\r\n');
  });

  it('gets the zone in each event: X-WR-TIMEZONE moves only floating times', () => {
    expect(small).not.toContain('X-WR-TIMEZONE');
  });
});

describe('Apple', () => {
  it('shows alarms that have a text, before the start', () => {
    const alarms = readBack(year).events.flatMap(({ component }) =>
      component.getAllSubcomponents('valarm'),
    );
    expect(alarms.length).toBeGreaterThan(50);
    for (const alarm of alarms) {
      expect(property(alarm, 'action')).toBe('DISPLAY');
      expect(property(alarm, 'description')).not.toBe('');
      expect(property(alarm, 'trigger')).toMatch(/^-P/);
    }
  });

  it('gets the end of a whole day as the day after', () => {
    expect(small).toContain('DTSTART;VALUE=DATE:20270403\r\nDTEND;VALUE=DATE:20270404\r\n');
  });

  it('gets the place of the exam as text, and no coordinates to send one astray', () => {
    const place = (file: string) => {
      const exam = readBack(file).events.find(({ summary }) => summary.startsWith('Exam '));
      return exam ? property(exam.component, 'location') : null;
    };
    expect(place(small)).toBe('Test centre or online, as booked');
    const choices = { ...DEFAULT_CHOICES, examPlace: 'Main St 1, 2nd floor; Berlin' };
    expect(place(icsOf(smallPlan, { choices }))).toBe('Main St 1, 2nd floor; Berlin');
    for (const file of [small, year, icsOf(smallPlan, { choices })]) {
      expect(file).not.toMatch(/^(GEO|X-APPLE-STRUCTURED-LOCATION|X-APPLE-TRAVEL)/m);
      expect(file.match(/^LOCATION/gm)).toHaveLength(1);
    }
  });
});

describe('colours and free time', () => {
  it('every event has the colour of its kind, beside its category', () => {
    const kinds = smallPlan.sessions.map(({ kind }) => EVENT_COLORS[kind]);
    const { exam, milestone } = EVENT_COLORS;
    expect(readBack(small).events.map(({ component }) => property(component, 'color'))).toEqual([
      ...kinds,
      exam,
      ...[milestone, milestone, milestone],
    ]);
    expect(new Set(Object.values(EVENT_COLORS)).size).toBe(Object.keys(EVENT_COLORS).length);
    for (const event of events(year)) {
      expect(event.filter((line) => line.startsWith('COLOR:'))).toHaveLength(1);
    }
  });

  it('study time is free where one wants it so, and the exam is not', () => {
    const free = readBack(icsOf(smallPlan, { choices: { ...DEFAULT_CHOICES, free: true } }));
    const transparent = free.events.map(({ component }) => property(component, 'transp'));
    expect(transparent.slice(0, 10)).toEqual(Array(10).fill('TRANSPARENT'));
    expect(transparent[10]).toBeNull();
  });

  it('what is cancelled keeps colour and UID, and is free', () => {
    const gone = session(11, '2027-04-20T17:00:00Z', { kind: 'review', sequence: 3 });
    const event = events(icsOf(smallPlan, { cancelled: [gone] })).find((lines) =>
      lines.includes(`UID:${gone.uid}`),
    );
    expect(event).toEqual(
      expect.arrayContaining([
        'COLOR:mediumpurple',
        'STATUS:CANCELLED',
        'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      ]),
    );
  });

  it('a plan made with choices keeps them', () => {
    const chosen = { ...smallPlan, calendar: { ...DEFAULT_CHOICES, free: true } };
    expect(icsOf(chosen)).toBe(icsOf(smallPlan, { choices: { ...DEFAULT_CHOICES, free: true } }));
  });
});
