/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function historyCommand(_context: Context): Promise<void> {
  throw new Error('not built yet');
}
