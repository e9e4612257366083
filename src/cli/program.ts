/** The table of contents: every command with its options. Each is loaded only when it runs. */
import { Command, CommanderError } from 'commander';
import { didYouMean } from '../curriculum/nearest.ts';
import { badInput, EXIT, type ExitCode, UserError } from '../errors.ts';
import { Context, type GlobalFlags, reportError } from './context.ts';
import { addCurriculum } from './program/curriculum.ts';
import { addDaily } from './program/daily.ts';
import { addPlan } from './program/plan.ts';
import { addProgress } from './program/progress.ts';
import { addReaders } from './program/readers.ts';
import { examples, type Wiring } from './program/wiring.ts';
import { toAscii } from './terminal/ascii.ts';
import { styleFor } from './terminal/style.ts';

/**
 * Runs one command line.
 * @returns the exit code of the contract
 */
export async function run(args: readonly string[], version: string): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  // Known before parsing, so that a wrong command line is reported in the voice that was asked for.
  let flags: GlobalFlags = { json: args.includes('--json'), debug: args.includes('--debug') };

  const program = new Command('certplan')
    .description(
      'A study plan for cloud AI certifications, made for what you know and when you can.',
    )
    .version(version, '-V, --version', 'the version')
    .helpOption('-h, --help', 'help')
    .helpCommand('help [command]', 'help on a command')
    .showSuggestionAfterError(true)
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'before',
      examples(
        'certplan plan aws-mla-c02 --skill python=3,apis=2,iam=2,statistics=1 --hours 8',
        'certplan today',
        'certplan done 12 --felt hard',
        'certplan status',
      ),
    );
  const plain = !styleFor(process.stdout).unicode;
  const wiring: Wiring = {
    act:
      (body) =>
      async (...all) => {
        // commander hands over arguments, then options, then the command itself.
        const command: unknown = all[all.length - 1];
        if (!(command instanceof Command)) throw new TypeError('no command');
        flags = command.optsWithGlobals();
        const code = await body(new Context(flags), ...all);
        if (code !== undefined) exitCode = code;
      },
  };
  addPlan(program, wiring);
  addDaily(program, wiring);
  addProgress(program, wiring);
  addReaders(program, wiring);
  addCurriculum(program, wiring);
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap((c) => c.commands),
  ]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => process.stdout.write(plain ? toAscii(text) : text),
      writeErr: () => {},
      outputError: () => {},
    });
  }

  try {
    if (args.length === 0) {
      program.outputHelp();
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

/** commander shows its general help for `help plna`; a typo deserves a suggestion. */
function refuseHelpOnNothing(args: readonly string[], program: Command): void {
  const [first, topic] = args;
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  const names = program.commands.map((command) => command.name());
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
