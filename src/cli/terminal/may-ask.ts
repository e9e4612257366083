/** May a question be asked? On a terminal only, and never where an answer is forbidden. */
import type { GlobalFlags } from '../context.ts';

export const mayAsk = (flags: GlobalFlags): boolean =>
  process.stdin.isTTY === true &&
  process.stdout.isTTY === true &&
  !process.env.CI &&
  flags.input !== false &&
  flags.json !== true;

/** The same for interviews, which are drawn again and again in place: a dumb terminal cannot do that. */
export const mayInterview = (flags: GlobalFlags): boolean =>
  mayAsk(flags) && process.env.TERM !== 'dumb';
