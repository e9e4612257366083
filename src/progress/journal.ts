/**
 * The journal: what happened to one plan, one JSON object a line, only ever appended to. The
 * plan's state is the fold of its events; there is no second file to disagree with it.
 *
 * Every line carries a checksum of its own text, so that damage is found at the line where it is,
 * without checking each field of each event on every command.
 */
import { crc32 } from 'node:zlib';
import { decodeCreated } from './created-line.ts';
import type { PlanEventType, StoredEvent } from './events.ts';

export const JOURNAL_FORMAT = 1;

/** CRC-32 finds the damage that disks and editors do, and costs a quarter of what a hash costs. */
const checksum = (text: string | Buffer): string => crc32(text).toString(16).padStart(8, '0');

const NOT_ASCII = /[\u0080-\uffff]/g;
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One line, without its line break. */
export function encodeEvent(event: StoredEvent): string {
  const json = JSON.stringify(event);
  // The long line that nobody reads is ASCII: programs read that faster, and in half the memory.
  const body = event.type === 'created' ? json.replace(NOT_ASCII, escaped) : json;
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

const LINE_FEED = 10;
const CLOSING_BRACE = 125;
const CREATED = '{"type":"created",';
/** Bytes that surely hold what stands before an event, and its type. */
const LONGEST_HEAD = 80;

/**
 * The event of a journal's first line, the snapshot in it unread.
 * @returns null where it is no sound `created` entry of a known form: `decodeLine` says what it is
 */
function decodeFirstLine(line: Buffer): StoredEvent | null {
  const start = line.toString('latin1', 0, LONGEST_HEAD);
  const [head = '', format = '', sum = ''] = HEAD.exec(start) ?? [];
  if (head === '' || !start.startsWith(CREATED, head.length)) return null;
  if (Number(format) > JOURNAL_FORMAT || line.at(-1) !== CLOSING_BRACE) return null;
  const body = line.subarray(head.length, -1);
  return checksum(body) === sum ? decodeCreated(body) : null;
}

/**
 * Splits and decodes a journal file. Stops at the first damaged line.
 * @param content its bytes; a text for those who have one
 */
export function readJournal(content: Buffer | string): JournalText {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const events: StoredEvent[] = [];
  const unknown: string[] = [];
  let damage: JournalText['damage'] = null;
  // Most of the file is its first line, and much of that need not become text.
  const firstEnd = bytes.indexOf(LINE_FEED);
  const first = firstEnd < 0 ? null : decodeFirstLine(bytes.subarray(0, firstEnd));
  if (first) events.push(first);
  const read = first ? 1 : 0;
  const lines = bytes.toString('utf8', first ? firstEnd + 1 : 0).split('\n');
  const last = lines.pop() ?? '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const decoded = decodeLine(line);
    if (decoded.kind === 'event') events.push(decoded.event);
    else if (decoded.kind === 'unknown') unknown.push(line);
    else {
      damage = { line: read + index + 1, why: decoded.why };
      break;
    }
  }
  return { events, tornTail: last === '' ? null : last, unknown, damage };
}
