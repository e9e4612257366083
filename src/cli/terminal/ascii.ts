/** Without the characters that an ASCII terminal lacks. */
export function toAscii(text: string): string {
  const plain: Readonly<Record<string, string>> = {
    '–': '-',
    '—': '-',
    '−': '-',
    '→': '->',
    '·': '-',
    '×': 'x',
    '…': '...',
    '▸': '>',
    '✓': 'x',
    '≈': '~',
    '“': '"',
    '”': '"',
    '’': "'",
  };
  return text.replace(/[^\n\u0020-\u007e]/g, (character) => plain[character] ?? '?');
}

/** The same for text that may hold colours of our own. */
export const asciiKeepingColour = (text: string): string =>
  text
    .split(/(\p{Cc}\[\d+m)/u)
    .map((part, index) => (index % 2 === 1 ? part : toAscii(part)))
    .join('');
