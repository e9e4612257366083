/**
 * The table of contents as commander knows it. The parser, the help, the completion scripts and the
 * manual page are all made from this one.
 */
import { Command } from 'commander';
import { addCurriculum } from './curriculum.ts';
import { addDaily } from './daily.ts';
import { addInit } from './init.ts';
import { addPlan } from './plan.ts';
import { addProgress } from './progress.ts';
import { addReaders } from './readers.ts';
import { addRecommend } from './recommend.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function makeProgram(version: string, wiring: Wiring): Command {
  const program = withGlobals(
    new Command('certplan')
      .description(
        'A study plan for cloud AI certifications, made for what you know and when you can.',
      )
      .version(version, '-V, --version', 'the version')
      .helpOption('-h, --help', 'help')
      .helpCommand('help [command]', 'help on a command')
      .showSuggestionAfterError(true)
      .configureHelp({ sortSubcommands: false })
      // Flags behind the command belong to the command; those before it to all.
      .enablePositionalOptions(),
  ).addHelpText(
    'before',
    examples(
      'certplan init',
      'certplan plan aws-mla-c02 --skill python=3,apis=2,iam=2,statistics=1 --hours 8',
      'certplan today',
      'certplan done 12 --felt hard',
      'certplan status',
    ),
  );
  addInit(program, wiring);
  addRecommend(program, wiring);
  addPlan(program, wiring);
  addDaily(program, wiring);
  addProgress(program, wiring);
  addReaders(program, wiring);
  addCurriculum(program, wiring);
  return program;
}

/** The program and all that it contains. */
export const allCommands = (program: Command): Command[] => [
  program,
  ...program.commands,
  ...program.commands.flatMap((command) => command.commands),
];
