/** What every command is registered with. */
import { type Command, Option } from 'commander';
import type { ExitCode } from '../../errors.ts';
import type { Context } from '../context.ts';
import { notEmpty } from './option-values.ts';

export interface Wiring {
  /** Runs the body with the flags of the whole command line; its result is the exit code. */
  act<A extends unknown[]>(
    body: (context: Context, ...args: A) => Promise<ExitCode | void>,
  ): (...args: A) => Promise<void>;
}

/** Flags that every command has; commander needs them on each to accept them anywhere. */
export const withGlobals = (command: Command): Command =>
  command
    .option('--json', 'one JSON document on stdout')
    .option('-q, --quiet', 'no hints')
    .option(
      '--home <dir>',
      'where plans are kept (else CERTPLAN_HOME, else the data folder)',
      notEmpty,
    )
    .option('--plan <name>', 'which plan (else the one in use)')
    .option('--no-input', 'never ask')
    .addOption(new Option('--debug', 'show where an unexpected failure came from'));

export const examples = (...lines: string[]): string =>
  `Examples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
