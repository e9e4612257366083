#!/usr/bin/env node
/** The program's first file: it answers `--version` itself and loads the rest only when needed. */
declare const CERTPLAN_VERSION: string;

// A reader that has seen enough (`certplan show | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [first, ...more] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && more.length === 0) {
  process.stdout.write(`${CERTPLAN_VERSION}\n`);
} else {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2), CERTPLAN_VERSION);
}

export {};
