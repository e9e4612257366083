/** One property of a component: `DTSTART;TZID=Europe/Berlin:20270120T190000`. */
import { Fault } from './warnings.ts';

/** A line after unfolding. */
export interface ContentLine {
  readonly text: string;
  /** Line of the file on which it begins, from 1. */
  readonly number: number;
}

export interface Property {
  /** In capitals. */
  readonly name: string;
  /** Names in capitals, values without their quotes. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

/** The name in capitals, or null where the text does not begin like a property. */
export const propertyName = (text: string): string | null =>
  /^([A-Za-z0-9-]{1,40})\s*[;:]/.exec(text)?.[1]?.toUpperCase() ?? null;

// RFC 5545 forbids control characters in content lines; a stray one must not spoil a date.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\x00-\x1f\x7f]/g;

/** @throws Fault where quotes or the colon are missing */
export function parseProperty(line: ContentLine): Property {
  const text = line.text.replace(CONTROLS, '');
  const name = propertyName(text);
  const pieces: string[] = [];
  let quote = false;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') quote = !quote;
    if (quote || (sign !== ';' && sign !== ':')) continue;
    pieces.push(text.slice(from, index));
    from = index + 1;
    if (sign === ';') continue;
    const parameters = new Map<string, string>();
    for (const piece of pieces.slice(1)) {
      const equals = piece.indexOf('=');
      if (equals < 0) continue;
      const key = piece.slice(0, equals).trim().toUpperCase();
      if (!parameters.has(key)) parameters.set(key, unquoted(piece.slice(equals + 1)));
    }
    return { name: name ?? '', parameters, value: text.slice(from).trim(), line: line.number };
  }
  throw new Fault(line.number, `${name ?? 'a line'} has no value`);
}

const unquoted = (value: string): string => value.replace(/"/g, '').trim();
