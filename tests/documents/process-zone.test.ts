/** The same plan gives the same bytes wherever, and in whatever zone, the process runs. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./print-digests.ts', import.meta.url));

const digests = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
  });
  return stdout;
};

describe('every document', () => {
  it('is the same to the byte in any zone and locale of the process', async () => {
    const here = await digests({ TZ: 'UTC', LC_ALL: 'C' });
    expect(here.trim().split('\n')).toHaveLength(20);
    const others = await Promise.all(
      ['America/Santiago', 'Pacific/Apia', 'Asia/Kathmandu', 'Europe/Berlin'].map((TZ) =>
        digests({ TZ, LC_ALL: 'de_DE.UTF-8' }),
      ),
    );
    for (const other of others) expect(other).toBe(here);
  });
});
