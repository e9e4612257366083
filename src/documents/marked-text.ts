/** Texts of the catalogue with commands between backticks, as a document of some kind writes them. */
import type { Escape } from './liquid.ts';

/**
 * For the filter `marked`: safe for any text, as both functions are. A backtick without a partner opens
 * nothing and is left out.
 */
export const markedText =
  (safe: Escape, code: Escape): Escape =>
  (text) => {
    const pieces = text.split('`');
    return pieces
      .map((piece, index) =>
        index % 2 === 1 && index < pieces.length - 1 ? code(piece) : safe(piece),
      )
      .join('');
  };
