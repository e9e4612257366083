/** How many columns a text takes on a terminal. */
import anyStringWidth from 'fast-string-width';

/**
 * Most texts are Latin letters and the few signs that answers use, where a character is a column: to
 * ask no more is much faster.
 */
export const SINGLE_COLUMNS =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201d\u2026\u2192\u2212\u2248\u25b8\u2713]*$/;

export const stringWidth = (text: string): number =>
  SINGLE_COLUMNS.test(text) ? text.length : anyStringWidth(text);
