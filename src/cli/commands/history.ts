/** `certplan history`: what happened to the plan, newest last. */
import { planClock } from '../../plan/plan.ts';
import { describeEvent } from '../../progress/describe-event.ts';
import type { StoredEvent } from '../../progress/events.ts';
import { numbersOf } from '../../progress/undo.ts';
import { formatInstant, parseInstant } from '../../time/wall-clock.ts';
import type { Context } from '../context.ts';
import { hintNext, openPlan } from '../open-plan.ts';
import { wrap } from '../terminal/wrap.ts';

export async function historyCommand(context: Context): Promise<void> {
  const { plan, state, events, notes } = openPlan(context);
  for (const note of notes) context.warn(note);
  const clock = planClock(plan);
  const voided = new Set(state.voided.map(({ id }) => id));
  const status = ({ id }: StoredEvent): 'counts' | 'undone' | 'void' => {
    if (state.undone.has(id)) return 'undone';
    return voided.has(id) ? 'void' : 'counts';
  };
  const local = ({ at }: StoredEvent): string => formatInstant(parseInstant(at), clock);
  // In order of time; each once, as joined copies hold the same events. Undos are marks, not lines.
  const byId = new Map(events.map((event) => [event.id, event]));
  const entries = [...byId.values()]
    .filter((event) => event.type !== 'undone')
    .sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
  if (context.json) {
    context.printJson({
      schema: 'certplan.history/1',
      events: entries.map((event) => ({
        id: event.id,
        at: event.at,
        local: local(event),
        type: event.type,
        numbers: numbersOf(event),
        status: status(event),
        text: describeEvent(event, clock),
      })),
    });
    return;
  }
  const marks = {
    counts: '',
    undone: ' (undone)',
    void: ' (does not count: another copy was re-planned first)',
  } as const;
  const { width, dim } = context.out;
  const lines = entries.flatMap((event) => {
    const when = local(event).slice(0, 16).replace('T', ' ');
    const rows = wrap(
      `${when}  ${describeEvent(event, clock)}${marks[status(event)]}`,
      width,
      '    ',
    );
    return status(event) === 'counts' ? rows : rows.map((row) => dim(row));
  });
  context.print(...lines);
  hintNext(context, state.events.length > 1 ? 'undo' : 'today');
}
