/** Options of commands that write the calendar file. */
import type { Command } from 'commander';
import { collect } from './option-values.ts';

export const withCalendarOptions = (command: Command): Command =>
  command
    .option(
      '--alarm <minutes|off|kind=...>',
      'of the calendar: minutes before (default 15), or by kind, e.g. lab=30,review=off (repeatable)',
      collect,
    )
    .option('--free', 'of the calendar: study time counts as free')
    .option('--exam-place <text>', 'of the calendar: where the exam is');
