/** The learner's weekly windows as spans of instants. */
import type { WindowDocument } from './plan-document.ts';
import { WEEKDAYS } from './plan-document.ts';
import { weekdayOf, type ZoneClock } from './zone-clock.ts';

interface WeeklySpan {
  /** Minutes after midnight; the end may run past 24:00. */
  readonly from: number;
  readonly to: number;
}

/** The spans of each weekday, Monday first. */
export type WeeklyWindows = readonly (readonly WeeklySpan[])[];

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function weeklyWindows(windows: readonly WindowDocument[]): WeeklyWindows {
  const week: WeeklySpan[][] = WEEKDAYS.map(() => []);
  for (const window of windows) {
    const from = minutesOf(window.from);
    const to = minutesOf(window.to);
    // An end that is not after its start lies on the next day.
    const span = { from, to: to <= from ? to + 1440 : to };
    for (const name of window.days) week[WEEKDAYS.indexOf(name)]?.push(span);
  }
  return week;
}

/** Whether one occurrence of one window holds the whole of [start, end]. */
export function liesInOneWindow(
  week: WeeklyWindows,
  clock: ZoneClock,
  start: number,
  end: number,
): boolean {
  const today = clock.dayAt(start);
  // A window of the evening before may run into today.
  for (const day of [today, today - 1]) {
    for (const span of week[weekdayOf(day)] ?? []) {
      if (clock.at(day, span.from) <= start && end <= clock.at(day, span.to)) return true;
    }
  }
  return false;
}
