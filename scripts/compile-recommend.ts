/** Checks the tables in `recommend/` and writes them as JSON beside the bundle. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOrFaults } from '../src/curriculum/read-yaml.ts';
import { parseKeywords, parseScoring } from '../src/recommend/schema.ts';

export function compileRecommend(from: string, to: string): void {
  const text = (name: string): string => readFileSync(join(from, `${name}.yaml`), 'utf8');
  const keywords = valueOrFaults('recommend/keywords.yaml', parseKeywords(text('keywords')));
  const scoring = valueOrFaults('recommend/scoring.yaml', parseScoring(text('scoring'), keywords));
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'keywords.json'), JSON.stringify(keywords));
  writeFileSync(join(to, 'scoring.json'), JSON.stringify(scoring));
}
