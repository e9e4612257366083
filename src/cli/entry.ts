#!/usr/bin/env node
/**
 * The program's first file. It answers `--version` itself, sends what people type every day the
 * quick way, and loads the full parser for everything else. The build makes the quick parts, and the
 * parser with `plan` alone, as CommonJS files, which Node starts faster than modules.
 */
import { matchFast } from './fast/grammar.ts';

declare const CERTPLAN_VERSION: string;
declare function require(path: './fast.js'): typeof import('./fast/commands.ts');
declare function require(path: './plan.js'): typeof import('./program.ts');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`certplan show | head`) is no failure.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
  process.stderr.write(`certplan: cannot write to standard output: ${why}\n`);
  process.exit(1);
});
// Nobody reads the notes: that changes nothing.
process.stderr.on('error', () => {});

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${CERTPLAN_VERSION}\n`);
    return 0;
  }
  // Both ways answer the same; tests compare them.
  if (!process.env.CERTPLAN_NO_FAST_START) {
    const line = matchFast(args);
    if (line) return require('./fast.js').runFast(line);
    if (args[0] === 'plan') return require('./plan.js').run(args, CERTPLAN_VERSION);
  }
  const { run } = await import('./program.ts');
  return run(args, CERTPLAN_VERSION);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
