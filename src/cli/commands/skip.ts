/** `certplan skip`: sessions that are left out for good. */
import { KIND_NAMES } from '../../plan/words.ts';
import { findSessions, formatNumbers } from '../../progress/find-sessions.ts';
import { buildOn, decideSkip } from '../../progress/record-skip.ts';
import { plainText } from '../../text/plain-text.ts';
import { answerChange, changePlan, shortTitle } from '../change-plan.ts';
import type { Context } from '../context.ts';

export async function skipCommand(
  context: Context,
  numbers: readonly number[],
  flags: { readonly why?: string },
): Promise<void> {
  const why = plainText(flags.why ?? '') || null;
  const { decision, day } = changePlan(context, ({ state }) =>
    decideSkip(state, findSessions(state, numbers), why),
  );
  const { recorded, already } = decision;
  const dependants = buildOn(day.plan, recorded).map(({ number }) => number);
  if (dependants.length > 0) {
    const one = dependants.length === 1;
    context.warn(
      `${formatNumbers(dependants)} ${one ? 'builds' : 'build'} on ${recorded.length === 1 ? 'it' : 'them'} and ${one ? 'stays' : 'stay'} in the plan`,
    );
  }
  const session = day.plan.sessions.find(({ number }) => number === recorded[0]);
  answerChange(context, day, {
    command: 'skip',
    numbers: recorded,
    lines: [
      ...(recorded.length === 1 && session
        ? [
            `skipped  ${session.number} ${KIND_NAMES[session.kind]}: ${shortTitle(context, session)}`,
          ]
        : []),
      ...(recorded.length > 1
        ? [`skipped  ${formatNumbers(recorded)}: ${recorded.length} sessions`]
        : []),
      ...(already.length > 0
        ? [`${formatNumbers(already)} ${already.length === 1 ? 'is' : 'are'} skipped already`]
        : []),
    ],
    details: { buildingOnIt: dependants },
  });
}
