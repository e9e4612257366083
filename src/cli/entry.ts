#!/usr/bin/env node
/** The program's first file: it answers `--version` itself and loads the rest only when needed. */
declare const CERTPLAN_VERSION: string;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`certplan show | head`) is no failure.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
  process.stderr.write(`certplan: cannot write to standard output: ${why}\n`);
  process.exit(1);
});
// Nobody reads the notes: that changes nothing.
process.stderr.on('error', () => {});

const [first, ...more] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && more.length === 0) {
  process.stdout.write(`${CERTPLAN_VERSION}\n`);
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2), CERTPLAN_VERSION);
}

export {};
