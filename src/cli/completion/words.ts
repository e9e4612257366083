/**
 * What completion scripts know: the commands with their options and the kind of each value, read
 * off the commander program, so that a script never knows less than the parser.
 */
import type { Argument, Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../export-formats.ts';

/** What stands for a value. Text is whatever the user makes up. */
export type Values =
  | { readonly kind: 'text' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Asked of the program itself when the key is pressed. */
  | { readonly kind: 'sessions' | 'plans' }
  /** Asked of the program, too; or a curriculum file. */
  | { readonly kind: 'certifications' }
  | { readonly kind: 'folders' }
  /** Files with one of these endings; none: any file. */
  | { readonly kind: 'files'; readonly endings: readonly string[] };

export interface OptionWords {
  /** As they are typed: `-q`, `--quiet`. */
  readonly names: readonly string[];
  readonly description: string;
  /** null: a flag. */
  readonly values: Values | null;
}

export interface OperandWords {
  readonly name: string;
  readonly variadic: boolean;
  readonly values: Values;
}

export interface CommandWords {
  /** `plan`, `curriculum check`; empty: the program itself. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionWords[];
  readonly operands: readonly OperandWords[];
  readonly subcommands: readonly CommandWords[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const TEXT: Values = { kind: 'text' };
const words = (list: readonly string[]): Values => ({ kind: 'words', words: list });
const files = (...endings: string[]): Values => ({ kind: 'files', endings });

/** By the name in the usage line; what is not here is text. */
const OPERANDS: Readonly<Record<string, Values>> = {
  session: { kind: 'sessions' },
  sessions: { kind: 'sessions' },
  certification: { kind: 'certifications' },
  'certs id': { kind: 'certifications' },
  'curriculum drift old': { kind: 'certifications' },
  'curriculum drift new': { kind: 'certifications' },
  'use name': { kind: 'plans' },
  'export format': words(EXPORT_FORMATS),
  'completion shell': words(SHELLS),
  'import file': files('.md', '.org', '.txt', '.ics', '.jsonl'),
  'curriculum check files': { kind: 'certifications' },
  'curriculum links files': { kind: 'certifications' },
};

/** By the value's name in the help. */
const OPTION_VALUES: Readonly<Record<string, Values>> = {
  dir: { kind: 'folders' },
  'file.ics': files('.ics'),
  'file.ics...': files('.ics'),
  file: files(),
  'name|file': files(),
  'file...': files(),
};

function optionWords(option: Option): OptionWords {
  const placeholder = /[<[](.+)[>\]]/.exec(option.flags)?.[1];
  const values = option.argChoices
    ? words(option.argChoices)
    : option.long === '--plan' || option.long === '--from'
      ? ({ kind: 'plans' } as const)
      : placeholder === undefined
        ? null
        : (OPTION_VALUES[placeholder] ?? TEXT);
  const names = [option.short, option.long].filter((name) => name !== undefined);
  return { names, description: option.description, values };
}

function operandWords(path: string, argument: Argument): OperandWords {
  const name = argument.name();
  const values = argument.argChoices
    ? words(argument.argChoices)
    : (OPERANDS[`${path} ${name}`] ?? OPERANDS[name] ?? TEXT);
  return { name, variadic: argument.variadic, values };
}

const HELP: OptionWords = { names: ['-h', '--help'], description: 'help', values: null };

/** What is shown in help; hidden commands are none of the user's. */
export function commandWords(command: Command, above: readonly string[] = []): CommandWords {
  const help = command.createHelp();
  const isProgram = command.parent === null;
  const own = isProgram ? [] : [...above, command.name()];
  const path = own.join(' ');
  const subcommands = help
    .visibleCommands(command)
    .filter((sub) => sub.name() !== 'help')
    .map((sub) => commandWords(sub, own));
  const helpCommand: CommandWords[] = isProgram
    ? [
        {
          path: 'help',
          name: 'help',
          description: 'help on a command',
          options: [],
          operands: [
            { name: 'command', variadic: false, values: words(subcommands.map((s) => s.name)) },
          ],
          subcommands: [],
        },
      ]
    : [];
  return {
    path,
    name: command.name(),
    description: command.description(),
    options: [
      ...help
        .visibleOptions(command)
        .filter(({ long }) => long !== '--help')
        .map(optionWords),
      HELP,
    ],
    operands: command.registeredArguments.map((argument) => operandWords(path, argument)),
    subcommands: [...subcommands, ...helpCommand],
  };
}

/** All commands below the program, groups before what they contain. */
export const everyCommand = (program: CommandWords): CommandWords[] =>
  program.subcommands.flatMap((command) => [command, ...everyCommand(command)]);
