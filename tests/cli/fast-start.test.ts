/** The quick way into everyday commands answers letter for letter as the full parser does. */
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FAST_COMMANDS, matchFast } from '../../src/cli/fast/grammar.ts';
import { makeProgram } from '../../src/cli/program/make-program.ts';
import { HOOK_MILLISECONDS, parseJson, Sandbox } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

const place = new Sandbox();
beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
  await place.ok(quickPlan('other', ...NO_FILES));
}, HOOK_MILLISECONDS);

const LATER = { CERTPLAN_NOW: '2026-12-08T12:00:00Z' };

/** In a copy of the home, so that the second run finds what the first one found. */
async function answer(args: readonly string[], env: Record<string, string>) {
  const home = mkdtempSync(join(place.root, 'copy-'));
  cpSync(place.home, home, { recursive: true });
  const all = { ...LATER, ...env, CERTPLAN_HOME: home };
  const { code, stdout, stderr } = await place.run(args, { env: all });
  // Where the copy lies is no part of the answer.
  return { code, stdout: stdout.replaceAll(home, 'HOME'), stderr: stderr.replaceAll(home, 'HOME') };
}

const LINES: readonly string[] = [
  'today',
  'today --plain',
  'today --json',
  'today tomorrow',
  'week -q',
  'agenda --days 3',
  'agenda --days 0',
  'agenda --days=3',
  'agenda --days 999',
  'agenda --month 2026-12',
  'agenda --month',
  'done 1',
  'done 1 2-3 --minutes 40 --felt hard --json',
  'done 1 --felt dreadful',
  'done one',
  'done 9-2',
  'done',
  'done 4000',
  'done 1 --on 2026-12-01',
  'done 1 --on someday',
  'done 1 --minutes 0',
  'start 1',
  'start 1 2',
  'stop',
  'stop --not-done',
  'skip 2 --why known',
  'skip 2 --why',
  'undo',
  'status',
  'status --json',
  'show',
  'show 3',
  'show 03',
  'show 0',
  'show 3 --json -q',
  'show three',
  'show 3 4',
  'show 9999',
  'show --json --plan other',
  'show --plan nobody',
  'show --plan=other 2',
  'show --plan',
  'show -- 3',
  'show --help',
  'show -qh',
  'show --jsn',
  'export ics',
  'export html',
  'export checklist -q',
  'export csv --plan other',
  'export json --json',
  'export todo -o -',
  'export anki -o deck.txt',
  'export anki -o deck.txt --json',
  'export ics --json',
  'export ics -o nowhere/plan.ics',
  'export pdf --paper letter',
  'export csv --paper a3',
  'export icz',
  'export',
  'export ics --alarm 30',
  'export checklist --template org',
  'export csv --template org',
  'certs',
  'certs aws-mla-c02',
  'certs aws-mla-c99',
  'certs --json',
  'plans',
  'plans --json',
  'use other',
  'use nobody',
  'use UPPER',
  'use',
  '--json show 3',
  '--plan other show 2',
  '--plan other show 2 --plan mine',
  '-q certs',
  '--json --plan nobody show',
  '--no-input show 3',
  '--home /nowhere show',
  '--json',
  '--plan',
  '--json nothing',
  'plan aws-mla-c02 --hours 9 --dry-run',
  'plan aws-mla-c02 --hours 9 --dry-run --json',
  'plan azure-ai-102 --hours 20 --name new --no-pdf --out out',
  'plan azure-ai-102 --hours 20 --name new --no-pdf --no-ics --out other --busy nothing.ics',
  'plan azure-ai-102 --what-if',
  'plan aws-mla-c99',
  'plan',
  'plan --help',
  'plan aws-mla-c02 --hours 99',
  'plan aws-mla-c02 --name mine',
];

describe.concurrent('both ways answer the same', () => {
  test.each(LINES)('certplan %s', async (line) => {
    const args = line.split(' ');
    const [fast, full] = await Promise.all([
      answer(args, {}),
      answer(args, { CERTPLAN_NO_FAST_START: '1' }),
    ]);
    expect(fast).toEqual(full);
  });
});

describe('the quick way', () => {
  const program = makeProgram('0', { act: () => async () => {} });

  test.each(Object.entries(FAST_COMMANDS))('knows of %s only what there is', (name, form) => {
    const command = program.commands.find((candidate) => candidate.name() === name);
    const flags = command?.options.flatMap(({ long, short }) => [long, short]);
    for (const option of Object.keys(form.options)) expect(flags).toContain(option);
    const declared = command?.registeredArguments ?? [];
    expect(form.operands.least).toBe(declared.filter(({ required }) => required).length);
    expect(form.operands.most).toBe(
      declared.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : declared.length,
    );
  });

  test.each(['show 3', '--json show 3', 'done 1 2 --felt hard', 'certs aws-mla-c02 -q'])(
    'takes "%s"',
    (line) => {
      expect(matchFast(line.split(' '))).not.toBeNull();
    },
  );

  test.each(['plan aws-mla-c02', 'show --help', 'show x', 'help show', '', 'toString', '-q'])(
    'leaves "%s" to the full parser',
    (line) => {
      expect(matchFast(line.split(' '))).toBeNull();
    },
  );
});

describe('flags before the command', () => {
  test('count as those behind it', async () => {
    const before = await place.ok(['--json', '--plan', 'other', 'show']);
    const behind = await place.ok(['show', '--json', '--plan', 'other']);
    expect(before.stdout).toBe(behind.stdout);
    expect(planOf(before.stdout).name).toBe('other');
  });

  test('also for commands that have no quick way', async () => {
    const { stdout } = await place.ok(['--plan', 'other', 'export', 'json']);
    expect(planOf(stdout).name).toBe('other');
    const nested = await place.ok(['--json', 'curriculum', 'check']);
    expect(parseJson<{ schema: string }>(nested.stdout).schema).toBe('certplan.curriculum-check/1');
  });

  test('where both are given, the one behind the command holds', async () => {
    const { stdout } = await place.ok(['--plan', 'mine', 'export', 'json', '--plan', 'other']);
    expect(planOf(stdout).name).toBe('other');
  });

  test('a flag of a command is none of the program', async () => {
    expect((await place.run(['--days', '3', 'agenda'])).code).toBe(2);
  });
});
