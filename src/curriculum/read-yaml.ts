/** YAML text → checked value, with every fault at its line and column. */
import type * as z from 'zod';
import type { CivilDate } from '../time/civil-date.ts';
import { type Curriculum, fromYaml } from './curriculum.ts';
import {
  type Fault,
  FaultList,
  type FaultPath,
  formatPath,
  type Place,
  type PlacedFault,
  shortMessage,
} from './fault.ts';
import { issueWords, unknownKeyWords } from './fault-words.ts';
import { type Foundations, foundationsFromYaml } from './foundations.ts';
import { curriculumHints, type HintCode } from './hints.ts';
import { curriculumLinks, foundationsLinks, type Link } from './links.ts';
import { curriculumFaults } from './rules/curriculum-rules.ts';
import { foundationsFaults } from './rules/foundations-rules.ts';
import { curriculumSchema, foundationsSchema } from './schema.ts';
import type { Faulty, Parsed } from './value-or-faults.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export type { PlacedFault } from './fault.ts';
export { formatFaults, valueOrFaults } from './value-or-faults.ts';

type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly placeOf: (path: FaultPath) => Place }
  | Faulty;

/** Checks a text against a schema, then by rules that a schema cannot say. */
export function readChecked<S extends z.ZodType>(
  text: string,
  schema: S,
  rules: (data: unknown) => FaultList<Fault>,
): Checked<z.output<S>> {
  const read = readYaml(text);
  if (!read.ok) return read;
  const { document, twice } = read;
  const result = schema.safeParse(document.value, { reportInput: true });
  const faults = new FaultList<PlacedFault>();
  for (const fault of twice) faults.add(() => fault);
  for (const issue of result.error?.issues ?? []) addIssue(issue, document, faults);
  const broken = rules(document.value);
  for (const { path, message, advice } of broken.faults) {
    faults.add(() => ({ ...document.placeOf(path), message: withPath(path, message), advice }));
  }
  if (faults.faults.length > 0 || !result.success) {
    return {
      ok: false,
      faults: faults.faults.sort((a, b) => a.line - b.line || a.column - b.column),
      omitted: faults.omitted + broken.omitted,
    };
  }
  return { ok: true, value: result.data, placeOf: document.placeOf };
}

function addIssue(
  issue: z.core.$ZodIssue,
  document: YamlDocument,
  faults: FaultList<PlacedFault>,
): void {
  const path = issue.path.filter(isKey);
  if (issue.code !== 'unrecognized_keys') {
    faults.add(() => {
      const { message, advice } = issueWords(issue);
      return { ...document.placeOf(path), message: withPath(path, message), advice };
    });
    return;
  }
  for (const key of issue.keys) {
    faults.add(() => {
      const { message, advice } = unknownKeyWords(key);
      return { ...document.placeOfKey(path, key), message: withPath(path, message), advice };
    });
  }
}

const isKey = (key: PropertyKey): key is string | number => typeof key !== 'symbol';

const withPath = (path: FaultPath, message: string): string =>
  shortMessage(path.length > 0 ? `${formatPath(path)}: ${message}` : message);

const readCurriculum = (text: string) => readChecked(text, curriculumSchema, curriculumFaults);
const readFoundations = (text: string) => readChecked(text, foundationsSchema, foundationsFaults);

export function parseCurriculum(text: string): Parsed<Curriculum> {
  const read = readCurriculum(text);
  return read.ok ? { ok: true, value: fromYaml(read.value) } : read;
}

export function parseFoundations(text: string): Parsed<Foundations> {
  const read = readFoundations(text);
  return read.ok ? { ok: true, value: foundationsFromYaml(read.value) } : read;
}

export interface PlacedHint extends Place {
  readonly code: HintCode;
  readonly message: string;
}

/**
 * What a sound curriculum could do better.
 * @param today decides what was checked too long ago
 */
export function hintsOnCurriculum(text: string, today: CivilDate): Parsed<PlacedHint[]> {
  const read = readCurriculum(text);
  if (!read.ok) return read;
  const hints = curriculumHints(read.value, today).map(({ path, code, message }) => ({
    ...read.placeOf(path),
    code,
    message,
  }));
  return { ok: true, value: hints.sort((a, b) => a.line - b.line || a.column - b.column) };
}

export interface PlacedLink extends Place {
  readonly url: string;
  /** What it belongs to: an activity, a bridge or a source. */
  readonly of: string;
}

const placeLinks = (
  links: readonly Link[],
  placeOf: (path: FaultPath) => Place,
): Parsed<PlacedLink[]> => ({
  ok: true,
  value: links.map(({ path, url, of }) => ({ ...placeOf(path), url, of })),
});

/** Every address of the file, in its order; the same one may come again. */
export function linksOfCurriculum(text: string): Parsed<PlacedLink[]> {
  const read = readCurriculum(text);
  return read.ok ? placeLinks(curriculumLinks(read.value), read.placeOf) : read;
}

/** As `linksOfCurriculum`. */
export function linksOfFoundations(text: string): Parsed<PlacedLink[]> {
  const read = readFoundations(text);
  return read.ok ? placeLinks(foundationsLinks(read.value), read.placeOf) : read;
}
