/**
 * A disk that is full or read-only: said clearly, exit 1, and the stored plan is as it was. The disk
 * is one of our own, which takes root; without, these tests are skipped.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMount, SmallDisk } from './crash/small-disk.ts';
import { type ErrorDocument, HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { NO_FILES, planOf, quickPlan } from './sample.ts';

const place = new Sandbox();
const mountable = canMount(place.root);

/** Longer than what is left of the last block of any file. */
const LONG = 'because '.repeat(2000);

const WRITERS: readonly (readonly [string, string[]])[] = [
  ['a new plan', quickPlan('new', ...NO_FILES)],
  ['a plan that replaces one', quickPlan('mine', '--force', ...NO_FILES)],
  ['a skip', ['skip', '1', '--why', LONG]],
  ['a tick', ['done', '2']],
];

describe.skipIf(!mountable)('a full disk (needs root, skipped without)', () => {
  const home = join(place.root, 'small');
  const env = { CERTPLAN_HOME: home };
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = new SmallDisk(home, '2m');
    await place.ok(quickPlan('mine', ...NO_FILES), { env });
  }, HOOK_MILLISECONDS);
  afterAll(() => disk.end());

  test.each(WRITERS)('%s: exit 1, said why, nothing has changed', async (_, args) => {
    disk.fill();
    const before = place.snapshot(home);
    const { code, stdout, stderr } = await place.run([...args, '--json'], { env });
    const after = place.snapshot(home);
    disk.makeRoom();
    expect(code).toBe(1);
    expect(stderr).toContain('the disk is full');
    expect(stderr).toContain(home);
    expect(stderr).not.toMatch(STACK);
    expect(parseJson<ErrorDocument>(stdout).error.code).toBe('cannot-write');
    expect(after).toEqual(before);
  });

  test('with room again, the same commands work', async () => {
    await place.ok(['skip', '1', '--why', LONG], { env });
    const { stdout } = await place.ok(['show', '--json'], { env });
    expect(planOf(stdout).sessions[0]?.status).toBe('skipped');
  });

  test('documents that find no room: exit 1, and neither plan nor files are half there', async () => {
    disk.fill();
    const out = join(home, 'out');
    const { code, stderr } = await place.run(quickPlan('elsewhere', '--no-pdf', '--out', out));
    const stored = (await place.ok(['plans'])).stdout;
    disk.makeRoom();
    expect(code).toBe(1);
    expect(stderr).toContain('the disk is full');
    expect(stored).not.toContain('elsewhere');
    expect(Object.keys(place.snapshot(home)).filter((path) => path.startsWith('out'))).toEqual([]);
  });
});

describe.skipIf(!mountable)('a read-only disk (needs root, skipped without)', () => {
  const home = join(place.root, 'sealed');
  const env = { CERTPLAN_HOME: home };
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = new SmallDisk(home, '4m');
    await place.ok(quickPlan('mine', ...NO_FILES), { env });
    disk.setReadOnly(true);
  }, HOOK_MILLISECONDS);
  afterAll(() => disk.end());

  test.each([...WRITERS, ['use', ['use', 'mine']] as const])(
    '%s: exit 1, said why',
    async (_, args) => {
      const before = place.snapshot(home);
      const { code, stderr } = await place.run(args, { env });
      expect(code).toBe(1);
      expect(stderr).toContain('the file system is read-only');
      expect(stderr).toContain(home);
      expect(stderr).not.toMatch(STACK);
      expect(place.snapshot(home)).toEqual(before);
    },
  );

  test('reading goes on', async () => {
    const { stdout } = await place.ok(['show', '--json'], { env });
    expect(planOf(stdout).name).toBe('mine');
  });
});
