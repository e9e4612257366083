/** Which of the plan's rules a session breaks where the learner has put it (design §5). */
import { isContent } from '../curriculum/vocabulary.ts';
import { describeWindows } from '../learner/windows.ts';
import { type Plan, planClock, type Session, sessionEnd } from '../plan/plan.ts';
import { formatDate, formatHours } from '../plan/words.ts';
import {
  CONTENT_ENDS_DAYS_BEFORE_EXAM,
  CONTENT_SHARE_BEFORE_EXAMS,
  DAYS_BETWEEN_PRACTICE_EXAMS,
  OTHER_WORK_ENDS_DAYS_BEFORE_EXAM,
} from '../schedule/constants.ts';
import { layOpenings } from '../schedule/openings.ts';
import { civilDate, dayNumber, firstDayOfWeek, isoWeekIndex } from '../time/civil-date.ts';
import { formatMinute, type ZoneClock } from '../time/wall-clock.ts';
import { formatNumbers } from './find-sessions.ts';

type Check = (plan: Plan, session: Session, clock: ZoneClock) => string | null;

const numbersOf = (sessions: readonly Session[]): string =>
  formatNumbers(sessions.map(({ number }) => number));

const isOpen = ({ status }: Session): boolean => status === 'planned';

const CHECKS: readonly Check[] = [
  function outsideWindows(plan, session, clock) {
    const { day } = clock.toWallClock(session.start);
    const windows = layOpenings(
      { windows: plan.learner.windows, daysOff: [] },
      clock,
      day - 1,
      day,
      [],
      0,
    );
    const inside = windows.some(
      ({ start, end }) => start <= session.start && sessionEnd(session) <= end,
    );
    return inside ? null : `it is outside your windows (${describeWindows(plan.learner.windows)})`;
  },

  function onDayOff(plan, session, clock) {
    const dates = [session.start, sessionEnd(session) - 1].map((instant) =>
      civilDate(clock.toWallClock(instant).day),
    );
    const off = plan.learner.daysOff.find((day) => dates.includes(day));
    return off === undefined ? null : `${formatDate(off)} is a day off`;
  },

  function overlapping(plan, session) {
    const others = plan.sessions.filter(
      (other) =>
        other.number !== session.number &&
        isOpen(other) &&
        other.start < sessionEnd(session) &&
        session.start < sessionEnd(other),
    );
    return others.length === 0 ? null : `it overlaps with ${numbersOf(others)}`;
  },

  function busy(plan, session, clock) {
    const span = plan.basis.busy.find(
      ({ start, end }) => start < sessionEnd(session) && session.start < end,
    );
    if (!span) return null;
    const { minute } = clock.toWallClock(span.start);
    return `you are busy then (from ${formatMinute(minute)})`;
  },

  function overWeeklyCap(plan, session, clock) {
    const weekOf = (other: Session): number => isoWeekIndex(clock.toWallClock(other.start).day);
    const week = weekOf(session);
    const minutes = plan.sessions
      .filter((other) => isOpen(other) || other.status === 'done')
      .filter((other) => weekOf(other) === week)
      .reduce((sum, other) => sum + other.minutes, 0);
    const cap = plan.learner.minutesPerWeek;
    if (minutes <= cap) return null;
    const monday = formatDate(civilDate(firstDayOfWeek(week)));
    return `the week from ${monday} now holds ${formatHours(minutes)}, over your ${formatHours(cap)}`;
  },

  function beforeWhatItBuildsOn(plan, session) {
    const before = plan.sessions.filter(
      (other) =>
        session.after.includes(other.number) && isOpen(other) && sessionEnd(other) > session.start,
    );
    return before.length === 0 ? null : `it builds on ${numbersOf(before)}, still ahead then`;
  },

  function afterWhatBuildsOnIt(plan, session) {
    const next = plan.sessions.filter(
      (other) =>
        other.after.includes(session.number) && isOpen(other) && other.start < sessionEnd(session),
    );
    if (next.length === 0) return null;
    return `${numbersOf(next)} ${next.length === 1 ? 'builds' : 'build'} on it and ${next.length === 1 ? 'comes' : 'come'} earlier`;
  },

  function practiceExamTooEarly(plan, session) {
    if (session.kind !== 'practice-exam') return null;
    const content = plan.sessions.filter(
      ({ kind, status }) => isContent(kind) && status !== 'skipped',
    );
    const sum = (list: readonly Session[]): number =>
      list.reduce((minutes, other) => minutes + other.minutes, 0);
    const before = content.filter(
      (other) => other.status === 'done' || sessionEnd(other) <= session.start,
    );
    const share = content.length === 0 ? 1 : sum(before) / sum(content);
    if (share >= CONTENT_SHARE_BEFORE_EXAMS) return null;
    return `only ${Math.floor(share * 100)} % of the content comes before it`;
  },

  function practiceExamsTooClose(plan, session, clock) {
    if (session.kind !== 'practice-exam') return null;
    const day = (other: Session): number => clock.toWallClock(other.start).day;
    const near = plan.sessions.filter(
      (other) =>
        other.kind === 'practice-exam' &&
        other.activity !== session.activity &&
        isOpen(other) &&
        Math.abs(day(other) - day(session)) < DAYS_BETWEEN_PRACTICE_EXAMS,
    );
    return near.length === 0
      ? null
      : `practice exam ${numbersOf(near)} is less than ${DAYS_BETWEEN_PRACTICE_EXAMS} days away`;
  },

  function tooCloseToExam(plan, session, clock) {
    const { exam } = plan;
    if (!exam) return null;
    const examDay = dayNumber(exam.date);
    const { day } = clock.toWallClock(session.start);
    const begins = clock.toInstant(examDay, exam.minute ?? 0);
    if (sessionEnd(session) > begins) {
      return day === examDay ? 'it is on the exam day' : 'it is after the exam';
    }
    const days = examDay - day;
    const eve = session.kind === 'review' || session.kind === 'logistics';
    if (days < OTHER_WORK_ENDS_DAYS_BEFORE_EXAM && !eve) {
      return days === 0 ? 'it is on the exam day' : 'the day before the exam is for reviews only';
    }
    if (days < CONTENT_ENDS_DAYS_BEFORE_EXAM && isContent(session.kind)) {
      return 'the last five days before the exam are for reviews, not for new content';
    }
    return null;
  },
];

/**
 * @param plan as it looks now, with the session where it was put
 * @returns one text for each rule that is broken
 */
export function moveWarnings(plan: Plan, number: number): string[] {
  const session = plan.sessions.find((candidate) => candidate.number === number);
  if (!session) return [];
  const clock = planClock(plan);
  return CHECKS.flatMap((check) => check(plan, session, clock) ?? []);
}
