/** The whole plan as an agenda by week, with bars for the load. */
import type { Plan } from '../../plan/plan.ts';
import { formatDate } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Style } from '../terminal/style.ts';
import { agendaLines } from './agenda.ts';

export const planAgenda = (plan: Plan, style: Style): string[] => [
  style.bold(
    `${plan.name} · ${plainText(plan.certification.name)} (${plan.certification.examCode})`,
  ),
  plan.exam
    ? `exam ${formatDate(plan.exam.date, true)}${plan.exam.minute === null ? '' : ` ${formatMinute(plan.exam.minute)}`}${plan.exam.source === 'suggested' ? ' (suggested)' : ''}`
    : 'no exam day',
  ...agendaLines(plan, style, null),
];
