/** `certplan week` and `certplan agenda`: the sessions of some days. */
import { planClock } from '../../plan/plan.ts';
import { sessionDocument } from '../../plan/plan-document.ts';
import { formatDate } from '../../plan/words.ts';
import { type DayView, dayView } from '../../progress/day-view.ts';
import {
  addDays,
  type CivilDate,
  civilDate,
  dayNumber,
  firstDayOfWeek,
  isoWeekIndex,
} from '../../time/civil-date.ts';
import { dateAt } from '../../time/wall-clock.ts';
import type { Context } from '../context.ts';
import { hintNext, openPlan } from '../open-plan.ts';
import { agendaLines, type Days } from '../render/agenda.ts';

const DEFAULT_DAYS = 14;

/** Monday to Sunday of the week that today is in. */
export async function weekCommand(context: Context): Promise<void> {
  showDays(context, 'certplan.week/1', (today) => {
    const monday = civilDate(firstDayOfWeek(isoWeekIndex(dayNumber(today))));
    return { from: monday, to: addDays(monday, 6) };
  });
}

export async function agendaCommand(
  context: Context,
  flags: { readonly days?: number },
): Promise<void> {
  const days = flags.days ?? DEFAULT_DAYS;
  showDays(context, 'certplan.agenda/1', (today) => ({
    from: today,
    to: addDays(today, days - 1),
  }));
}

function showDays(context: Context, schema: string, daysOf: (today: CivilDate) => Days): void {
  const { state, notes, now } = openPlan(context);
  for (const note of notes) context.warn(note);
  const day = dayView(state, now);
  const days = daysOf(day.date);
  if (context.json) {
    const clock = planClock(day.plan);
    context.printJson({
      schema,
      date: day.date,
      ...days,
      sessions: day.plan.sessions
        .filter(({ start }) => {
          const date = dateAt(start, clock);
          return date >= days.from && date <= days.to;
        })
        .map((session) => sessionDocument(session, clock)),
      overdue: day.overdue.map(({ number }) => number),
      timer: day.timer,
    });
    return;
  }
  // The first line is the blank one between weeks.
  const lines = agendaLines(day.plan, context.out, days).slice(1);
  if (lines.length === 0)
    lines.push(`nothing from ${formatDate(days.from)} to ${formatDate(days.to)}${next(day)}`);
  context.print(...lines);
  hintNext(context, 'today');
}

const next = ({ plan, later }: DayView): string =>
  later ? `; next is ${later.number} on ${formatDate(dateAt(later.start, planClock(plan)))}` : '';
