/** Content lines of iCalendar (RFC 5545 §3.1): CRLF, at most 75 octets, characters kept whole. */

const LONGEST_LINE = 75;

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** One content line, without line end, folded with CRLF and a space. */
export function foldLine(line: string): string {
  const total = Buffer.byteLength(line);
  if (total <= LONGEST_LINE) return line;
  if (total === line.length) return foldAscii(line);
  let folded = '';
  let length = 0;
  let from = 0;
  let index = 0;
  for (const character of line) {
    const width = octets(character);
    if (length + width > LONGEST_LINE) {
      folded += `${line.slice(from, index)}\r\n `;
      from = index;
      // The space that marks a continuation counts.
      length = 1;
    }
    length += width;
    index += character.length;
  }
  return folded + line.slice(from);
}

/** Every character is one octet, so the pieces are known without looking. */
function foldAscii(line: string): string {
  let folded = line.slice(0, LONGEST_LINE);
  for (let from = LONGEST_LINE; from < line.length; from += LONGEST_LINE - 1) {
    folded += `\r\n ${line.slice(from, from + LONGEST_LINE - 1)}`;
  }
  return folded;
}

/** Content lines, one a line, with or without a final line end → a whole file. */
export const foldFile = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
