/** Pages as grey pictures: drawn by poppler, kept as PNG, compared by the mean of small squares. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte for each pixel, 0 is black. */
  readonly pixels: Uint8Array;
}

const DPI = 50;

/** Every page of a PDF. */
export function picturesOf(pdf: Uint8Array): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'certplan-pages-'));
  try {
    writeFileSync(join(folder, 'plan.pdf'), pdf);
    execFileSync('pdftoppm', [
      '-r',
      `${DPI}`,
      '-gray',
      join(folder, 'plan.pdf'),
      join(folder, 'p'),
    ]);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.pgm'))
      .sort()
      .map((file) => readPgm(readFileSync(join(folder, file))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPgm(bytes: Buffer): Picture {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return {
    width: Number(width),
    height: Number(height),
    pixels: new Uint8Array(bytes.subarray(head.length)),
  };
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Eight bits of grey, no filter: what {@link readPng} understands. */
export function writePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @throws Error for a file that {@link writePng} did not write */
export function readPng(bytes: Buffer): Picture {
  let data: Buffer | null = null;
  for (let at = SIGNATURE.length; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    }
  }
  if (data === null) throw new Error('a picture without data');
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const rows = inflateSync(data);
  if (rows.length !== height * (width + 1)) throw new Error('not a picture of eight-bit grey');
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * (width + 1) + 1;
    pixels.set(rows.subarray(from, from + width), row * width);
  }
  return { width, height, pixels };
}

/** Pixels on each side of a square: a letter or two. */
const SQUARE = 6;
/** Of 255: versions of poppler smooth edges a little differently. */
const GREY_TOLERANCE = 20;

function squareMeans({ width, height, pixels }: Picture): number[] {
  const means: number[] = [];
  for (let top = 0; top < height; top += SQUARE) {
    for (let left = 0; left < width; left += SQUARE) {
      let sum = 0;
      let count = 0;
      for (let y = top; y < Math.min(height, top + SQUARE); y += 1) {
        for (let x = left; x < Math.min(width, left + SQUARE); x += 1) {
          sum += pixels[y * width + x] ?? 0;
          count += 1;
        }
      }
      means.push(sum / count);
    }
  }
  return means;
}

/** How many squares look different; every one where the sizes do not agree. */
export function squaresApart(one: Picture, other: Picture): number {
  const first = squareMeans(one);
  const second = squareMeans(other);
  // The size of a page in pixels is rounded.
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) {
    return first.length;
  }
  return first.filter((mean, index) => Math.abs(mean - (second[index] ?? 255)) > GREY_TOLERANCE)
    .length;
}
