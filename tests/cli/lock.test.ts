import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/cli/lock.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certplan-lock-'));
  lock = join(folder, 'plan.jsonl.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a journal', () => {
  it('is gone after the work, also after work that fails', () => {
    expect(withLock(lock, () => existsSync(lock))).toBe(true);
    expect(existsSync(lock)).toBe(false);
    expect(() =>
      withLock(lock, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('of a process that has died on this machine is broken', () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(lock, JSON.stringify({ pid: dead, host: hostname() }));
    expect(withLock(lock, () => 'done')).toBe('done');
  });

  it('that was left empty by a killed process is broken after a moment', () => {
    writeFileSync(lock, '');
    expect(withLock(lock, () => 'done')).toBe('done');
  });

  it('of a living process is respected, and named when patience ends', () => {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }));
    expect(() => withLock(lock, () => 'done')).toThrow(`process ${process.pid}`);
    expect(existsSync(lock)).toBe(true);
  }, 20_000);
});
