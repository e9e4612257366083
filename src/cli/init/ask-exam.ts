/** The exam day: suggested, or one that the exam's life allows. */

import type { CertificationEntry } from '../../curriculum/index-entry.ts';
import { statusOn } from '../../curriculum/lifecycle.ts';
import { aimOf } from '../../plan/aim.ts';
import { type DateWithTime, parseDateTime } from '../../time/parse-date.ts';
import { formatMinute } from '../../time/wall-clock.ts';
import type { Answers } from './answers.ts';
import type { Asker } from './asker.ts';
import { checkBy } from './check-by.ts';
import type { Interview } from './interview.ts';

/** As `--exam` takes it, whatever the day on which the line is typed again. */
export const formatExam = ({ date, minute }: DateWithTime): string =>
  minute === null ? date : `${date}T${formatMinute(minute)}`;

export async function askExam(interview: Interview, answers: Answers): Promise<Answers> {
  const { asker, entries, today } = interview;
  const chosen = answers.certifications.flatMap((id) => entries.filter((entry) => entry.id === id));
  const over = chosen.find(({ lifecycle }) => statusOn(lifecycle, today) === 'retired');
  const withoutDays: Answers = { ...answers, exams: [], beta: false };
  if (over) {
    asker.say(
      chosen.length === 1
        ? `${over.examCode} has no exam day any more: the plan ends with a practice exam.`
        : `${over.examCode} has no exam day any more; days are suggested for the others.`,
    );
    return withoutDays;
  }
  const beta = await askBeta(asker, chosen, interview);
  const exams: string[] = [];
  for (const entry of chosen) {
    // Either all days are given, or none.
    const required = exams.length > 0;
    const read = (line: string): DateWithTime => {
      const exam = parseDateTime(line, today, '--exam');
      aimOf({ curriculum: entry, exam, start: interview.start, allowBeta: beta }, interview.today);
      return exam;
    };
    const line = await asker.line({
      message:
        chosen.length === 1
          ? 'Exam day, if there is one? For example 2027-06-18T09:00'
          : `Exam day of ${entry.examCode}? e.g. 2027-06-18T09:00`,
      placeholder: required ? 'a day for each' : 'Enter: none, suggest one',
      check: checkBy(read),
      required,
    });
    if (line === '') return { ...withoutDays, beta };
    exams.push(formatExam(read(line)));
  }
  return { ...answers, exams, beta };
}

/** Only where one of the exams is in beta today. */
async function askBeta(
  asker: Asker,
  chosen: readonly CertificationEntry[],
  { today }: Interview,
): Promise<boolean> {
  const inBeta = chosen.find(({ lifecycle }) => statusOn(lifecycle, today) === 'beta');
  if (!inBeta) return false;
  return asker.one({
    message: `${inBeta.examCode} is in beta until it becomes generally available on ${inBeta.lifecycle.generalAvailability ?? ''}.`,
    choices: [
      { value: false, label: 'sit the exam from that day on' },
      { value: true, label: 'the beta will do, if I am ready before' },
    ],
  });
}
