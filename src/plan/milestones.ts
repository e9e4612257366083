/** Dates around the exam that cost no study time. */
import type { Certification } from '../curriculum/curriculum.ts';
import { addDays, addMonths, type CivilDate } from '../time/civil-date.ts';
import { formatMinute } from '../time/wall-clock.ts';
import type { Milestone, PlanExam } from './plan.ts';

/** Seats at test centres fill up: three weeks are booked ahead. Design §7. */
const BOOK_DAYS_BEFORE = 21;
/** Time to mend a name that does not match the passport, or a machine that fails the check. Design §7. */
const ID_CHECK_DAYS_BEFORE = 3;
/** An end of the exam's life is worth naming when the plan ends within this many days of it. */
const LAST_DAY_NEAR = 183;

export function milestonesOf(
  certification: Certification,
  exam: PlanExam | null,
  start: CivilDate,
): Milestone[] {
  const { examCode, lifecycle, renewal, validityMonths } = certification;
  const found: Milestone[] = [];
  const add = (kind: Milestone['kind'], date: CivilDate, title: string) => {
    found.push({ kind, date, title });
  };
  const general = lifecycle.generalAvailability;
  if (general !== null && general >= start) {
    add('general-availability', general, `${examCode} is generally available from this day`);
  }
  if (exam) {
    const bookBy = addDays(exam.date, -BOOK_DAYS_BEFORE);
    add('book-by', bookBy < start ? start : bookBy, `Book ${examCode}`);
    const reschedule = addDays(exam.date, -certification.exam.rescheduleDays);
    add('reschedule-by', reschedule, `Last day to move the ${examCode} appointment`);
    const idCheck = addDays(exam.date, -ID_CHECK_DAYS_BEFORE);
    add(
      'id-check',
      idCheck < start ? start : idCheck,
      'Check your ID, the system test and the way to the centre',
    );
    add(
      'exam',
      exam.date,
      `Exam ${examCode}${exam.minute === null ? '' : ` at ${formatMinute(exam.minute)}`}`,
    );
    add(
      'retake',
      addDays(exam.date, certification.exam.retakeWaitDays),
      'First day of a second try, should it be needed',
    );
    if (renewal.opensMonthsBefore !== null && validityMonths !== null) {
      add(
        'renewal-opens',
        addMonths(exam.date, validityMonths - renewal.opensMonthsBefore),
        `Renewal of ${examCode} opens, if you pass on the exam day`,
      );
    }
    const last = lifecycle.lastExam;
    if (last !== null && last <= addDays(exam.date, LAST_DAY_NEAR)) {
      add('last-exam-day', last, `Last day on which ${examCode} can be sat`);
    }
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
