/** From answers to a plan that the learner agrees to: dry runs, remedies, changes. */
import { EXIT, UserError } from '../../errors.ts';
import type { Feasibility } from '../../plan/plan.ts';
import { makePlan, showWarnings } from '../commands/plan.ts';
import type { Context } from '../context.ts';
import { planSummary } from '../render/plan-summary.ts';
import { type Answers, planWords } from './answers.ts';
import type { Choice } from './asker.ts';
import { refusal } from './check-by.ts';
import { askAgain, type Interview } from './interview.ts';
import { readPlanWords } from './read-plan-words.ts';
import { waysOut } from './ways-out.ts';

/** What comes next: a plan by these answers, a question, or nothing. */
type Step = { readonly kind: 'try'; readonly answers: Answers } | 'take' | 'change' | 'leave';

const CHANGE: Choice<Step> = { value: 'change', label: 'go back and change an answer' };
const LEAVE: Choice<Step> = { value: 'leave', label: 'leave; nothing is written' };

/** @returns null: the learner wants no plan */
export async function agree(
  context: Context,
  interview: Interview,
  first: Answers,
): Promise<Answers | null> {
  let answers = first;
  for (;;) {
    const step = await verdict(context, interview, answers);
    if (step === 'leave') return null;
    if (step === 'take') return answers;
    answers = step === 'change' ? await askAgain(interview, answers) : step.answers;
  }
}

/** Plans without writing, shows what came of it, and asks what to do. */
async function verdict(context: Context, { asker }: Interview, answers: Answers): Promise<Step> {
  const { certifications, flags } = readPlanWords(planWords(answers));
  try {
    const made = await makePlan(context, certifications, { ...flags, dryRun: true });
    if (made) {
      context.print('', ...planSummary(made.plan, context.out), '');
      showWarnings(context, made.plan);
    }
    return await asker.one<Step>({
      message: 'Make this plan?',
      choices: [{ value: 'take', label: 'yes' }, CHANGE, LEAVE],
    });
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode === EXIT.failure) throw error;
    const ways = feasibilityOf(error);
    asker.warn(refusal(error));
    return asker.one<Step>({
      message: ways ? 'What gives way?' : 'What now?',
      choices: [
        ...(ways ? waysOut(answers, ways.remedies, ways.certification) : []).map(
          ({ value, label }): Choice<Step> => ({ value: { kind: 'try', answers: value }, label }),
        ),
        CHANGE,
        LEAVE,
      ],
    });
  }
}

/** What a refusal knows about remedies; null where it is about something else. */
function feasibilityOf({ details }: UserError): {
  readonly remedies: Feasibility['remedies'];
  readonly certification: string | null;
} | null {
  const { feasibility, certification } = details as {
    readonly feasibility?: Feasibility;
    readonly certification?: string;
  };
  return feasibility
    ? { remedies: feasibility.remedies, certification: certification ?? null }
    : null;
}
