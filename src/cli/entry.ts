#!/usr/bin/env node
/**
 * The program's first file. It answers `--version` itself, sends what people type every day the
 * quick way, and loads the full parser for everything else. The build makes the quick parts, and the
 * parser with `plan` alone, as CommonJS files, which Node starts faster than modules.
 */
import { requireCompiled } from './compiled.ts';
import { type FastCommandName, type FastLine, matchFast } from './fast/grammar.ts';

type FastCommands = typeof import('./fast/commands.ts');
type Program = typeof import('./program.ts');

declare const CERTPLAN_VERSION: string;
/** Commands that the build put into files of their own, named after them. */
declare const CERTPLAN_OWN_FILES: readonly FastCommandName[];
declare function require(path: string): unknown;
declare const __dirname: string;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`certplan show | head`) is no failure.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
  process.stderr.write(`certplan: cannot write to standard output: ${why}\n`);
  process.exit(1);
});

function fastCommands({ command }: FastLine): FastCommands {
  const file = CERTPLAN_OWN_FILES.includes(command) ? `${command}.js` : 'fast.js';
  return requireCompiled(__dirname, file, require) as FastCommands;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${CERTPLAN_VERSION}\n`);
    return 0;
  }
  // Both ways answer the same; tests compare them.
  const isFast = !process.env.CERTPLAN_NO_FAST_START;
  const line = isFast ? matchFast(args) : null;
  if (line) {
    const { runFast, endWhenWritten } = fastCommands(line);
    const code = await runFast(line);
    endWhenWritten(code);
    return code;
  }
  // Nobody reads the notes: that changes nothing.
  process.stderr.on('error', () => {});
  if (isFast && args[0] === 'plan') {
    return (require('./plan.js') as Program).run(args, CERTPLAN_VERSION);
  }
  const { run } = await import('./program.ts');
  return run(args, CERTPLAN_VERSION);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
