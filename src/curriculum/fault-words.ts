/** What the schema found, in words, with what to write instead. */
import type * as z from 'zod';
import { nearest } from './nearest.ts';
import { CURRICULUM_KEYS } from './schema.ts';

export interface FaultWords {
  readonly message: string;
  readonly advice: string | null;
}

/** One unknown key is a fault of its own, with a place of its own. */
export function unknownKeyWords(key: string): FaultWords {
  const near = nearest(key.slice(0, 64), CURRICULUM_KEYS);
  return {
    message: `unknown key "${key}"`,
    advice: near === null || near === key ? 'take it out' : `did you mean "${near}"?`,
  };
}

/** Of all issues but unknown keys. */
export function issueWords(issue: z.core.$ZodIssue): FaultWords {
  const given = 'input' in issue && issue.input !== undefined ? issue.input : undefined;
  const shown =
    given === undefined || typeof given === 'object'
      ? ''
      : `, got ${JSON.stringify(given)?.slice(0, 80) ?? ''}`;
  return { message: messageOf(issue, given, shown), advice: adviceOf(issue, given) };
}

function messageOf(issue: z.core.$ZodIssue, given: unknown, shown: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined
        ? `this key is missing (expected ${issue.expected})`
        : `expected ${issue.expected === 'int' ? 'a whole number' : issue.expected}${shown}`;
    case 'invalid_union':
      return given === undefined ? 'this key is missing' : `not a value that fits here${shown}`;
    case 'invalid_value':
      return `${given === undefined ? 'this key is missing: ' : ''}expected one of ${issue.values.map(String).join(', ')}${shown}`;
    case 'too_small':
      return `expected at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries' : ''}${shown}`;
    case 'too_big':
      return `expected at most ${String(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}${shown}`;
    default:
      return `${issue.message}${shown}`;
  }
}

function adviceOf(issue: z.core.$ZodIssue, given: unknown): string | null {
  const key = issue.path.at(-1);
  if (key === undefined) return 'a curriculum is a map of keys: id, vendor, name and so on';
  if (given === undefined && issue.code !== 'invalid_key') {
    return typeof key === 'string' ? `write  ${key}: …` : null;
  }
  if (issue.code === 'invalid_value' && typeof given === 'string') {
    const near = nearest(given.slice(0, 64), issue.values.map(String));
    return near === null ? null : `did you mean "${near}"?`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    if (given === null) return 'write a text, or leave the key out where it may be missing';
    if (typeof given === 'number') return `put it in quotes: '${given}'`;
    if (typeof given === 'object') return 'text that holds ": " or begins with [ or { needs quotes';
  }
  if (issue.code === 'invalid_type' && issue.expected === 'number') {
    return 'write digits only, without quotes and units';
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    return 'write a list: [one, two], or one "- " a line';
  }
  if (issue.code === 'invalid_format' && key === 'url') {
    return 'write it whole, beginning with https://; a blank is %20';
  }
  return null;
}
