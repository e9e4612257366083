/** `certplan recommend` with its options. */
import { type Command, Option } from 'commander';
import { BACKGROUNDS, GOALS, PLATFORMS } from '../../recommend/vocabulary.ts';
import { budget, collect, hours, notEmpty } from './option-values.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

export function addRecommend(program: Command, { act }: Wiring): void {
  withGlobals(program.command('recommend'))
    .description('which certification fits, and why; without flags it asks')
    .addOption(new Option('--background <what>', 'what you come from').choices(BACKGROUNDS))
    .addOption(new Option('--goal <goal>', 'what you want of it').choices(GOALS))
    .addOption(
      new Option('--platform <name>', "the employer's or target platform").choices(PLATFORMS),
    )
    .option(
      '--skill <name=level,...>',
      'prior skills, 0-4 or none|aware|basic|working|strong (repeatable)',
      collect,
    )
    .option('--hours <n>', 'hours a week, 1 to 60 (default 8)', hours)
    .option('--by <date>', 'the day by which you want to be through', notEmpty)
    .option('--budget <usd>', 'what it may cost, in US dollars', budget)
    .option('--jobs <file...>', 'job postings as text, one a file; - for stdin')
    .option('--explain', 'show how the points come about')
    .addHelpText(
      'before',
      examples(
        'certplan recommend --background data-science --goal specialisation',
        'certplan recommend --background app-development --platform aws --hours 6 --by 2027-06-30',
        'certplan recommend --jobs posting-1.txt posting-2.txt --budget 300 --explain',
      ),
    )
    .action(
      act(async (context, options) =>
        (await import('../commands/recommend.ts')).recommendCommand(context, options),
      ),
    );
}
