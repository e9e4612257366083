/** The days of a week with their sessions, under a heading each. */
import type { WeekData } from '../template-data.ts';
import type { Words } from '../words/words.ts';
import { sessionRows } from './session-row.ts';

export function weekDays({ days }: WeekData, words: Words): string {
  const row = sessionRows(words);
  return days
    .map(({ date, day, sessions }) =>
      [
        `<div class="day" data-date="${date}">`,
        `<h4><time datetime="${date}">${day}</time></h4>`,
        '<ul class="sessions">',
        ...sessions.map(row),
        '</ul>',
        '</div>',
      ].join('\n'),
    )
    .join('\n');
}
