/** The manual page: nothing of the help is missing, and those who read such pages accept it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandWords, everyCommand } from '../../src/cli/completion/words.ts';
import { makeProgram } from '../../src/cli/program/make-program.ts';
import { EXIT } from '../../src/errors.ts';
import { describePeer, hasCommand } from '../support/peers.ts';
import { runCommand, Sandbox } from './run.ts';

const PAGE = fileURLToPath(new URL('../../dist/certplan.1', import.meta.url));
const page = readFileSync(PAGE, 'utf8');
const text = page.replaceAll('\\-', '-').replaceAll(/\\f[BIR]/g, '');
const place = new Sandbox();

describe('the manual page holds', () => {
  const commands = everyCommand(commandWords(makeProgram('0', { act: () => async () => {} })));
  const leaves = commands.filter(
    ({ subcommands, name }) => subcommands.length === 0 && name !== 'help',
  );

  test.each(leaves.map((command) => [command.path, command] as const))('%s', (path, command) => {
    expect(text).toMatch(new RegExp(`^\\.SS "${path}[ "]`, 'm'));
    for (const { names } of command.options) {
      for (const name of names) expect(text).toMatch(new RegExp(`^(-\\w, )?${name}\\b`, 'm'));
    }
  });

  test('every exit code, and what decides where things are', () => {
    const codes = text.slice(text.indexOf('.SH EXIT STATUS'), text.indexOf('.SH ENVIRONMENT'));
    for (const code of Object.values(EXIT)) expect(codes).toContain(`.TP\n${code}\n`);
    for (const name of ['CERTPLAN_HOME', 'CERTPLAN_NOW', 'SOURCE_DATE_EPOCH', 'NO_COLOR']) {
      expect(text.slice(text.indexOf('.SH ENVIRONMENT'))).toContain(name);
    }
    expect(text.slice(text.indexOf('.SH FILES'))).toContain('plans/NAME.jsonl');
  });

  test('examples, and no command that is for scripts only', () => {
    expect(text).toContain('certplan done 12 --felt hard');
    expect(text).not.toContain('__complete');
  });
});

describePeer(
  'mandoc',
  () => {
    test('finds no fault', async () => {
      const { stdout, stderr } = await runCommand('mandoc', ['-T', 'lint', '-W', 'warning', PAGE], {
        cwd: place.work,
      });
      expect(stdout + stderr).toBe('');
    });
  },
  hasCommand('sh', ['-c', 'command -v mandoc']),
);

describePeer('groff', () => {
  test('warns of nothing', async () => {
    const args = ['-man', '-Tutf8', '-ww', '-z', PAGE];
    const { code, stderr } = await runCommand('groff', args, { cwd: place.work });
    expect([code, stderr]).toEqual([0, '']);
  });
});
