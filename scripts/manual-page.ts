/**
 * The manual page, made when the program is built: commands and options come from the same
 * commander program as `--help`, so that the page never knows less.
 */
import { writeFileSync } from 'node:fs';
import type { Command, Option } from 'commander';
import { makeProgram } from '../src/cli/program/make-program.ts';
import { EXIT } from '../src/errors.ts';

const EXIT_WORDS = {
  ok: 'Done; warnings may stand on standard error.',
  failure:
    'An unexpected failure: a fault of certplan, or the system (disk full, no permission). Of curriculum links: some are broken.',
  badInput: 'The command line or an input file is wrong. Nothing was written.',
  cannotPlan: 'Understood, but it cannot be planned, for example as it does not fit the exam day.',
  notFound: 'There is no such plan, session or certification.',
  damaged: 'The stored data is damaged or locked; the message says what to do.',
  interrupted: 'The questions of init were left. Nothing was written.',
} as const satisfies Record<keyof typeof EXIT, string>;

const ENVIRONMENT: readonly (readonly [name: string, meaning: string])[] = [
  ['CERTPLAN_HOME', 'Where plans are kept, unless --home says it.'],
  ['CERTPLAN_NOW', 'An instant such as 2026-11-25T08:00:00Z that stands for now.'],
  ['SOURCE_DATE_EPOCH', 'Seconds since 1970: the stamp of written files.'],
  ['TZ', 'The time zone of new plans, unless --timezone says it.'],
  ['XDG_DATA_HOME', 'The folder above the plans where nothing else says where they are (Linux).'],
  ['XDG_CONFIG_HOME', 'The folder above certplan/curricula, where certifications of your own are.'],
  [
    'NO_COLOR, FORCE_COLOR, TERM',
    'No colour, colour in a pipe too, and neither colour nor signs (dumb).',
  ],
  ['COLUMNS', 'The width of the output where it goes to no terminal.'],
  ['LC_ALL, LC_CTYPE, LANG', 'Signs beyond ASCII are shown where these say UTF-8, or nothing.'],
  ['LC_ALL, LC_PAPER, LANG', 'The paper of the PDF, unless --paper says it.'],
  ['CI', 'Where it is set, nothing is asked and no progress is shown.'],
  ['CERTPLAN_NO_FAST_START', 'Everything goes through the full parser: slower, the same answers.'],
];

const FILES: readonly (readonly [path: string, meaning: string])[] = [
  ['~/.local/share/certplan', 'Plans, on Linux.'],
  ['~/Library/Application Support/certplan', 'Plans, on macOS.'],
  ['%LOCALAPPDATA%\\certplan\\Data', 'Plans, on Windows.'],
  [
    'plans/NAME.jsonl',
    'The journal of a plan: what happened to it, one entry a line, only added to.',
  ],
  ['plans/NAME.torn', 'Last lines of the journal that a crash cut off.'],
  ['replaced/', 'Journals of plans that were replaced with --force.'],
  ['links.json', 'What certplan curriculum links found.'],
  [
    '~/.config/certplan/curricula/ID.yaml',
    'A certification of your own, on Linux; beside the plans on macOS.',
  ],
  ['%APPDATA%\\certplan\\Config\\curricula\\ID.yaml', 'The same, on Windows.'],
  ['current', 'The name of the plan in use.'],
];

/** Text that roff shows as it is. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('–', '\\(en')
    .replaceAll('…', '...')
    .replace(/^([.'])/gm, '\\&$1');
}

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const entry = (term: string, text: string): string[] => ['.TP', term, roff(text)];

/** The examples that stand in front of the help. */
function examplesOf(command: Command): string[] {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  const head = text.slice(0, text.indexOf('Usage:'));
  return [...head.matchAll(/^ {2}\$ (.+)$/gm)].map((match) => match[1] ?? '');
}

/** `-o, --output <file>` with what is typed in bold. */
const optionTerm = (option: Option): string =>
  option.flags
    .split(/(<.+>|\[.+\])/)
    .map((part, index) =>
      index % 2 === 1 ? `\\fI${roff(part)}\\fR` : part === '' ? '' : bold(part),
    )
    .join('');

function optionEntries(command: Command, hidden: ReadonlySet<string>): string[] {
  const help = command.createHelp();
  return help
    .visibleOptions(command)
    .filter(({ flags }) => !hidden.has(flags))
    .flatMap((option) => entry(optionTerm(option), `${help.optionDescription(option)}.`));
}

function commandLines(command: Command, path: string, hidden: ReadonlySet<string>): string[] {
  const help = command.createHelp();
  const operands = help.visibleArguments(command).flatMap((argument) => {
    const text = help.argumentDescription(argument);
    return text === '' ? [] : entry(`\\fI${roff(argument.name())}\\fR`, `${text}.`);
  });
  const examples = examplesOf(command);
  return [
    `.SS "${roff(`${path} ${command.registeredArguments.map(usageTerm).join(' ')}`.trim())}"`,
    roff(sentence(command.description())),
    ...operands,
    ...optionEntries(command, hidden),
    ...(examples.length === 0
      ? []
      : ['.PP', 'Examples:', '.PP', '.nf', '.RS', ...examples.map(roff), '.RE', '.fi']),
  ];
}

const usageTerm = (argument: { name(): string; required: boolean; variadic: boolean }): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

export function manualPage(version: string, date: string): string {
  const program = makeProgram(version, { act: () => async () => {} });
  const visible = (command: Command): Command[] =>
    command
      .createHelp()
      .visibleCommands(command)
      .filter((sub) => sub.name() !== 'help');
  const global = new Set(
    program
      .createHelp()
      .visibleOptions(program)
      .map(({ flags }) => flags),
  );
  const commands = visible(program).flatMap((command) => {
    const below = visible(command);
    return below.length === 0
      ? commandLines(command, command.name(), global)
      : below.flatMap((sub) => commandLines(sub, `${command.name()} ${sub.name()}`, global));
  });
  return `${[
    `.TH CERTPLAN 1 ${date} "certplan ${version}" "User Commands"`,
    '.SH NAME',
    'certplan \\- a study plan for cloud AI certifications',
    '.SH SYNOPSIS',
    `${bold('certplan')} [\\fIoptions\\fR] \\fIcommand\\fR [\\fIoptions and operands of the command\\fR]`,
    '.SH DESCRIPTION',
    roff(program.description()),
    'Data goes to standard output; warnings, progress and hints go to standard error.',
    '.PP',
    roff(
      'Dates are written as 2027-01-20 or 2027-01-20T09:00; today, tomorrow, names of weekdays, +3d and +2w are understood.',
    ),
    '.SH OPTIONS',
    'Every command knows these; they may stand before it, too.',
    ...optionEntries(program, new Set()),
    '.SH COMMANDS',
    ...commands,
    '.SH EXIT STATUS',
    ...Object.entries(EXIT).flatMap(([name, code]) =>
      entry(bold(String(code)), EXIT_WORDS[name as keyof typeof EXIT]),
    ),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, meaning]) => entry(bold(name), meaning)),
    '.SH FILES',
    ...FILES.flatMap(([path, meaning]) => entry(bold(path), meaning)),
    '.SH EXAMPLES',
    '.nf',
    ...examplesOf(program).map(roff),
    '.fi',
  ].join('\n')}\n`;
}

/** Writes the page; dated by `SOURCE_DATE_EPOCH`, else by the day it is built. */
export function writeManualPage(path: string, version: string): void {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  const day = seconds ? new Date(Number(seconds) * 1000) : new Date();
  writeFileSync(path, manualPage(version, day.toISOString().slice(0, 10)));
}
