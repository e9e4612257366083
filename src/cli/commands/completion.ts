/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function completionCommand(_context: Context, _shell: string): Promise<void> {
  throw new Error('not built yet');
}
