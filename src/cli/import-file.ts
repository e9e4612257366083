/** Reads a file to import, whatever it is, and says what it is. */
import { closeSync, openSync, readSync } from 'node:fs';
import { badInput } from '../errors.ts';
import { CHECKLIST_HEAD } from '../progress/ticks/checklist.ts';
import { systemReason } from './files.ts';

/** A year's task file has a quarter of a megabyte, its journal not much more. */
const MAX_BYTES = 20_000_000;
const CHUNK = 1 << 16;

export type ImportKind = 'checklist' | 'tasks' | 'journal';

export interface ImportFile {
  readonly kind: ImportKind;
  readonly text: string;
}

/** @throws UserError, exit code 2 */
export function readImportFile(file: string): ImportFile {
  const bytes = readBounded(file);
  if (bytes.length === 0) throw badInput('empty-file', `${file} is empty`, FORMATS);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const kind = kindOf(text, file);
  // A journal finds its own damage, at the line where it is.
  if (kind !== 'journal' && /[\0\uFFFD]/.test(text)) {
    throw badInput('not-text', `${file} is no text in UTF-8`, FORMATS);
  }
  if (kind === null) throw badInput('unknown-file', `${file} is none of these`, FORMATS);
  return { kind, text };
}

const FORMATS =
  'a checklist (certplan export checklist), a task list (.ics with VTODO) or a journal (.jsonl) can be imported';

/** By content, as a version control system may hand it over under any name; else by its ending. */
function kindOf(text: string, file: string): ImportKind | null {
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return 'tasks';
  if (/^\s*\{"format":/.test(text)) return 'journal';
  if (CHECKLIST_HEAD.test(text)) return 'checklist';
  if (/\.(md|markdown|txt)$/i.test(file)) return 'checklist';
  if (/\.ics$/i.test(file)) return 'tasks';
  if (/\.jsonl$/i.test(file)) return 'journal';
  return null;
}

/** Ends where a device or a pipe would not. */
function readBounded(file: string): Buffer {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, null);
      if (read === 0) return Buffer.concat(chunks);
      total += read;
      if (total > MAX_BYTES) {
        throw badInput('file-too-large', `${file} is larger than 20 MB`, FORMATS);
      }
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
