/** Which title is which, between two exam guides. */
import { describe, expect, it } from 'vitest';
import { matchTitles } from '../../src/curriculum/title-match.ts';

const titles = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([id, title]) => ({ id, title }));
const pairs = (before: Record<string, string>, after: Record<string, string>): string[] =>
  matchTitles(titles(before), titles(after)).map((pair) => `${pair.before.id}=${pair.after.id}`);

describe('titles match', () => {
  it('when they are the same, whatever their numbers', () => {
    const [pair] = matchTitles(
      titles({ d4: 'Computer vision' }),
      titles({ d3: 'Computer vision' }),
    );
    expect(pair?.alike).toBe(1);
  });

  it('when endings differ', () => {
    expect(pairs({ a: 'Analyzing images' }, { b: 'Analyze image' })).toEqual(['a=b']);
  });

  it('not on words that all titles have', () => {
    const before = { d1: 'Implement speech solutions', d2: 'Implement vision solutions' };
    const after = { d4: 'Implement text solutions', d5: 'Implement search solutions' };
    expect(pairs(before, { ...after, d3: 'Implement vision solutions' })).toEqual(['d2=d3']);
  });

  it('with less in common where the number was kept', () => {
    const other = { x: 'Deploy models' };
    const before = { '1.1': 'Secure the gateway' };
    expect(pairs(before, { ...other, '1.1': 'Secure endpoints of models' })).toEqual(['1.1=1.1']);
    expect(pairs(before, { ...other, '4.3': 'Secure endpoints of models' })).toEqual([]);
  });

  it('each once, the most alike first', () => {
    const before = { a: 'Train models', b: 'Train models twice' };
    expect(pairs(before, { c: 'Train models twice' })).toEqual(['b=c']);
  });

  it('never without words', () => {
    expect(pairs({ a: '' }, { a: '' })).toEqual([]);
  });
});
