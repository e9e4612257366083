/** A plan that does not fit: each remedy, found by planning, as the answers that take it. */
import type { Remedy } from '../../plan/plan.ts';
import { formatDate, formatHours } from '../../plan/words.ts';
import type { Answers } from './answers.ts';
import type { Choice } from './asker.ts';

/**
 * @param certification the one that does not fit; null where there is only one
 */
export function waysOut(
  answers: Answers,
  remedies: readonly Remedy[],
  certification: string | null,
): Choice<Answers>[] {
  const place = Math.max(0, answers.certifications.indexOf(certification ?? ''));
  const ways = remedies.flatMap((remedy) => wayOf(answers, remedy, place));
  if (answers.exams.length === 0) return ways;
  const suggested: Choice<Answers> = {
    value: { ...answers, exams: [] },
    label: 'no exam day of your own: let one be suggested',
  };
  return [...ways, suggested];
}

function wayOf(answers: Answers, remedy: Remedy, place: number): Choice<Answers>[] {
  switch (remedy.kind) {
    case 'hours':
      if (remedy.value === null) return [];
      return [
        { value: { ...answers, hours: remedy.value }, label: `${remedy.value} hours a week` },
      ];
    case 'exam': {
      const day = remedy.value;
      if (day === null) return [];
      const exams = answers.exams.map((exam, index) =>
        // The time of day stays.
        index === place ? exam.replace(/^\d{4}-\d{2}-\d{2}/, day) : exam,
      );
      return [
        {
          value: { ...answers, exams },
          label: `a later exam day: ${formatDate(day, true)}`,
        },
      ];
    }
    case 'depth':
      if (remedy.value === null) return [];
      return [
        {
          value: { ...answers, depth: remedy.value },
          label: 'less depth: the essential material only',
        },
      ];
    case 'cut': {
      if (remedy.activities === null) return [];
      const { activities, minutesSaved, weightLost } = remedy;
      return [
        {
          value: { ...answers, cut: true },
          label: `leave out ${activities.length} items: ${formatHours(minutesSaved)}, ${weightLost} % of the exam's weight thinly covered`,
        },
      ];
    }
  }
}
