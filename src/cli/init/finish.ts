/** The end of the interview: where the files go, what the plan is called, and writing it. */
import { UserError } from '../../errors.ts';
import { defaultPlanName, type MadePlan, makePlan } from '../commands/plan.ts';
import type { Context } from '../context.ts';
import { checkPlanName, type PlanStore, planExists } from '../store.ts';
import { type Answers, planWords } from './answers.ts';
import { checkBy, refusal } from './check-by.ts';
import { expandHome } from './expand-home.ts';
import type { Interview } from './interview.ts';
import { readPlanWords } from './read-plan-words.ts';

export interface Finished {
  readonly made: MadePlan;
  /** The command line that was run, without the program's name. */
  readonly words: readonly string[];
}

/** Asks until the plan is written; every other question keeps its answer. */
export async function finish(
  context: Context,
  interview: Interview,
  store: PlanStore,
  agreed: Answers,
): Promise<Finished> {
  let answers = agreed;
  for (;;) {
    answers = await askName(interview, store, await askFolder(interview, answers));
    const words = planWords(answers, context.flags.home);
    const { certifications, flags } = readPlanWords(words);
    try {
      const made = await makePlan(context, certifications, flags);
      if (made) return { made, words };
    } catch (error) {
      // A folder that cannot be written, a plan of that name made meanwhile: asked again.
      if (!(error instanceof UserError)) throw error;
      interview.asker.warn(refusal(error));
    }
  }
}

async function askFolder({ asker }: Interview, answers: Answers): Promise<Answers> {
  const folder = await asker.line({
    message: 'Folder for calendar, PDF and checklist?',
    placeholder: 'Enter: here',
    check: () => null,
    required: false,
  });
  return { ...answers, out: folder === '' ? null : expandHome(folder) };
}

async function askName({ asker }: Interview, store: PlanStore, answers: Answers): Promise<Answers> {
  const usual = defaultPlanName(answers.certifications);
  if (!store.has(usual)) return { ...answers, name: null, replace: false };
  const replace = await asker.one({
    message: `There is a plan "${usual}" already.`,
    choices: [
      { value: false, label: 'keep it, and give this one another name' },
      { value: true, label: 'replace it; its journal is kept aside' },
    ],
  });
  if (replace) return { ...answers, name: null, replace: true };
  const name = await asker.line({
    message: 'What is this plan called?',
    placeholder: `${usual.slice(0, 62)}-2`,
    check: checkBy((line) => {
      if (store.has(checkPlanName(line))) throw planExists(line);
    }),
    required: true,
  });
  return { ...answers, name, replace: false };
}
