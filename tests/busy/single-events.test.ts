import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/time/wall-clock.ts';
import { busy, calendar, event } from './calendar.ts';

const WEDNESDAY = ['DTSTART:20270120T190000', 'DTEND:20270120T210000'];

describe('an event', () => {
  it('is busy from its start to its end, on the learner’s clock where it names no zone', () => {
    expect(busy(calendar(event(...WEDNESDAY)))).toEqual(['2027-01-20 19:00-21:00']);
    const kathmandu = { clock: zoneClock('Asia/Kathmandu') };
    expect(busy(calendar(event(...WEDNESDAY)), kathmandu)).toEqual(['2027-01-20 19:00-21:00']);
  });

  it.each([
    ['DTSTART:20270120T190000Z', 'DTEND:20270120T210000Z', '2027-01-20 20:00-22:00'],
    [
      'DTSTART;TZID=America/New_York:20270120T080000',
      'DTEND;TZID=America/New_York:20270120T093000',
      '2027-01-20 14:00-15:30',
    ],
    [
      'DTSTART;TZID=America/New_York:20270120T080000',
      'DTEND;TZID=Asia/Tokyo:20270121T000000',
      '2027-01-20 14:00-16:00',
    ],
    ['DTSTART;TZID="Europe/Berlin":20270120T080000', 'DURATION:PT45M', '2027-01-20 08:00-08:45'],
    ['dtstart;tzid=Europe/London:20270120t080000', 'duration:pt1h', '2027-01-20 09:00-10:00'],
    ['DTSTART:2027-01-20T19:00:00Z', 'DURATION:P1W', '2027-01-20 20:00-2027-01-27 20:00'],
    ['DTSTART:20270120T1900', 'DTEND:20270120T240000', '2027-01-20 19:00-2027-01-21 00:00'],
    // A zone beside a UTC time has no say.
    ['DTSTART;TZID=Asia/Tokyo:20270120T190000Z', 'DURATION:PT1H', '2027-01-20 20:00-21:00'],
  ])('with %s and %s is busy %s', (start, end, expected) => {
    expect(busy(calendar(event(start, end)))).toEqual([expected]);
  });

  it('takes seconds generously: a minute that is busy in part is busy', () => {
    const text = calendar(event('DTSTART:20270120T190030', 'DTEND:20270120T190131'));
    expect(busy(text)).toEqual(['2027-01-20 19:00-19:02']);
  });

  it.each([
    [['DTSTART:20270120T190000']],
    [['DTSTART:20270120T190000', 'DTEND:20270120T190000']],
    [['DTSTART:20270120T190000', 'DURATION:PT0S']],
  ])('without length takes no time: %s', (lines) => {
    expect(busy(calendar(event(...lines)))).toEqual([]);
  });

  it('over the change of clocks keeps elapsed hours, or whole days on the clock', () => {
    const march = { from: '2027-03-01', to: '2027-04-01' };
    const start = 'DTSTART;TZID=Europe/Berlin:20270327T120000';
    expect(busy(calendar(event(start, 'DURATION:PT24H')), march)).toEqual([
      '2027-03-27 12:00-2027-03-28 13:00',
    ]);
    expect(busy(calendar(event(start, 'DURATION:P1D')), march)).toEqual([
      '2027-03-27 12:00-2027-03-28 12:00',
    ]);
  });

  it('at a time that the clocks skip begins later by the gap', () => {
    const text = calendar(event('DTSTART;TZID=Europe/Berlin:20270328T023000', 'DURATION:PT1H'));
    expect(busy(text, { from: '2027-03-01', to: '2027-04-01' })).toEqual([
      '2027-03-28 03:30-04:30',
    ]);
  });
});

describe('an all-day event', () => {
  it.each([
    [['DTSTART;VALUE=DATE:20270120'], '2027-01-20 00:00-2027-01-21 00:00'],
    // Google writes birthdays so.
    [['DTSTART:20270120Z'], '2027-01-20 00:00-2027-01-21 00:00'],
    [['DTSTART:20270120'], '2027-01-20 00:00-2027-01-21 00:00'],
    [
      ['DTSTART;VALUE=DATE:20270120', 'DTEND;VALUE=DATE:20270123'],
      '2027-01-20 00:00-2027-01-23 00:00',
    ],
    [
      ['DTSTART;VALUE=DATE:20270120', 'DTEND;VALUE=DATE:20270120'],
      '2027-01-20 00:00-2027-01-21 00:00',
    ],
    [['DTSTART;VALUE=DATE:20270120', 'DURATION:P2D'], '2027-01-20 00:00-2027-01-22 00:00'],
  ])('%s is busy %s in the learner’s zone', (lines, expected) => {
    expect(busy(calendar(event(...lines)))).toEqual([expected]);
    const clock = zoneClock('America/New_York');
    expect(busy(calendar(event(...lines)), { clock })).toEqual([expected]);
  });

  it('is 23 hours long where the clocks go forward', () => {
    const march = { from: '2027-03-01', to: '2027-04-01' };
    expect(busy(calendar(event('DTSTART;VALUE=DATE:20270328')), march)).toEqual([
      '2027-03-28 00:00-2027-03-29 00:00',
    ]);
  });
});

describe('an event that takes no time of its owner', () => {
  it.each(['TRANSP:TRANSPARENT', 'STATUS:CANCELLED', 'status:cancelled', 'TRANSP: transparent '])(
    'with %s is free',
    (line) => expect(busy(calendar(event(...WEDNESDAY, line)))).toEqual([]),
  );

  it.each(['TRANSP:OPAQUE', 'STATUS:TENTATIVE', 'STATUS:CONFIRMED', 'CLASS:PRIVATE'])(
    'is not meant by %s',
    (line) => expect(busy(calendar(event(...WEDNESDAY, line)))).toHaveLength(1),
  );

  it('is one of a calendar that takes its events back, or another kind of entry', () => {
    expect(busy(calendar('METHOD:CANCEL', event(...WEDNESDAY)))).toEqual([]);
    const todo = ['BEGIN:VTODO', ...WEDNESDAY, 'END:VTODO'].join('\n');
    const journal = ['BEGIN:VJOURNAL', ...WEDNESDAY, 'END:VJOURNAL'].join('\n');
    expect(busy(calendar(todo, journal))).toEqual([]);
  });

  it('has an alarm whose own times do not count', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT9H', 'END:VALARM'].join('\n');
    expect(busy(calendar(event('DTSTART:20270120T190000', alarm, 'DURATION:PT1H')))).toEqual([
      '2027-01-20 19:00-20:00',
    ]);
  });
});

describe('free/busy periods', () => {
  const freeBusy = (...lines: string[]): string =>
    calendar('BEGIN:VFREEBUSY', 'DTSTART:20270101T000000Z', ...lines, 'END:VFREEBUSY');

  it('are busy unless their type is FREE', () => {
    const text = freeBusy(
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270120T080000Z/PT1H,20270120T100000Z/20270120T113000Z',
      'FREEBUSY;FBTYPE=FREE:20270121T080000Z/PT1H',
      'FREEBUSY:20270122T080000Z/PT1H',
    );
    expect(busy(text)).toEqual([
      '2027-01-20 09:00-10:00',
      '2027-01-20 11:00-12:30',
      '2027-01-22 09:00-10:00',
    ]);
  });
});

describe('busy times', () => {
  it('are sorted, and joined where they overlap or touch', () => {
    const text = calendar(
      event('DTSTART:20270121T100000', 'DTEND:20270121T110000'),
      event('DTSTART:20270120T190000', 'DTEND:20270120T210000'),
      event('DTSTART:20270120T200000', 'DTEND:20270120T203000'),
      event('DTSTART:20270120T210000', 'DTEND:20270120T220000'),
    );
    expect(busy(text)).toEqual(['2027-01-20 19:00-22:00', '2027-01-21 10:00-11:00']);
  });

  it('are cut to the span asked for', () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20300101'),
      event('DTSTART:20300101T000000Z', 'DTEND:20300102T000000Z'),
    );
    const where = { from: '2027-01-20T08:00:00Z', to: '2027-01-20T09:00:00Z' };
    expect(busy(text, where)).toEqual(['2027-01-20 09:00-10:00']);
    expect(busy(text, { from: where.to, to: where.from })).toEqual([]);
  });

  it('come from every calendar of the file', () => {
    const text = calendar(event(...WEDNESDAY)) + calendar(event('DTSTART;VALUE=DATE:20270201'));
    expect(busy(text)).toHaveLength(2);
  });
});
