/** The exam in the answer of a day: how far it is, and a word on the day itself. */
import { formatDate } from '../../plan/words.ts';
import type { DayView } from '../../progress/day-view.ts';
import { formatMinute } from '../../time/wall-clock.ts';

/** `exam in 93 days`; nothing without an exam day. */
export function examWord({ plan, daysToExam }: DayView): string[] {
  if (!plan.exam || daysToExam === null) return [];
  if (daysToExam === 0) return ['exam today'];
  if (daysToExam === 1) return ['exam tomorrow'];
  if (daysToExam > 1) return [`exam in ${daysToExam} days`];
  return [`the exam was on ${formatDate(plan.exam.date)}`];
}

export function examDayLines({ plan, sessions }: DayView): string[] {
  const { certification, exam } = plan;
  const at = exam?.minute == null ? '' : ` at ${formatMinute(exam.minute)}`;
  const done = plan.sessions.filter(({ status }) => status === 'done').length;
  return [
    `Today is the day: ${certification.examCode}${at}.`,
    'Take the ID whose name is the one in your booking, and be there, or at your cleared desk, 30 minutes early.',
    `${done > 0 ? `${done} sessions are behind you. ` : ''}${sessions.length > 0 ? 'Study no more than you like' : 'Nothing is left to study today'}; eat something, and breathe. Good luck!`,
  ];
}

export function afterExamLines({ plan, date }: DayView): string[] {
  const retake = plan.milestones.find(({ kind }) => kind === 'retake');
  const second =
    retake && retake.date > date
      ? ` If it needs a second try, ${formatDate(retake.date)} is the first day for it.`
      : '';
  return [`The exam is behind you. Passed? Congratulations!${second}`];
}
