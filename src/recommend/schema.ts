/** The shape of the two tables in `recommend/`. Used by the build and by tests; commands read the JSON. */
import * as z from 'zod';
import { type Fault, FaultList } from '../curriculum/fault.ts';
import { readChecked } from '../curriculum/read-yaml.ts';
import type { Parsed } from '../curriculum/value-or-faults.ts';
import { FIRST_RANK_SKILLS, SKILLS } from '../curriculum/vocabulary.ts';
import { BACKGROUNDS, GOALS, PLATFORMS } from './vocabulary.ts';

const points = z.number().min(0).max(100);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const words = z.array(z.string().trim().min(1)).min(1);
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const scoringSchema = z.strictObject({
  points: z.strictObject({
    start: points,
    platform: points,
    postings: z.strictObject({ platform: points, topics: points }),
    hours: z.strictObject({ 'per-point': z.number().min(1), most: points }),
    by: z.strictObject({ tight: points, 'too-late': points, 'beta-only': points }),
    budget: points,
    status: z.strictObject({ announced: points, beta: points, active: points, retiring: points }),
  }),
  'assumed-skills': z.record(
    z.enum(BACKGROUNDS),
    z.partialRecord(z.enum(FIRST_RANK_SKILLS), level),
  ),
  certifications: z.record(
    slug,
    z.strictObject({
      background: z.record(z.enum(BACKGROUNDS), points),
      goal: z.record(z.enum(GOALS), points),
      topics: z.array(slug).min(1),
      services: z.array(slug).min(1),
      roles: words,
      proves: z.string(),
      beware: z.string(),
      next: slug.nullable(),
    }),
  ),
});

const names = {
  name: z.string().trim().min(1),
  words,
  formerly: words.optional(),
  beside: words.optional(),
};

const keywordsSchema = z.strictObject({
  /** Phrases that look like a term and are none. */
  never: words,
  terms: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ id: slug, kind: z.literal('platform'), cloud: z.enum(PLATFORMS), ...names }),
      z.strictObject({ id: slug, kind: z.literal('service'), cloud: z.enum(PLATFORMS), ...names }),
      z.strictObject({ id: z.enum(SKILLS), kind: z.literal('skill'), ...names }),
      z.strictObject({ id: slug, kind: z.literal('topic'), ...names }),
    ]),
  ),
});

export type ScoringTable = z.output<typeof scoringSchema>;
export type KeywordTable = z.output<typeof keywordsSchema>;
export type Term = KeywordTable['terms'][number];

const fault = (path: Fault['path'], message: string): Fault => ({ path, message, advice: null });

/** Rules for a table whose form is right; of any other the schema tells the faults. */
const rulesOf =
  <S extends z.ZodType>(schema: S, faultsOf: (table: z.output<S>) => readonly Fault[]) =>
  (data: unknown): FaultList<Fault> => {
    const list = new FaultList<Fault>();
    const table = schema.safeParse(data);
    if (table.success) for (const one of faultsOf(table.data)) list.add(() => one);
    return list;
  };

function keywordFaults({ terms }: KeywordTable): Fault[] {
  const faults: Fault[] = [];
  const ids = new Set<string>();
  terms.forEach((term, index) => {
    if (ids.has(term.id)) {
      faults.push(fault(['terms', index, 'id'], `"${term.id}" stands here twice`));
    }
    ids.add(term.id);
    if (term.beside && !('cloud' in term)) {
      faults.push(fault(['terms', index, 'beside'], 'beside which cloud?'));
    }
  });
  return faults;
}

export const parseKeywords = (text: string): Parsed<KeywordTable> =>
  readChecked(text, keywordsSchema, rulesOf(keywordsSchema, keywordFaults));

/** @param keywords which the topics of the table are rows of */
export function parseScoring(text: string, keywords: KeywordTable): Parsed<ScoringTable> {
  const known = new Set(keywords.terms.map(({ id }): string => id));
  const scoringFaults = ({ certifications }: ScoringTable): Fault[] =>
    Object.entries(certifications).flatMap(([id, row]): Fault[] => [
      ...(['topics', 'services'] as const).flatMap((list) =>
        row[list]
          .filter((word) => !known.has(word))
          .map((word) => fault(['certifications', id, list], `no keyword "${word}"`)),
      ),
      ...(row.next === null || row.next in certifications
        ? []
        : [fault(['certifications', id, 'next'], `no row "${row.next}"`)]),
    ]);
  return readChecked(text, scoringSchema, rulesOf(scoringSchema, scoringFaults));
}
