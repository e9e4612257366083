/** `certplan today`: what to do now. */
import { isLifeDay, type LifeNote, lifeNotes, lifeWords } from '../../plan/life-notes.ts';
import { planClock } from '../../plan/plan.ts';
import { sessionDocument } from '../../plan/plan-document.ts';
import { type DayView, dayView } from '../../progress/day-view.ts';
import type { Context } from '../context.ts';
import { hintNext, openPlan } from '../open-plan.ts';
import { plainTodayLines, todayLines } from '../render/today.ts';

export interface TodayFlags {
  /** One line a session, nothing else: for status bars. */
  readonly plain?: boolean;
}

export async function todayCommand(context: Context, flags: TodayFlags): Promise<void> {
  const { state, notes, now } = openPlan(context);
  const day = dayView(state, now);
  if (flags.plain === true && !context.json) {
    context.printRows(...plainTodayLines(day));
    return;
  }
  for (const note of notes) context.warn(note);
  if (context.json) {
    const clock = planClock(day.plan);
    context.printJson({
      schema: 'certplan.today/1',
      date: day.date,
      sessions: day.sessions.map((session) => sessionDocument(session, clock)),
      overdue: day.overdue.map(({ number }) => number),
      timer: day.timer,
      next: day.current?.number ?? null,
      later: day.later ? sessionDocument(day.later, clock) : null,
      daysToExam: day.daysToExam,
      life: await weeklyNotes(day),
    });
    return;
  }
  const lines = todayLines(
    day,
    (await weeklyNotes(day)).map((note) => lifeWords(note, 1)),
    context.out,
  );
  context.print(...lines);
  const next = nextCommand(day);
  if (next !== null) hintNext(context, next);
}

/** What became of the exam, on one day of the week: on the others nothing more is read. */
async function weeklyNotes({ plan, date }: DayView): Promise<LifeNote[]> {
  if (!isLifeDay(plan, date)) return [];
  const { certificationIndex } = await import('../built-in-curricula.ts');
  return lifeNotes(plan, date, certificationIndex());
}

function nextCommand(day: DayView): string | null {
  const { current, timer, sessions, overdue, later, daysToExam } = day;
  if (timer) return 'stop';
  // The next thing on the exam day is no command, and behind it lies none.
  if (daysToExam !== null && daysToExam <= 0) return null;
  const sum = (list: DayView['sessions']): number =>
    list.reduce((minutes, session) => minutes + session.minutes, 0);
  // More lies behind than a day holds: today's sessions may rest on it, so places come first.
  if (overdue.length > 0 && sum(overdue) > sum(sessions) && (daysToExam === null || daysToExam > 1))
    return 'replan';
  // A review is its questions: they are shown in full before the clock runs.
  if (current)
    return current.kind === 'review' ? `show ${current.number}` : `start ${current.number}`;
  if (overdue.length > 0 && (daysToExam === null || daysToExam > 1)) return 'replan';
  if (sessions.length > 0 && later) return 'status';
  return later ? 'week' : 'status';
}
