/** Files that appear whole or not at all. */

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, UserError } from '../errors.ts';

/** What the system says, without its jargon where a plain word exists. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
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
  return plain[code] ?? (error instanceof Error ? error.message : String(error));
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

/**
 * Writes files beside their targets, so that nothing under the final names changes before all of
 * them are safe on the disk.
 */
export function prepareFiles(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): PreparedFiles {
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
  for (const { path, content } of files) {
    const folder = dirname(path);
    try {
      madeFolders.push(...makeFolder(folder));
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
      }
      const temporary = join(folder, `.certplan-${crypto.randomUUID().slice(-12)}.tmp`);
      const descriptor = openSync(temporary, 'wx', 0o644);
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
    },
  };
}

/** One file, replaced in one step. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  prepareFiles([{ path, content }]).commit();
}
