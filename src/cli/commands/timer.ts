/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function startCommand(_context: Context, _session: string): Promise<void> {
  throw new Error('not built yet');
}
export async function stopCommand(_context: Context, _options: unknown): Promise<void> {
  throw new Error('not built yet');
}
