/**
 * Stands in for node:child_process in the bundle. commander loads it to launch subcommands that are
 * programs of their own; certplan has none, and the real module costs each start some milliseconds.
 */
export function spawn() {
  throw new Error('certplan starts no other program');
}
export default { spawn };
