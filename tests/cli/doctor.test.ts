/** `certplan doctor`: what is wrong with the stored data, and its repair. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { happen, stateOf } from '../support/journal.ts';
import { HOOK_MILLISECONDS, parseJson, Sandbox, STACK } from './run.ts';
import { NO_FILES, quickPlan } from './sample.ts';

interface Finding {
  readonly kind: string;
  readonly path: string;
  readonly line: number | null;
  readonly message: string;
  readonly repaired: boolean;
}
interface DoctorDocument {
  readonly schema: string;
  readonly healthy: boolean;
  readonly plans: {
    readonly name: string;
    readonly entries: number;
    readonly findings: Finding[];
    readonly backup: string | null;
  }[];
  readonly elsewhere: Finding[];
}

const place = new Sandbox();
const journal = place.journal('mine');
const backup = `${journal}.backup-1`;
let sound: string;
beforeAll(async () => {
  await place.ok(quickPlan('good', ...NO_FILES));
  await place.ok(quickPlan('mine', ...NO_FILES));
  for (const number of [1, 2, 3]) {
    happen(journal, `done-${number}`, {
      ...{ type: 'done', numbers: [number], on: '2026-11-26' },
      ...{ minutes: null, felt: null, from: null },
    });
  }
  sound = readFileSync(journal, 'utf8');
}, HOOK_MILLISECONDS);
beforeEach(() => {
  rmSync(backup, { force: true });
  writeFileSync(journal, sound);
});

const doctor = async (code: number, ...more: string[]): Promise<DoctorDocument> => {
  const outcome = await place.run(['doctor', '--json', ...more]);
  expect([outcome.code, outcome.stderr]).toEqual([code, '']);
  return parseJson<DoctorDocument>(outcome.stdout);
};
const lines = (text: string): string[] => text.split('\n');
/** The second `done` is damaged: its line is the third. */
const damaged = (): string => sound.replace('"numbers":[2]', '"numbers":[7]');

test('healthy plans: says so, exit 0, and touches nothing', async () => {
  const before = place.snapshot();
  const { stdout, stderr } = await place.ok(['doctor']);
  expect(stdout).toBe('good  healthy, 1 entry\nmine  healthy, 4 entries\n');
  expect(stderr).toBe('');
  expect(await doctor(0)).toMatchObject({
    schema: 'certplan.doctor/1',
    healthy: true,
    plans: [
      { name: 'good', entries: 1, findings: [], backup: null },
      { name: 'mine', entries: 4, findings: [], backup: null },
    ],
    elsewhere: [],
  });
  await place.ok(['doctor', '--repair']);
  expect(place.snapshot()).toEqual(before);
});

test('where nothing is stored there is nothing to say', async () => {
  const empty = new Sandbox();
  expect((await empty.ok(['doctor'])).stdout).toBe('no plan is stored here\n');
});

describe('damaged lines', () => {
  test('are named with the reason; exit 5, nothing is touched, the next step is said', async () => {
    writeFileSync(journal, `${damaged()}rubbish\n`);
    const before = place.snapshot();
    const { code, stdout, stderr } = await place.run(['doctor']);
    expect(code).toBe(5);
    expect(stdout).toContain('good  healthy');
    expect(stdout).toContain('mine  damaged, 3 entries sound');
    expect(stdout).toContain(`${journal}:3: the entry is damaged: its checksum does not fit`);
    expect(stdout).toContain(`${journal}:5: the entry is damaged: it is not a journal entry`);
    expect(stderr).toBe('next   certplan doctor --repair\n');
    expect((await doctor(5)).healthy).toBe(false);
    expect(place.snapshot()).toEqual(before);
    await doctor(0, '--plan', 'good');
  });

  test('are taken out by --repair; all is kept beside, and the plan is there again', async () => {
    writeFileSync(journal, damaged());
    expect((await place.run(['show', '--plan', 'mine'])).code).toBe(5);
    const { stdout } = await place.ok(['doctor', '--repair']);
    expect(stdout).toContain(`mine  repaired, 3 entries; as it was: ${backup}`);
    expect(readFileSync(backup, 'utf8')).toBe(damaged());
    const kept = lines(sound).filter((_, index) => index !== 2);
    expect(readFileSync(journal, 'utf8')).toBe(kept.join('\n'));
    for (const path of [journal, backup]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(
      stateOf(journal)
        .plan.sessions.map(({ status }) => status)
        .slice(0, 3),
    ).toEqual(['done', 'planned', 'done']);
    await place.ok(['show', '--plan', 'mine']);
    expect((await place.ok(['plans'])).stdout).not.toContain('backup');
    await doctor(0);
  });

  test('are taken out again later without touching the first backup', async () => {
    writeFileSync(journal, damaged());
    await doctor(0, '--repair');
    const first = readFileSync(backup);
    appendFileSync(journal, 'rubbish\n');
    const { plans } = await doctor(0, '--repair');
    expect(plans.map((plan) => plan.backup)).toEqual([null, `${journal}.backup-2`]);
    expect(readFileSync(backup).equals(first)).toBe(true);
    rmSync(`${journal}.backup-2`);
  });

  test('a last line that was cut off is taken out, a whole one without line end is kept', async () => {
    writeFileSync(journal, sound.slice(0, -20));
    expect((await doctor(5)).plans[1]?.findings).toMatchObject([{ line: 4, kind: 'damage' }]);
    expect((await doctor(0, '--repair')).plans[1]?.entries).toBe(3);
    writeFileSync(journal, sound.trimEnd());
    await doctor(0, '--repair');
    expect(readFileSync(journal, 'utf8')).toBe(sound);
    rmSync(`${journal}.backup-2`);
  });

  test('the entry that makes the plan cannot be repaired: exit 5, what to do, untouched', async () => {
    const broken = sound.replace('"created"', '"creaded"');
    for (const content of [broken, '', lines(sound).slice(1).join('\n')]) {
      writeFileSync(journal, content);
      const before = place.snapshot();
      const { code, stdout, stderr } = await place.run(['doctor', '--repair']);
      expect(code).toBe(5);
      expect(stdout).toContain('it holds no plan'.slice(3));
      expect(stdout).toContain('put a copy of that file back');
      expect(stderr).not.toMatch(STACK);
      expect(place.snapshot()).toEqual(before);
    }
  });

  test('a journal that cannot be read at all is told', async () => {
    rmSync(journal);
    mkdirSync(journal);
    const { code, stdout } = await place.run(['doctor', '--repair']);
    expect(code).toBe(5);
    expect(stdout).toContain('cannot be read: it is a folder');
    rmSync(journal, { recursive: true });
  });
});

describe('notes, which are no damage', () => {
  test('a re-plan that does not count, and entries of a newer certplan', async () => {
    const replan = { type: 'replanned', missed: [], added: [], changed: [], dropped: [] } as const;
    const base = stateOf(journal).placedBy;
    happen(journal, 'ours', { ...replan, base, moved: [], facts: {} });
    happen(journal, 'theirs', { ...replan, base, moved: [], facts: {} });
    happen(journal, 'newer', { type: 'painted' } as never);
    const { plans } = await doctor(0);
    expect(plans[1]?.findings.map(({ kind, message }) => [kind, message])).toEqual([
      ['note', '1 entry is of a newer certplan: kept and passed over'],
      ['note', expect.stringContaining('does not count')],
    ]);
  });
});

describe('leftovers', () => {
  const old = (path: string): void => utimesSync(path, new Date(0), new Date(0));
  const folder = join(place.home, 'plans');

  test('of dead processes are told, and removed by --repair; those in use stay', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const lock = (name: string, content: string): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const held = lock('good.jsonl.lock', JSON.stringify({ pid: process.pid, host: hostname() }));
    const left = [
      lock('mine.jsonl.lock', JSON.stringify({ pid: dead, host: hostname() })),
      lock('mine.jsonl.lock.break', ''),
      lock('.certplan-0123456789ab.tmp', 'half'),
      join(place.home, '.certplan-ba9876543210.tmp'),
    ];
    writeFileSync(left[3] ?? '', '');
    for (const path of left.slice(1)) old(path);
    const fresh = lock('.certplan-abcdefabcdef.tmp', 'now');
    const other = lock('notes.tmp', 'mine');

    const before = await doctor(0);
    expect(before.healthy).toBe(true);
    expect(
      before.elsewhere
        .filter(({ kind }) => kind === 'leftover')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...left].sort());
    expect(left.every((path) => existsSync(path))).toBe(true);
    const after = await doctor(0, '--repair');
    expect(after.elsewhere.filter(({ repaired }) => repaired)).toHaveLength(4);
    expect(left.some((path) => existsSync(path))).toBe(false);
    expect([held, fresh, other].every((path) => existsSync(path))).toBe(true);
    for (const path of [held, fresh, other]) rmSync(path);
    await doctor(0);
  });

  test('a plan in use that is not there: said, and forgotten by --repair', async () => {
    writeFileSync(join(place.home, 'current'), 'gone\n');
    const { elsewhere } = await doctor(5);
    expect(elsewhere).toMatchObject([{ message: 'the plan in use, "gone", is not there' }]);
    const { stdout } = await place.ok(['doctor', '--repair']);
    expect(stdout).toContain('certplan use good');
    await doctor(0);
    await place.ok(['use', 'mine']);
  });
});
