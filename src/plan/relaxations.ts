/**
 * Where the learner's hours made a rule impossible: what was relaxed, why, and what would help.
 * The schedule is looked at as it came out, so that nothing is relaxed in silence.
 */
import { isContent } from '../curriculum/vocabulary.ts';
import {
  CONTENT_SHARE_BEFORE_EXAMS,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  EXAM_REVIEW_WITHIN_DAYS,
  LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE,
  LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE,
} from '../schedule/constants.ts';
import { endOf, type Placement } from '../schedule/placement.ts';
import { dayNumber } from '../time/civil-date.ts';
import { LONGEST_UNBROKEN_LAB } from '../workload/constants.ts';
import type { PlanExam, Warning } from './plan.ts';

const REMEDY =
  'one window as long as the practice exam, and 5 hours a week or more, keep every rule';

export function relaxations(
  placements: readonly Placement[],
  exam: PlanExam | null,
  sessionMinutes: number,
  metTooSeldom: readonly string[],
): Warning[] {
  const byItem = new Map<string, Placement[]>();
  for (const placement of placements) {
    const list = byItem.get(placement.item.id);
    if (list) list.push(placement);
    else byItem.set(placement.item.id, [placement]);
  }
  const warnings: Warning[] = [];

  const cut = [...byItem.values()].flatMap((parts) => {
    const item = parts[0]?.item;
    if (!item) return [];
    const longestPart = Math.max(LONGEST_UNBROKEN_LAB, sessionMinutes);
    const uncut =
      item.kind === 'practice-exam' ||
      (item.kind === 'lab' && item.minutes <= LONGEST_UNBROKEN_LAB);
    return (uncut && parts.length > 1) ||
      (item.kind === 'lab' && parts.some((part) => part.minutes > longestPart))
      ? [item.title]
      : [];
  });
  if (cut.length > 0) {
    warnings.push({
      code: 'relaxed-rule-4',
      message: `no window holds these in one piece, so they are cut: ${cut.join('; ')}. ${REMEDY}`,
    });
  }

  const broken = examRuleBreaks(placements, byItem, exam);
  if (broken.length > 0) {
    warnings.push({
      code: 'relaxed-rule-6',
      message: `practice exams could not keep their distances: ${broken.join('; ')}. ${REMEDY}`,
    });
  }
  if (metTooSeldom.length > 0) {
    warnings.push({
      code: 'relaxed-rule-9',
      message: `the windows leave no second later day to review ${metTooSeldom.join(', ')}. A later exam day, or windows on more days, would`,
    });
  }
  return warnings;
}

function examRuleBreaks(
  placements: readonly Placement[],
  byItem: ReadonlyMap<string, readonly Placement[]>,
  exam: PlanExam | null,
): string[] {
  const broken: string[] = [];
  const exams = [...byItem.values()]
    .filter((parts) => parts[0]?.item.kind === 'practice-exam')
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const content = placements.filter(({ item }) => isContent(item.kind));
  const total = content.reduce((sum, { minutes }) => sum + minutes, 0);
  exams.forEach((parts, index) => {
    const first = parts[0];
    const last = parts[parts.length - 1];
    if (!first || !last) return;
    const { title } = first.item;
    const before = content
      .filter((placement) => endOf(placement) <= first.start)
      .reduce((sum, { minutes }) => sum + minutes, 0);
    if (before < CONTENT_SHARE_BEFORE_EXAMS * total) {
      broken.push(`"${title}" comes before 80 % of the content`);
    }
    const next = exams[index + 1]?.[0];
    if (next && next.day - last.day < DAYS_BETWEEN_PRACTICE_EXAMS) {
      broken.push(`"${next.item.title}" comes ${next.day - last.day} days after the one before`);
    }
    const review = byItem.get(`${first.item.id}-review`);
    const reviewFirst = review?.[0];
    const reviewLast = review?.[review.length - 1];
    // An exam that had to be cut counts from its first part on: the strictest reading.
    if (!reviewFirst || reviewFirst.day - first.day > EXAM_REVIEW_WITHIN_DAYS) {
      broken.push(`the review of "${title}" begins later than three days after it`);
    }
    if (next && reviewLast && endOf(reviewLast) > next.start) {
      broken.push(`the review of "${title}" ends after the next practice exam`);
    }
    if (!next && exam) {
      const daysBefore = dayNumber(exam.date) - first.day;
      if (
        dayNumber(exam.date) - last.day < LAST_PRACTICE_EXAM_LATEST_DAYS_BEFORE ||
        daysBefore > LAST_PRACTICE_EXAM_EARLIEST_DAYS_BEFORE
      ) {
        broken.push(`"${title}" is ${daysBefore} days before the exam`);
      }
    }
  });
  return broken;
}
