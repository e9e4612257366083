/** `certplan undo`: takes the last change back. Never asks: an undo loses nothing. */
import { planClock } from '../../plan/plan.ts';
import { describeEvent } from '../../progress/describe-event.ts';
import { lastChange, numbersOf, undoOf } from '../../progress/undo.ts';
import { answerChange, changePlan } from '../change-plan.ts';
import type { Context } from '../context.ts';

export async function undoCommand(context: Context): Promise<void> {
  const { decision, day } = changePlan(context, ({ state }) => {
    const change = lastChange(state);
    return { events: undoOf(change), change };
  });
  const { change } = decision;
  const clock = planClock(day.plan);
  answerChange(context, day, {
    command: 'undo',
    numbers: [...new Set(change.flatMap(numbersOf))].sort((a, b) => a - b),
    lines:
      change.length === 0
        ? ['nothing to take back: the plan is as it was made']
        : [`taken back  ${change.map((event) => describeEvent(event, clock)).join('; ')}`],
    details: { undone: change.map(({ id, type, at }) => ({ id, type, at })) },
    next: 'today',
  });
}
