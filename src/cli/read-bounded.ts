/** Reads a file of somebody else's, up to a size: a device or a pipe may never end. */
import { closeSync, openSync, readSync } from 'node:fs';
import { badInput } from '../errors.ts';
import { systemReason } from './files.ts';

const CHUNK = 1 << 16;

export interface Bound {
  readonly megabytes: number;
  /** What to do about a file that is larger. */
  readonly hint: string;
}

export function tooLarge(file: string, { megabytes, hint }: Bound): Error {
  return badInput('file-too-large', `${file} is larger than ${megabytes} MB`, hint);
}

/** @throws UserError, exit code 2, for what cannot be read or is larger */
export function readBounded(file: string, bound: Bound): Buffer {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, null);
      if (read === 0) return Buffer.concat(chunks);
      total += read;
      if (total > bound.megabytes * 1_000_000) throw tooLarge(file, bound);
      chunks.push(chunk.subarray(0, read));
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    throw badInput(
      'cannot-read',
      `cannot read ${file}: ${systemReason(error)}`,
      'check the path and its permissions',
    );
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
