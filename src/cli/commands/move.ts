/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function moveCommand(
  _context: Context,
  _session: string,
  _when: string,
): Promise<void> {
  throw new Error('not built yet');
}
