/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function doctorCommand(_context: Context, _options: unknown): Promise<void> {
  throw new Error('not built yet');
}
