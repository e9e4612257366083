/** Reads the text of a curriculum file, which may come from a stranger. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { badInput, type UserError } from '../errors.ts';
import { systemReason } from './files.ts';

/** Bytes; a character has up to four. Larger files are told by what reads their text. */
const MAX_BYTES = 4_000_000;

const PATH_ADVICE = 'check the path and its permissions';

/**
 * @returns the text without a byte order mark
 * @throws UserError, exit code 2: it cannot be read, is no file, too large, or no text
 */
export function readCurriculumText(path: string): string {
  return decode(path, readFileBounded(path));
}

/** Never waits: a pipe or a device is no file. */
function readFileBounded(path: string): Buffer {
  let descriptor: number | null = null;
  try {
    // Opening a pipe without this would wait for its writer. Windows has neither.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw cannotRead(path, 'it is a folder', 'name a file in it');
    if (!stat.isFile()) {
      throw cannotRead(
        path,
        'it is a pipe or a device, not a file',
        'save the text in a file and name that',
      );
    }
    const bytes = Buffer.alloc(MAX_BYTES + 1);
    let total = 0;
    for (;;) {
      const read = readSync(descriptor, bytes, total, bytes.length - total, null);
      total += read;
      if (read === 0 || total === bytes.length) break;
    }
    if (total > MAX_BYTES) {
      throw badInput(
        'file-too-large',
        `${path}:1:1  the file is larger than 1 MB`,
        'a curriculum has a tenth of that; is this the right file?',
      );
    }
    return bytes.subarray(0, total);
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error;
    throw cannotRead(path, systemReason(error), PATH_ADVICE);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

const cannotRead = (path: string, why: string, advice: string): UserError =>
  badInput('cannot-read', `cannot read ${path}: ${why}`, advice);

function decode(path: string, bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  // Where bytes are no UTF-8 the decoder puts U+FFFD.
  const bad = text.search(/[\0\uFFFD]/);
  if (bad < 0) return text;
  const before = text.slice(0, bad).split('\n');
  throw badInput(
    'not-text',
    `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}  the file is no text in UTF-8`,
    'save it as UTF-8, or name the YAML file that you meant',
  );
}
