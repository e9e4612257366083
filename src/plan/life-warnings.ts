/** What the exam's life means for a plan made today. */
import type { Certification } from '../curriculum/curriculum.ts';
import { statusOn } from '../curriculum/lifecycle.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { PlanExam, Warning } from './plan.ts';

export function lifeWarnings(
  certification: Certification,
  today: CivilDate,
  exam: PlanExam | null,
): Warning[] {
  const { examCode, lifecycle, successors } = certification;
  const status = statusOn(lifecycle, today);
  const warnings: Warning[] = [];
  if (status === 'retired') {
    warnings.push({
      code: 'retired',
      message: `${examCode} is retired: its last exam day was ${lifecycle.lastExam ?? ''}. This plan has no exam day${
        successors.length > 0 ? `; what follows it: ${successors.join(', ')}` : ''
      }`,
    });
  }
  if (status === 'retiring') {
    warnings.push({
      code: 'retiring',
      message: `${examCode} can be sat until ${lifecycle.lastExam ?? ''}${successors.length > 0 ? `; what follows it: ${successors.join(', ')}` : ''}`,
    });
  }
  const general = lifecycle.generalAvailability;
  if (general !== null && today < general) {
    const inBeta = exam !== null && exam.date < general;
    warnings.push({
      code: 'beta',
      message: inBeta
        ? `${examCode} is in beta on your exam day (general availability: ${general})`
        : `${examCode} is in beta; it is generally available from ${general}`,
    });
  }
  if (certification.exam.minutesNote !== null) {
    warnings.push({
      code: 'exam-minutes',
      message: `${examCode}: ${certification.exam.minutesNote}`,
    });
  }
  return warnings;
}
