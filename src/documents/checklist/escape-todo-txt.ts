/** Text from strangers in a line of todo.txt, which has no way to escape: what would mean something is set apart. */

/** `+project`, `@context` and `key:value` are words of their own; with a blank inside they are only words. `19:00` is a time. */
export const escapeTodoTxt = (text: string): string =>
  text
    .replace(/(?<=^|\s)([+@])(?=\S)/g, '$1 ')
    .replace(/\b\d{1,2}:\d{2}\b|(?<=\S):(?=\S)/g, (found) => (found === ':' ? ': ' : found))
    // At the beginning of a line: done, a priority, a date.
    .replace(/^(?=x\s|\([A-Z]\)\s|\d{4}-\d{2}-\d{2}\s)/, '. ');
