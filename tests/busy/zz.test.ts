/** The same calendars read by python3-icalendar and expanded by dateutil: do we agree? */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSpans } from '../../src/busy/spans.ts';
import { zoneClock } from '../../src/time/wall-clock.ts';
import { describePeer, hasCommand } from '../support/peers.ts';
import { calendar, event, read, shown } from './calendar.ts';

// Debian's own Python, where python3-icalendar and python3-dateutil install.
const PYTHON = '/usr/bin/python3';
const WINDOW = { from: '2027-01-01T00:00:00Z', to: '2028-03-01T00:00:00Z' };

/**
 * Rules that go beyond the random calendars. Left out is what dateutil reads in its own way:
 * BYSETPOS by week (its first week begins at the start) and BYWEEKNO without BYDAY; and BYDAY with
 * two digits, which icalendar 4 drops.
 */
const RULES = [
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=1,6,10;BYDAY=2TU',
  'FREQ=YEARLY;BYMONTH=3,11;BYMONTHDAY=-1,13',
  'FREQ=YEARLY;BYDAY=9MO,-3FR',
  'FREQ=YEARLY;BYYEARDAY=1,59,60,-1,-100',
  'FREQ=YEARLY;BYWEEKNO=1,20,52,-1;BYDAY=MO,SU',
  'FREQ=YEARLY;BYWEEKNO=53,1;BYDAY=TH;WKST=SU',
  'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,100,-1',
  'FREQ=YEARLY;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2,3',
  'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
  'FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,6,9;BYMONTHDAY=31,-2',
  'FREQ=MONTHLY;BYHOUR=8,20;BYMINUTE=0,45;BYMONTHDAY=1;BYSETPOS=2,-1',
  'FREQ=MONTHLY;BYDAY=5SU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO',
  'FREQ=WEEKLY;BYMONTH=2,7;BYDAY=WE',
  'FREQ=DAILY;BYMONTH=1,8;BYDAY=MO,FR;BYHOUR=7,19',
  'FREQ=DAILY;INTERVAL=10;BYMONTHDAY=1,5,10,15,20,25,30',
  'FREQ=HOURLY;INTERVAL=7;BYDAY=MO',
  'FREQ=HOURLY;BYHOUR=2,3;BYMONTHDAY=28,31',
  'FREQ=MINUTELY;INTERVAL=45;BYHOUR=9,10;BYDAY=TH',
] as const;
const ENDS = ['', ';COUNT=7', ';COUNT=90', ';UNTIL=20270915T080000Z'] as const;
const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin', 'UTC', 'whole days'];

const pad = (value: number): string => String(value).padStart(2, '0');

const cases = fc.record({
  rule: fc.constantFrom(...RULES),
  end: fc.constantFrom(...ENDS),
  zone: fc.constantFrom(...ZONES),
  learner: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu'),
  year: fc.integer({ min: 1999, max: 2027 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minutes: fc.constantFrom(30, 60, 1500),
  moved: fc.integer({ min: 0, max: 23 }),
});

function textOf(made: ReturnType<typeof cases.generate>['value']): string {
  const date = (day: number) => `${made.year}${pad(made.month)}${pad(day)}`;
  const whole = made.zone === 'whole days';
  const timed = /HOURLY|MINUTELY|BYHOUR/.test(made.rule);
  // Without a time of day neither hours nor a UTC end make sense.
  const end = whole ? made.end.replace(/T\d+Z/, '') : made.end;
  const rule = whole && timed ? 'FREQ=DAILY;INTERVAL=3' : made.rule;
  const at = (name: string, day: number, hour: number): string => {
    if (whole) return `${name};VALUE=DATE:${date(day)}`;
    const time = `${date(day)}T${pad(hour)}1500`;
    return made.zone === 'UTC' ? `${name}:${time}Z` : `${name};TZID=${made.zone}:${time}`;
  };
  const length = whole ? 'DURATION:P2D' : `DURATION:PT${made.minutes}M`;
  return calendar(
    'PRODID:-//certplan//tests//EN',
    event(
      'UID:series',
      at('DTSTART', made.day, made.hour),
      length,
      `RRULE:${rule}${end}`,
      at('RDATE', Math.max(1, made.day - 1), made.hour),
      at('EXDATE', Math.min(28, made.day + 7), made.hour),
    ),
    event(
      'UID:series',
      at('RECURRENCE-ID', made.day, made.hour),
      at('DTSTART', made.day, made.moved),
      length,
    ),
  );
}

describePeer(
  'python3-icalendar and dateutil',
  () => {
    it('find the same busy times in 300 calendars', () => {
      const made = fc.sample(cases, { seed: 7, numRuns: 5000 });
      const [from, to] = [Date.parse(WINDOW.from) / 60_000, Date.parse(WINDOW.to) / 60_000];
      const input = made.map((item) => ({ text: textOf(item), learner: item.learner, from, to }));
      const script = fileURLToPath(new URL('expand_with_dateutil.py', import.meta.url));
      const run = spawnSync(PYTHON, [script], {
        input: JSON.stringify(input),
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      expect(run.stderr).toBe('');
      const answers: [number, number][][] = JSON.parse(run.stdout);
      expect(answers).toHaveLength(made.length);
      let stretches = 0;
      for (const [index, { text, learner }] of input.entries()) {
        const clock = zoneClock(learner);
        const { spans, warnings } = read(text, { ...WINDOW, clock });
        expect(warnings).toEqual([]);
        const theirs = (answers[index] ?? []).map(([start, end]) => ({ start, end }));
        expect(shown(spans, clock), text).toEqual(shown(mergeSpans(theirs), clock));
        stretches += spans.length;
      }
      expect(stretches).toBeGreaterThan(2000);
    });
  },
  hasCommand(PYTHON, ['-c', 'import icalendar, dateutil']),
);
