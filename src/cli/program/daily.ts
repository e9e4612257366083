/** What people type every day: what to do now, and what was done. */
import { type Command, Option } from 'commander';
import { FELT } from '../../plan/plan.ts';
import {
  dayCount,
  domainScores,
  month,
  notEmpty,
  percent,
  questionCount,
  sessionNumber,
  sessionNumbers,
  sessionOrId,
  spentMinutes,
} from './option-values.ts';
import { examples, type Wiring, withGlobals } from './wiring.ts';

const SESSIONS = 'numbers and ranges, e.g. 12 14-16 20,21';

export function addDaily(program: Command, wiring: Wiring): void {
  addViews(program, wiring);
  addRecords(program, wiring);
  addHistory(program, wiring);
}

function addViews(program: Command, { act }: Wiring): void {
  withGlobals(program.command('today'))
    .description('what to do now')
    .option('--plain', 'one line per session, for status bars')
    .addHelpText('before', examples('certplan today', 'certplan today --plain'))
    .action(
      act(async (context, options) =>
        (await import('../commands/today.ts')).todayCommand(context, options),
      ),
    );

  withGlobals(program.command('week'))
    .description('the sessions of this week')
    .addHelpText('before', examples('certplan week'))
    .action(act(async (context) => (await import('../commands/agenda.ts')).weekCommand(context)));

  withGlobals(program.command('agenda'))
    .description('the sessions of the next days')
    .option('--days <n>', 'how many days (default 14)', dayCount)
    .option('--month [yyyy-mm]', 'a month as a grid (default: this one)', month)
    .addHelpText(
      'before',
      examples('certplan agenda', 'certplan agenda --days 30', 'certplan agenda --month 2027-01'),
    )
    .action(
      act(async (context, options) =>
        (await import('../commands/agenda.ts')).agendaCommand(context, options),
      ),
    );
}

function addRecords(program: Command, { act }: Wiring): void {
  withGlobals(program.command('done'))
    .argument('<sessions...>', SESSIONS, sessionNumbers)
    .description('sessions that you finished, before their slot too')
    .option('--minutes <n>', 'minutes that each took (default: as planned)', spentMinutes)
    .addOption(new Option('--felt <how>', 'how it went').choices(FELT))
    .option('--on <date>', 'the day you did it, e.g. yesterday, sat (default: today)', notEmpty)
    .addHelpText(
      'before',
      examples('certplan done 12', 'certplan done 12 14-16 --felt hard --on yesterday'),
    )
    .action(
      act(async (context, sessions: number[], options) =>
        (await import('../commands/done.ts')).doneCommand(context, sessions, options),
      ),
    );

  withGlobals(program.command('start'))
    .argument('<session>', 'number of a session', sessionNumber)
    .description('start a timer for a session')
    .addHelpText('before', examples('certplan start 12'))
    .action(
      act(async (context, session: number) =>
        (await import('../commands/timer.ts')).startCommand(context, session),
      ),
    );

  withGlobals(program.command('stop'))
    .description('stop the timer: the session is done, in the minutes it took')
    .option('--not-done', 'only note the minutes; the session stays open')
    .addOption(new Option('--felt <how>', 'how it went').choices(FELT))
    .addHelpText('before', examples('certplan stop', 'certplan stop --not-done'))
    .action(
      act(async (context, options) =>
        (await import('../commands/timer.ts')).stopCommand(context, options),
      ),
    );

  withGlobals(program.command('skip'))
    .argument('<sessions...>', SESSIONS, sessionNumbers)
    .description('sessions that you leave out for good')
    .option('--why <text>', 'a word for the history')
    .addHelpText('before', examples('certplan skip 12 --why "know it from work"'))
    .action(
      act(async (context, sessions: number[], options) =>
        (await import('../commands/skip.ts')).skipCommand(context, sessions, options),
      ),
    );

  withGlobals(program.command('move'))
    .argument('<session>', 'number of a session', sessionNumber)
    .argument('<when>', 'date or date and time, e.g. sat, +2d, 2027-01-20T09:00')
    .description('put a session there and pin it')
    .addHelpText('before', examples('certplan move 23 sat', 'certplan move 23 2027-01-20T09:00'))
    .action(
      act(async (context, session: number, when: string) =>
        (await import('../commands/move.ts')).moveCommand(context, session, when),
      ),
    );

  withGlobals(program.command('score'))
    .argument('<session>', 'number of a session, or id of a practice exam', sessionOrId)
    .argument('<percent>', 'the result, 0 to 100', percent)
    .description('the result of a practice exam or of practice questions')
    .option('--domain <id=percent,...>', 'by domain, e.g. d1=70,d2=55 (repeatable)', domainScores)
    .option('--questions <n>', 'how many questions it had', questionCount)
    .addHelpText('before', examples('certplan score 61 72 --domain d1=80,d2=55,d3=70,d4=82'))
    .action(
      act(async (context, session: number | string, result: number, options) =>
        (await import('../commands/score.ts')).scoreCommand(context, session, result, options),
      ),
    );
}

function addHistory(program: Command, { act }: Wiring): void {
  withGlobals(program.command('undo'))
    .description('take the last change back')
    .addHelpText('before', examples('certplan undo'))
    .action(act(async (context) => (await import('../commands/undo.ts')).undoCommand(context)));

  withGlobals(program.command('history'))
    .description('what happened to the plan')
    .addHelpText('before', examples('certplan history'))
    .action(
      act(async (context) => (await import('../commands/history.ts')).historyCommand(context)),
    );
}
