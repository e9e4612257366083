/** The days of a week with their sessions, under a heading each. */
import type { WeekData } from '../template-data.ts';
import { sessionRow } from './session-row.ts';

export const weekDays = ({ days }: WeekData): string =>
  days
    .map(({ date, day, sessions }) =>
      [
        `<div class="day" data-date="${date}">`,
        `<h4><time datetime="${date}">${day}</time></h4>`,
        '<ul class="sessions">',
        ...sessions.map(sessionRow),
        '</ul>',
        '</div>',
      ].join('\n'),
    )
    .join('\n');
