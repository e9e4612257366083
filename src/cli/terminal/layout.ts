/** Columns, bars and shortening, by the width that characters take on a terminal. */
import { plainText } from '../../text/plain-text.ts';
import { stringWidth } from './string-width.ts';

const ELLIPSIS = '…';

/** Shortens to a width, ending in an ellipsis. */
export function shorten(text: string, width: number): string {
  const clean = plainText(text);
  if (stringWidth(clean) <= width) return clean;
  let result = '';
  let used = 0;
  for (const character of clean) {
    const size = stringWidth(character);
    if (used + size > width - 1) break;
    result += character;
    used += size;
  }
  return width <= 0 ? '' : `${result.trimEnd()}${ELLIPSIS}`;
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text;

/** Rows as columns, each as wide as its widest cell; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : padEnd(cell, (widths[index] ?? 0) + gap),
      )
      .join('')
      .trimEnd(),
  );
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar for a share from 0 to 1; in ASCII whole marks only. */
export function bar(share: number, width: number, unicode: boolean): string {
  const clamped = Math.max(0, Math.min(1, share));
  if (!unicode) return '#'.repeat(Math.round(clamped * width));
  const eighths = Math.round(clamped * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
