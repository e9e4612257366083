/** How many minutes of study a stretch of time offers once breaks are taken out. */

/** Between two sittings (design §5 rule 4). */
export const BREAK_MINUTES = 10;

/**
 * The largest over k of min(k · session, length − 10 (k − 1)), and at least the longest unbroken
 * session that fits (design §6).
 * @param length minutes of the stretch
 * @param sessionMinutes longest sitting
 * @param unbroken minutes of the sessions that may exceed a sitting
 */
export function offeredMinutes(
  length: number,
  sessionMinutes: number,
  unbroken: readonly number[] = [],
): number {
  let best = Math.max(0, ...unbroken.filter((minutes) => minutes <= length));
  for (let sittings = 1; ; sittings += 1) {
    const room = length - BREAK_MINUTES * (sittings - 1);
    if (room <= 0) return best;
    best = Math.max(best, Math.min(sittings * sessionMinutes, room));
    if (sittings * sessionMinutes >= room) return best;
  }
}

/**
 * The length of each sitting when a stretch is shared out evenly among as few sittings as offer the
 * most: two hours and a longest sitting of 90 minutes give 55 + 55, not 90 + 20.
 */
export function evenSitting(length: number, sessionMinutes: number): number {
  const most = offeredMinutes(length, sessionMinutes);
  for (let sittings = 1; ; sittings += 1) {
    const room = length - BREAK_MINUTES * (sittings - 1);
    if (Math.min(sittings * sessionMinutes, room) >= most) {
      return Math.min(sessionMinutes, Math.ceil(room / sittings / 5) * 5);
    }
  }
}
