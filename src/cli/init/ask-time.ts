/** How much time there is, and when. */
import { parseDaysOff } from '../../learner/days-off.ts';
import { parseWindows } from '../../learner/windows.ts';
import { type CivilDate, dayNumber } from '../../time/civil-date.ts';
import { readBusyFiles } from '../busy-files.ts';
import { DEFAULT_HOURS } from '../commands/plan-options.ts';
import { hours } from '../program/option-values.ts';
import type { Answers } from './answers.ts';
import { checkBy } from './check-by.ts';
import { expandHome } from './expand-home.ts';
import type { Interview } from './interview.ts';

export async function askHours({ asker }: Interview, answers: Answers): Promise<Answers> {
  const fixed = await asker.one({
    message: 'When can you study?',
    choices: [
      { value: false, label: 'some hours a week: choose times for me' },
      { value: true, label: 'at fixed times of the week' },
    ],
  });
  if (!fixed) {
    const typed = await asker.line({
      message: 'How many hours a week? 1 to 60, halves allowed',
      placeholder: `Enter: ${DEFAULT_HOURS}`,
      check: checkBy(hours),
      required: false,
    });
    return { ...answers, when: null, hours: typed === '' ? DEFAULT_HOURS : hours(typed) };
  }
  const when = await asker.line({
    message: 'At which times? Days, then from-to; a semicolon between',
    placeholder: 'mon,wed 19:00-21:00; sat 09:00-12:30',
    check: checkBy(parseWindows),
    required: true,
  });
  const cap = await asker.line({
    message: 'At most how many hours of that a week?',
    placeholder: 'Enter: all that these times offer',
    check: checkBy(hours),
    required: false,
  });
  return { ...answers, when, hours: cap === '' ? null : hours(cap) };
}

export async function askTimeOff(
  { asker, today, start, clock }: Interview,
  answers: Answers,
): Promise<Answers> {
  const off = await asker.line({
    message: 'Days off? For example 2026-12-24..2027-01-02,2027-02-14',
    placeholder: 'Enter: none',
    check: checkBy((line) => parseDaysOff([line], today)),
    required: false,
  });
  const busy: string[] = [];
  for (;;) {
    const file = await asker.line({
      message:
        busy.length === 0
          ? 'A calendar file (.ics) with times that are taken?'
          : 'Another calendar file?',
      placeholder: 'Enter: none',
      check: checkBy((line) => readBusyFiles([expandHome(line)], clock, start, null)),
      required: false,
    });
    if (file === '') break;
    busy.push(expandHome(file));
  }
  const days = off === '' ? [] : parseDaysOff([off], today);
  return { ...answers, off: days.length === 0 ? null : formatDaysOff(days), busy };
}

/**
 * Days as `--off` takes them, whatever the day on which the line is typed again.
 * @param days in order, each once
 */
export function formatDaysOff(days: readonly CivilDate[]): string {
  const ranges: { readonly first: CivilDate; last: CivilDate }[] = [];
  for (const day of days) {
    const range = ranges.at(-1);
    if (range && dayNumber(day) === dayNumber(range.last) + 1) range.last = day;
    else ranges.push({ first: day, last: day });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}..${last}`)).join(',');
}
