/** Commands that read: certifications, plans, documents. */
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../export-formats.ts';
import { withCalendarOptions } from './calendar-options.ts';
import { withLanguageOption } from './language-option.ts';
import { notEmpty, sessionNumber } from './option-values.ts';
import { withPrintOptions, withPrintRange } from './print-options.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addReaders(program: Command, { act }: Wiring): void {
  withGlobals(program.command('certs'))
    .argument('[id]', 'one certification in full, by id or file')
    .description('certifications with status, dates and successors')
    .addHelpText('before', examples('certplan certs', 'certplan certs aws-mla-c02'))
    .action(
      act(async (context, id?: string) =>
        (await import('../commands/certs.ts')).certsCommand(context, id),
      ),
    );

  withGlobals(program.command('show'))
    .argument('[session]', 'number of a session', sessionNumber)
    .description('the whole plan, or one session with its reasons')
    .addHelpText('before', examples('certplan show', 'certplan show 23', 'certplan show --json'))
    .action(
      act(async (context, session?: number) =>
        (await import('../commands/show.ts')).showCommand(context, session),
      ),
    );

  withGlobals(program.command('plans'))
    .description('the plans that are stored here')
    .addHelpText('before', examples('certplan plans'))
    .action(act(async (context) => (await import('../commands/plans.ts')).plansCommand(context)));

  withGlobals(program.command('use'))
    .argument('<name>', 'name of a plan')
    .description('choose the plan that other commands mean')
    .addHelpText('before', examples('certplan use aws-mla-c02'))
    .action(
      act(async (context, name: string) =>
        (await import('../commands/plans.ts')).useCommand(context, name),
      ),
    );

  const command = withPrintRange(
    withPrintOptions(withCalendarOptions(withGlobals(program.command('export')))),
  );
  withLanguageOption(command, "language of the document (default: the plan's)")
    .argument('<format>', EXPORT_FORMATS.join(', '))
    .description('write the plan in a format, to stdout or a file')
    .option('-o, --output <file>', 'a file, or - for stdout (default)', notEmpty)
    .addOption(new Option('--paper <paper>', 'paper of the PDF').choices(['a4', 'letter']))
    .option(
      '--template <name|file>',
      'of the checklist: markdown (default), text, org, todo.txt, or a file of your own',
      notEmpty,
    )
    .option('--no-free', 'of the calendar: study time counts as busy (default)')
    .addHelpText(
      'before',
      examples(
        'certplan export ics -o plan.ics',
        'certplan export ics --alarm 30,review=off --free -o plan.ics',
        'certplan export csv',
        'certplan export checklist --template org -o plan.org',
        'certplan export html --lang de -o plan.html',
        'certplan export pdf -o wall.pdf --sections calendar,weeks --from today --to +4w',
      ),
    )
    .action(
      act(async (context, format: string, options) =>
        (await import('../commands/export.ts')).exportCommand(context, format, options),
      ),
    );
}
