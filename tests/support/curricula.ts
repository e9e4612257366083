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
] as const;
export type CertificationId = (typeof CERTIFICATIONS)[number];

export const curriculumText = (id: string): string =>
  readFileSync(new URL(`../../curricula/${id}.yaml`, import.meta.url), 'utf8');

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
