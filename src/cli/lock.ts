/** A lock file: one writer at a time for one journal. */
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { damaged } from '../errors.ts';
import { cannotWrite, sweepLeftovers, systemCode, temporaryIn } from './files.ts';

/** A writer waits up to 10 seconds (design §8); commands hold the lock for milliseconds. */
const PATIENCE_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 5;
/** Breaking a lock takes less than a millisecond. */
const GUARD_MILLISECONDS = 1000;

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

function holderOf(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value) || !('host' in value)) return null;
    return { pid: Number(value.pid), host: String(value.host) };
  } catch {
    // Just created and still empty, or gone again: the next try will tell.
    return null;
  }
}

function isDead(holder: Holder): boolean {
  if (holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}

export interface LockOwner {
  /** Its process has ended: the lock holds nobody off. */
  readonly left: boolean;
  readonly who: string;
}

/** Whose a lock file is; nothing is changed. */
export function lockOwner(path: string): LockOwner {
  const holder = holderOf(path);
  if (holder) {
    const left = isDead(holder);
    return {
      left,
      who: `process ${holder.pid} on ${holder.host}${left ? ', which has ended' : ''}`,
    };
  }
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return {
    left: age > GUARD_MILLISECONDS,
    who: age > GUARD_MILLISECONDS ? 'a process that has ended' : 'a process that has just begun',
  };
}

/**
 * Takes the lock of a dead process away. Of several that wait only one may, and only if the lock is
 * still that of the dead: otherwise the second would take the lock that the first has just got.
 */
function breakLock(path: string, dead: Holder): void {
  const guard = `${path}.break`;
  try {
    closeSync(openSync(guard, 'wx'));
  } catch {
    // Another one is at it. A guard that is left over from a crash goes after a moment.
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > GUARD_MILLISECONDS) rmSync(guard, { force: true });
    else sleep(RETRY_MILLISECONDS);
    return;
  }
  try {
    const holder = holderOf(path);
    if (holder?.pid === dead.pid && holder.host === dead.host) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * Puts the lock there, with its holder inside from the first moment: a process killed half-way
 * leaves no lock that nobody holds.
 * @returns false: another one has it
 */
function take(path: string): boolean {
  const holder = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  const prepared = temporaryIn(dirname(path));
  try {
    writeFileSync(prepared, holder, { flag: 'wx' });
    linkSync(prepared, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return false;
    if (!NO_HARD_LINKS.includes(code)) throw cannotWrite(path, error);
    return takeWithoutLink(path, holder);
  } finally {
    rmSync(prepared, { force: true });
  }
}

/** What file systems say that know no second name for a file (as on memory sticks). */
const NO_HARD_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EMLINK'];

function takeWithoutLink(path: string, holder: string): boolean {
  try {
    writeFileSync(path, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    // The disk filled up between making and writing it.
    rmSync(path, { force: true });
    throw cannotWrite(path, error);
  }
}

/**
 * Runs `work` while holding the lock; breaks the lock of a process that has died on this machine.
 * @throws UserError, exit code 5, when another living process keeps it for 10 seconds
 */
export function withLock<T>(path: string, work: () => T): T {
  const waitUntil = Date.now() + PATIENCE_MILLISECONDS;
  let emptySince: number | null = null;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder && isDead(holder)) {
      breakLock(path, holder);
      continue;
    }
    // Without hard links, a process killed between making and writing leaves an empty file: a
    // second is ample.
    if (holder === null) {
      emptySince ??= Date.now();
      if (Date.now() - emptySince > 1000) {
        rmSync(path, { force: true });
        emptySince = null;
        continue;
      }
    } else {
      emptySince = null;
    }
    if (Date.now() > waitUntil) {
      throw damaged(
        'locked',
        `${path} is held by ${holder ? `process ${holder.pid} on ${holder.host}` : 'another process'}`,
        'wait for the other certplan to end; if there is none, delete that file',
      );
    }
    sleep(RETRY_MILLISECONDS);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
    sweepLeftovers(dirname(path));
  }
}
