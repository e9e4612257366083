/** What became of a stored plan's exam since the plan was made. */
import type { CertificationEntry } from '../curriculum/index-entry.ts';
import { statusOn } from '../curriculum/lifecycle.ts';
import { type CivilDate, dayNumber, firstDayOfWeek, isoWeekIndex } from '../time/civil-date.ts';
import { type Plan, planClock } from './plan.ts';
import { stageIds, stagePlan } from './stages.ts';

export interface LifeNote {
  readonly code: 'retired' | 'ends-before-exam' | 'successor-available';
  /** Id of the certification that it is about. */
  readonly certification: string;
  /** Id of what follows it, if that has a curriculum. */
  readonly successor: string | null;
  /** What is the case, in one sentence without its full stop. */
  readonly message: string;
  /** Commands that help, in the order in which they are typed. */
  readonly next: readonly string[];
}

/**
 * Of every certification in the plan whose exam is still ahead: it has ended, it ends before the
 * planned exam day, or what follows it can be sat already.
 * @param newest entries as certplan knows them today; the plan's own dates hold where there is none
 */
export function lifeNotes(
  plan: Plan,
  today: CivilDate,
  newest: readonly CertificationEntry[],
): LifeNote[] {
  return stageIds(plan).flatMap((id) => stageNote(stagePlan(plan, id), today, newest) ?? []);
}

function stageNote(
  plan: Plan,
  today: CivilDate,
  newest: readonly CertificationEntry[],
): LifeNote | null {
  const { certification, exam, sessions } = plan;
  const isBehind =
    exam === null
      ? sessions.every(({ status }) => status === 'done' || status === 'skipped')
      : exam.date < today;
  if (isBehind) return null;
  const entryOf = (id: string) => newest.find((entry) => entry.id === id);
  const known = entryOf(certification.id) ?? certification;
  const { examCode, lifecycle } = known;
  const follows = known.successors.flatMap((id) => entryOf(id) ?? []);
  const isOpen = (entry: CertificationEntry): boolean =>
    ['active', 'retiring'].includes(statusOn(entry.lifecycle, today));
  const successor = follows.find(isOpen) ?? follows[0] ?? null;
  const note = (code: LifeNote['code'], message: string): LifeNote => ({
    code,
    certification: certification.id,
    successor: successor?.id ?? null,
    message,
    next:
      successor === null
        ? ['certplan certs']
        : [
            `certplan curriculum drift ${certification.id} ${successor.id} --plan ${plan.name}`,
            `certplan plan ${successor.id} --from ${plan.name}`,
          ],
  });
  const then =
    successor === null ? '' : `; ${successor.examCode} follows it${inBeta(successor, today)}`;
  const { lastExam } = lifecycle;
  if (lastExam !== null && lastExam < today) {
    return note('retired', `${examCode} has ended, ${lastExam} was its last exam day${then}`);
  }
  if (lastExam !== null && exam !== null && lastExam < exam.date) {
    return note(
      'ends-before-exam',
      `${examCode} can be sat until ${lastExam}, before your exam day ${exam.date}${then}`,
    );
  }
  if (successor !== null && isOpen(successor)) {
    return note(
      'successor-available',
      `${successor.examCode}, which follows ${examCode}, can be sat already${
        lastExam === null ? '' : `; your exam day is still in time, ${examCode} ends on ${lastExam}`
      }`,
    );
  }
  return null;
}

function inBeta({ lifecycle }: CertificationEntry, today: CivilDate): string {
  if (statusOn(lifecycle, today) !== 'beta') return '';
  return ` (in beta until ${lifecycle.generalAvailability ?? 'general availability'})`;
}

/**
 * True on one day of each ISO week: the first on which something is planned, else its Monday. What is
 * said on that day only is said once a week, without a note of when it was said last.
 */
export function isLifeDay(
  plan: Pick<Plan, 'sessions' | 'learner' | 'zoneChanges'>,
  date: CivilDate,
): boolean {
  const clock = planClock(plan);
  const today = dayNumber(date);
  const week = isoWeekIndex(today);
  const days = plan.sessions
    .map(({ start }) => clock.toWallClock(start).day)
    .filter((day) => isoWeekIndex(day) === week);
  return today === (days.length === 0 ? firstDayOfWeek(week) : Math.min(...days));
}

/**
 * The sentence with what to type: one paragraph.
 * @param most commands to name
 */
export const lifeWords = ({ message, next }: LifeNote, most = 2): string =>
  `${message}: ${next.slice(0, most).join(', ')}`;
