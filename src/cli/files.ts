/** Files that appear whole or not at all. */

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';

/** The system's word for what went wrong, e.g. `ENOSPC`; empty where it said none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What the system says, without its jargon where a plain word exists. */
export function systemReason(error: unknown): string {
  const plain: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EISDIR: 'it is a folder',
    EEXIST: 'a file of that name is in the way',
    ENOENT: 'no such file or folder',
    ELOOP: 'the links run in a circle',
    ENAMETOOLONG: 'the name is too long',
  };
  return plain[systemCode(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** @throws UserError, exit code 1, naming the path and the system's reason */
export function cannotWrite(path: string, error: unknown): UserError {
  return new UserError(
    EXIT.failure,
    'cannot-write',
    `cannot write ${path}: ${systemReason(error)}`,
    'choose another folder, or make room or permission there',
  );
}

/** A single write may be short: all bytes are seen off. */
export function writeAll(descriptor: number, content: Uint8Array): void {
  for (let written = 0; written < content.length; ) {
    written += writeSync(descriptor, content, written);
  }
}

/** Names of the files that stand in for those being written. */
export const TEMPORARY = /^\.certplan-[0-9a-f]{12}\.tmp$/;

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Who may read and write it; everyone may read unless said. */
  readonly mode?: number;
}

/** A fresh name for a file that is not whole yet. */
export const temporaryIn = (folder: string): string =>
  join(folder, `.certplan-${crypto.randomUUID().slice(-12)}.tmp`);

const HOUR_MILLISECONDS = 3_600_000;

/** Removes what runs that were killed left in the folder. A running one is not an hour old. */
export function sweepLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!TEMPORARY.test(name)) continue;
      const path = join(folder, name);
      const { mtimeMs } = statSync(path);
      if (Date.now() - mtimeMs > HOUR_MILLISECONDS) rmSync(path, { force: true });
    }
  } catch {
    // Tidiness only: what is to be written does not depend on it.
  }
}

/** Waits until the disk knows the names in a folder, where the system can say so. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows knows no such thing.
  }
}

export interface PreparedFiles {
  /** Moves all files to their names. */
  commit(): void;
  /** Removes what was prepared, and the folders that were made for it. */
  discard(): void;
}

/**
 * Makes a folder with those above it, one by one: Node's own way of doing that never ends where a
 * file system (as /proc) says of a folder that it exists and does not.
 * @returns the folders that were made, outermost first
 */
export function makeFolder(path: string): string[] {
  if (existsSync(path)) return [];
  const above = dirname(path);
  const made = above === path ? [] : makeFolder(above);
  mkdirSync(path);
  return [...made, path];
}

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Permissions; those of documents, unless it is told. */
  readonly mode?: number;
}

/**
 * Writes files beside their targets, so that nothing under the final names changes before all of
 * them are safe on the disk.
 */
export function prepareFiles(files: readonly FileToWrite[]): PreparedFiles {
  const prepared: { temporary: string; path: string }[] = [];
  const madeFolders: string[] = [];
  const discard = (): void => {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
    // Only what is empty again, the innermost first: others may have put files there meanwhile.
    for (const folder of [...madeFolders].reverse()) {
      try {
        rmdirSync(folder);
      } catch {
        break;
      }
    }
  };
  for (const { path, content, mode = 0o644 } of files) {
    const folder = dirname(path);
    try {
      madeFolders.push(...makeFolder(folder));
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
      }
      const temporary = temporaryIn(folder);
      const descriptor = openSync(temporary, 'wx', mode);
      prepared.push({ temporary, path });
      try {
        writeAll(descriptor, typeof content === 'string' ? Buffer.from(content) : content);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      discard();
      throw cannotWrite(path, error);
    }
  }
  return {
    discard,
    commit() {
      for (const { temporary, path } of prepared) {
        try {
          renameSync(temporary, path);
        } catch (error) {
          rmSync(temporary, { force: true });
          throw cannotWrite(path, error);
        }
      }
      for (const folder of new Set(prepared.map(({ path }) => dirname(path)))) {
        syncFolder(folder);
        sweepLeftovers(folder);
      }
    },
  };
}

/** A device or a pipe: it takes bytes, and must not be replaced by a file of its name. */
function isStream(path: string): boolean {
  try {
    const kind = statSync(path, { throwIfNoEntry: false });
    return kind !== undefined && !kind.isFile() && !kind.isDirectory();
  } catch {
    return false;
  }
}

function writeInto(path: string, content: string | Uint8Array): void {
  try {
    const descriptor = openSync(path, 'w');
    try {
      writeAll(descriptor, typeof content === 'string' ? Buffer.from(content) : content);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** One file, replaced in one step; what is a device or a pipe gets the bytes. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  if (isStream(path)) {
    writeInto(path, content);
    return;
  }
  prepareFiles([{ path, content }]).commit();
}
