/** How it behaves in a terminal and in a pipe. */
import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasCommand } from '../support/peers.ts';
import {
  BINARY,
  type ErrorDocument,
  HOOK_MILLISECONDS,
  parseJson,
  runCommand,
  runWithClosed,
  Sandbox,
  STACK,
} from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

const place = new Sandbox();
beforeAll(async () => {
  await place.ok(quickPlan('mine', ...NO_FILES));
}, HOOK_MILLISECONDS);

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const COLOUR = /\u001b\[\d+m/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

describe.concurrent('control characters in an argument', () => {
  const EVIL = '\u001b[31mx\u0007\r\u009b2J\u202ey';
  const places: Readonly<Record<string, string[]>> = {
    certification: ['plan', EVIL],
    '--skill': ['plan', 'aws-mla-c02', '--skill', `${EVIL}=3`],
    level: ['plan', 'aws-mla-c02', '--skill', `python=${EVIL}`],
    '--hours': ['plan', 'aws-mla-c02', '--hours', EVIL],
    '--when': ['plan', 'aws-mla-c02', '--when', EVIL],
    '--timezone': ['plan', 'aws-mla-c02', '--timezone', EVIL],
    '--name': ['plan', 'aws-mla-c02', '--name', EVIL],
    '--out': quickPlan('new', '--out', `/dev/null/${EVIL}`),
    '--busy': ['plan', 'aws-mla-c02', '--busy', EVIL],
    '--off': ['plan', 'aws-mla-c02', '--off', EVIL],
    '--exam': ['plan', 'aws-mla-c02', '--exam', EVIL],
    '--depth': ['plan', 'aws-mla-c02', '--depth', EVIL],
    'an unknown flag': ['plan', 'aws-mla-c02', `--${EVIL}`],
    'an unknown command': [EVIL],
    session: ['show', EVIL],
    '--plan': ['show', '--plan', EVIL],
    use: ['use', EVIL],
    format: ['export', EVIL],
    '-o': ['export', 'csv', '-o', `/dev/null/${EVIL}/x`],
    done: ['done', EVIL],
    '--on': ['done', '1', '--on', EVIL],
    start: ['start', EVIL],
    when: ['move', '1', EVIL],
    score: ['score', EVIL, '70'],
    '--domain': ['score', '25', '70', '--domain', `${EVIL}=3`],
    'curriculum file': ['curriculum', 'check', EVIL],
  };

  test.each(Object.entries(places))('%s', async (_, args) => {
    const [plain, json] = await Promise.all([place.run(args), place.run([...args, '--json'])]);
    expect(plain.code).toBeGreaterThan(0);
    expect(plain.stderr).not.toMatch(CONTROL);
    expect(plain.stdout).not.toMatch(CONTROL);
    expect(plain.stderr).not.toContain('unexpected failure');
    expect(json.stderr).not.toMatch(CONTROL);
    parseJson<ErrorDocument>(json.stdout);
  });

  test('a line break cannot forge a second message', async () => {
    const forged = 'x\ncertplan: all is well';
    for (const args of [['plan', forged], ['use', forged], [forged], ['export', forged]]) {
      const { stderr } = await place.run(args);
      expect([args, stderr.match(/^certplan:/gm)?.length]).toEqual([args, 1]);
    }
  });

  test('a name of a file that was written is shown clean', async () => {
    const { stdout, stderr } = await place.ok(['export', 'csv', '-o', 'a\u001b[31mb.csv']);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(CONTROL);
    const other = new Sandbox();
    const made = await other.ok(quickPlan('evil', '--out', 'c\u001b[31md', '--no-pdf', '--no-ics'));
    expect(made.stdout + made.stderr).not.toMatch(CONTROL);
  });
});

describe.concurrent('colour', () => {
  const shown = async (env: Record<string, string>) => (await place.ok(['show'], { env })).stdout;

  test('there is none in a pipe', async () => {
    expect(await shown({ TERM: 'xterm-256color' })).not.toMatch(COLOUR);
  });
  test('FORCE_COLOR asks for it, also for messages', async () => {
    expect(await shown({ FORCE_COLOR: '1' })).toMatch(COLOUR);
    const { stderr } = await place.run(['plna'], { env: { FORCE_COLOR: '1' } });
    expect(stderr).toMatch(COLOUR);
  });
  test('FORCE_COLOR=0 forbids it', async () => {
    expect(await shown({ FORCE_COLOR: '0' })).not.toMatch(COLOUR);
  });
  test('it is never the only signal: the text is the same', async () => {
    const painted = await shown({ FORCE_COLOR: '1' });
    expect(painted.replaceAll(new RegExp(COLOUR, 'g'), '')).toBe(await shown({}));
  });
  test('JSON is never painted', async () => {
    const { stdout } = await place.ok(['show', '--json'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toMatch(COLOUR);
    parseJson(stdout);
  });

  describe.skipIf(!hasCommand('script'))('on a terminal', () => {
    const onTerminal = async (args: string, env: Record<string, string>): Promise<string> => {
      const line = `'${process.execPath}' '${BINARY}' ${args}`;
      const { stdout } = await runCommand(
        'script',
        ['-qec', line, '/dev/null'],
        place.options({ env }),
      );
      return stdout;
    };
    test('it is there', async () => {
      expect(await onTerminal('show', { TERM: 'xterm' })).toMatch(COLOUR);
    });
    test('not with NO_COLOR', async () => {
      expect(await onTerminal('show', { TERM: 'xterm', NO_COLOR: '1' })).not.toMatch(COLOUR);
    });
    test('not on a dumb terminal, which gets no glyphs either', async () => {
      const text = await onTerminal('show', { TERM: 'dumb' });
      expect(text).not.toMatch(COLOUR);
      expect(text).toMatch(ASCII);
    });
    test('a PDF is not poured over it', async () => {
      const text = await onTerminal('export pdf', { TERM: 'xterm' });
      expect(text).toContain('-o plan.pdf');
      expect(text).not.toContain('%PDF');
    });
  });
});

describe.skipIf(!hasCommand('script'))('a long step, on a terminal', () => {
  const LONG = 'plan aws-mla-c02 --hours 6 --exam 2027-03-20 --dry-run';
  const WORD = 'looking for what would fit';
  const onTerminal = async (args: string, env: Record<string, string>): Promise<string> => {
    const line = `'${process.execPath}' '${BINARY}' ${args}`;
    const options = place.options({ env: { TERM: 'xterm', ...env } });
    return (await runCommand('script', ['-qec', line, '/dev/null'], options)).stdout;
  };

  test.concurrent('is named, and the word is gone before the answer', async () => {
    const [before = '', after = ''] = (await onTerminal(LONG, {})).split(WORD);
    const erased = '\r\u001b[K';
    expect(before).toContain(erased);
    const [rest = '', answer = ''] = after.split(erased);
    expect(rest).not.toContain('\n');
    expect(answer).toContain('certplan:');
  });

  test.concurrent.each<[string, string, Record<string, string>]>([
    ['with -q', `${LONG} -q`, {}],
    ['with --json', `${LONG} --json`, {}],
    ['in CI', LONG, { CI: 'true' }],
    ['on a dumb terminal', LONG, { TERM: 'dumb' }],
    ['when stderr is no terminal', `${LONG} 2>errors`, {}],
  ])('%s it is not', async (_, args, env) => {
    expect(await onTerminal(args, env)).not.toContain(WORD);
  });
});

describe.concurrent('plain ASCII', () => {
  test.each([
    ['LC_ALL=POSIX', { LC_ALL: 'POSIX' }],
    ['latin-1', { LANG: 'de_DE.ISO-8859-1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('%s', async (_, env) => {
    expect((await place.ok(['show'], { env })).stdout).toMatch(ASCII);
  });

  test('LANG=C, every command', async () => {
    const env = { LANG: 'C' };
    const lines = [
      ['show'],
      ['show', '3'],
      ['certs'],
      ['certs', 'aws-mls-c01'],
      ['certs', 'azure-ai-103'],
      ['plans'],
      quickPlan('new', '--dry-run'),
      ['plan', 'azure-ai-103', '--hours', '8', '--what-if'],
    ];
    const outcomes = await Promise.all(lines.map((args) => place.ok(args, { env })));
    for (const [index, { stdout, stderr }] of outcomes.entries()) {
      expect([lines[index], stdout.match(/[^\n -~]/g)]).toEqual([lines[index], null]);
      expect([lines[index], stderr.match(/[^\n -~]/g)]).toEqual([lines[index], null]);
    }
  });

  test('what fits the terminal still fits when its signs are spelt out', async () => {
    for (const FORCE_COLOR of ['0', '1']) {
      for (const args of [['today'], ['week'], ['agenda']]) {
        const env = { LANG: 'C', COLUMNS: '40', CERTPLAN_NOW: '2026-11-26T18:00:00Z', FORCE_COLOR };
        const { stdout } = await place.ok(args, { env });
        for (const line of stdout.split('\n')) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no columns
          expect(line.replace(/\u001b\[\d+m/g, '').length).toBeLessThanOrEqual(40);
        }
      }
    }
  });

  test('tabs stay tabs in the lines for status bars', async () => {
    const env = { LANG: 'C', CERTPLAN_NOW: '2026-11-26T18:00:00Z' };
    const { stdout } = await place.ok(['today', '--plain'], { env });
    expect(stdout).toMatch(/^\d+\t/m);
  });

  test('help and messages, too', async () => {
    const env = { LANG: 'C' };
    const lines = [
      ['plan', '--help'],
      ['curriculum', 'check', '--help'],
      ['export', '--help'],
    ];
    for (const args of lines) {
      const { stdout } = await place.ok(args, { env });
      expect([args, stdout.match(/[^\n -~]/g)]).toEqual([args, null]);
    }
    const { stderr } = await place.run(['plan', 'a\u001bb'], { env });
    expect(stderr.match(/[^\n -~]/g)).toBeNull();
  });

  test('where the terminal has them, glyphs are used', async () => {
    expect((await place.ok(['show'])).stdout).toMatch(/█/);
    expect((await place.ok(['show'], { env: { LANG: undefined } })).stdout).toMatch(/█/);
  });
});

describe.concurrent('width', () => {
  test.each([60, 80, 120])('lines of show keep to COLUMNS=%i', async (columns) => {
    const { stdout } = await place.ok(['show'], { env: { COLUMNS: String(columns) } });
    const longest = Math.max(
      ...stdout
        .split('\n')
        .slice(2)
        .map((line) => [...line].length),
    );
    expect(longest).toBeLessThanOrEqual(Math.max(columns, 75));
  });
});

describe.concurrent('pipes', () => {
  test.each([[['show']], [['show', '--json']], [['export', 'pdf']], [['certs']], [['--help']]])(
    '%j to a reader that has gone is quiet and no failure',
    async (args) => {
      const { code, other } = await runWithClosed('stdout', args, place.options());
      expect(code).toBe(0);
      expect(other).not.toMatch(STACK);
      expect(other).not.toMatch(/EPIPE|certplan:/);
    },
  );

  test('show | head -1', async () => {
    const line = `'${process.execPath}' '${BINARY}' show | head -1`;
    const { stdout, stderr } = await runCommand('sh', ['-c', line], place.options());
    expect(stdout).toMatch(/^mine .*\n$/);
    expect(stderr).toMatch(/^(next +certplan show 1\n)?$/);
  });

  test('a stderr that nobody reads changes no exit code', async () => {
    const shown = await runWithClosed('stderr', ['show'], place.options());
    expect(shown.code).toBe(0);
    expect(shown.other).toMatch(/^mine /);
    expect((await runWithClosed('stderr', ['plan', 'nope'], place.options())).code).toBe(4);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout: exit 1 and one message', () => {
    const full = openSync('/dev/full', 'w');
    const { cwd, env } = place.options();
    for (const args of [['show'], ['export', 'json'], ['certs']]) {
      const { status, stderr } = spawnSync(process.execPath, [BINARY, ...args], {
        cwd,
        env: { ...env, CERTPLAN_NOW: '2026-11-25T12:00:00Z', LANG: 'C.UTF-8' },
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      expect([args, status]).toEqual([args, 1]);
      expect(stderr).not.toMatch(STACK);
      expect(stderr).toMatch(/^certplan: .*(disk is full|no space)/m);
    }
  });
});

describe.concurrent('habits', () => {
  test.each([[['show']], [['certs']], [['certs', 'aws-mla-c02']], [quickPlan('q', '--dry-run')]])(
    '-q silences the hint of %j, and nothing else',
    async (args) => {
      const [loud, quiet] = await Promise.all([place.ok(args), place.ok([...args, '-q'])]);
      expect(quiet.stdout).toBe(loud.stdout);
      const notes = loud.stderr.split('\n').filter((line) => line.startsWith('note'));
      expect(quiet.stderr.split('\n').filter((line) => line !== '')).toEqual(notes);
      expect(loud.stderr.length).toBeGreaterThan(quiet.stderr.length);
    },
  );

  test('--no-input is accepted everywhere', async () => {
    for (const args of [['show'], ['certs'], ['plans'], ['use', 'mine'], ['export', 'csv']]) {
      await place.ok([...args, '--no-input']);
    }
  });

  test.each([
    [[]],
    [['plan']],
    [['certs']],
    [['show']],
    [['plans']],
    [['use']],
    [['export']],
    [['curriculum']],
    [['curriculum', 'check']],
    [['curriculum', 'schema']],
  ])('help on %j: exit 0, examples first', async (command) => {
    const [long, short] = await Promise.all([
      place.ok([...command, '--help']),
      place.ok([...command, '-h']),
    ]);
    expect(long.stdout).toMatch(/^Examples:\n +\$ certplan /);
    expect(long.stdout).toContain(`Usage: ${['certplan', ...command].join(' ')}`);
    expect(long.stderr).toBe('');
    expect(short.stdout).toBe(long.stdout);
  });

  test('help COMMAND is the same as COMMAND --help', async () => {
    const [help, flag] = await Promise.all([
      place.ok(['help', 'plan']),
      place.ok(['plan', '--help']),
    ]);
    expect(help.stdout).toBe(flag.stdout);
  });

  test('help lists every option of the contract that plan has', async () => {
    const { stdout } = await place.ok(['plan', '--help']);
    const flags =
      'skill knows scored hours when start exam timezone off busy session depth cut what-if beta name out paper no-ics no-pdf no-checklist dry-run force json home no-input';
    for (const flag of flags.split(' ')) expect(stdout).toMatch(new RegExp(`--${flag}\\b`));
  });

  test('--version is the version of the package', async () => {
    const file = new URL('../../package.json', import.meta.url);
    const { version } = parseJson<{ version: string }>(readFileSync(file, 'utf8'));
    for (const flag of ['--version', '-V']) {
      expect((await place.ok([flag])).stdout).toBe(`${version}\n`);
    }
  });
});
