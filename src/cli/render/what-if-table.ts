/** The table of `plan --what-if`. */
import type { WhatIfRow } from '../../plan/what-if.ts';
import { formatHours, formatRoundHours } from '../../plan/words.ts';
import { columns } from '../terminal/layout.ts';

export function whatIfTable(rows: readonly WhatIfRow[]): string[] {
  return columns([
    ['hours a week', 'exam day', 'verdict', 'needed', 'cushion'],
    ...rows.map((row) => [
      `${row.hoursPerWeek} h${row.present ? ' (now)' : ''}`,
      row.exam ?? 'none',
      row.verdict.replaceAll('-', ' '),
      formatRoundHours(row.neededMinutes),
      row.cushionMinutes === null ? '' : formatHours(row.cushionMinutes),
    ]),
  ]);
}
