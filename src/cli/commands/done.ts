/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function doneCommand(
  _context: Context,
  _sessions: string[],
  _options: unknown,
): Promise<void> {
  throw new Error('not built yet');
}
