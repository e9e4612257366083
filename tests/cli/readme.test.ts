/** What the README tells people to type works, in the order in which it stands there. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { BINARY, NOW, parseJson, run, runCommand, Sandbox } from './run.ts';
import { expectSound, planOf } from './sample.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** Commands without their line breaks. */
const joined = (text: string): string => text.replaceAll(/\\\n\s*/g, ' ');

/** Two weeks into the plan that the README shows: from this section on it is lived with. */
const LIVED_FROM = '\n## Every day\n';
const LATER = '2026-12-09T17:00:00Z';

const recipesOf = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => joined(block).split('\n'))
    .filter((line) => line.startsWith('certplan '));

const [making = '', living = ''] = readme.split(LIVED_FROM);
const recipes = [
  ...recipesOf(making).map((line) => ({ line, now: NOW })),
  ...recipesOf(living).map((line) => ({ line, now: LATER })),
];

/** The command of the README's first lines, and what it is said to answer. */
function sampleOf(): { readonly command: string; readonly answer: readonly string[] } {
  const [, block = ''] = /^```\n\$ ([\s\S]*?)^```/m.exec(readme) ?? [];
  const [command = '', ...answer] = joined(block).trimEnd().split('\n');
  return { command, answer };
}

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

/** Ticks one task in a file, as an app or an editor does. */
function tick(place: Sandbox, name: string, session: number): void {
  const text = place.read(name);
  const ticked = name.endsWith('.md')
    ? text.replace(`- [ ] **${session}**`, `- [x] **${session}**`)
    : text.replace(
        new RegExp(`(SUMMARY:${session} ·[\\s\\S]*?)STATUS:NEEDS-ACTION`),
        '$1STATUS:COMPLETED',
      );
  expect(ticked, `session ${session} has a box in ${name}`).not.toBe(text);
  writeFileSync(join(place.work, name), ticked);
}

test('there are recipes for making plans and for living with them', () => {
  const words = recipes.map(({ line }) => line.split(' ')[1]);
  for (const command of [
    ...[
      'plan',
      'show',
      'today',
      'week',
      'agenda',
      'done',
      'start',
      'stop',
      'skip',
      'move',
      'score',
    ],
    ...[
      'status',
      'replan',
      'adjust',
      'history',
      'undo',
      'export',
      'import',
      'doctor',
      'plans',
      'use',
    ],
    ...['certs', 'recommend', 'curriculum', 'completion'],
  ]) {
    expect(words).toContain(command);
  }
});

test('the sample is what the command answers, and every recipe ends with 0', {
  timeout: 240_000,
}, async () => {
  const place = new Sandbox();
  // The calendar that a recipe takes for granted.
  writeFileSync(join(place.work, 'work.ics'), MEETINGS);
  // And the job postings.
  writeFileSync(
    join(place.work, 'posting-1.txt'),
    'ML engineer: Python, SageMaker and Glue on AWS',
  );
  writeFileSync(join(place.work, 'posting-2.txt'), 'Data scientist: statistics, notebooks, SQL');
  const path = installed(place);
  const type = (line: string, now: string) =>
    runCommand('sh', ['-c', line], place.options({ env: { ...path, CERTPLAN_NOW: now } }));

  const sample = sampleOf();
  const made = await type(sample.command, NOW);
  expect(made).toMatchObject({ code: 0, stderr: expect.not.stringContaining('your windows') });
  let rest = made.stdout.split('\n');
  for (const line of sample.answer.filter((text) => text.trim() !== '…')) {
    expect(rest).toContain(line);
    rest = rest.slice(rest.indexOf(line) + 1);
  }

  const failures: string[] = [];
  const answers = new Map<string, string>();
  for (const { line, now } of recipes) {
    if (line === 'certplan import tasks.ics') tick(place, 'tasks.ics', 30);
    if (line === 'certplan import aws-mla-c02.md') tick(place, 'aws-mla-c02.md', 33);
    const { code, stdout, stderr } = await type(line, now);
    if (code !== 0) failures.push(`${line}\nexit ${code}: ${stderr}`);
    answers.set(line, stdout);
  }
  expect(failures).toEqual([]);
  expect(answers.get('certplan today')).toContain('certplan replan');
  expect(answers.get('certplan replan --dry-run')).toContain('missed');
  expect(answers.get('certplan import tasks.ics')).toContain('done (30)');
  expect(answers.get('certplan import aws-mla-c02.md')).toContain('done (33)');
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
