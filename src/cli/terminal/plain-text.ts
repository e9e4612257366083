/**
 * Text that may come from strangers (titles, names, file contents) on its way to the terminal:
 * control characters, and marks that change the direction of writing, are shown as a dot.
 */
export function plainText(text: string, options: { readonly lines?: boolean } = {}): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    if (character === '\n' && options.lines === true) return character;
    // Joiners that build emoji and some scripts are harmless.
    return character === '\u200d' || character === '\u200c' ? character : '·';
  });
}
