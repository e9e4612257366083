/** Rule 6: practice exams are gates. */
import { isContent } from './plan-document.ts';
import { type Item, numbersOf, type PlanView, type SessionView } from './plan-view.ts';
import type { Violation } from './violation.ts';

const CONTENT_SHARE = 0.8;
const DAYS_BETWEEN = 3;
const LAST_BEFORE_EXAM = [3, 10] as const;
const REVIEW_WITHIN = 3;

interface Sat {
  readonly item: Item;
  readonly first: SessionView;
  readonly last: SessionView;
  readonly exempt: boolean;
}

export function checkPracticeExams(view: PlanView): Violation[] {
  const exams: Sat[] = [];
  for (const item of view.activities.values()) {
    const first = item.sessions[0];
    const last = item.sessions.at(-1);
    if (item.kind !== 'practice-exam' || !first || !last) continue;
    exams.push({ item, first, last, exempt: item.sessions.every((it) => it.exempt) });
  }
  exams.sort((a, b) => a.first.start - b.first.start);
  return [
    ...contentFirst(view, exams),
    ...apart(exams),
    ...lastBeforeExam(view, exams),
    ...exams.flatMap((exam, index) => itsReview(view, exam, exams[index + 1])),
  ];
}

function contentFirst({ sessions }: PlanView, exams: readonly Sat[]): Violation[] {
  const content = sessions.filter((it) => isContent(it.session.kind));
  const total = content.reduce((sum, it) => sum + it.session.minutes, 0);
  const violations: Violation[] = [];
  for (const { item, first, exempt } of exams) {
    if (exempt) continue;
    const before = content.reduce(
      (sum, it) => sum + (it.done || it.end <= first.start ? it.session.minutes : 0),
      0,
    );
    if (before >= CONTENT_SHARE * total - 1e-6) continue;
    violations.push({
      rule: 6,
      message: `${before} of ${total} content minutes lie before ${item.activity}, under 80 %`,
      sessions: numbersOf(item),
    });
  }
  return violations;
}

function apart(exams: readonly Sat[]): Violation[] {
  return exams.flatMap((later, index) => {
    const earlier = exams[index - 1];
    if (!earlier || (earlier.exempt && later.exempt)) return [];
    const days = later.first.day - earlier.first.day;
    if (days >= DAYS_BETWEEN) return [];
    const message = `${earlier.item.activity} and ${later.item.activity} are ${days} days apart`;
    return [{ rule: 6, message, sessions: [earlier.first.number, later.first.number] }];
  });
}

function lastBeforeExam({ exam }: PlanView, exams: readonly Sat[]): Violation[] {
  const last = exams.at(-1);
  if (!exam || !last || last.exempt) return [];
  const days = exam.day - last.first.day;
  if (days >= LAST_BEFORE_EXAM[0] && days <= LAST_BEFORE_EXAM[1]) return [];
  const message = `the last practice exam, ${last.item.activity}, is ${days} days before the exam`;
  return [{ rule: 6, message, sessions: [last.first.number] }];
}

function itsReview({ activities, given }: PlanView, exam: Sat, next: Sat | undefined): Violation[] {
  const id = exam.item.activity;
  const say = (message: string, sessions: number[]): Violation[] => [
    { rule: 6, message, sessions },
  ];
  const review = activities.get(`${id}-review`);
  const first = review?.sessions[0];
  const last = review?.sessions.at(-1);
  if (!review || !first || !last || review.kind !== 'exam-review') {
    return exam.exempt ? [] : say(`${id} has no exam-review ${id}-review`, numbersOf(exam.item));
  }
  const numbers = [...numbersOf(exam.item), ...numbersOf(review)];
  if (exam.exempt && review.sessions.every((it) => it.exempt)) return [];
  const violations: Violation[] = [];
  if (!exam.last.done) {
    if (first.start < exam.last.end)
      violations.push(...say(`${id}-review starts before ${id} ends`, numbers));
    // A practice exam that lies in the past (a re-plan) no longer fixes the date of its review.
    const isPast = exam.exempt && !exam.first.session.pinned && given.now !== undefined;
    const days = first.day - exam.first.day;
    if (!isPast && days > REVIEW_WITHIN) {
      violations.push(...say(`${id}-review is ${days} days after ${id}`, numbers));
    }
  }
  if (next && last.end > next.first.start) {
    const message = `${id}-review does not end before ${next.item.activity} starts`;
    violations.push(...say(message, [...numbers, next.first.number]));
  }
  return violations;
}
