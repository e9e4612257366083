/** The commands behind the quick way in: the same functions that the full parser calls. */
import { EXIT, type ExitCode } from '../../errors.ts';
import { Context, reportError } from '../context.ts';
import { notesWaiting } from '../terminal/notes.ts';
import type { FastCommandName, FastLine } from './grammar.ts';

type Call = (context: Context, line: FastLine) => Promise<ExitCode | void>;

const first = ({ operands: [text = ''] }: FastLine): string => text;
/** Each once, as the full parser reads them. */
const numbers = ({ operands }: FastLine): number[] => [...new Set(operands.map(Number))];

const CALLS = {
  today: async (context, { options }) =>
    (await import('../commands/today.ts')).todayCommand(context, options),
  week: async (context) => (await import('../commands/agenda.ts')).weekCommand(context),
  agenda: async (context, { options }) =>
    (await import('../commands/agenda.ts')).agendaCommand(context, options),
  done: async (context, line) =>
    (await import('../commands/done.ts')).doneCommand(context, numbers(line), line.options),
  start: async (context, line) =>
    (await import('../commands/timer.ts')).startCommand(context, Number(first(line))),
  stop: async (context, { options }) =>
    (await import('../commands/timer.ts')).stopCommand(context, options),
  skip: async (context, line) =>
    (await import('../commands/skip.ts')).skipCommand(context, numbers(line), line.options),
  undo: async (context) => (await import('../commands/undo.ts')).undoCommand(context),
  status: async (context) => (await import('../commands/status.ts')).statusCommand(context),
  show: async (context, line) =>
    (await import('../commands/show.ts')).showCommand(context, numbers(line)[0]),
  export: async (context, line) =>
    (await import('../commands/export.ts')).exportCommand(context, first(line), line.options),
  certs: async (context, { operands: [id] }) =>
    (await import('../commands/certs.ts')).certsCommand(context, id),
  plans: async (context) => (await import('../commands/plans.ts')).plansCommand(context),
  use: async (context, line) =>
    (await import('../commands/plans.ts')).useCommand(context, first(line)),
  __complete: async (context, line) =>
    (await import('../commands/complete.ts')).completeCommand(context, first(line)),
} as const satisfies Record<FastCommandName, Call>;

/** @returns the exit code of the contract */
export async function runFast(line: FastLine): Promise<ExitCode> {
  try {
    const call: Call = CALLS[line.command];
    return (await call(new Context(line.options), line)) ?? EXIT.ok;
  } catch (error) {
    return reportError(error, line.options);
  }
}

/**
 * Ends the program as soon as its output is written: to take everything down in order would cost
 * more than some of these commands do. Errors of the output are heard first.
 */
export function endWhenWritten(code: ExitCode): void {
  setImmediate(() => {
    if (process.stdout.writableLength + notesWaiting() === 0)
      process.exit(process.exitCode ?? code);
  });
}
