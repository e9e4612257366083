import { describe, expect, it } from 'vitest';
import { busy, calendar, event, read } from './calendar.ts';

const hour = (start: string, ...lines: string[]): string => event(start, 'DURATION:PT1H', ...lines);
const JANUARY = { from: '2027-01-01', to: '2027-02-01' };
const days = (text: string, where = JANUARY): string[] =>
  busy(text, where).map((span) => span.slice(5, 16));

describe('a repeated event', () => {
  it('keeps its wall time over the change of clocks', () => {
    const text = calendar(hour('DTSTART;TZID=Europe/Berlin:20270322T190000', 'RRULE:FREQ=WEEKLY'));
    expect(busy(text, { from: '2027-03-20', to: '2027-04-01' })).toEqual([
      '2027-03-22 19:00-20:00',
      '2027-03-29 19:00-20:00',
    ]);
  });

  it('ends with its count, counted from its first day', () => {
    const text = calendar(hour('DTSTART:20261230T190000', 'RRULE:FREQ=DAILY;COUNT=4'));
    expect(days(text)).toEqual(['01-01 19:00', '01-02 19:00']);
  });

  it.each([
    ['20270106T180000Z', 2],
    ['20270106T175959Z', 1],
    ['20270106T190000', 2],
    ['20270106', 2],
    ['20270105', 1],
  ])('ends with UNTIL=%s', (until, count) => {
    const start = 'DTSTART;TZID=Europe/Berlin:20270105T190000';
    const text = calendar(hour(start, `RRULE:FREQ=DAILY;UNTIL=${until}`));
    expect(days(text)).toHaveLength(count);
  });

  it('ends with UNTIL as written where it is a whole day', () => {
    const rule = (until: string) =>
      calendar(event('DTSTART;VALUE=DATE:20270105', `RRULE:FREQ=DAILY;UNTIL=${until}`));
    expect(busy(rule('20270106'))).toEqual(['2027-01-05 00:00-2027-01-07 00:00']);
    expect(busy(rule('20270106T000000Z'))).toEqual(['2027-01-05 00:00-2027-01-07 00:00']);
  });

  it('includes its start even where its rule does not', () => {
    const text = calendar(hour('DTSTART:20270105T190000', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2'));
    expect(days(text)).toEqual(['01-05 19:00', '01-08 19:00', '01-15 19:00']);
  });

  it('leaves out EXDATE, in any zone, as a date, or bare', () => {
    const text = calendar(
      hour(
        'DTSTART;TZID=Europe/Berlin:20270104T190000',
        'RRULE:FREQ=DAILY;COUNT=8',
        'EXDATE;TZID=Europe/Berlin:20270104T190000',
        'EXDATE;TZID=America/New_York:20270105T130000,20270106T130000',
        'EXDATE:20270107T180000Z',
        'EXDATE;VALUE=DATE:20270108',
        'EXDATE:20270109T190000',
        'EXDATE:20270110T200000',
      ),
    );
    expect(days(text)).toEqual(['01-10 19:00', '01-11 19:00']);
  });

  it('of whole days leaves out EXDATE with a time too', () => {
    const text = calendar(
      event(
        'DTSTART;VALUE=DATE:20270104',
        'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=4',
        'EXDATE:20270106T000000Z',
        'EXDATE:20270107T230000Z',
      ),
    );
    expect(days(text)).toEqual(['01-04 00:00', '01-10 00:00']);
  });

  it('adds RDATE as date-time, date or period', () => {
    const text = calendar(
      hour(
        'DTSTART;TZID=Europe/Berlin:20270104T190000',
        'RDATE;TZID=Europe/Berlin:20270106T080000,20270107T080000',
        'RDATE;VALUE=PERIOD:20270108T080000Z/PT3H,20270109T080000Z/20270109T083000Z',
        'RDATE:20270110T080000',
        'EXDATE;TZID=Europe/Berlin:20270107T080000',
      ),
    );
    expect(busy(text)).toEqual([
      '2027-01-04 19:00-20:00',
      '2027-01-06 08:00-09:00',
      '2027-01-08 09:00-12:00',
      '2027-01-09 09:00-09:30',
      '2027-01-10 08:00-09:00',
    ]);
    const wholeDays = event('DTSTART;VALUE=DATE:20270104', 'RDATE;VALUE=DATE:20270106,20270107');
    expect(busy(calendar(wholeDays))).toEqual([
      '2027-01-04 00:00-2027-01-05 00:00',
      '2027-01-06 00:00-2027-01-08 00:00',
    ]);
  });

  it('follows several rules, less what an EXRULE takes out', () => {
    const text = calendar(
      hour(
        'DTSTART:20270104T190000',
        'RRULE:FREQ=WEEKLY',
        'RRULE:FREQ=MONTHLY;BYMONTHDAY=20',
        'EXRULE:FREQ=MONTHLY;BYDAY=3MO',
      ),
    );
    expect(days(text)).toEqual(['01-04 19:00', '01-11 19:00', '01-20 19:00', '01-25 19:00']);
  });

  it('that is longer than its step reaches into the span from before it', () => {
    const text = calendar(
      event('DTSTART:20261220T080000', 'DURATION:P10D', 'RRULE:FREQ=MONTHLY;COUNT=2'),
      event('DTSTART:20260601T080000', 'DTEND:20270105T080000', 'RRULE:FREQ=YEARLY'),
    );
    expect(busy(text)).toEqual([
      '2027-01-01 01:00-2027-01-05 08:00',
      '2027-01-20 08:00-2027-01-30 08:00',
    ]);
  });
});

const SERIES = [
  'UID:a@example',
  'DTSTART;TZID=Europe/Berlin:20270104T190000',
  'DURATION:PT1H',
  'RRULE:FREQ=DAILY;COUNT=6',
];

describe('a changed occurrence', () => {
  it('moves, grows, or frees its time', () => {
    const text = calendar(
      event(
        'UID:a@example',
        'RECURRENCE-ID:20270105T180000Z',
        'DTSTART:20270105T080000Z',
        'DURATION:PT2H',
      ),
      event(...SERIES),
      event(
        'UID:a@example',
        'RECURRENCE-ID;TZID=Europe/Berlin:20270106T190000',
        'DTSTART;TZID=Europe/Berlin:20270106T190000',
        'DURATION:PT1H',
        'STATUS:CANCELLED',
      ),
      event(
        'UID:a@example',
        'RECURRENCE-ID;TZID=America/New_York:20270107T130000',
        'DTSTART:20270107T180000Z',
        'DURATION:PT1H',
        'TRANSP:TRANSPARENT',
      ),
      event(
        'UID:a@example',
        'RECURRENCE-ID;VALUE=DATE:20270108',
        'DTSTART:20270301T080000Z',
        'DURATION:PT1H',
      ),
    );
    expect(busy(text, { from: '2027-01-01', to: '2027-04-01' })).toEqual([
      '2027-01-04 19:00-20:00',
      '2027-01-05 09:00-11:00',
      '2027-01-09 19:00-20:00',
      '2027-03-01 09:00-10:00',
    ]);
  });

  it('of a free series may be busy', () => {
    const text = calendar(
      event(...SERIES, 'TRANSP:TRANSPARENT'),
      event(
        'UID:a@example',
        'RECURRENCE-ID:20270105T180000Z',
        'DTSTART:20270105T180000Z',
        'DURATION:PT1H',
      ),
    );
    expect(days(text)).toEqual(['01-05 19:00']);
  });

  it('stands by itself where its series is not in the file', () => {
    const text = calendar(
      event(
        'UID:b@example',
        'RECURRENCE-ID:20270105T180000Z',
        'DTSTART:20270105T080000Z',
        'DURATION:PT1H',
      ),
    );
    expect(days(text)).toEqual(['01-05 09:00']);
  });

  it('of another series changes nothing here', () => {
    const text = calendar(
      event(...SERIES),
      event(
        'UID:b@example',
        'RECURRENCE-ID:20270105T180000Z',
        'DTSTART:20270120T080000Z',
        'DURATION:PT1H',
      ),
    );
    expect(days(text)).toHaveLength(7);
  });

  it('counts in its latest version', () => {
    const version = (sequence: number, hourOfDay: string): string =>
      event(
        'UID:a@example',
        `SEQUENCE:${sequence}`,
        'RECURRENCE-ID:20270105T180000Z',
        `DTSTART:20270105T${hourOfDay}0000Z`,
        'DURATION:PT1H',
      );
    const text = calendar(event(...SERIES), version(3, '07'), version(2, '10'));
    expect(days(text)).toContain('01-05 08:00');
    expect(days(text)).not.toContain('01-05 11:00');
  });

  it('with THISANDFUTURE moves all later ones by as much, on the wall clock', () => {
    const text = calendar(
      event(
        'UID:a',
        'DTSTART;TZID=Europe/Berlin:20270312T190000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=6',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270319T190000',
        'DTSTART;TZID=Europe/Berlin:20270320T080000',
        'DURATION:PT30M',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/Berlin:20270402T190000',
        'DTSTART;TZID=Europe/Berlin:20270402T070000',
        'DURATION:PT15M',
      ),
      event(
        'UID:a',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270409T190000',
        'DTSTART;TZID=Europe/Berlin:20270409T190000',
        'DURATION:PT1H',
        'STATUS:CANCELLED',
      ),
    );
    expect(busy(text, { from: '2027-03-01', to: '2027-05-01' })).toEqual([
      '2027-03-12 19:00-20:00',
      '2027-03-20 08:00-08:30',
      '2027-03-27 08:00-08:30',
      '2027-04-02 07:00-07:15',
    ]);
  });

  it('with THISANDFUTURE and a rule of its own begins a new series', () => {
    const text = calendar(
      event(...SERIES),
      event(
        'UID:a@example',
        'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270106T190000',
        'DTSTART;TZID=Europe/Berlin:20270106T080000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=2',
      ),
    );
    expect(days(text)).toEqual(['01-04 19:00', '01-05 19:00', '01-06 08:00', '01-13 08:00']);
  });
});

describe('versions of one event', () => {
  it('give way to the latest', () => {
    const text = calendar(
      event(...SERIES, 'SEQUENCE:1'),
      event('UID:a@example', 'SEQUENCE:2', 'DTSTART:20270120T080000', 'DURATION:PT1H'),
    );
    expect(days(text)).toEqual(['01-20 08:00']);
    const cancelled = calendar(event(...SERIES, 'SEQUENCE:2', 'STATUS:CANCELLED'));
    expect(busy(calendar(event(...SERIES)) + cancelled)).toEqual([]);
  });

  it('all stand where a program gives every event the same UID', () => {
    const text = calendar(
      hour('DTSTART:20270104T190000', 'UID:x'),
      hour('DTSTART:20270105T190000', 'UID:x'),
      hour('DTSTART:20270106T190000', 'UID:'),
      hour('DTSTART:20270107T190000'),
    );
    expect(days(text)).toHaveLength(4);
  });
});

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
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5',
    'FREQ=SECONDLY;COUNT=2000000000',
    'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20',
  ])('ends with a warning: %s', (rule) => {
    const began = performance.now();
    const { warnings, spans } = read(calendar(hour('DTSTART:20200101T190000', `RRULE:${rule}`)));
    expect(warnings).toEqual([
      'cal.ics:3: VEVENT repeats too often: the rest of its RRULE was not read',
    ]);
    expect(spans.length).toBeLessThan(50);
    expect(performance.now() - began).toBeLessThan(1000);
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
    expect(performance.now() - began).toBeLessThan(5000);
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
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
