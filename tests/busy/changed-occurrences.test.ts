import { describe, expect, it } from 'vitest';
import { busy, calendar, event } from './calendar.ts';

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
