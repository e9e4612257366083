/** `certplan plan` with its options. */
import { type Command, Option } from 'commander';
import { DEPTHS } from '../../curriculum/vocabulary.ts';
import { withCalendarOptions } from './calendar-options.ts';
import { withLanguageOption } from './language-option.ts';
import { collect, hours, notEmpty, sessionMinutes } from './option-values.ts';
import { withPrintOptions } from './print-options.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addPlan(program: Command, { act }: Wiring): void {
  const command = withCalendarOptions(withGlobals(program.command('plan')))
    .argument(
      '<certification...>',
      'id as in "certplan certs", or a file: ./mine.yaml; several: one plan for all',
    )
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
    .option(
      '--exam <date[Thh:mm]>',
      'target exam day (default: one is suggested); several: DATE,DATE',
    )
    .option('--timezone <iana>', "time zone (default: the system's)")
    .option('--off <date[..date],...>', 'days off (repeatable)', collect)
    .option('--busy <file.ics>', 'busy times (repeatable)', collect)
    .option('--session <minutes>', 'longest sitting, 40 to 240 (default 90)', sessionMinutes)
    .addOption(
      new Option('--depth <depth>', 'how much of the material (default standard)').choices(DEPTHS),
    )
    .option(
      '--from <plan>',
      'what is done in that plan counts; skills, hours, windows and the like are its own unless given',
      notEmpty,
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
    );
  withLanguageOption(command, 'language of the documents, kept with the plan (default en)');
  withPrintOptions(command)
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
        'certplan plan azure-ai-901 azure-ai-103 --hours 6',
        'certplan plan azure-ai-103 --from azure-ai-102',
      ),
    )
    .action(
      act(async (context, certifications: string[], options) =>
        (await import('../commands/plan.ts')).planCommand(context, certifications, options),
      ),
    );
}
