/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function importCommand(_context: Context, _file: string): Promise<void> {
  throw new Error('not built yet');
}
