/** The journal on the disk: read whole, appended to under a lock, never rewritten. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { damaged } from '../errors.ts';
import type { PlanEvent, StoredEvent } from '../progress/events.ts';
import { encodeEvent, type JournalText, readJournal } from '../progress/journal.ts';
import { cannotWrite, systemReason, writeAll } from './files.ts';

const LINE_FEED = 10;

/** @throws UserError, exit code 5, when the file cannot be read or a line of it is damaged */
export function readJournalFile(path: string): JournalText {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw damaged(
      'unreadable',
      `cannot read ${path}: ${systemReason(error)}`,
      'mend the permissions of that file',
    );
  }
  const journal = readJournal(content);
  if (journal.damage) {
    throw damaged(
      'damaged',
      `${path}:${journal.damage.line}: the entry is damaged: ${journal.damage.why}`,
      'certplan doctor shows what can be saved, and repairs it with a backup',
    );
  }
  return journal;
}

/** Of the latest event; null where there is none. Events of other copies stand last and may be older. */
export const latestAt = (events: readonly StoredEvent[]): string | null =>
  events.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null);

/** Events with an id, and instants that rise from one to the next whatever the clock does. */
export function stamped(
  events: readonly PlanEvent[],
  nowMilliseconds: number,
  lastAt: string | null,
): StoredEvent[] {
  let at = Math.max(nowMilliseconds, lastAt === null ? 0 : Date.parse(lastAt) + 1);
  const together = events.length > 1 ? { group: crypto.randomUUID() } : {};
  return events.map((event) => {
    const stored = {
      ...event,
      id: crypto.randomUUID(),
      at: new Date(at).toISOString(),
      ...together,
    };
    at += 1;
    return stored;
  });
}

/** The lines of a journal. */
export const encodeEvents = (events: readonly StoredEvent[]): string =>
  events.map((event) => `${encodeEvent(event)}\n`).join('');

/** Appends events; see `appendLines`. */
export const appendEvents = (path: string, events: readonly StoredEvent[]): void =>
  appendLines(path, events.map(encodeEvent));

/**
 * Appends encoded entries in one write and waits until the disk has them. A last line that a crash cut off
 * is first set aside in a file of its own. The caller holds the lock.
 * @throws UserError, exit code 1: then the journal is as it was
 */
export function appendLines(path: string, lines: readonly string[]): void {
  const text = lines.map((line) => `${line}\n`).join('');
  let descriptor: number | null = null;
  let length: number | null = null;
  try {
    const content = existsSync(path) ? readFileSync(path) : null;
    descriptor = openSync(path, content === null ? 'wx' : 'r+', 0o600);
    const whole = content === null ? 0 : content.lastIndexOf(LINE_FEED) + 1;
    if (content !== null && whole < content.length) setAside(path, content.subarray(whole));
    length = whole;
    ftruncateSync(descriptor, whole);
    // Position given: the file is open for updating, not for appending.
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(descriptor, bytes, written, bytes.length - written, whole + written);
    }
    fsyncSync(descriptor);
  } catch (error) {
    // A disk that filled up half-way: what was written of the entry is taken back.
    if (descriptor !== null && length !== null) {
      try {
        ftruncateSync(descriptor, length);
      } catch {
        // Then the next command finds a torn last line, and sets it aside.
      }
    }
    throw cannotWrite(path, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Name of the file that keeps cut-off last lines of a journal. */
export const tornFile = (path: string): string => path.replace(/\.jsonl$/, '.torn');

function setAside(path: string, tail: Uint8Array): void {
  const descriptor = openSync(tornFile(path), 'a', 0o600);
  try {
    writeAll(descriptor, tail);
    writeAll(descriptor, Buffer.from('\n'));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
