/**
 * The journal: what happened to one plan, one JSON object a line, only ever appended to. The
 * plan's state is the fold of its events; there is no second file to disagree with it.
 *
 * Every line carries a checksum of its own text, so that damage is found at the line where it is,
 * without checking each field of each event on every command.
 */
import { crc32 } from 'node:zlib';
import type { PlanEventType, StoredEvent } from './events.ts';

export const JOURNAL_FORMAT = 1;

/** CRC-32 finds the damage that disks and editors do, and costs a quarter of what a hash costs. */
const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** One line, without its line break. */
export function encodeEvent(event: StoredEvent): string {
  const body = JSON.stringify(event);
  return `{"format":${JOURNAL_FORMAT},"sum":"${checksum(body)}","event":${body}}`;
}

/** What stands before the event; what follows is up to half a megabyte, and not for a pattern. */
const HEAD = /^\{"format":(\d{1,9}),"sum":"([\da-f]{8})","event":/;

export type DecodedLine =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Written by a newer certplan: kept, and passed over. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'damaged'; readonly why: string };

const KNOWN_TYPES = {
  created: true,
  done: true,
  skipped: true,
  moved: true,
  started: true,
  logged: true,
  scored: true,
  replanned: true,
  adjusted: true,
  undone: true,
} as const satisfies Record<PlanEventType, true>;

export function decodeLine(line: string): DecodedLine {
  const parts = HEAD.exec(line);
  if (!parts?.[0] || !line.endsWith('}')) {
    return { kind: 'damaged', why: 'it is not a journal entry' };
  }
  const [head, format = '', sum = ''] = parts;
  const body = line.slice(head.length, -1);
  if (checksum(body) !== sum) return { kind: 'damaged', why: 'its checksum does not fit its text' };
  if (Number(format) > JOURNAL_FORMAT) return { kind: 'unknown' };
  const event = JSON.parse(body) as StoredEvent | { readonly type: string };
  return event.type in KNOWN_TYPES
    ? { kind: 'event', event: event as StoredEvent }
    : { kind: 'unknown' };
}

export interface JournalText {
  readonly events: readonly StoredEvent[];
  /** A last line that was cut off while it was written; null when there is none. */
  readonly tornTail: string | null;
  /** Lines of newer formats or types, as they stand; passed over. */
  readonly unknown: readonly string[];
  readonly damage: { readonly line: number; readonly why: string } | null;
}

/** Splits and decodes a journal file. Stops at the first damaged line. */
export function readJournal(text: string): JournalText {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const events: StoredEvent[] = [];
  const unknown: string[] = [];
  let damage: JournalText['damage'] = null;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const decoded = decodeLine(line);
    if (decoded.kind === 'event') events.push(decoded.event);
    else if (decoded.kind === 'unknown') unknown.push(line);
    else {
      damage = { line: index + 1, why: decoded.why };
      break;
    }
  }
  return { events, tornTail: last === '' ? null : last, unknown, damage };
}
