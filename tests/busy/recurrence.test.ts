import { describe, expect, it } from 'vitest';
import { busy, calendar, event } from './calendar.ts';

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

  it('takes a bare EXDATE or RDATE in the zone of its start, wherever the learner is', () => {
    const text = calendar(
      hour(
        'DTSTART;TZID=America/New_York:20270104T190000',
        'RRULE:FREQ=DAILY;COUNT=2',
        'EXDATE:20270104T190000',
        'RDATE:20270107T190000',
      ),
    );
    expect(days(text)).toEqual(['01-06 01:00', '01-08 01:00']);
  });

  it('leaves out a long period that began before the span', () => {
    const text = calendar(
      event(
        'DTSTART:20270104T190000',
        'RDATE;VALUE=PERIOD:20261201T000000Z/P60D,20261202T000000Z/P32D',
        'EXDATE:20261201T000000Z',
      ),
    );
    expect(busy(text)).toEqual(['2027-01-01 01:00-2027-01-03 01:00']);
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
