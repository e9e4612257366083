/** Loaded before the program: at its end, tells how much processor time it took, threads included. */
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(2, `\ncpu ${user + system} µs\n`);
  });
}
