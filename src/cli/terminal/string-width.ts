/** How many columns a text takes on a terminal. */
import anyStringWidth from 'fast-string-width';

/** Most texts are printable ASCII, where a character is a column: to ask no more is much faster. */
const ASCII = /^[\u0020-\u007e]*$/;

export const stringWidth = (text: string): number =>
  ASCII.test(text) ? text.length : anyStringWidth(text);
