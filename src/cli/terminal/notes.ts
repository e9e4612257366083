/**
 * Standard error, where notes and hints go. Node's stream for it loads the code for networks where it is a
 * pipe, which takes longer than some commands; a pipe or a file can be written to as it is.
 */
import { fstatSync, writeSync } from 'node:fs';
import { type Style, styleFor } from './style.ts';

const STDERR = 2;

/** No terminal, on which width, colour and encoding are asked of the stream. */
function isPipeOrFile(): boolean {
  if (process.platform === 'win32') return false;
  try {
    const kind = fstatSync(STDERR);
    return kind.isFIFO() || kind.isSocket() || kind.isFile();
  } catch {
    return false;
  }
}

let plain: boolean | null = null;
let stream: NodeJS.WriteStream | null = null;

function notesStream(): NodeJS.WriteStream {
  // Nobody reads the notes: that changes nothing.
  stream ??= process.stderr.on('error', () => {});
  return stream;
}

export function notesStyle(): Style {
  plain ??= isPipeOrFile();
  return styleFor(plain ? { isTTY: false } : notesStream());
}

export function writeNote(text: string): void {
  plain ??= isPipeOrFile();
  const bytes = Buffer.from(text);
  let written = 0;
  while (plain && written < bytes.length) {
    try {
      written += writeSync(STDERR, bytes, written);
    } catch (error) {
      // Nobody reads the notes; or not fast enough, and the stream knows how to wait.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      plain = false;
    }
  }
  if (written < bytes.length) notesStream().write(bytes.subarray(written));
}

/** Bytes that are still to be written. */
export const notesWaiting = (): number => stream?.writableLength ?? 0;
