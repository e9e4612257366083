/** The built-in curricula: checked and turned into JSON when the program is built. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Foundations } from '../curriculum/foundations.ts';
import type { CertificationEntry } from '../curriculum/index-entry.ts';
import { didYouMean } from '../curriculum/nearest.ts';
import type { Overlap } from '../curriculum/overlaps.ts';
import { notFound } from '../errors.ts';

const file = (name: string): URL => new URL(`./curricula/${name}.json`, import.meta.url);

const read = <T>(name: string): T => JSON.parse(readFileSync(file(name), 'utf8')) as T;

export const certificationIndex = (): CertificationEntry[] => read('index');

/** @throws UserError, exit code 4, with the nearest match */
export function builtInCurriculum(id: string): Curriculum {
  const known = certificationIndex().map((entry) => entry.id);
  if (!known.includes(id)) {
    const codes = certificationIndex();
    const byCode = codes.find((entry) => entry.examCode.toLowerCase() === id.toLowerCase());
    throw notFound(
      'unknown-certification',
      `there is no certification "${id}"${byCode ? `; did you mean "${byCode.id}"?` : didYouMean(id, known)}`,
      `certifications are ${known.join(', ')}`,
    );
  }
  return read(id);
}

export const builtInOverlaps = (): Overlap[] => read('overlaps');

export const builtInFoundations = (): Foundations => read('foundations');

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
