/** The whole plan as an agenda by week, with bars for the load. */
import type { Plan } from '../../plan/plan.ts';
import { stageIds, stagePlan, wholePlan } from '../../plan/stages.ts';
import { formatDate } from '../../plan/words.ts';
import { plainText } from '../../text/plain-text.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Style } from '../terminal/style.ts';
import { agendaLines } from './agenda.ts';

export function planAgenda(plan: Plan, style: Style): string[] {
  const stages = stageIds(plan).map((id) => stagePlan(plan, id));
  return [
    ...stages.flatMap((stage, index) => [
      style.bold(
        `${index === 0 ? `${plan.name} · ` : ''}${plainText(stage.certification.name)} (${plainText(stage.certification.examCode)})`,
      ),
      examLine(stage),
    ]),
    ...agendaLines(wholePlan(plan), style, null),
  ];
}

const examLine = ({ exam }: Plan): string =>
  exam
    ? `exam ${formatDate(exam.date, true)}${exam.minute === null ? '' : ` ${formatMinute(exam.minute)}`}${exam.source === 'suggested' ? ' (suggested)' : ''}`
    : 'no exam day';
