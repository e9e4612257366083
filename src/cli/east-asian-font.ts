/**
 * A font for Chinese, Japanese and Korean: ten megabytes and more, so none comes with certplan, and
 * one of the system's is looked for only where a plan has such letters.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readFont } from '../documents/pdf/font-file.ts';

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;

/** Each such letter of some texts once. */
export const eastAsianLetters = (text: string): readonly string[] => [
  ...new Set(text.match(EAST_ASIAN) ?? []),
];

/** File names, the best first: even strokes for print, then what systems have had for long. */
const WANTED: readonly RegExp[] = [
  /^notosanscjk.*-regular\.(ttc|otf)$/,
  /^notosans(sc|tc|hk|jp|kr)-regular\.[ot]tf$/,
  /^sourcehansans.*-regular\.(ttc|otf)$/,
  /^wqy-(microhei|zenhei)\.tt[cf]$/,
  /^droidsansfallback(full)?\.ttf$/,
  /^(ipag|ipagp|ipaexg|vl-gothic-regular|nanumgothic)\.ttf$/,
  /^(arial unicode|arialuni)\.ttf$/,
  /^(msyh|simhei|simsun|msjh|msgothic|yugothm|meiryo|malgun)\.tt[cf]$/,
  /^(hiragino sans gb|stheiti light|applegothic)\.tt[cf]$/,
  /^unifont.*\.[ot]tf$/,
];
const DEEPEST = 5;
/** So many files are read to find one that has all letters. */
const MOST_READ = 6;

function fontFolders(): string[] {
  const { CERTPLAN_FONTS, XDG_DATA_HOME, WINDIR, LOCALAPPDATA } = process.env;
  if (CERTPLAN_FONTS !== undefined) return CERTPLAN_FONTS.split(delimiter);
  const home = homedir();
  if (process.platform === 'win32') {
    return [
      join(WINDIR ?? 'C:\\Windows', 'Fonts'),
      ...(LOCALAPPDATA === undefined ? [] : [join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')]),
    ];
  }
  if (process.platform === 'darwin') {
    return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts'];
  }
  return [
    join(XDG_DATA_HOME || join(home, '.local/share'), 'fonts'),
    join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ];
}

/** Files of a folder and of those in it; none where it cannot be read. */
function filesIn(folder: string, depth = 0): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return depth < DEEPEST ? filesIn(path, depth + 1) : [];
        return [path];
      });
  } catch {
    return [];
  }
}

const rankOf = (path: string): number => {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .toLowerCase();
  return WANTED.findIndex((pattern) => pattern.test(name));
};

/** The first font in order of preference that lacks the fewest of the letters; null: there is none. */
export function eastAsianFont(letters: readonly string[]): Uint8Array | null {
  const found = fontFolders()
    .flatMap((folder) => filesIn(folder))
    .filter((path) => rankOf(path) >= 0)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_READ);
  let best: Uint8Array | null = null;
  let fewest = letters.length;
  for (const path of found) {
    try {
      const bytes = readFileSync(path);
      const { has } = readFont(bytes);
      const missing = letters.filter((letter) => !has(letter.codePointAt(0) ?? 0)).length;
      if (missing < fewest) {
        best = bytes;
        fewest = missing;
      }
    } catch {
      // A file that only looks like a font: the next one may be one.
    }
    if (fewest === 0) break;
  }
  return best;
}
