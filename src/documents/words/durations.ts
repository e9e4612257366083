/** Durations with the signs of a language: minutes in, words out. */

/** How a language writes hours and minutes. */
export interface DurationSigns {
  hours(count: number): string;
  minutes(count: number): string;
  /** Between the two. */
  readonly gap: string;
}

/** `10 h 40 min`, `45 min`, `−2 h`. */
export const hoursWith =
  ({ hours, minutes, gap }: DurationSigns) =>
  (duration: number): string => {
    const sign = duration < 0 ? '−' : '';
    const whole = Math.abs(Math.round(duration));
    const full = Math.floor(whole / 60);
    const rest = whole % 60;
    if (full === 0) return `${sign}${minutes(rest)}`;
    return `${sign}${hours(full)}${rest === 0 ? '' : `${gap}${minutes(rest)}`}`;
  };

/** `17 h`, rounded; under two hours as `1 h 20 min`. */
export const roundHoursWith =
  (signs: DurationSigns) =>
  (duration: number): string =>
    Math.abs(duration) < 120 ? hoursWith(signs)(duration) : signs.hours(Math.round(duration / 60));
