/** The tables of `recommend/`, as the build reads them. */
import { readFileSync } from 'node:fs';
import { valueOrFaults } from '../../src/curriculum/read-yaml.ts';
import { parseKeywords, parseScoring } from '../../src/recommend/schema.ts';

export const tableText = (name: 'keywords' | 'scoring'): string =>
  readFileSync(new URL(`../../recommend/${name}.yaml`, import.meta.url), 'utf8');

export const KEYWORDS = valueOrFaults('keywords', parseKeywords(tableText('keywords')));
export const SCORING = valueOrFaults('scoring', parseScoring(tableText('scoring'), KEYWORDS));
