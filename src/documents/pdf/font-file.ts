/**
 * Reads a TrueType or OpenType file just far enough to lay out text: which characters it has and
 * how wide they are. The layout needs no PDF library for that, so it can be tested alone, and one
 * addition per character is far quicker than shaping every word.
 */

export interface FontMetrics {
  /** Height above the baseline, as a share of the type size. */
  readonly ascent: number;
  /** Depth below the baseline, as a positive share of the type size. */
  readonly descent: number;
  /** True where the font has a glyph of its own. */
  has(codePoint: number): boolean;
  /** Width as a share of the type size. */
  advance(codePoint: number): number;
}

interface Table {
  readonly offset: number;
  readonly length: number;
}

const TRUE_TYPE = 0x0001_0000;
const OPEN_TYPE_CFF = 0x4f54_544f;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function tablesOf(view: DataView): Map<string, Table> {
  const kind = view.byteLength < 12 ? 0 : view.getUint32(0);
  if (kind !== TRUE_TYPE && kind !== OPEN_TYPE_CFF) {
    throw new Error('font: expected a TrueType or OpenType file (.ttf, .otf)');
  }
  const tables = new Map<string, Table>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter)));
    tables.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  return tables;
}

function tableOf(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag);
  if (!table) throw new Error(`font: the table "${tag}" is missing`);
  return table;
}

/** Glyph numbers by code point, from the widest Unicode map of the font. */
function readCharacters(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const maps = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const entry = cmap + 4 + index * 8;
    const offset = cmap + view.getUint32(entry + 4);
    return { platform: view.getUint16(entry), offset, format: view.getUint16(offset) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const wide = maps.find(({ format }) => format === 12);
  if (wide) {
    for (let group = 0; group < view.getUint32(wide.offset + 12); group += 1) {
      const entry = wide.offset + 16 + group * 12;
      const first = view.getUint32(entry);
      for (let code = first; code <= view.getUint32(entry + 4); code += 1) {
        glyphs.set(code, view.getUint32(entry + 8) + code - first);
      }
    }
    return glyphs;
  }
  const basic = maps.find(({ format }) => format === 4);
  if (!basic) throw new Error('font: it has no Unicode character map');
  const segments = view.getUint16(basic.offset + 6) / 2;
  const ends = basic.offset + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = view.getUint16(starts + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const range = view.getUint16(ranges + segment * 2);
    for (let code = start; code <= view.getUint16(ends + segment * 2) && code < 0xffff; code += 1) {
      const raw =
        range === 0 ? code : view.getUint16(ranges + segment * 2 + range + (code - start) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** @throws Error when the bytes are not a TrueType or OpenType font */
export function readFont(bytes: Uint8Array): FontMetrics {
  const view = viewOf(bytes);
  const tables = tablesOf(view);
  const unitsPerEm = view.getUint16(tableOf(tables, 'head').offset + 18);
  const hhea = tableOf(tables, 'hhea').offset;
  const hmtx = tableOf(tables, 'hmtx').offset;
  const lastMetric = view.getUint16(hhea + 34) - 1;
  const glyphs = readCharacters(view, tableOf(tables, 'cmap').offset);
  const advances = new Map<number, number>();
  return {
    ascent: view.getInt16(hhea + 4) / unitsPerEm,
    descent: -view.getInt16(hhea + 6) / unitsPerEm,
    has: (codePoint) => (glyphs.get(codePoint) ?? 0) !== 0,
    advance(codePoint) {
      let advance = advances.get(codePoint);
      if (advance === undefined) {
        const metric = Math.min(glyphs.get(codePoint) ?? 0, lastMetric);
        advance = view.getUint16(hmtx + metric * 4) / unitsPerEm;
        advances.set(codePoint, advance);
      }
      return advance;
    },
  };
}

/** What a PDF needs of a font when nothing is shaped. */
const PLAIN_TABLES = [
  'CFF ',
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
];
/** The head of `post`; the names of six thousand glyphs behind it are of no use here. */
const POST_HEAD_LENGTH = 32;

/**
 * The same font without ligatures, kerning and glyph names. pdfkit then takes one glyph per
 * character with the widths of {@link readFont}, and spends a tenth of the time.
 */
export function withoutShaping(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const tables = tablesOf(view);
  const kept = PLAIN_TABLES.flatMap((tag) => {
    const table = tables.get(tag);
    if (!table) return [];
    const length = tag === 'post' ? Math.min(POST_HEAD_LENGTH, table.length) : table.length;
    return [{ tag, data: bytes.subarray(table.offset, table.offset + length) }];
  });
  const directory = 12 + kept.length * 16;
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const total = kept.reduce((sum, { data }) => sum + padded(data.length), directory);
  const result = new Uint8Array(total);
  const out = viewOf(result);
  out.setUint32(0, view.getUint32(0));
  out.setUint16(4, kept.length);
  let offset = directory;
  kept.forEach(({ tag, data }, index) => {
    const entry = 12 + index * 16;
    [...tag].forEach((letter, place) => {
      out.setUint8(entry + place, letter.charCodeAt(0));
    });
    out.setUint32(entry + 8, offset);
    out.setUint32(entry + 12, data.length);
    result.set(data, offset);
    // Version 3 of `post` says: no glyph names follow.
    if (tag === 'post') out.setUint32(offset, 0x0003_0000);
    offset += padded(data.length);
  });
  return result;
}
