/** What the README tells people to type works, in the order in which it stands there. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { BINARY, parseJson, run, runCommand, Sandbox } from './run.ts';
import { expectSound, planOf } from './sample.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
const lines = blocks
  .join('\n')
  .replaceAll(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.startsWith('certplan '));

/** `certplan` on the path, as after an installation. */
function installed(place: Sandbox): { readonly PATH: string } {
  const folder = join(place.root, 'bin');
  mkdirSync(folder, { recursive: true });
  const shim = join(folder, 'certplan');
  writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${BINARY}' "$@"\n`);
  chmodSync(shim, 0o755);
  return { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

const MEETINGS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//work//EN',
  'BEGIN:VEVENT',
  'UID:standup@example.com',
  'DTSTAMP:20261101T000000Z',
  'DTSTART:20261201T190000',
  'DTEND:20261201T200000',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Tuesday call',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

test('there are recipes to try', () => {
  expect(lines.length).toBeGreaterThan(10);
});

test('every recipe ends with 0', { timeout: 120_000 }, async () => {
  const place = new Sandbox();
  // The calendar that a recipe takes for granted.
  writeFileSync(join(place.work, 'work.ics'), MEETINGS);
  const env = installed(place);
  const failures: string[] = [];
  for (const line of lines) {
    const { code, stderr } = await runCommand('sh', ['-c', line], place.options({ env }));
    if (code !== 0) failures.push(`${line}\nexit ${code}: ${stderr}`);
  }
  expect(failures).toEqual([]);
});

test('`npm start` makes a real plan, twice, the same, and touches nothing else', async () => {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = parseJson<{ scripts: Record<string, string> }>(readFileSync(file, 'utf8'));
  const start = scripts.start ?? '';
  expect(start).toMatch(/^node dist\/certplan\.js plan /);
  const place = new Sandbox();
  const line = start.replace('node dist/certplan.js', 'certplan');
  const options = place.options({ env: { ...installed(place), CERTPLAN_HOME: undefined } });
  const files = () =>
    Object.fromEntries(
      Object.entries(place.snapshot(place.work)).filter(([path]) => !path.includes('home')),
    );

  const before = Object.keys(place.snapshot()).sort();
  expect((await runCommand('sh', ['-c', line], options)).code).toBe(0);
  const first = files();
  expect(Object.keys(first).sort()).toEqual([
    'out',
    'out/sample.ics',
    'out/sample.md',
    'out/sample.pdf',
  ]);
  expect((await runCommand('sh', ['-c', line], options)).code).toBe(0);
  expect(files()).toEqual(first);
  const after = Object.keys(place.snapshot());
  expect(after.filter((path) => !path.startsWith('work/out')).sort()).toEqual(before);
  expect(readdirSync(join(place.work, 'out', 'home')).length).toBeGreaterThan(0);

  const shown = await run(['show', '--json', '--home', 'out/home'], options);
  expectSound(planOf(shown.stdout), { examGiven: null });
});
