/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function todayCommand(_context: Context, _options: unknown): Promise<void> {
  throw new Error('not built yet');
}
