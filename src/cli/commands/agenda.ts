/** PLACEHOLDER: replaced before this lands. */
import type { Context } from '../context.ts';

export async function weekCommand(_context: Context): Promise<void> {
  throw new Error('not built yet');
}
export async function agendaCommand(_context: Context, _options: unknown): Promise<void> {
  throw new Error('not built yet');
}
