/** How it goes, and what changes the plan. */
import type { Command } from 'commander';
import { collect, hours } from './option-values.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

const DRY_RUN = 'show the changes; write nothing';
const YES = 'apply without asking';

export function addProgress(program: Command, { act }: Wiring): void {
  withGlobals(program.command('status'))
    .description('progress, pace, forecast, readiness, next step')
    .addHelpText('before', examples('certplan status', 'certplan status --json'))
    .action(act(async (context) => (await import('../commands/status.ts')).statusCommand(context)));

  withGlobals(program.command('replan'))
    .description('give missed sessions new places from now on; shows the changes first')
    .option('--dry-run', DRY_RUN)
    .option('--yes', YES)
    .addHelpText('before', examples('certplan replan', 'certplan replan --yes'))
    .action(
      act(async (context, options) =>
        (await import('../commands/replan.ts')).replanCommand(context, options),
      ),
    );

  withGlobals(program.command('adjust'))
    .description('other hours, days, skills or exam day; shows the changes first')
    .option('--hours <n>', 'cap of hours a week, 1 to 60', hours)
    .option('--exam <date[Thh:mm]>', 'another exam day')
    .option('--skill <name=level,...>', 'skills as they are now (repeatable)', collect)
    .option('--off <date[..date],...>', 'more days off (repeatable)', collect)
    .option('--when <windows>', 'other windows, e.g. "mon,wed 19:00-21:00"')
    .option('--busy <file.ics>', 'more busy times (repeatable)', collect)
    .option('--cut', 'drop least-worth content until it fits the exam day')
    .option('--dry-run', DRY_RUN)
    .option('--yes', YES)
    .addHelpText(
      'before',
      examples('certplan adjust --hours 10', 'certplan adjust --off 2027-02-01..2027-02-07 --yes'),
    )
    .action(
      act(async (context, options) =>
        (await import('../commands/adjust.ts')).adjustCommand(context, options),
      ),
    );

  withGlobals(program.command('import'))
    .argument('<file>', 'a checklist (.md), a task list (.ics), or a copy of the journal (.jsonl)')
    .description('ticks from a checklist or a task app; events of another copy of the plan')
    .addHelpText('before', examples('certplan import aws-mla-c02.md', 'certplan import tasks.ics'))
    .action(
      act(async (context, file: string) =>
        (await import('../commands/import.ts')).importCommand(context, file),
      ),
    );

  withGlobals(program.command('doctor'))
    .description('look through the stored plans; repair damage, with a backup')
    .option('--repair', 'repair what can be repaired')
    .addHelpText('before', examples('certplan doctor', 'certplan doctor --repair'))
    .action(
      act(async (context, options) =>
        (await import('../commands/doctor.ts')).doctorCommand(context, options),
      ),
    );

  withGlobals(program.command('completion'))
    .argument('<shell>', 'bash, zsh or fish')
    .description('completion of commands, session numbers and certifications')
    .addHelpText(
      'before',
      examples(
        'certplan completion bash > ~/.local/share/bash-completion/completions/certplan',
        'certplan completion zsh > ~/.zfunc/_certplan    (a folder of your fpath)',
        'certplan completion fish > ~/.config/fish/completions/certplan.fish',
      ),
    )
    .action(
      act(async (context, shell: string) =>
        (await import('../commands/completion.ts')).completionCommand(context, shell),
      ),
    );

  // Asked by the scripts when a key is pressed.
  withGlobals(program.command('__complete', { hidden: true }))
    .argument('<kind>')
    .action(
      act(async (context, kind: string) =>
        (await import('../commands/complete.ts')).completeCommand(context, kind),
      ),
    );
}
