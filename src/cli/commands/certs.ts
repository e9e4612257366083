/** `certplan certs`: the certifications and where each stands today. */
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { type Status, statusOn } from '../../curriculum/lifecycle.ts';
import { formatDate } from '../../plan/words.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { builtInCurriculum, certificationIndex } from '../built-in-curricula.ts';
import { type Context, currentMilliseconds } from '../context.ts';
import { lifeInWords } from '../render/exam-life.ts';
import { STATUS_WORDS } from '../render/status-words.ts';
import { bar, columns, padEnd, padStart, shorten } from '../terminal/layout.ts';
import type { Style } from '../terminal/style.ts';

/** A date is enough here, and the time zone of a reader moves it by one day at most. */
const today = (): CivilDate =>
  new Date(currentMilliseconds()).toISOString().slice(0, 10) as CivilDate;

export async function certsCommand(context: Context, id: string | undefined): Promise<void> {
  if (id !== undefined) return oneCertification(context, builtInCurriculum(id));
  const day = today();
  const entries = certificationIndex().map((entry) => ({
    ...entry,
    status: statusOn(entry.lifecycle, day),
  }));
  if (context.json) {
    context.printJson({ schema: 'certplan.certs/1', certifications: entries });
    return;
  }
  const rows = entries.map((entry) => [
    entry.id,
    entry.examCode,
    STATUS_WORDS[entry.status],
    lifeInWords(entry.lifecycle, entry.status),
    entry.successors.length > 0 ? `then ${entry.successors.join(', ')}` : '',
  ]);
  const lines = columns([['id', 'exam', 'status', 'dates', ''], ...rows]);
  context.print(...lines);
  context.hint('next   certplan certs ID, certplan plan ID');
}

function oneCertification(context: Context, curriculum: Curriculum): void {
  const status = statusOn(curriculum.lifecycle, today());
  if (context.json) {
    const { activities, ...facts } = curriculum;
    context.printJson({
      schema: 'certplan.certification/1',
      status,
      ...facts,
      activities: activities.length,
    });
    return;
  }
  const lines = certificationLines(curriculum, status, context.out);
  context.print(...lines);
  context.hint(`next   certplan plan ${curriculum.id} --hours 8`);
}

function certificationLines(curriculum: Curriculum, status: Status, style: Style): string[] {
  const { exam, lifecycle, successors } = curriculum;
  const row = (label: string, text: string): string[] =>
    text === '' ? [] : [`  ${padEnd(label, 11)}${text}`];
  const range = (value: number | readonly [number, number] | null): string =>
    value === null ? '' : typeof value === 'number' ? String(value) : `${value[0]}–${value[1]}`;
  const dates = [
    ...(lifecycle.firstExam === null
      ? []
      : [`first exam ${formatDate(lifecycle.firstExam, true)}`]),
    ...(lifecycle.generalAvailability === null
      ? []
      : [
          `generally available from ${formatDate(lifecycle.generalAvailability, true)} (${lifecycle.generalAvailability})`,
        ]),
    ...(lifecycle.lastExam === null
      ? []
      : [`last exam day ${status === 'retired' ? 'was ' : ''}${lifecycle.lastExam}`]),
  ];
  const width = Math.max(20, Math.min(60, style.width - 30));
  return [
    style.bold(`${curriculum.name} (${curriculum.examCode})`),
    ...row('status', [STATUS_WORDS[status], ...dates].join(' · ')),
    ...row('successors', successors.join(', ')),
    ...row(
      'exam',
      `${exam.minutes} minutes${exam.questions === null ? '' : `, ${range(exam.questions)} questions`}${
        exam.priceUsd === null ? '' : `, ${exam.priceUsd} USD`
      }${exam.passingScore === null ? '' : `, passed with ${exam.passingScore} of ${exam.scoreScale?.[1] ?? '?'}`}`,
    ),
    ...row('', exam.minutesNote ?? ''),
    ...row('retake', exam.retakeRules),
    ...row('renewal', curriculum.renewal.text),
    ...row('experience', curriculum.experience),
    '',
    ...curriculum.domains.flatMap((domain) => [
      `  ${padEnd(domain.id, 4)}${padStart(`${Math.round(domain.weight)} %`, 5)}  ${padEnd(shorten(domain.title, width), width)}  ${bar(domain.weight / 50, 12, style.unicode)}`,
      ...domain.tasks.map(
        (task) => `        ${padEnd(task.id, 5)}${shorten(task.title, style.width - 14)}`,
      ),
    ]),
    '',
    `  checked ${curriculum.checked}; ${curriculum.activities.length} activities`,
    ...curriculum.sources.slice(0, 3).map((source) => `  source  ${source.url}`),
  ];
}
