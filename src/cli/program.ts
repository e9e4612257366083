/** Runs a command line with the full parser. Each command is loaded only when it runs. */
import { Command, CommanderError } from 'commander';
import { didYouMean } from '../curriculum/nearest.ts';
import { badInput, EXIT, type ExitCode, UserError } from '../errors.ts';
import { Context, type GlobalFlags, reportError } from './context.ts';
import { allCommands, makeProgram } from './program/make-program.ts';
import type { Wiring } from './program/wiring.ts';
import { toAscii } from './terminal/ascii.ts';
import { mayInterview } from './terminal/may-ask.ts';
import { styleFor } from './terminal/style.ts';

/**
 * Runs one command line.
 * @returns the exit code of the contract
 */
export async function run(args: readonly string[], version: string): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  // Known before parsing, so that a wrong command line is reported in the voice that was asked for.
  let flags: GlobalFlags = { json: args.includes('--json'), debug: args.includes('--debug') };

  const plain = !styleFor(process.stdout).unicode;
  const wiring: Wiring = {
    act:
      (body) =>
      async (...all) => {
        // commander hands over arguments, then options, then the command itself.
        const command: unknown = all[all.length - 1];
        if (!(command instanceof Command)) throw new TypeError('no command');
        flags = flagsOf(program, command);
        const code = await body(new Context(flags), ...all);
        if (code !== undefined) exitCode = code;
      },
  };
  const program = makeProgram(version, wiring);
  for (const command of allCommands(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => process.stdout.write(plain ? toAscii(text) : text),
      writeErr: () => {},
      outputError: () => {},
    });
  }

  try {
    if (args.length === 0) {
      program.outputHelp();
      if (mayInterview(flags)) {
        new Context(flags).hint('new here?   certplan init   asks what a plan needs, and makes it');
      }
      return EXIT.ok;
    }
    refuseHelpOnNothing(args, program);
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      return reportError(commandLineError(error), flags);
    }
    return reportError(error, flags);
  }
}

/** Flags before the command count as those behind it; where both are given, the latter. */
function flagsOf(program: Command, command: Command): GlobalFlags {
  const before: GlobalFlags = program.opts();
  const own: GlobalFlags = command.opts();
  return { ...before, ...own, input: before.input !== false && own.input !== false };
}

/** commander shows its general help for `help plna`; a typo deserves a suggestion. */
function refuseHelpOnNothing(args: readonly string[], program: Command): void {
  const [first, topic] = args;
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
  if (names.includes(topic)) return;
  throw badInput(
    'unknown-command',
    `there is no command "${topic}"${didYouMean(topic, names)}`,
    `commands are ${names.join(', ')}`,
  );
}

/** commander's own words, without its prefix, as an error of the contract. */
function commandLineError(error: CommanderError): UserError {
  const text = error.message.replace(/^error: /, '');
  // Only commander's own suggestion is a hint; a line break inside a value stays part of the message.
  const suggestion = /\n\((Did you mean [^\n]*)\)$/.exec(text)?.[1] ?? '';
  const message = suggestion === '' ? text : text.slice(0, text.lastIndexOf('\n('));
  return new UserError(
    EXIT.badInput,
    'bad-command-line',
    error.code === 'commander.help' ? 'a command is missing' : message,
    suggestion === ''
      ? 'certplan --help lists commands, certplan COMMAND --help its options'
      : suggestion,
  );
}
