/** Facts of the exam and of the week, as short texts. */
import { groupWindows } from '../../learner/windows.ts';
import type { Plan } from '../../plan/plan.ts';
import { formatDate } from '../../plan/words.ts';
import { type CivilDate, civilDate, WEEKDAYS, type Weekday } from '../../time/civil-date.ts';
import { formatMinute, type ZoneClock } from '../../time/wall-clock.ts';

const range = (value: number | readonly [number, number]): string =>
  typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;

/** `130 minutes · 65 questions · pass at 720 of 1000 · 150 US dollars`. */
export function examFacts({ exam }: Plan['certification']): string {
  const facts = [`${exam.minutes} minutes`];
  if (exam.questions !== null) facts.push(`${range(exam.questions)} questions`);
  if (exam.passingScore !== null) {
    const top = exam.scoreScale?.[1];
    facts.push(`pass at ${exam.passingScore}${top === undefined ? '' : ` of ${top}`}`);
  }
  if (exam.priceUsd !== null) facts.push(`${exam.priceUsd} US dollars`);
  return facts.join(' · ');
}

export interface KeyDate {
  readonly date: CivilDate;
  readonly text: string;
  readonly important: boolean;
}

/** Start, finish and milestones, by date. */
export function keyDates(plan: Plan, clock: ZoneClock): KeyDate[] {
  const day = (instant: number): CivilDate => civilDate(clock.toWallClock(instant).day);
  const starts = plan.sessions.map(({ start }) => start);
  const dates: KeyDate[] = plan.milestones.map(({ kind, date, title }) => ({
    date,
    text: kind === 'exam' && plan.exam?.source === 'suggested' ? `${title} (suggested)` : title,
    important: kind === 'exam',
  }));
  if (starts.length > 0) {
    dates.push({ date: day(Math.min(...starts)), text: 'First session', important: true });
    dates.push({ date: day(Math.max(...starts)), text: 'Last session', important: false });
  }
  return dates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const dayName = (day: string): string => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`;

/** `Mon–Fri`, `Mon, Wed`, `Mon–Wed, Sat`: three or more in a row become a range. */
function dayRange(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(before) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) =>
      run.length < 3
        ? run.map(dayName).join(', ')
        : `${dayName(run[0] ?? '')}–${dayName(run.at(-1) ?? '')}`,
    )
    .join(', ');
}

/** One line per group of days: `Mon, Wed 19:00–21:00`. */
export const windowLines = ({ learner }: Plan): string[] =>
  groupWindows(learner.windows).map(({ days, from, to }) => `${dayRange(days)}  ${from}–${to}`);

/** `Thu 26 Nov 19:00`. */
export const formatMoment = (date: CivilDate, minute: number): string =>
  `${formatDate(date)} ${formatMinute(minute)}`;
