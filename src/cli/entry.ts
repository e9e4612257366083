#!/usr/bin/env node
/**
 * The program's first file. It answers `--version` itself, sends what people type every day the
 * quick way, and loads the full parser for everything else. The build makes three parts of the
 * program; the first two are CommonJS, which Node starts faster.
 */
import { matchFast } from './fast/grammar.ts';

declare const CERTPLAN_VERSION: string;
declare const require: (path: './fast.js') => typeof import('./fast/commands.ts');

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
  const line = process.env.CERTPLAN_NO_FAST_START ? null : matchFast(args);
  if (line) return require('./fast.js').runFast(line);
  const { run } = await import('./program.ts');
  return run(args, CERTPLAN_VERSION);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
