/** `certplan week` and `certplan agenda`: the sessions of some days. */
import { badInput } from '../../errors.ts';
import { planClock } from '../../plan/plan.ts';
import { sessionDocument } from '../../plan/plan-document.ts';
import { formatDate } from '../../plan/words.ts';
import { type DayView, dayView } from '../../progress/day-view.ts';
import {
  addDays,
  addMonths,
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
  flags: { readonly days?: number; readonly month?: true | CivilDate },
): Promise<void> {
  const { month } = flags;
  if (month !== undefined) {
    if (flags.days !== undefined) {
      throw badInput(
        'days-and-month',
        '--days and --month cannot be had at once',
        'leave one of them out',
      );
    }
    await showMonth(context, month);
    return;
  }
  const days = flags.days ?? DEFAULT_DAYS;
  showDays(context, 'certplan.agenda/1', (today) => ({
    from: today,
    to: addDays(today, days - 1),
  }));
}

/** @param month its first day; true: the month that today is in */
async function showMonth(context: Context, month: true | CivilDate): Promise<void> {
  const { monthLines } = await import('../render/month.ts');
  const daysOf = (today: CivilDate): Days => {
    const from = month === true ? (`${today.slice(0, 7)}-01` as CivilDate) : month;
    return { from, to: addDays(addMonths(from, 1), -1) };
  };
  showDays(context, 'certplan.agenda/1', daysOf, ({ plan, date }, days) =>
    monthLines(plan, context.out, days, date),
  );
}

/** The first line of an agenda is the blank one between weeks. */
const asAgenda = (context: Context) => (day: DayView, days: Days) =>
  agendaLines(day.plan, context.out, days).slice(1);

/** @param linesOf none: there is nothing to show */
function showDays(
  context: Context,
  schema: string,
  daysOf: (today: CivilDate) => Days,
  linesOf: (day: DayView, days: Days) => string[] = asAgenda(context),
): void {
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
  const lines = linesOf(day, days);
  if (lines.length === 0)
    lines.push(`nothing from ${formatDate(days.from)} to ${formatDate(days.to)}${next(day)}`);
  context.print(...lines);
  hintNext(context, 'today');
}

const next = ({ plan, later }: DayView): string =>
  later ? `; next is ${later.number} on ${formatDate(dateAt(later.start, planClock(plan)))}` : '';
