/** The parsers of the flags as checks of what is typed: same grammar, same messages. */
import { CommanderError } from 'commander';
import { UserError } from '../../errors.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Check } from './asker.ts';

/** A refusal in one line; anything else is thrown on. */
export function refusal(error: unknown): string {
  if (error instanceof UserError) {
    // Remedies of several lines are typed, not read beside a prompt.
    const hint = error.hint?.includes('\n') ? null : error.hint;
    return plainText(hint === null ? error.message : `${error.message}; ${hint}`);
  }
  if (error instanceof CommanderError) return plainText(error.message);
  throw error;
}

/** @param read a parser that throws what it refuses, at once or later */
export const checkBy =
  (read: (line: string) => unknown): Check =>
  (line) => {
    try {
      const result = read(line);
      return result instanceof Promise ? result.then(() => null, refusal) : null;
    } catch (error) {
      return refusal(error);
    }
  };
