import { describe, expect, it } from 'vitest';
import { readBusyTimes } from '../../src/busy/read-busy-times.ts';
import { EXIT, UserError } from '../../src/errors.ts';
import { BERLIN, calendar, event, read, shown } from './calendar.ts';

const GOOD = event('DTSTART:20270120T190000', 'DURATION:PT1H');
const GOOD_SPAN = '2027-01-20 19:00-20:00';

describe('a file that is no calendar', () => {
  it.each([
    ['', 'cal.ics:1: the file is empty'],
    [' \r\n\t\n', 'cal.ics:1: the file is empty'],
    ['<html><body>Sign in</body></html>', 'no line says BEGIN:VCALENDAR'],
    ['BEGIN:VCARD\r\nEND:VCARD\r\n', 'no line says BEGIN:VCALENDAR'],
    ['PK\u0003\u0004\u0000\u0000BEGIN:VCALENDAR', 'no line says BEGIN:VCALENDAR'],
    [GOOD, 'no line says BEGIN:VCALENDAR'],
    ['X-NOTE:write BEGIN:VCALENDAR first', 'no line says BEGIN:VCALENDAR'],
    [[...calendar(GOOD)].join('\u0000'), 'no line says BEGIN:VCALENDAR'],
    [`${'x'.repeat(20_000_001)}`, 'the calendar is larger than 20 MB'],
  ])('is refused', (text, message) => {
    let caught: unknown;
    try {
      read(text);
    } catch (error) {
      caught = error;
    }
    if (!(caught instanceof UserError)) throw new Error('expected a UserError');
    expect(caught.exitCode).toBe(EXIT.badInput);
    expect(caught.message).toContain(message);
    expect(caught.message.startsWith('cal.ics:1: ')).toBe(true);
    expect(caught.hint).not.toBeNull();
  });
});

describe('a calendar in a strange form is read all the same', () => {
  const text = calendar(GOOD);
  const folded = text.replace('DTSTART:20270120', 'DTST\r\n ART:20270\r\n\t120');
  it.each([
    ['LF', text.replaceAll('\r\n', '\n')],
    ['CR', text.replaceAll('\r\n', '\r')],
    ['CR CR LF', folded.replaceAll('\r\n', '\r\r\n')],
    ['mixed line ends', text.replace('\r\n', '\n').replace('\r\n', '\r')],
    ['folds', folded],
    ['a byte order mark', `\ufeff${text}`],
    ['blanks in front', `\r\n\r\n  ${text}`],
    ['small letters', text.toLowerCase().replaceAll('pt1h', 'PT1H')],
    ['no last line end', text.trimEnd()],
    ['a letter before it', `Dear all,\r\n${text}`],
    [
      'Latin-1',
      calendar(event('SUMMARY:r\u00e9union \u0080', 'DTSTART:20270120T190000', 'DURATION:PT1H')),
    ],
    ['control characters', calendar(event('DTSTART:2027\u00000120T19\u001b0000', 'DURATION:PT1H'))],
    ['unknown entries', calendar('BEGIN:X-ODD', 'DTSTART:1', 'END:X-ODD', GOOD)],
  ])('%s', (_, odd) => {
    const { spans, warnings } = read(odd);
    expect(warnings).toEqual([]);
    expect(shown(spans)).toEqual([GOOD_SPAN]);
  });
});

describe('a broken part', () => {
  it.each([
    [['DTEND:20270120T200000'], '3: VEVENT skipped: DTSTART is missing'],
    [['DTSTART:tomorrow'], '4: VEVENT skipped: DTSTART "tomorrow" is not a date'],
    [['DTSTART:20270230T190000'], '4: VEVENT skipped: DTSTART "20270230T190000" is not a date'],
    [['DTSTART:20270120T250000'], '4: VEVENT skipped: DTSTART "20270120T250000" is not a date'],
    [['DTSTART:00010101T000000Z'], '4: VEVENT skipped: DTSTART "00010101T000000Z" is not a date'],
    [['DTSTART:20270120T190000+0100'], 'DTSTART "20270120T190000+0100" is not a date'],
    [['DTSTART:20270120T190000', 'DTEND:late'], '5: VEVENT skipped: DTEND "late" is not a date'],
    [
      ['DTSTART:20270120T190000', 'DTEND:20270119T190000'],
      '5: VEVENT skipped: DTEND is before DTSTART',
    ],
    [
      ['DTSTART:20270120T190000', 'DURATION:1h'],
      '5: VEVENT skipped: DURATION "1h" is not a duration',
    ],
    [
      ['DTSTART:20270120T190000', 'DURATION:P'],
      '5: VEVENT skipped: DURATION "P" is not a duration',
    ],
    [['DTSTART:20270120T190000', 'DURATION:-PT1H'], '5: VEVENT skipped: DURATION is negative'],
    [
      ['DTSTART:20270120T190000', 'RECURRENCE-ID:x'],
      '5: VEVENT skipped: RECURRENCE-ID "x" is not a date',
    ],
    [
      ['DTSTART;TZID="Europe/Berlin:20270120T190000'],
      '4: a property of VEVENT skipped: DTSTART has no value',
    ],
    [['DTSTART;VALUE=DATE'], '4: a property of VEVENT skipped: DTSTART has no value'],
  ])('is skipped alone and named: %s', (lines, warning) => {
    const { spans, warnings } = read(calendar(event(...lines), GOOD));
    expect(shown(spans)).toEqual([GOOD_SPAN]);
    expect(warnings[0]).toContain('cal.ics:');
    expect(warnings[0]).toContain(warning);
  });

  it.each([
    ['RRULE:FREQ=SOMETIMES', '6: RRULE of VEVENT ignored: FREQ is missing or unknown'],
    ['RDATE:20270121T190000,never', '6: a value of VEVENT ignored: RDATE "never" is not a date'],
    ['RDATE;VALUE=TIME:083000', '6: a value of VEVENT ignored: RDATE "083000" is not a date'],
    ['RRULE:RSCALE=CHINESE;FREQ=YEARLY', '6: RRULE of VEVENT ignored: RSCALE is not understood'],
    ['EXDATE:0', '6: a value of VEVENT ignored: EXDATE "0" is not a date'],
    [
      'RDATE;VALUE=PERIOD:20270121T190000Z/-PT1H',
      '6: a value of VEVENT ignored: RDATE ends before it starts',
    ],
  ])('of a good event costs only itself: %s', (line, warning) => {
    const text = calendar(event('DTSTART:20270120T190000', 'DURATION:PT1H', line));
    const { spans, warnings } = read(text);
    expect(shown(spans)[0]).toBe(GOOD_SPAN);
    expect(warnings).toEqual([`cal.ics:${warning}`]);
  });

  it('is a rule by the hour on a whole day', () => {
    const { spans, warnings } = read(calendar(event('DTSTART:20270120', 'RRULE:FREQ=HOURLY')));
    expect(shown(spans)).toEqual(['2027-01-20 00:00-2027-01-21 00:00']);
    expect(warnings).toEqual([
      'cal.ics:5: RRULE of VEVENT ignored: FREQ=HOURLY does not go with a whole day',
    ]);
  });

  it('may be a line that lost its fold', () => {
    const text = calendar(event('DTSTART:20270104T190000', 'RRULE:FREQ=WEEKLY;', 'BYDAY=TU'));
    expect(read(text).warnings).toEqual(['cal.ics:6: a line that is no property was ignored']);
  });

  it('may be a period', () => {
    const lines = [
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20270120T180000Z/PT1H,x/y,20270121',
      'END:VFREEBUSY',
    ];
    const { spans, warnings } = read(calendar(...lines));
    expect(shown(spans)).toEqual([GOOD_SPAN]);
    expect(warnings).toEqual([
      'cal.ics:4: a period of VFREEBUSY skipped: FREEBUSY "x" is not a date',
      'cal.ics:4: a period of VFREEBUSY skipped: FREEBUSY has no end',
    ]);
  });
});

describe('a component without its end', () => {
  it.each([
    [
      'at the next event',
      calendar('BEGIN:VEVENT', 'DTSTART:20270104T080000', 'DURATION:PT1H', GOOD),
    ],
    [
      'at the end of the calendar',
      calendar(GOOD, 'BEGIN:VEVENT', 'DTSTART:20270104T080000', 'DURATION:PT1H'),
    ],
    [
      'with an open alarm',
      calendar(event('DTSTART:20270104T080000', 'DURATION:PT1H', 'BEGIN:VALARM'), GOOD),
    ],
  ])('is closed %s', (_, text) => {
    const { spans, warnings } = read(text);
    expect(shown(spans)).toEqual(['2027-01-04 08:00-09:00', GOOD_SPAN]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^cal\.ics:\d+: (VEVENT|VALARM) has no END$/);
  });

  it('is read as far as the file goes', () => {
    const text = calendar(GOOD, event('DTSTART:20270121T080000', 'DURATION:PT1H'));
    const { spans, warnings } = read(text.slice(0, text.indexOf('END:VEVENT', 120)));
    expect(shown(spans)).toContain(GOOD_SPAN);
    expect(warnings).toContain('cal.ics:1: VCALENDAR has no END');
  });

  it('may have its END misspelt', () => {
    const { spans, warnings } = read(calendar(GOOD.replace('END:VEVENT', 'END:VENT'), GOOD));
    expect(shown(spans)).toEqual([GOOD_SPAN]);
    expect(warnings).toEqual([
      'cal.ics:6: END:VENT without its BEGIN ignored',
      'cal.ics:3: VEVENT has no END',
    ]);
  });

  it('may lack its beginning instead', () => {
    const { spans, warnings } = read(calendar('END:VEVENT', GOOD, 'END:VTODO'));
    expect(shown(spans)).toEqual([GOOD_SPAN]);
    expect(warnings).toEqual([
      'cal.ics:3: END:VEVENT without its BEGIN ignored',
      'cal.ics:8: END:VTODO without its BEGIN ignored',
    ]);
  });

  it('may come ten thousand times', () => {
    const deep = Array.from({ length: 10_000 }, () => 'BEGIN:X-DEEP');
    const { spans } = read(calendar(...deep, GOOD, ...deep.map(() => 'END:X-OTHER')));
    expect(shown(spans)).toEqual([GOOD_SPAN]);
  });
});

describe('warnings', () => {
  it('never carry control characters, not even from the file’s name', () => {
    const { warnings } = readBusyTimes(
      calendar(
        event('DTSTART:\u001b[31m\u202e20\u009b'),
        event('DTSTART;TZID=\u0007Z\u001b]0;:20270120'),
      ),
      { file: 'c\u001b[2J\nal.ics', clock: BERLIN, from: 0, to: 1 },
    );
    expect(warnings[0]).toBe('c[2J al.ics:4: VEVENT skipped: DTSTART "[31m20" is not a date');
    for (const warning of warnings) expect(warning).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('stay short, and few', () => {
    const { warnings } = read(
      calendar(
        event(`DTSTART:${'9'.repeat(100_000)}`),
        ...Array.from({ length: 50 }, () => event('SUMMARY:no start')),
      ),
    );
    expect(warnings).toHaveLength(21);
    expect(warnings[20]).toBe('cal.ics: and 31 more');
    for (const warning of warnings) expect(warning.length).toBeLessThan(250);
  });
});
