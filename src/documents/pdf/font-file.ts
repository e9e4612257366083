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
/** `ttcf`: several fonts in one file, as systems ship those of East Asia; the first is taken. */
const COLLECTION = 0x7474_6366;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the directory of the font stands in its file. */
const directoryOf = (view: DataView): number =>
  view.byteLength >= 16 && view.getUint32(0) === COLLECTION ? view.getUint32(12) : 0;

function tablesOf(view: DataView): Map<string, Table> {
  const directory = directoryOf(view);
  const kind = view.byteLength < directory + 12 ? 0 : view.getUint32(directory);
  if (kind !== TRUE_TYPE && kind !== OPEN_TYPE_CFF) {
    throw new Error('font: expected a TrueType or OpenType file (.ttf, .otf)');
  }
  const tables = new Map<string, Table>();
  for (let index = 0; index < view.getUint16(directory + 4); index += 1) {
    const entry = directory + 12 + index * 16;
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

/** The first place whose value is not below the wanted one; values rise. */
function firstNotBelow(count: number, wanted: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Format 12: groups of start, end, first glyph. */
function wideLookup(view: DataView, map: number): (codePoint: number) => number {
  const groups = view.getUint32(map + 12);
  const at = (group: number): number => map + 16 + group * 12;
  return (codePoint) => {
    const group = firstNotBelow(groups, codePoint, (index) => view.getUint32(at(index) + 4));
    if (group === groups || view.getUint32(at(group)) > codePoint) return 0;
    return view.getUint32(at(group) + 8) + codePoint - view.getUint32(at(group));
  };
}

/** Format 4: the first 65,536 code points in segments. */
function basicLookup(view: DataView, map: number): (codePoint: number) => number {
  const segments = view.getUint16(map + 6) / 2;
  const ends = map + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (codePoint) => {
    const segment = firstNotBelow(segments, codePoint, (index) => view.getUint16(ends + index * 2));
    const start = segment === segments ? 0xffff : view.getUint16(starts + segment * 2);
    if (segment === segments || start > codePoint) return 0;
    const range = view.getUint16(ranges + segment * 2);
    const raw =
      range === 0
        ? codePoint
        : view.getUint16(ranges + segment * 2 + range + (codePoint - start) * 2);
    return raw === 0 ? 0 : (raw + view.getUint16(deltas + segment * 2)) & 0xffff;
  };
}

/** From code point to glyph number, by the widest Unicode map of the font; 0 where it has none. */
function glyphLookup(view: DataView, cmap: number): (codePoint: number) => number {
  const maps = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const entry = cmap + 4 + index * 8;
    const offset = cmap + view.getUint32(entry + 4);
    return { platform: view.getUint16(entry), offset, format: view.getUint16(offset) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const wide = maps.find(({ format }) => format === 12);
  if (wide) return wideLookup(view, wide.offset);
  const basic = maps.find(({ format }) => format === 4);
  if (basic) return basicLookup(view, basic.offset);
  throw new Error('font: it has no Unicode character map');
}

/** @throws Error when the bytes are not a TrueType or OpenType font */
export function readFont(bytes: Uint8Array): FontMetrics {
  const view = viewOf(bytes);
  const tables = tablesOf(view);
  const unitsPerEm = view.getUint16(tableOf(tables, 'head').offset + 18);
  const hhea = tableOf(tables, 'hhea').offset;
  const hmtx = tableOf(tables, 'hmtx').offset;
  const lastMetric = view.getUint16(hhea + 34) - 1;
  const glyphOf = glyphLookup(view, tableOf(tables, 'cmap').offset);
  const advances = new Map<number, number>();
  return {
    ascent: view.getInt16(hhea + 4) / unitsPerEm,
    descent: -view.getInt16(hhea + 6) / unitsPerEm,
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance(codePoint) {
      let advance = advances.get(codePoint);
      if (advance === undefined) {
        const metric = Math.min(glyphOf(codePoint), lastMetric);
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
  out.setUint32(0, view.getUint32(directoryOf(view)));
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
