/** `--busy FILE.ics`: the calendar of someone's life, good or broken. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Sandbox } from './run.ts';
import { expectSound, planOf, quickPlan } from './sample.ts';

const place = new Sandbox();

const event = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${lines.join('').length}-${lines[0]}`,
  'DTSTAMP:20261101T000000Z',
  ...lines,
  'END:VEVENT',
];

function calendar(name: string, ...events: string[][]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events.flat()];
  writeFileSync(join(place.work, name), [...lines, 'END:VCALENDAR', ''].join('\r\n'));
  return name;
}

const CHOIR = event(
  'DTSTART:20261126T180000Z',
  'DTEND:20261126T193000Z',
  'RRULE:FREQ=WEEKLY;COUNT=30',
  'SUMMARY:choir',
);
const TRIP = event('DTSTART;VALUE=DATE:20261205', 'DTEND;VALUE=DATE:20261213', 'SUMMARY:trip');

/** The same two, as pairs of instants, in the words of the test and not of the program. */
const BUSY: (readonly [string, string])[] = [
  ...Array.from({ length: 30 }, (_, week) => {
    const from = Date.parse('2026-11-26T18:00:00Z') + week * 7 * 86_400_000;
    return [new Date(from).toISOString(), new Date(from + 90 * 60_000).toISOString()] as const;
  }),
  ['2026-12-04T23:00:00Z', '2026-12-12T23:00:00Z'],
];

const overlaps = (session: { start: string; end: string }): boolean =>
  BUSY.some(
    ([from, to]) =>
      Date.parse(session.start) < Date.parse(to) && Date.parse(session.end) > Date.parse(from),
  );

test('sessions avoid busy times, from several files', async () => {
  const line = quickPlan('x', '--dry-run', '--json');
  const free = planOf((await place.ok(line)).stdout);
  expect(free.sessions.some(overlaps)).toBe(true);
  const files = ['--busy', calendar('choir.ics', CHOIR), '--busy', calendar('trip.ics', TRIP)];
  const busy = planOf((await place.ok([...line, ...files])).stdout);
  expect(busy.sessions.filter(overlaps)).toEqual([]);
  expect(busy.warnings.filter(({ code }) => code === 'busy-file')).toEqual([]);
  expectSound(busy, { examGiven: null, busy: BUSY });
});

test('a broken event is named with its line and left out, the others count', async () => {
  const broken = event('DTSTART:2026113xT190000', 'DTEND:20261130T210000Z', 'SUMMARY:broken');
  const file = calendar('broken.ics', CHOIR, broken, TRIP);
  const { stdout, stderr } = await place.ok(quickPlan('x', '--dry-run', '--json', '--busy', file));
  const plan = planOf(stdout);
  const about = plan.warnings.filter(({ code }) => code === 'busy-file');
  expect(about).toHaveLength(1);
  expect(about[0]?.message).toMatch(/^broken\.ics:15: .*2026113xT190000/);
  expect(stderr).toContain(about[0]?.message ?? '?');
  expect(plan.sessions.filter(overlaps)).toEqual([]);
});

test('control characters of a calendar do not reach the terminal', async () => {
  const nasty = event('DTSTART:\u001b[31m2026\u0007', 'SUMMARY:\u001b]0;title\u0007');
  const { stderr } = await place.ok(
    quickPlan('x', '--dry-run', '--busy', calendar('nasty.ics', nasty)),
  );
  expect(stderr).toContain('nasty.ics:');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test.each([
  ['no calendar', 'hello', /bad\.ics:1: this is not a calendar/],
  ['an empty file', '', /bad\.ics:1: the file is empty/],
])('%s: exit 2', async (_, content, message) => {
  writeFileSync(join(place.work, 'bad.ics'), content);
  const before = place.snapshot();
  const { code, stdout, stderr } = await place.run(quickPlan('x', '--busy', 'bad.ics'));
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/export the calendar as an \.ics/);
  expect(place.snapshot()).toEqual(before);
});

test.each([
  ['a missing file', 'nowhere.ics'],
  ['a folder', '.'],
])('%s: exit 2', async (_, file) => {
  const before = place.snapshot();
  const { code, stderr } = await place.run(quickPlan('x', '--busy', file));
  expect(code).toBe(2);
  expect(stderr).toMatch(
    new RegExp(`^certplan: --busy: cannot read "?${file.replace('.', '\\.')}`),
  );
  expect(place.snapshot()).toEqual(before);
});
