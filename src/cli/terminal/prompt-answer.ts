/** Waits for the answer to a prompt of clack, whatever way the learner takes out of it. */
import { type CANCEL_SYMBOL, isCancel } from '@clack/prompts';

/**
 * @param ask shows the prompt; the signal ends it
 * @returns null: the prompt was left with Ctrl-C, Esc, Ctrl-D or the end of the input
 */
export async function promptAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T | typeof CANCEL_SYMBOL>,
): Promise<{ readonly value: T } | null> {
  const end = new AbortController();
  // Ctrl-D ends readline without a word: the prompt would wait for ever, its cursor hidden.
  const onKey = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string }): void => {
    if (key.ctrl === true && key.name === 'd') end.abort();
  };
  const onEnd = (): void => end.abort();
  process.stdin.on('keypress', onKey).once('end', onEnd);
  try {
    const value = await ask(end.signal);
    return isCancel(value) ? null : { value };
  } finally {
    process.stdin.off('keypress', onKey).off('end', onEnd);
  }
}
