/** Platforms, services, skills and topics are found in postings, and nothing that only looks like them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { termFinder } from '../../src/recommend/find-terms.ts';
import { KEYWORDS } from './tables.ts';

const find = termFinder(KEYWORDS);
const ids = (text: string): string[] => find(text).map(({ term }) => term.id);
const wordsOf = (text: string, id: string): readonly string[] =>
  find(text).find(({ term }) => term.id === id)?.words ?? [];

describe('over forty labelled lines', () => {
  const lines = z
    .array(z.strictObject({ text: z.string(), names: z.array(z.string()) }))
    .parse(
      parse(readFileSync(new URL('./postings-labelled.yaml', import.meta.url), 'utf8')) as unknown,
    );

  const missed = lines.flatMap(({ text, names }) =>
    names.filter((name) => !ids(text).includes(name)).map((name) => `${name}: ${text}`),
  );
  const wrong = lines.flatMap(({ text, names }) =>
    ids(text)
      .filter((id) => !names.includes(id))
      .map((id) => `${id} (${wordsOf(text, id).join(', ')}): ${text}`),
  );
  const labels = lines.reduce((sum, { names }) => sum + names.length, 0);
  const right = labels - missed.length;

  it('there are forty, and every label is a row of the table', () => {
    expect(lines).toHaveLength(40);
    const known = KEYWORDS.terms.map(({ id }): string => id);
    expect(lines.flatMap(({ names }) => names).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('at least 95 of 100 names that stand there are found', () => {
    expect(right / labels, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('at least 95 of 100 names that are found stand there', () => {
    expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
