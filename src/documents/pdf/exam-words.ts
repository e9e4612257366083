/** Facts of the exam and of the week, as short texts. */

import { groupWindows } from '../../learner/windows.ts';
import type { Plan } from '../../plan/plan.ts';
import { type CivilDate, WEEKDAYS, type Weekday } from '../../time/civil-date.ts';
import type { Dates } from '../words/dates.ts';
import type { PdfWords } from '../words/en/pdf.ts';
import { milestoneTitle } from '../words/milestone-title.ts';
import { type Desk, dayOf } from './desk.ts';

const range = (value: number | readonly [number, number]): string =>
  typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;

/** `130 minutes · 65 questions · pass at 720 of 1000 · 150 US dollars`. */
export function examFacts({ exam }: Plan['certification'], words: PdfWords['cover']): string {
  const facts = [words.examMinutes(exam.minutes)];
  if (exam.questions !== null) facts.push(words.examQuestions(range(exam.questions)));
  if (exam.passingScore !== null) {
    facts.push(words.passAt(exam.passingScore, exam.scoreScale?.[1] ?? null));
  }
  if (exam.priceUsd !== null) facts.push(words.price(exam.priceUsd));
  return facts.join(' · ');
}

export interface KeyDate {
  readonly date: CivilDate;
  readonly text: string;
  readonly important: boolean;
}

const sessionDays = (desk: Desk): CivilDate[] =>
  desk.plan.sessions.map((session) => dayOf(desk, session)).sort();

/** The day of the first session; null: there is none. */
export const firstDay = (desk: Desk): CivilDate | null => sessionDays(desk)[0] ?? null;

/** Start, finish and milestones, by date. */
export function keyDates(desk: Desk): KeyDate[] {
  const { plan, words } = desk;
  const { cover } = words.pdf;
  const dates = plan.milestones.map((milestone): KeyDate => {
    const isExam = milestone.kind === 'exam';
    const title = milestoneTitle(plan, milestone, words);
    return {
      date: milestone.date,
      text: isExam && plan.exam?.source === 'suggested' ? cover.suggested(title) : title,
      important: isExam,
    };
  });
  const first = firstDay(desk);
  const last = sessionDays(desk).at(-1);
  if (first !== null && last !== undefined) {
    dates.push({ date: first, text: cover.firstSession, important: true });
    dates.push({ date: last, text: cover.lastSession, important: false });
  }
  return dates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** `Mon–Fri`, `Mon, Wed`, `Mon–Wed, Sat`: three or more in a row become a range. */
function dayRange(days: readonly Weekday[], { weekdays }: Dates): string {
  const dayName = (day: Weekday): string => weekdays[WEEKDAYS.indexOf(day)] ?? day;
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
        : [run[0], run.at(-1)].flatMap((day) => (day === undefined ? [] : dayName(day))).join('–'),
    )
    .join(', ');
}

/** One line per group of days: `Mon, Wed 19:00–21:00`. */
export const windowLines = ({ learner }: Pick<Plan, 'learner'>, dates: Dates): string[] =>
  groupWindows(learner.windows).map(
    ({ days, from, to }) => `${dayRange(days, dates)}  ${from}–${to}`,
  );
