/**
 * Random calendars whose busy minutes are known, because each is written from its occurrences.
 * Temporal is the judge: no code of ours and no calendar library takes part in the expectation.
 */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/time/wall-clock.ts';
import { calendar, event, read } from './calendar.ts';

const ZONES = [
  'Australia/Lord_Howe',
  'America/New_York',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Europe/Berlin',
  'floating',
  'UTC',
] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WINDOW = { from: '2027-01-10T00:00:00Z', to: '2027-11-20T00:00:00Z' };
const WINDOW_START = Date.parse(WINDOW.from) / 60_000;
const WINDOW_MINUTES = Date.parse(WINDOW.to) / 60_000 - WINDOW_START;
const LAST_DAY = Temporal.PlainDate.from('2027-11-25');

const recipe = fc.record({
  zone: fc.constantFrom(...ZONES),
  learner: fc.constantFrom('Europe/Berlin', 'Pacific/Chatham', 'America/New_York'),
  ownZone: fc.boolean(),
  start: fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -8000, max: 0 })),
      fc.constantFrom('00:00', '01:45', '02:15', '02:30', '09:00', '19:30', '23:50'),
    )
    .map(([days, time]) =>
      Temporal.PlainDate.from('2027-01-01').add({ days }).toPlainDateTime(time),
    ),
  minutes: fc.integer({ min: 1, max: 4000 }),
  frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  nth: fc.constantFrom(1, 2, 4, -1),
  end: fc.oneof(
    fc.constant({ kind: 'never' as const }),
    fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 400 }) }),
    fc.record({
      kind: fc.constant('until' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
  exdates: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 4 }),
  rdates: fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 3 }),
  overrides: fc.array(
    fc.record({
      which: fc.double({ min: 0, max: 0.999, noNaN: true }),
      moved: fc.integer({ min: -5000, max: 5000 }),
      minutes: fc.integer({ min: 0, max: 600 }),
      fate: fc.constantFrom('', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'STATUS:TENTATIVE'),
      utc: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
type Recipe = ReturnType<typeof recipe.generate>['value'];

const compact = (time: { toString(options?: object): string }): string =>
  time.toString({ smallestUnit: 'second' }).slice(0, 19).replace(/[-:]/g, '');

/** The days that the rule names from its start on, found by looking at every day. */
function ruleDays(made: Recipe): Temporal.PlainDate[] {
  const first = made.start.toPlainDate();
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const days: Temporal.PlainDate[] = [];
  for (
    let day = first;
    Temporal.PlainDate.compare(day, LAST_DAY) <= 0;
    day = day.add({ days: 1 })
  ) {
    const listed = made.weekdays.length === 0 || made.weekdays.includes(day.dayOfWeek);
    let fits: boolean;
    if (made.frequency === 'DAILY') {
      fits = first.until(day).days % made.interval === 0 && listed;
    } else if (made.frequency === 'WEEKLY') {
      const weeks = Math.floor(monday.until(day).days / 7);
      const named = made.weekdays.length === 0 ? day.dayOfWeek === first.dayOfWeek : listed;
      fits = weeks % made.interval === 0 && named;
    } else {
      const months = (day.year - first.year) * 12 + day.month - first.month;
      const fromEnd = -Math.floor((day.daysInMonth - day.day) / 7) - 1;
      const position = made.nth > 0 ? Math.floor((day.day - 1) / 7) + 1 : fromEnd;
      const named =
        made.weekdays.length === 0 ? day.day === first.day : listed && position === made.nth;
      fits = months % made.interval === 0 && named;
    }
    if (fits) days.push(day);
  }
  return days;
}

function ruleText(made: Recipe, until: string): string {
  const days = made.weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? 'MO');
  const nth = made.frequency === 'MONTHLY' ? made.nth : '';
  const parts = [`FREQ=${made.frequency}`];
  if (made.interval > 1) parts.push(`INTERVAL=${made.interval}`);
  if (days.length > 0) parts.push(`BYDAY=${days.map((day) => `${nth}${day}`).join(',')}`);
  if (made.end.kind === 'count') parts.push(`COUNT=${made.end.count}`);
  if (made.end.kind === 'until') parts.push(`UNTIL=${until}`);
  return `RRULE:${parts.join(';')}`;
}

/** The zone's real changes of the last decades, each written out as its own part. */
function zoneText(zone: string): string {
  const lines = ['BEGIN:VTIMEZONE', `TZID:Own ${zone}`];
  const offset = (time: Temporal.ZonedDateTime) => time.offset.replace(':', '');
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`1990-01-01T00:00[${zone}]`);
  let before = at;
  while (at && at.year < 2029) {
    const shownBefore = at.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    lines.push(
      'BEGIN:STANDARD',
      `DTSTART:${compact(shownBefore)}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(at)}`,
      'END:STANDARD',
    );
    before = at;
    at = at.getTimeZoneTransition('next');
  }
  return [...lines, 'END:VTIMEZONE'].join('\n');
}

/** The calendar, and which minutes of the window it makes busy. */
function build(made: Recipe): { text: string; busy: Uint8Array } {
  const zone = made.zone === 'floating' ? made.learner : made.zone;
  const own = made.ownZone && made.zone !== 'floating' && made.zone !== 'UTC';
  const tzid = own ? `Own ${zone}` : zone;
  const zoned = made.zone !== 'floating' && made.zone !== 'UTC';
  const property = (name: string, time: Temporal.PlainDateTime): string =>
    `${name}${zoned ? `;TZID=${tzid}` : ''}:${compact(time)}${made.zone === 'UTC' ? 'Z' : ''}`;
  const inUtc = (time: Temporal.PlainDateTime): string =>
    `${compact(time.toZonedDateTime(zone).withTimeZone('UTC').toPlainDateTime())}Z`;
  const epoch = (time: Temporal.PlainDateTime): number =>
    time.toZonedDateTime(zone).epochMilliseconds / 60_000;
  const busy = new Uint8Array(WINDOW_MINUTES);
  const mark = (from: number, length: number): void => {
    const start = Math.max(0, from - WINDOW_START);
    busy.fill(1, start, Math.max(start, from + length - WINDOW_START));
  };

  let days = ruleDays(made);
  const start = days[0]?.toPlainDateTime(made.start.toPlainTime()) ?? made.start;
  // Interval and month day count from the start, so it has to be a day that the rule names.
  days = ruleDays({ ...made, start });
  let untilText = '';
  if (made.end.kind === 'count') days = days.slice(0, made.end.count);
  if (made.end.kind === 'until') {
    days = days.slice(0, Math.ceil(days.length * made.end.at) || 1);
    const last = (days.at(-1) ?? start.toPlainDate()).toPlainDateTime(start.toPlainTime());
    untilText = made.zone === 'floating' ? compact(last) : inUtc(last);
  }
  const times = days.map((day) => day.toPlainDateTime(start.toPlainTime()));
  if (times.length === 0) times.push(start);
  const pick = (share: number) => times[Math.floor(share * times.length)] ?? start;

  const gone = new Set<string>();
  const extra = made.rdates.map((minutes) =>
    Temporal.PlainDateTime.from('2027-01-10T00:00').add({ minutes }),
  );
  const lines = ['UID:series', property('DTSTART', start), `DURATION:PT${made.minutes}M`];
  lines.push(ruleText(made, untilText));
  for (const share of made.exdates) {
    gone.add(pick(share).toString());
    lines.push(property('EXDATE', pick(share)));
  }
  for (const time of extra) lines.push(property('RDATE', time));

  const events: string[] = [];
  const changed = new Set<string>();
  for (const { which, moved, minutes, fate, utc } of made.overrides) {
    const original = pick(which);
    if (changed.has(original.toString())) continue;
    changed.add(original.toString());
    gone.add(original.toString());
    const to = original.add({ minutes: moved });
    const id =
      utc && zoned ? `RECURRENCE-ID:${inUtc(original)}` : property('RECURRENCE-ID', original);
    const body = ['UID:series', id, property('DTSTART', to), `DURATION:PT${minutes}M`];
    events.push(event(...body, ...(fate === '' ? [] : [fate])));
    if (fate === '' || fate === 'STATUS:TENTATIVE') mark(epoch(to), minutes);
  }
  events.splice(Math.floor(events.length / 2), 0, event(...lines));

  const goneAt = new Set([...gone].map((time) => epoch(Temporal.PlainDateTime.from(time))));
  for (const time of [...times, ...extra]) {
    if (!goneAt.has(epoch(time))) mark(epoch(time), made.minutes);
  }
  return { text: calendar(...(own ? [zoneText(zone)] : []), ...events), busy };
}

describe('a random calendar', () => {
  it('is read to the minute as it was meant', () => {
    fc.assert(
      fc.property(recipe, (made) => {
        const { text, busy } = build(made);
        const { spans, warnings } = read(text, { ...WINDOW, clock: zoneClock(made.learner) });
        expect(warnings).toEqual([]);
        const found = new Uint8Array(WINDOW_MINUTES);
        for (const { start, end } of spans) found.fill(1, start - WINDOW_START, end - WINDOW_START);
        const wrong = found.findIndex((minute, index) => minute !== busy[index]);
        if (wrong >= 0) {
          const when = new Date((WINDOW_START + wrong) * 60_000).toISOString();
          throw new Error(`${when} is ${found[wrong] ? 'busy' : 'free'} in\n${text.slice(-1500)}`);
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
