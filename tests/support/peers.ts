/** Other programs that read our files. Where one is absent its tests are skipped, in CI they fail. */
import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** True where the command can be run. */
export const hasCommand = (name: string, args: readonly string[] = ['--version']): boolean =>
  spawnSync(name, args, { stdio: 'ignore' }).status === 0;

/**
 * @param name shown in the report, and the command looked for unless `present` says otherwise
 */
export function describePeer(name: string, tests: () => void, present = hasCommand(name)): void {
  if (present) {
    describe(name, tests);
  } else if (process.env.CI) {
    it(`needs ${name}`, () => {
      throw new Error(`${name} is not installed; in CI it must be`);
    });
  } else {
    describe.skip(`${name} (not installed here, skipped)`, tests);
  }
}
