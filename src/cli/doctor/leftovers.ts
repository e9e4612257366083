/** What ended processes left behind, and a `current` that names no plan. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, TEMPORARY } from '../files.ts';
import { lockOwner } from '../lock.ts';
import { type Finding, finding, REPAIR } from './finding.ts';

/** Longer than any command keeps a temporary file: a writer waits 10 seconds for a lock at most. */
const TEMPORARY_MILLISECONDS = 15_000;

/** Locks, and the guards beside them while they are being broken. */
const LOCK = /^(.+)\.jsonl\.lock(\.break)?$/;

/**
 * @param folder where the journals are
 * @param name of one plan; null: the locks of all
 */
export function examineLocks(folder: string, name: string | null, repair: boolean): Finding[] {
  return filesIn(folder).flatMap((file) => {
    const plan = LOCK.exec(file)?.[1];
    if (plan === undefined || (name !== null && plan !== name)) return [];
    const path = join(folder, file);
    const { left, who } = lockOwner(path);
    if (!left) return [finding('note', path, `the journal is locked by ${who}`)];
    return [leftover(path, `a lock of ${who}`, repair)];
  });
}

/** @param folders each is looked into, without those below it */
export function examineTemporaries(folders: readonly string[], repair: boolean): Finding[] {
  return folders.flatMap((folder) =>
    filesIn(folder)
      .filter((file) => TEMPORARY.test(file))
      .map((file) => {
        const path = join(folder, file);
        const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
        if (Date.now() - written < TEMPORARY_MILLISECONDS) {
          return finding('note', path, 'is being written, or was left a moment ago');
        }
        return leftover(path, 'a file that was never finished', repair);
      }),
  );
}

/** @param names of the plans that there are */
export function examineCurrent(home: string, names: readonly string[], repair: boolean): Finding[] {
  const path = join(home, 'current');
  let name: string;
  try {
    name = readFileSync(path, 'utf8').trim();
  } catch {
    // No plan was ever made or used here.
    return [];
  }
  if (names.includes(name)) return [];
  if (repair) remove(path);
  const use = names.length === 0 ? null : `certplan use ${names[0]}`;
  return [
    finding('damage', path, `the plan in use, "${name.slice(0, 64)}", is not there`, {
      repaired: repair,
      remedy: repair && names.length < 2 ? null : use,
    }),
  ];
}

function leftover(path: string, message: string, repair: boolean): Finding {
  if (repair) remove(path);
  return finding('leftover', path, message, {
    repaired: repair,
    remedy: repair ? null : REPAIR,
  });
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
