/** Figures in words, the same in terminal and documents. */
import type { Kind } from '../curriculum/vocabulary.ts';
import type { CivilDate } from '../time/civil-date.ts';
import { dayNumber, weekdayIndex } from '../time/civil-date.ts';
import type { PlanCut } from './plan.ts';

/** `10 h 40 m`, `45 m`, `-2 h`. */
export function formatHours(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.abs(Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${sign}${rest} m`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${rest} m`;
}

/** `17 h`, rounded; under two hours as `1 h 20 m`. */
export const formatRoundHours = (minutes: number): string =>
  Math.abs(minutes) < 120 ? formatHours(minutes) : `${Math.round(minutes / 60)} h`;

export const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Wed 2 Dec`; with the year: `Wed 2 Dec 2026`. */
export function formatDate(date: CivilDate, withYear = false): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = DAY_NAMES[weekdayIndex(dayNumber(date))] ?? '';
  const text = `${name} ${Number(day)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)}`;
  return withYear ? `${text} ${year}` : text;
}

/** `December 2026`. */
export function formatMonth(date: CivilDate): string {
  const [year = '', month = ''] = date.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

export const KIND_NAMES = {
  docs: 'docs',
  course: 'course',
  video: 'video',
  lab: 'lab',
  'practice-questions': 'practice questions',
  'practice-exam': 'practice exam',
  project: 'project',
  bridge: 'bridge',
  review: 'review',
  'exam-review': 'exam review',
  logistics: 'logistics',
} as const satisfies Record<Kind, string>;

/** `9 items: 15 h, 31.6 % of the exam's weight thinly covered`. */
export function cutWords(cuts: readonly Pick<PlanCut, 'minutes' | 'weightLost'>[]): string {
  const minutes = cuts.reduce((sum, cut) => sum + cut.minutes, 0);
  const weight = cuts.reduce((sum, cut) => sum + cut.weightLost, 0);
  const items = `${cuts.length} ${cuts.length === 1 ? 'item' : 'items'}`;
  return `${items}: ${formatHours(minutes)}, ${Math.round(weight * 10) / 10} % of the exam's weight thinly covered`;
}
