/** A row of small columns, one a value. */
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/**
 * The lowest column stands for nothing at all: whatever is above 0 is seen. In ASCII the values
 * themselves, rounded.
 * @param most value of the highest column
 */
export function sparkline(values: readonly number[], most: number, unicode: boolean): string {
  if (!unicode) return values.map((value) => String(Math.round(value))).join(' ');
  return values
    .map((value) => {
      if (value <= 0 || most <= 0) return LEVELS[0];
      const level = Math.ceil((value / most) * (LEVELS.length - 1));
      return LEVELS[Math.min(LEVELS.length - 1, level)] ?? '';
    })
    .join('');
}
