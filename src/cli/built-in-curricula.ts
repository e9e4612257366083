/** The built-in curricula and tables: checked and turned into JSON when the program is built. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Foundations } from '../curriculum/foundations.ts';
import type { CertificationEntry } from '../curriculum/index-entry.ts';
import { didYouMean } from '../curriculum/nearest.ts';
import type { Overlap } from '../curriculum/overlaps.ts';
import { notFound, type UserError } from '../errors.ts';
import type { KeywordTable, ScoringTable } from '../recommend/schema.ts';

const readJson = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`./${path}.json`, import.meta.url), 'utf8')) as T;

const read = <T>(name: string): T => readJson(`curricula/${name}`);

export const certificationIndex = (): CertificationEntry[] => read('index');

export const isBuiltIn = (id: string): boolean =>
  certificationIndex().some((entry) => entry.id === id);

/** By its name: the file of skills and bridges has another form than a curriculum. */
export const isFoundations = (path: string): boolean => /(^|[\\/])foundations\.ya?ml$/.test(path);

/** @throws UserError, exit code 4 */
export function builtInCurriculum(id: string): Curriculum {
  if (!isBuiltIn(id)) throw unknownCertification(id, []);
  return read(id);
}

export const builtInOverlaps = (): Overlap[] => read('overlaps');

export const builtInFoundations = (): Foundations => read('foundations');

/** How certifications are ranked, and what job postings are searched for. */
export const scoringTable = (): ScoringTable => readJson('recommend/scoring');
export const keywordTable = (): KeywordTable => readJson('recommend/keywords');

/** @param others what could have been meant besides the built-in ones */
export function unknownCertification(id: string, others: readonly string[]): UserError {
  const index = certificationIndex();
  const known = [...index.map((entry) => entry.id), ...others];
  const byCode = index.find((entry) => entry.examCode.toLowerCase() === id.toLowerCase());
  return notFound(
    'unknown-certification',
    `there is no certification "${id}"${byCode ? `; did you mean "${byCode.id}"?` : didYouMean(id, known)}`,
    `certifications are ${known.join(', ')}; a file is named by its path, for example ./mine.yaml`,
  );
}

/** The address of the JSON Schema of a curriculum file, for editors. */
export const curriculumSchemaUrl = (): string =>
  new URL('./curricula/curriculum.schema.json', import.meta.url).href;

/** The text of a template, from the package's folder `templates`. */
export function templateText(name: string): string {
  return readFileSync(packageFile(`templates/${name}`), 'utf8');
}

/** Path of a file that ships with the package. */
export const builtInFile = (path: string): string => fileURLToPath(packageFile(path));

/** A file of the installed package: the bundle lies one folder below its root. */
function packageFile(path: string): URL {
  const beside = new URL(`../${path}`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../${path}`, import.meta.url);
}
