/** A slip in the tables of `recommend/` is told at its line; the build stops there. */
import { describe, expect, it } from 'vitest';
import { formatFaults, type Parsed } from '../../src/curriculum/value-or-faults.ts';
import { parseKeywords, parseScoring } from '../../src/recommend/schema.ts';
import { KEYWORDS, tableText } from './tables.ts';

const faultsOf = (parsed: Parsed<unknown>): string =>
  parsed.ok ? '' : formatFaults('table', parsed.faults);

/** The real table with one change. */
function changed(name: 'keywords' | 'scoring', from: string, to: string): string {
  const text = tableText(name);
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('keywords', () => {
  it.each([
    [
      'an id that stands there twice',
      'id: bedrock,',
      'id: sagemaker,',
      /"sagemaker" stands here twice/,
    ],
    [
      'a skill that --skill does not know',
      'id: python,',
      'id: pyton,',
      /terms\[\d+\]\.id: expected one of python/,
    ],
    [
      'a platform that nobody has',
      'cloud: aws, name: Amazon S3',
      'cloud: sun, name: Amazon S3',
      /cloud: expected one of aws, azure, google/,
    ],
    [
      'a word beside no cloud',
      'name: Python, words: [python,',
      'name: Python, beside: [py], words: [python,',
      /beside which cloud\?/,
    ],
  ])('%s', (_, from, to, says) => {
    expect(faultsOf(parseKeywords(changed('keywords', from, to)))).toMatch(says);
  });
});

describe('scoring', () => {
  it.each([
    ['a topic that is no keyword', 'topics: [ml,', 'topics: [mll,', /no keyword "mll"/],
    [
      'a certification that has no row',
      'next: aws-aip-c01',
      'next: aws-aip-c09',
      /no row "aws-aip-c09"/,
    ],
    [
      'a background that is left out',
      'background: { data-science: 25,',
      'background: { data: 25,',
      /background\.data-science|unknown key "data"/,
    ],
    [
      'points that are no number',
      'budget: 15',
      'budget: much',
      /points\.budget: expected number, got "much"/,
    ],
  ])('%s', (_, from, to, says) => {
    expect(faultsOf(parseScoring(changed('scoring', from, to), KEYWORDS))).toMatch(says);
  });
});
