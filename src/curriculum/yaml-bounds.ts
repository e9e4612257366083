/** What is refused of a YAML text before it is parsed: the parser has no bounds of its own. */
import { Lexer } from 'yaml';

/** Characters: the biggest real file has 0.3 million. */
const MOST_CHARACTERS = 1_000_000;
/** Parts that the parser makes of the text. Real files have one in five characters. */
const MOST_TOKENS = 250_000;
/** The parser recurses. The real files have 8 levels. */
const MOST_NESTING = 64;
/** A line that starts with this many columns of indentation or `- ` is nested too deeply as well. */
const DEEP_LINE = /^(?:[ \t]|[-?:][ \t]){256}/m;

export interface Refusal {
  readonly message: string;
  readonly advice: string;
}

/** @returns null where the text may be parsed */
export function refusalOf(text: string): Refusal | null {
  if (text.length > MOST_CHARACTERS) {
    return {
      message: 'the file is larger than 1 MB',
      advice: 'a curriculum has a tenth of that; is this the right file?',
    };
  }
  if (text.trim() === '') {
    return {
      message: 'the file is empty',
      advice: 'certplan curriculum new ID writes a file to start from',
    };
  }
  if (DEEP_LINE.test(text)) return TOO_DEEP;
  let depth = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MOST_NESTING) return TOO_DEEP;
    tokens += 1;
    if (tokens > MOST_TOKENS) return TOO_MANY;
  }
  return null;
}

const TOO_DEEP: Refusal = {
  message: 'lists and maps are nested too deeply',
  advice: 'a curriculum has 8 levels; certplan curriculum new ID shows them',
};

const TOO_MANY: Refusal = {
  message: 'the file has more keys, values and marks than a curriculum can have',
  advice: 'is this the right file? A curriculum has at most 2,000 activities',
};
