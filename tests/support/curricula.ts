/** The real curricula, read once per test file. */
import { readFileSync } from 'node:fs';
import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { Foundations } from '../../src/curriculum/foundations.ts';
import {
  parseCurriculum,
  parseFoundations,
  valueOrFaults,
} from '../../src/curriculum/read-yaml.ts';

export const CERTIFICATIONS = [
  'aws-mls-c01',
  'aws-mla-c02',
  'azure-ai-102',
  'azure-ai-103',
  'aws-aif-c01',
  'aws-aip-c01',
  'azure-ai-901',
  'azure-ai-300',
  'google-pmle',
] as const;
export type CertificationId = (typeof CERTIFICATIONS)[number];

const fileOf = (id: string): URL => new URL(`../../curricula/${id}.yaml`, import.meta.url);

export const curriculumText = (id: string): string => readFileSync(fileOf(id), 'utf8');

const curricula = new Map<string, Curriculum>();

export function curriculum(id: CertificationId): Curriculum {
  let found = curricula.get(id);
  if (!found) {
    found = valueOrFaults(id, parseCurriculum(curriculumText(id)));
    curricula.set(id, found);
  }
  return found;
}

let foundationsCache: Foundations | null = null;

export function foundations(): Foundations {
  foundationsCache ??= valueOrFaults(
    'foundations',
    parseFoundations(curriculumText('foundations')),
  );
  return foundationsCache;
}
