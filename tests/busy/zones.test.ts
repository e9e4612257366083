import { describe, expect, it } from 'vitest';
import { windowsZoneNames } from '../../src/busy/windows-zones.ts';
import { isTimeZone, zoneClock } from '../../src/time/wall-clock.ts';
import { busy, calendar, event, read, shown } from './calendar.ts';

const at = (tzid: string, time = '20270120T080000'): string =>
  event(`DTSTART;TZID=${tzid}:${time}`, 'DURATION:PT1H');

describe('a zone known by its name', () => {
  it.each([
    ['America/New_York', '14:00'],
    ['posix/Europe/Vaduz', '08:00'],
    ['america/new_york', '14:00'],
    ['Australia/Lord_Howe', '2027-01-19 22:00'],
    ['W. Europe Standard Time', '08:00'],
    ['Eastern Standard Time', '14:00'],
    ['Eastern Daylight Time', '14:00'],
    ['eastern standard time', '14:00'],
    ['India Standard Time', '03:30'],
    ['Central Standard Time (Mexico)', '15:00'],
    ['UTC', '09:00'],
    ['Etc/GMT+5', '14:00'],
    ['/freeassociation.sourceforge.net/Europe/London', '09:00'],
    ['/mozilla.org/20050126_1/Asia/Tokyo', '00:00'],
    ['/citadel.org/20260101_1/America/Argentina/Buenos_Aires', '12:00'],
    ['"/softwarestudio.org/Tzfile/America/New_York"', '14:00'],
  ])('%s', (tzid, expected) => {
    const [span = ''] = busy(calendar(at(tzid)));
    expect(span.startsWith(expected.length > 5 ? expected : `2027-01-20 ${expected}`)).toBe(true);
  });

  it('of Windows is always one that the runtime knows', () => {
    const names = windowsZoneNames();
    expect(names.length).toBeGreaterThan(130);
    expect(names.filter((name) => !isTimeZone(name))).toEqual([]);
  });
});

describe('a zone that nobody knows', () => {
  it('is read as the learner’s, with one warning for each name', () => {
    const text = calendar(at('Mars/Olympus'), at('Mars/Olympus', '20270121T080000'), at('Home'));
    const { spans, warnings } = read(text);
    expect(shown(spans)).toEqual(['2027-01-20 08:00-09:00', '2027-01-21 08:00-09:00']);
    expect(warnings).toEqual([
      'cal.ics:4: time zone "Mars/Olympus" is unknown: read as Europe/Berlin',
      'cal.ics:12: time zone "Home" is unknown: read as Europe/Berlin',
    ]);
  });

  it('may come in thousands', () => {
    const text = calendar(...Array.from({ length: 5000 }, (_, index) => at(`Zone ${index}`)));
    expect(read(text).warnings.at(-1)).toBe('cal.ics: and 4980 more');
  });
});

const vtimezone = (tzid: string, ...parts: string[]): string =>
  ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...parts, 'END:VTIMEZONE'].join('\n');
const part = (name: string, start: string, from: string, to: string, ...more: string[]): string =>
  [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${name}`,
  ].join('\n');

const RULED = vtimezone(
  'Here',
  part('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
  part('STANDARD', '16010101T030000', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
);
const UTC = { clock: zoneClock('UTC'), from: '2027-01-01', to: '2028-01-01' };

describe('a zone that the file defines', () => {
  it('follows its rules, before, between and after the changes', () => {
    const times = ['20270120T080000', '20270328T013000', '20270328T023000', '20270720T080000'];
    const late = ['20271031T023000', '20271031T033000', '20271120T080000'];
    const events = [...times, ...late].map((time) => at('Here', time));
    expect(busy(calendar(RULED, ...events), UTC)).toEqual([
      '2027-01-20 07:00-08:00',
      // 02:30 is in the gap and means 03:30 of the new time, which the event before reaches.
      '2027-03-28 00:30-02:30',
      '2027-07-20 06:00-07:00',
      '2027-10-31 00:30-01:30',
      '2027-10-31 02:30-03:30',
      '2027-11-20 07:00-08:00',
    ]);
  });

  it('wins over the name it carries, and may stand after its events or in another calendar', () => {
    const odd = vtimezone('Europe/Berlin', part('STANDARD', '19700101T000000', '+0530', '+0530'));
    const expected = ['2027-01-20 02:30-03:30'];
    expect(busy(calendar(odd, at('Europe/Berlin')), UTC)).toEqual(expected);
    expect(busy(calendar(at('Europe/Berlin'), odd), UTC)).toEqual(expected);
    expect(busy(calendar(odd) + calendar(at('Europe/Berlin')), UTC)).toEqual(expected);
    expect(busy(calendar(odd, event('DTSTART:20270120T080000Z', 'DURATION:PT1H')), UTC)).toEqual([
      '2027-01-20 08:00-09:00',
    ]);
  });

  it('may list its changes one by one, end its rules, and keep odd offsets', () => {
    const listed = vtimezone(
      'Odd',
      part('STANDARD', '20200101T000000', '-004420', '+1030'),
      part('DAYLIGHT', '20270201T020000', '+1030', '+1100', 'RDATE:20270601T020000,20270801'),
      part(
        'STANDARD',
        '20270301T020000',
        '+1100',
        '+1030',
        'RRULE:FREQ=YEARLY;UNTIL=20270228T150000Z',
      ),
    );
    const times = ['20190101T000000', '20270120T080000', '20270220T080000', '20270420T080000'];
    const events = [...times, '20270620T080000'].map((time) => at('Odd', time));
    expect(busy(calendar(listed, ...events), { ...UTC, from: '2018-01-01' })).toEqual([
      '2019-01-01 00:44-01:44',
      '2027-01-19 21:30-22:30',
      '2027-02-19 21:00-22:00',
      '2027-04-19 21:30-22:30',
      '2027-06-19 21:00-22:00',
    ]);
  });

  it('may have made its last change long ago', () => {
    const settled = vtimezone(
      'Tokyo',
      part('DAYLIGHT', '19500507T000000', '+0900', '+1000'),
      part(
        'STANDARD',
        '19480912T010000',
        '+1000',
        '+0900',
        'RRULE:FREQ=YEARLY;UNTIL=19510911T150000Z',
      ),
    );
    expect(busy(calendar(settled, at('Tokyo')), UTC)).toEqual([
      '2027-01-19 23:00-2027-01-20 00:00',
    ]);
  });

  it('that ticks for ever ends with a warning', () => {
    const mad = ['SECONDLY', 'HOURLY', 'DAILY'].map((frequency) =>
      vtimezone(
        frequency,
        part('STANDARD', '19700101T000000', '+0100', '+0200', `RRULE:FREQ=${frequency}`),
      ),
    );
    const began = performance.now();
    const { spans, warnings } = read(calendar(...mad, at('SECONDLY'), at('HOURLY'), at('DAILY')));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(shown(spans)).toEqual(['2027-01-20 08:00-09:00']);
    expect(warnings).toContain(
      'cal.ics:9: STANDARD of VTIMEZONE "SECONDLY" skipped: RRULE changes the clocks too often',
    );
    expect(warnings).toContain(
      'cal.ics:31: time zone "SECONDLY" is unknown: read as Europe/Berlin',
    );
  });

  it.each([
    ['nothing', ''],
    ['no offset', part('STANDARD', '19700101T000000', 'east', '+0100')],
    ['a wild offset', part('STANDARD', '19700101T000000', '+9900', '+0100')],
    ['no start', 'BEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD'],
  ])('with %s in it gives way to its name', (_, inside) => {
    const text = calendar(vtimezone('Asia/Tokyo', inside), at('Asia/Tokyo'));
    const { spans, warnings } = read(text, UTC);
    expect(shown(spans, UTC.clock)).toEqual(['2027-01-19 23:00-2027-01-20 00:00']);
    expect(warnings.at(-1)).toMatch(/VTIMEZONE skipped: "Asia\/Tokyo" has no STANDARD or DAYLIGHT/);
  });

  it('leaves nothing behind for the next file', () => {
    const odd = vtimezone('Here', part('STANDARD', '19700101T000000', '+0530', '+0530'));
    expect(busy(calendar(odd, at('Here')), UTC)).toEqual(['2027-01-20 02:30-03:30']);
    expect(read(calendar(at('Here'))).warnings).toHaveLength(1);
    expect(busy(calendar(RULED, at('Here')), UTC)).toEqual(['2027-01-20 07:00-08:00']);
  });
});
