/** The completion scripts, in the shells themselves. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandWords, everyCommand, type Values } from '../../src/cli/completion/words.ts';
import { makeProgram } from '../../src/cli/program/make-program.ts';
import { describePeer } from '../support/peers.ts';
import { BINARY, HOOK_MILLISECONDS, parseJson, runCommand, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();
const bin = join(place.root, 'bin');
const PATH = `${bin}:${process.env.PATH}`;

beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
  await place.ok(quickPlan('other', ...NO_FILES));
  mkdirSync(bin);
  const shim = `#!/bin/sh\nexec ${process.execPath} ${BINARY} "$@"\n`;
  writeFileSync(join(bin, 'certplan'), shim);
  chmodSync(join(bin, 'certplan'), 0o755);
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = await place.ok(['completion', shell]);
    writeFileSync(join(place.root, `certplan.${shell}`), stdout);
  }
  mkdirSync(join(place.work, 'lists'));
  for (const name of ['busy.ics', 'notes.txt', 'ticks.md']) {
    writeFileSync(join(place.work, name), '');
  }
}, HOOK_MILLISECONDS);

/** What each shell offers behind the line; the last word is what is being typed. */
type Complete = (words: readonly string[]) => Promise<string[]>;

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const bash: Complete = async (words) => {
  const script = `
    source ${place.root}/certplan.bash
    COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
    _certplan
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const args = ['--norc', '-c', script, 'bash', 'certplan', ...words];
  const { stdout, stderr } = await runCommand('bash', args, place.options({ env: { PATH } }));
  expect(stderr).toBe('');
  return lines(stdout);
};

const fish: Complete = async (words) => {
  const line = ['certplan', ...words].join(' ');
  const script = `source ${place.root}/certplan.fish; complete -C "${line}"`;
  const args = ['--no-config', '-c', script];
  const { stdout, stderr } = await runCommand('fish', args, place.options({ env: { PATH } }));
  expect(stderr).toBe('');
  return lines(stdout).map((found) => found.split('\t')[0] ?? '');
};

const zsh: Complete = async (words) => {
  const capture = fileURLToPath(new URL('./capture.zsh', import.meta.url));
  const line = ['certplan', ...words].join(' ');
  const args = ['-f', capture, place.root, line];
  const { stdout } = await runCommand('zsh', args, place.options({ env: { PATH } }));
  return lines(stdout.replaceAll('\r', ''));
};

function promises(complete: Complete): void {
  test('commands', async () => {
    const found = await complete(['']);
    expect(found).toEqual(
      expect.arrayContaining(['plan', 'today', 'done', 'status', 'curriculum']),
    );
    expect(found).not.toContain('__complete');
    expect(await complete(['sta'])).toEqual(expect.arrayContaining(['start', 'status']));
  });

  test('subcommands', async () => {
    const found = await complete(['curriculum', '']);
    expect(found).toEqual(expect.arrayContaining(['check', 'schema']));
  });

  test('options of the command, and no others', async () => {
    const found = await complete(['done', '--']);
    expect(found).toEqual(expect.arrayContaining(['--minutes', '--felt', '--on', '--json']));
    expect(found).not.toContain('--depth');
  });

  test('the choices of an option', async () => {
    const found = await complete(['plan', 'aws-mla-c02', '--depth', '']);
    expect(found.sort()).toEqual(['essential', 'standard', 'thorough']);
  });

  test('numbers of sessions', async () => {
    expect(await complete(['show', ''])).toEqual(expect.arrayContaining(['1', '2', '12']));
    expect(await complete(['done', '1', '1'])).toEqual(expect.arrayContaining(['1', '12']));
  });

  test('names of plans, of the home that is named', async () => {
    expect((await complete(['use', ''])).sort()).toEqual(['mine', 'other']);
    expect((await complete(['show', '--plan', 'o'])).filter(Boolean)).toEqual(['other']);
    expect(await complete(['--home', '/nowhere', 'use', ''])).toEqual([]);
  });

  test('certifications', async () => {
    const found = await complete(['plan', 'a']);
    expect(found).toEqual(expect.arrayContaining(['aws-mla-c02', 'azure-ai-103']));
    expect(await complete(['certs', 'aws-mla'])).toEqual(['aws-mla-c02']);
  });

  test('formats of an export', async () => {
    const found = await complete(['export', '']);
    expect(found).toEqual(expect.arrayContaining(['ics', 'pdf', 'checklist']));
  });

  test('files of the kind that an option takes', async () => {
    const found = await complete(['plan', 'aws-mla-c02', '--busy', '']);
    const placeOf = (name: string) => found.findIndex((candidate) => candidate.includes(name));
    expect(placeOf('busy.ics')).toBeGreaterThanOrEqual(0);
    // fish has its own mind: other files come behind.
    if (placeOf('notes.txt') >= 0)
      expect(placeOf('notes.txt')).toBeGreaterThan(placeOf('busy.ics'));
  });

  test('behind flags before the command', async () => {
    expect(await complete(['--plan', 'other', '--json', 'certs', 'aws-mla'])).toEqual([
      'aws-mla-c02',
    ]);
  });
}

describePeer('bash', () => {
  promises(bash);

  test('a value behind "=", which bash makes a word of its own', async () => {
    expect(await bash(['done', '1', '--felt', '=', 'h'])).toEqual(['hard']);
    expect(await bash(['show', '--plan', '=', 'other', '--js'])).toEqual(['--json']);
  });
});
describePeer('zsh', () => promises(zsh));
describePeer('fish', () => {
  promises(fish);

  test('sessions come with their titles', async () => {
    const script = `source ${place.root}/certplan.fish; complete -C "certplan show "`;
    const options = place.options({ env: { PATH } });
    const { stdout } = await runCommand('fish', ['--no-config', '-c', script], options);
    const title = (await place.ok(['show', '2', '--json'])).stdout;
    expect(stdout).toContain(`2\t${parseJson<{ title: string }>(title).title}`);
  });
});

describe('what the scripts ask', () => {
  test('open sessions come first, closed ones say what they are', async () => {
    const own = new Sandbox();
    await own.ok(quickPlan('mine', ...NO_FILES));
    await own.ok(['done', '1']);
    const found = lines((await own.ok(['__complete', 'sessions'])).stdout);
    expect(found[0]).toMatch(/^(?!1\t)\d+\t\S/);
    expect(found.at(-1)).toMatch(/^1\tdone: /);
  });

  test('whatever is wrong, nothing is said', async () => {
    const nowhere = { env: { CERTPLAN_HOME: '/nowhere' } };
    const broken = new Sandbox();
    mkdirSync(join(broken.home, 'plans'));
    writeFileSync(broken.journal('mine'), 'rubbish\n');
    for (const outcome of [
      await place.run(['__complete', 'sessions'], nowhere),
      await place.run(['__complete', 'plans'], nowhere),
      await place.run(['__complete', 'weather']),
      await place.run(['__complete', 'sessions', '--plan', 'nobody']),
      await broken.run(['__complete', 'sessions']),
    ]) {
      expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([0, '', '']);
    }
  });

  test('another shell: exit 2, and the three are named', async () => {
    const { code, stderr } = await place.run(['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});

describe('every value has a kind', () => {
  const program = commandWords(makeProgram('0', { act: () => async () => {} }));
  const commands = everyCommand(program);

  /** What nobody can complete; a new operand has to be put here or be given a kind. */
  const MADE_UP = ['move when', 'score percent', 'curriculum new id'];

  test('operands', () => {
    const text = commands.flatMap(({ path, operands }) =>
      operands.filter(({ values }) => values.kind === 'text').map(({ name }) => `${path} ${name}`),
    );
    expect(MADE_UP).toEqual(expect.arrayContaining(text));
  });

  test.each<[string, string, Values['kind']]>([
    ['plan', '--out', 'folders'],
    ['plan', '--busy', 'files'],
    ['plan', '--paper', 'words'],
    ['export', '--output', 'files'],
    ['show', '--plan', 'plans'],
    ['show', '--home', 'folders'],
  ])('%s %s: %s', (path, name, kind) => {
    const options = commands.find((command) => command.path === path)?.options ?? [];
    expect(options.find(({ names }) => names.includes(name))?.values?.kind).toBe(kind);
  });

  test('the scripts name every command of the help', () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const script = readFileSync(join(place.root, `certplan.${shell}`), 'utf8');
      for (const { name } of commands) expect(script).toContain(name);
    }
  });
});
