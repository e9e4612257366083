/** `--off 2026-12-24..2027-01-02,2027-02-14`. */
import { badInput } from '../errors.ts';
import { type CivilDate, civilDate, dayNumber } from '../time/civil-date.ts';
import { parseDate } from '../time/parse-date.ts';

/** A longer range is a slip of the keyboard, not a holiday. */
const LONGEST_RANGE_DAYS = 3660;

/** @returns the dates in order, each once */
export function parseDaysOff(options: readonly string[], today: CivilDate): CivilDate[] {
  const days = new Set<number>();
  for (const part of options.flatMap((option) => option.split(','))) {
    const text = part.trim();
    if (text === '') continue;
    const [first = '', last, more] = text.split('..');
    if (more !== undefined || first === '' || last === '') {
      throw badInput(
        'bad-date',
        `--off "${text}" is no date and no range`,
        'write 2026-12-24 or 2026-12-24..2027-01-02',
      );
    }
    const from = dayNumber(parseDate(first, today, '--off'));
    const to = last === undefined ? from : dayNumber(parseDate(last, today, '--off'));
    if (to < from) {
      throw badInput(
        'bad-date',
        `--off "${text}" ends before it starts`,
        'put the earlier date first',
      );
    }
    if (to - from > LONGEST_RANGE_DAYS) {
      throw badInput('bad-date', `--off "${text}" is longer than ten years`, 'check the years');
    }
    for (let day = from; day <= to; day += 1) days.add(day);
  }
  return [...days].sort((a, b) => a - b).map(civilDate);
}
