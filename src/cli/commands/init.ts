/** `certplan init`: first contact, an interview on the terminal that ends with a plan. */
import { badInput, EXIT, type ExitCode } from '../../errors.ts';
import { addDays } from '../../time/civil-date.ts';
import { dateAt, zoneClock } from '../../time/wall-clock.ts';
import { builtInFoundations, certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds, systemTimeZone } from '../context.ts';
import { agree } from '../init/agree.ts';
import { NO_ANSWERS } from '../init/answers.ts';
import { InterviewLeft } from '../init/asker.ts';
import { finish } from '../init/finish.ts';
import { askAll, type Interview } from '../init/interview.ts';
import { homeFolder, PlanStore } from '../store.ts';
import { mayInterview } from '../terminal/may-ask.ts';
import { shellLine } from '../terminal/shell-line.ts';
import { writtenLine } from './plan.ts';

export async function initCommand(context: Context): Promise<ExitCode> {
  if (!mayInterview(context.flags)) {
    throw badInput(
      'no-terminal',
      'init asks its questions on a terminal, and there is none to ask on, or asking is forbidden',
      'without a terminal: certplan recommend --background data-science says which certification fits, certplan plan CERTIFICATION --skill python=3 --hours 8 makes a plan',
    );
  }
  const clock = zoneClock(systemTimeZone());
  const today = dateAt(Math.floor(currentMilliseconds() / 60_000), clock);
  const { terminalAsker } = await import('../init/prompts.ts');
  const interview: Interview = {
    asker: terminalAsker(context.out),
    clock,
    today,
    // As a plan that is given no start.
    start: addDays(today, 1),
    width: context.out.width,
    entries: certificationIndex(),
    foundations: builtInFoundations(),
  };
  try {
    interview.asker.begin('A plan in a few questions. Ctrl-C leaves at any time.');
    const agreed = await agree(context, interview, await askAll(interview, NO_ANSWERS));
    if (agreed === null) return nothingWritten(context);
    const store = new PlanStore(homeFolder(context.flags.home));
    const { made, words } = await finish(context, interview, store, agreed);
    context.print('', writtenLine(made));
    // Never cut: it is there to be copied.
    context.printRows(`again  ${shellLine(['certplan', ...words])}`);
    // The plan is the one in use; one kept elsewhere is found again only there.
    const { home } = context.flags;
    const next = ['certplan', 'today', ...(home === undefined ? [] : ['--home', home])];
    context.hint(`next   ${shellLine(next)}`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof InterviewLeft)) throw error;
    nothingWritten(context);
    return EXIT.interrupted;
  }
}

function nothingWritten(context: Context): ExitCode {
  context.hint('nothing was written');
  return EXIT.ok;
}
