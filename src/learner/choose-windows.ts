/**
 * Windows for a learner who gave only hours a week: evenings first, then weekends, then days. From
 * 5 hours on one window is as long as the longest unbroken session, and another stands within the
 * next three dates, so that no rule has to be relaxed (design §5).
 */
import { WEEKDAYS, type Weekday } from '../time/civil-date.ts';
import type { MinuteOfDay } from '../time/wall-clock.ts';
import { offeredMinutes } from './window-offer.ts';
import { sortWindows, type Window } from './windows.ts';

/** Below this an unbroken practice exam and its review do not fit one week. */
const MINUTES_FOR_A_LONG_WINDOW = 300;
/**
 * Room beyond the hours: the weekly cap leaves it free, and what is missed in a week can be caught up
 * in the same week without moving anything else. Our choice: a tenth, at least 45 minutes.
 */
const CATCH_UP_SHARE = 0.1;
const CATCH_UP_LEAST = 45;
const SHORTEST_WINDOW = 45;
const STEP = 5;

interface Candidate {
  readonly days: readonly Weekday[];
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

const at = (hour: number): MinuteOfDay => hour * 60;
const WORKDAYS = WEEKDAYS.slice(0, 5);

/** Tried in this order; a later stretch of the same day that touches an earlier one extends it. */
const CANDIDATES: readonly Candidate[] = [
  { days: ['tue', 'thu', 'mon', 'wed'], from: at(19), to: at(21) },
  { days: ['sat'], from: at(9), to: at(13) },
  { days: ['sun'], from: at(9), to: at(13) },
  { days: ['tue', 'thu', 'mon', 'wed', 'fri'], from: at(19), to: at(22) },
  { days: ['sat', 'sun'], from: at(14), to: at(18) },
  { days: ['sat', 'sun'], from: at(19), to: at(22) },
  { days: WORKDAYS, from: at(8), to: at(12) },
  { days: WORKDAYS, from: at(13), to: at(17) },
];

/**
 * @param minutesPerWeek what the windows shall offer after breaks, 60 to 3600
 * @param sessionMinutes longest sitting
 * @param longestUnbroken longest practice exam or lab of the certification
 */
export function chooseWindows(
  minutesPerWeek: number,
  sessionMinutes: number,
  longestUnbroken: number,
): Window[] {
  const chosen = new Map<string, Window>();
  const offer = (length: number): number =>
    offeredMinutes(length, sessionMinutes, [longestUnbroken]);
  const offered = (): number =>
    [...chosen.values()].reduce((sum, window) => sum + offer(window.to - window.from), 0);
  const wanted = minutesPerWeek + Math.max(CATCH_UP_LEAST, minutesPerWeek * CATCH_UP_SHARE);

  if (minutesPerWeek >= MINUTES_FOR_A_LONG_WINDOW) {
    const length = Math.max(120, Math.ceil(longestUnbroken / 30) * 30);
    chosen.set('sat-540', { weekday: 'sat', from: at(9), to: at(9) + length });
  }
  for (const candidate of CANDIDATES) {
    for (const weekday of candidate.days) {
      const missing = wanted - offered();
      if (missing <= 0) return sortWindows([...chosen.values()]);
      const key = `${weekday}-${candidate.from}`;
      const present = chosen.get(key);
      const longest = candidate.to - candidate.from;
      let length = present ? present.to - present.from : SHORTEST_WINDOW;
      const base = present ? offer(length) : 0;
      if (present && length >= longest) continue;
      while (length < longest && offer(length) - base < missing) length += STEP;
      chosen.set(key, { weekday, from: candidate.from, to: candidate.from + length });
    }
  }
  return sortWindows([...chosen.values()]);
}
