/** `-o` names a file, or something that takes bytes. */
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasCommand } from '../support/peers.ts';
import { BINARY, HOOK_MILLISECONDS, runCommand, Sandbox } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

describe.skipIf(!hasCommand('mkfifo'))('a pipe', () => {
  const place = new Sandbox();
  beforeAll(async () => {
    await place.ok(quickPlan('mine', ...NO_FILES));
  }, HOOK_MILLISECONDS);

  test('gets the document and stays a pipe, also behind a link', async () => {
    const expected = (await place.ok(['export', 'csv'])).stdout;
    symlinkSync('pipe', join(place.work, 'link'));
    for (const name of ['pipe', 'link']) {
      const line = `[ -p pipe ] || mkfifo pipe; cat pipe > got & '${process.execPath}' '${BINARY}' export csv -o ${name}; wait`;
      const { code } = await runCommand('sh', ['-c', line], place.options());
      expect(code).toBe(0);
      expect(readFileSync(join(place.work, 'got'), 'utf8')).toBe(expected);
      expect(lstatSync(join(place.work, 'pipe')).isFIFO()).toBe(true);
    }
  });
});
