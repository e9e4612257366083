/**
 * A word on the terminal while something takes longer than half a second. Planning runs without a
 * pause, so no clock could show it later: it is shown before a step that is known to be long.
 */
import type { Context } from '../context.ts';
import { asciiKeepingColour } from './ascii.ts';

const ERASE_LINE = '\r\u001b[K';

export interface Progress {
  /** Shows the text in place of the one before. */
  show(text: string): void;
  /** Leaves the line as if nothing had been there. */
  clear(): void;
}

const SILENT: Progress = { show: () => {}, clear: () => {} };

/** Only for eyes: none in a pipe, with `-q` or `--json`, in CI, or where a line cannot be erased. */
export function progressFor({ err, flags, json }: Context): Progress {
  const { CI, TERM } = process.env;
  const seen = process.stderr.isTTY === true && TERM !== 'dumb' && (CI ?? '') === '';
  if (!seen || json || flags.quiet === true) return SILENT;
  let shown = false;
  return {
    show(text) {
      const line = `${err.dim(text)}…`;
      process.stderr.write(ERASE_LINE + (err.unicode ? line : asciiKeepingColour(line)));
      shown = true;
    },
    clear() {
      if (shown) process.stderr.write(ERASE_LINE);
      shown = false;
    },
  };
}
