import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busy, calendar, event, read } from './calendar.ts';

const hour = (start: string, ...lines: string[]): string => event(start, 'DURATION:PT1H', ...lines);
const JANUARY = { from: '2027-01-01', to: '2027-02-01' };
const days = (text: string, where = JANUARY): string[] =>
  busy(text, where).map((span) => span.slice(5, 16));

const SERIES = [
  'UID:a@example',
  'DTSTART;TZID=Europe/Berlin:20270104T190000',
  'DURATION:PT1H',
  'RRULE:FREQ=DAILY;COUNT=6',
];

/** Milliseconds; most take a few, but test machines can be slow. */
const SOON = 8000;

const SIXTY = Array.from({ length: 60 }, (_, index) => index).join(',');

describe('work without end', () => {
  it('is none where a rule began decades ago', () => {
    const began = performance.now();
    const text = calendar(
      hour('DTSTART:19700101T190000', 'RRULE:FREQ=DAILY'),
      hour('DTSTART:19700101T070000', 'RRULE:FREQ=DAILY;COUNT=20849'),
      hour('DTSTART:16010101T120000', 'RRULE:FREQ=HOURLY;INTERVAL=24'),
    );
    expect(busy(text)).toContain('2027-01-20 19:00-20:00');
    expect(busy(text)).toContain('2027-01-30 07:00-08:00');
    expect(busy(text)).not.toContain('2027-01-31 07:00-08:00');
    expect(busy(text)).toContain('2027-02-20 12:00-13:00');
    expect(performance.now() - began).toBeLessThan(SOON);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5',
    'FREQ=SECONDLY;COUNT=2000000000',
    `FREQ=YEARLY;BYDAY=MO;BYHOUR=9,10,11,12;BYMINUTE=${SIXTY};BYSECOND=${SIXTY}`,
    'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20',
  ])('ends with a warning: %s', (rule) => {
    const began = performance.now();
    const { warnings, spans } = read(calendar(hour('DTSTART:20200101T190000', `RRULE:${rule}`)));
    expect(warnings).toEqual([
      'cal.ics:3: VEVENT repeats too often: the rest of its RRULE was not read',
    ]);
    expect(spans.length).toBeLessThan(50);
    expect(performance.now() - began).toBeLessThan(SOON);
  });

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYDAY=53MO;BYMONTH=1',
    'FREQ=SECONDLY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=40',
    'FREQ=DAILY;INTERVAL=9999999999',
    'FREQ=YEARLY;INTERVAL=9999999999',
    'FREQ=WEEKLY;COUNT=0',
  ])('is none where a rule never comes true: %s', (rule) => {
    expect(days(calendar(hour('DTSTART:20270104T190000', `RRULE:${rule}`)))).toEqual([
      '01-04 19:00',
    ]);
  });

  it('is bounded over the whole file', () => {
    const many = Array.from({ length: 3000 }, () =>
      hour('DTSTART:20200101T190000', 'RRULE:FREQ=SECONDLY'),
    );
    const began = performance.now();
    const { warnings } = read(calendar(...many));
    expect(warnings).toHaveLength(21);
    expect(warnings[20]).toBe('cal.ics: and 2980 more');
    expect(performance.now() - began).toBeLessThan(SOON);
  });

  it('is none where thousands of changes share one UID', () => {
    const change = (index: number): string =>
      event(
        'UID:a@example',
        `RECURRENCE-ID;RANGE=THISANDFUTURE:20270105T18${String(index % 60).padStart(2, '0')}${String(Math.floor(index / 60)).padStart(2, '0')}Z`,
        'DTSTART:20270105T190000Z',
        'DURATION:PT1H',
      );
    const many = Array.from({ length: 3000 }, (_, index) => change(index));
    const began = performance.now();
    read(calendar(...Array.from({ length: 3000 }, () => event(...SERIES)), ...many));
    expect(performance.now() - began).toBeLessThan(SOON);
  });
});

describe('a large file', () => {
  it.each([
    ['of events without anything', 'BEGIN:VEVENT\n'.repeat(400_000)],
    ['of empty lines', '\n'.repeat(10_000_000)],
    ['of one endless fold', `BEGIN:VEVENT\nDTSTART:2027${'\n 1'.repeat(3_000_000)}`],
    ['of one endless line', `BEGIN:VEVENT\nDTSTART${';'.repeat(10_000_000)}`],
    [
      'of one endless rule',
      event('DTSTART:20270120', `RRULE:FREQ=DAILY;BYDAY=MO${',MO'.repeat(3_000_000)}`),
    ],
  ])('%s ends soon', (_, inside) => {
    const began = performance.now();
    expect(read(calendar(inside)).warnings.length).toBeLessThan(22);
    expect(performance.now() - began).toBeLessThan(SOON);
  });
});

describe('anything at all', () => {
  const scrap = fc.constantFrom(
    ...'BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VTIMEZONE|END:VTIMEZONE'.split(
      '|',
    ),
    ...'BEGIN:STANDARD|END:STANDARD|TZID:A|TZOFFSETTO:+0100|TZOFFSETFROM:-2359|UID:a|UID:b'.split(
      '|',
    ),
    ...'DTSTART:20270120T190000|DTSTART;TZID=A:20270228T023000|DTSTART;VALUE=DATE:20270115'.split(
      '|',
    ),
    ...'DTSTART:16000101T000000|DTEND:99991231T235959Z|DURATION:P999999W|DURATION:PT1H'.split('|'),
    ...'RRULE:FREQ=DAILY|RRULE:FREQ=MINUTELY|RRULE:FREQ=YEARLY;BYDAY=-53SU|EXDATE:20270121'.split(
      '|',
    ),
    ...'RECURRENCE-ID;RANGE=THISANDFUTURE:20270121T190000|RDATE:20270301T000000Z/PT1H'.split('|'),
    ...'BEGIN:VFREEBUSY|END:VFREEBUSY|FREEBUSY:20270121T190000Z/99991231T000000Z| folded|:|;'.split(
      '|',
    ),
  );
  const line = fc.oneof({ weight: 9, arbitrary: scrap }, fc.string({ unit: 'binary' }));

  it('ends in sorted busy times or in one clear message', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const { spans } = read(`BEGIN:VCALENDAR\n${lines.join('\n')}`);
        for (const [index, span] of spans.entries()) {
          expect(span.start).toBeLessThan(span.end);
          expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
          const next = spans[index + 1];
          if (next) expect(span.end).toBeLessThan(next.start);
        }
      }),
      { numRuns: 300 },
    );
  });
});
