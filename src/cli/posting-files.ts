/** Reads `--jobs` files: job postings as text, whatever they are in truth. */
import { badInput } from '../errors.ts';
import { foreignLanguage } from '../recommend/language.ts';
import { type Bound, readBounded, tooLarge } from './read-bounded.ts';

/** A posting has a few kilobytes. */
const BOUND: Bound = {
  megabytes: 1,
  hint: 'a job posting has a page or two: save its text alone, one posting a file',
};
/** Five to ten are advised; more than this is a folder that was meant for something else. */
const MOST_FILES = 100;
const STDIN = '-';
const AS_TEXT = 'save the posting as plain text (.txt), one posting a file';

export interface Postings {
  /** One posting each. */
  readonly texts: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * @param files paths; `-` is standard input
 * @throws UserError, exit code 2, for what cannot be read, is empty, too large, or no text
 */
export async function readPostings(files: readonly string[]): Promise<Postings> {
  if (files.length > MOST_FILES) {
    throw badInput(
      'too-many-files',
      `--jobs: ${files.length} files; at most ${MOST_FILES} are read`,
      'five to ten postings of jobs that you really want say most',
    );
  }
  const warnings: string[] = [];
  const nameByText = new Map<string, string>();
  for (const file of new Set(files)) {
    const name = file === STDIN ? 'standard input' : file;
    const text = textOf(name, file === STDIN ? await readStdin(name) : readBounded(file, BOUND));
    const same = nameByText.get(text);
    if (same !== undefined) {
      warnings.push(`${name} has the same text as ${same}: counted once`);
      continue;
    }
    nameByText.set(text, name);
    const language = foreignLanguage(text);
    if (language !== null) {
      warnings.push(
        `${name} seems to be in ${language}: names of platforms and services are counted, words in English only`,
      );
    }
    if (/^\s*<(!doctype html|html)\b/i.test(text)) {
      warnings.push(`${name} is a web page: its text alone would be counted more exactly`);
    }
  }
  return { texts: [...nameByText.keys()], warnings };
}

async function readStdin(name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    total += bytes.length;
    if (total > BOUND.megabytes * 1_000_000) throw tooLarge(name, BOUND);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function textOf(name: string, bytes: Buffer): string {
  const known = formatOf(bytes);
  if (known !== null) throw badInput('not-text', `${name} is no text but ${known}`, AS_TEXT);
  const text = decode(bytes);
  if (text === null) throw badInput('not-text', `${name} is no text`, AS_TEXT);
  if (text.trim() === '') throw badInput('empty-file', `${name} is empty`, AS_TEXT);
  return text;
}

/** What browsers and office programs write, by its first bytes. */
function formatOf(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 8).toString('latin1');
  if (head.startsWith('%PDF-')) return 'a PDF';
  if (head.startsWith('PK\u0003\u0004')) return 'an office document or archive';
  if (head.startsWith('{\\rtf')) return 'a rich text document';
  return null;
}

/** More control characters than this share of all: no text. */
const MOST_CONTROLS = 0.005;

/** UTF-8; UTF-16 by its mark; else Windows' Western letters. Null: bytes that are no text in any of them. */
function decode(bytes: Buffer): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked === null && bytes.includes(0)) return null;
  let text: string;
  try {
    text = new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (marked !== null) return null;
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return controls > text.length * MOST_CONTROLS ? null : text;
}
