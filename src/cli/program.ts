/** The table of contents: every command with its options. Each is loaded only when it runs. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../curriculum/nearest.ts';
import { DEPTHS } from '../curriculum/vocabulary.ts';
import { badInput, EXIT, type ExitCode, UserError } from '../errors.ts';
import { Context, type GlobalFlags, reportError } from './context.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { toAscii } from './terminal/ascii.ts';
import { styleFor } from './terminal/style.ts';

const collect = (value: string, previous: readonly string[] = []): string[] => [...previous, value];

function hours(text: string): number {
  const value = Number(text);
  if (!/^\d+([.]\d+)?$/.test(text.trim()) || value < 1 || value > 60 || (value * 2) % 1 !== 0) {
    throw new InvalidArgumentError(
      `hours a week are a number from 1 to 60, halves allowed, for example 7.5`,
    );
  }
  return value;
}

function sessionMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text.trim()) || value < 40 || value > 240) {
    throw new InvalidArgumentError(
      'the longest sitting is a whole number of minutes from 40 to 240',
    );
  }
  return value;
}

function sessionNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text.trim()) || value < 1) {
    throw new InvalidArgumentError('a session is named by its number, for example 12');
  }
  return value;
}

function notEmpty(text: string): string {
  if (text === '')
    throw new InvalidArgumentError('it is empty; leave the option out, or give a value');
  return text;
}

interface Wiring {
  /** Runs the body with the flags of the whole command line; its result is the exit code. */
  act<A extends unknown[]>(
    body: (context: Context, ...args: A) => Promise<ExitCode | void>,
  ): (...args: A) => Promise<void>;
}

/** Flags that every command has; commander needs them on each to accept them anywhere. */
const withGlobals = (command: Command): Command =>
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

const examples = (...lines: string[]): string =>
  `Examples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

function addPlan(program: Command, { act }: Wiring): void {
  withGlobals(program.command('plan'))
    .argument('<certification>', 'id as in "certplan certs", e.g. aws-mla-c02')
    .description('make a plan, store it, write calendar, PDF and checklist')
    .option(
      '--skill <name=level,...>',
      'prior skills, 0-4 or none|aware|basic|working|strong (repeatable)',
      collect,
    )
    .option('--knows <id,...>', 'tasks or domains known already, e.g. 1.2,d1', collect)
    .option(
      '--scored <id=percent,...>',
      'a practice test taken before, by domain, e.g. d1=70',
      collect,
    )
    .option('--hours <n>', 'cap of hours a week, 1 to 60 (default 8)', hours)
    .option('--when <windows>', 'when you can study, e.g. "mon,wed 19:00-21:00; sat 09:00-12:30"')
    .option('--start <date>', 'first day (default: tomorrow)')
    .option('--exam <date[Thh:mm]>', 'target exam day (default: one is suggested)')
    .option('--timezone <iana>', "time zone (default: the system's)")
    .option('--off <date[..date],...>', 'days off (repeatable)', collect)
    .option('--busy <file.ics>', 'busy times (repeatable)', collect)
    .option('--session <minutes>', 'longest sitting, 40 to 240', sessionMinutes, 90)
    .addOption(
      new Option('--depth <depth>', 'how much of the material').choices(DEPTHS).default('standard'),
    )
    .option('--cut', 'drop least-worth content until it fits the exam day')
    .option('--what-if', 'only a table of hours a week against exam day and verdict')
    .option('--beta', 'allow an exam day while the exam is in beta')
    .option('--name <name>', "name of the plan (default: the certification's id)")
    .option('--out <dir>', 'where the documents go (default: here)', notEmpty)
    .addOption(
      new Option('--paper <paper>', 'paper of the PDF (default: by locale, else a4)').choices([
        'a4',
        'letter',
      ]),
    )
    .option('--no-ics', 'write no calendar')
    .option('--no-pdf', 'write no PDF')
    .option('--no-checklist', 'write no checklist')
    .option('--dry-run', 'show the plan; store and write nothing')
    .option('--force', 'replace a plan of that name; its journal is kept aside')
    .addHelpText(
      'before',
      examples(
        'certplan plan aws-mla-c02 --skill python=3,apis=2,iam=2,statistics=1 --hours 8',
        'certplan plan azure-ai-103 --when "mon,wed 19:00-21:00; sat 09:00-12:30" --exam 2027-04-24',
      ),
    )
    .action(
      act(async (context, certification: string, options) =>
        (await import('./commands/plan.ts')).planCommand(context, certification, options),
      ),
    );
}

function addReaders(program: Command, { act }: Wiring): void {
  withGlobals(program.command('certs'))
    .argument('[id]', 'one certification in full')
    .description('certifications with status, dates and successors')
    .addHelpText('before', examples('certplan certs', 'certplan certs aws-mla-c02'))
    .action(
      act(async (context, id?: string) =>
        (await import('./commands/certs.ts')).certsCommand(context, id),
      ),
    );

  withGlobals(program.command('show'))
    .argument('[session]', 'number of a session', sessionNumber)
    .description('the whole plan, or one session with its reasons')
    .addHelpText('before', examples('certplan show', 'certplan show 23', 'certplan show --json'))
    .action(
      act(async (context, session?: number) =>
        (await import('./commands/show.ts')).showCommand(context, session),
      ),
    );

  withGlobals(program.command('plans'))
    .description('the plans that are stored here')
    .addHelpText('before', examples('certplan plans'))
    .action(act(async (context) => (await import('./commands/plans.ts')).plansCommand(context)));

  withGlobals(program.command('use'))
    .argument('<name>', 'name of a plan')
    .description('choose the plan that other commands mean')
    .addHelpText('before', examples('certplan use aws-mla-c02'))
    .action(
      act(async (context, name: string) =>
        (await import('./commands/plans.ts')).useCommand(context, name),
      ),
    );

  withGlobals(program.command('export'))
    .argument('<format>', EXPORT_FORMATS.join(', '))
    .description('write the plan in a format, to stdout or a file')
    .option('-o, --output <file>', 'a file, or - for stdout (default)', notEmpty)
    .addOption(new Option('--paper <paper>', 'paper of the PDF').choices(['a4', 'letter']))
    .addHelpText(
      'before',
      examples('certplan export ics -o plan.ics', 'certplan export csv', 'certplan export json'),
    )
    .action(
      act(async (context, format: string, options) =>
        (await import('./commands/export.ts')).exportCommand(context, format, options),
      ),
    );
}

function addCurriculum(program: Command, { act }: Wiring): void {
  const curriculum = program
    .command('curriculum')
    .description('check curricula, print their JSON Schema')
    .addHelpText(
      'before',
      examples(
        'certplan curriculum check mine.yaml',
        'certplan curriculum schema > curriculum.schema.json',
      ),
    );
  withGlobals(curriculum.command('check'))
    .argument('[files...]', 'YAML files; none: all built-in ones')
    .description('list every fault of the files with its place')
    .addHelpText(
      'before',
      examples('certplan curriculum check', 'certplan curriculum check mine.yaml'),
    )
    .action(
      act(async (context, files: string[]) =>
        (await import('./commands/curriculum.ts')).checkCommand(context, files),
      ),
    );
  withGlobals(curriculum.command('schema'))
    .description('the JSON Schema of a curriculum file, for editors')
    .addHelpText('before', examples('certplan curriculum schema > curriculum.schema.json'))
    .action(
      act(async (context) => (await import('./commands/curriculum.ts')).schemaCommand(context)),
    );
}

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
        'certplan show',
        'certplan certs',
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
