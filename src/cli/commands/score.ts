/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function scoreCommand(
  _context: Context,
  _session: string,
  _percent: number,
  _options: unknown,
): Promise<void> {
  throw new Error('not built yet');
}
