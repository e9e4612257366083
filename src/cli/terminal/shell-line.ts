/** A command as one line that a POSIX shell reads as the same words. */

/** Nothing here means anything to a shell, wherever in a word it stands but for a leading `=`. */
const HARMLESS = /^(?!=)[\w./=,@%+:-]+$/;

const quoted = (word: string): string =>
  HARMLESS.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

export const shellLine = (words: readonly string[]): string => words.map(quoted).join(' ');
