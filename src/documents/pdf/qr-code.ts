/** QR codes as strokes of a pen: a few hundred rectangles, with no picture to blur. */
import { create } from 'qrcode/lib/core/qrcode.js';

/** Longer addresses give modules too small for a phone at the size that is printed. */
const LONGEST_TEXT = 270;

export interface QrCode {
  /** Modules on each side. */
  readonly size: number;
  /** Dark stretches of rows: column, row and length in modules. */
  readonly stretches: readonly (readonly [number, number, number])[];
}

/** True when the text gives a code that can be read from paper. */
export const fitsQrCode = (text: string): boolean =>
  text !== '' && new TextEncoder().encode(text).length <= LONGEST_TEXT;

/** Error correction M: a crease or a drop of coffee may cover a seventh of it. */
export function qrCode(text: string): QrCode {
  // A mask of one's own choice is as readable, and saves weighing all eight for each code.
  const { modules } = create(text, { errorCorrectionLevel: 'M', maskPattern: 2 });
  const { size, data } = modules;
  const stretches: [number, number, number][] = [];
  for (let row = 0; row < size; row += 1) {
    let from = -1;
    for (let column = 0; column <= size; column += 1) {
      const dark = column < size && data[row * size + column] === 1;
      if (dark && from < 0) from = column;
      if (!dark && from >= 0) {
        stretches.push([from, row, column - from]);
        from = -1;
      }
    }
  }
  return { size, stretches };
}
