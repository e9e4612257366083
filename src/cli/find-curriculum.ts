/**
 * What a certification on the command line means: a file, a built-in one, or one of the user's
 * folder. What reads YAML is loaded only where a file is read.
 */
import { existsSync } from 'node:fs';
import type { Curriculum } from '../curriculum/curriculum.ts';
import { valueOrFaults } from '../curriculum/value-or-faults.ts';
import { badInput } from '../errors.ts';
import {
  builtInCurriculum,
  builtInFile,
  certificationIndex,
  isBuiltIn,
  isFoundations,
  unknownCertification,
} from './built-in-curricula.ts';
import { readCurriculumText } from './curriculum-file.ts';
import { type UserCurriculum, userCurricula, userCurriculumPath } from './user-curricula.ts';

/** An argument with a path separator, or ending as YAML files do, is a file. */
export const isPath = (argument: string): boolean =>
  /[/\\]/.test(argument) || /\.ya?ml$/i.test(argument);

/**
 * @param idOrPath as `certplan plan` takes it
 * @throws UserError: exit code 4 where there is none of that id, 2 where its file is wrong
 */
export async function findCurriculum(idOrPath: string): Promise<Curriculum> {
  if (isPath(idOrPath)) return readCurriculum(idOrPath);
  const path = userCurriculumPath(idOrPath);
  if (path !== null) return readUserCurriculum({ id: idOrPath, path });
  if (isBuiltIn(idOrPath)) return builtInCurriculum(idOrPath);
  throw unknownCertification(idOrPath, ownIds());
}

/** @throws UserError, exit code 2: as `readCurriculum`, or its id is not the name of the file */
export async function readUserCurriculum({ id, path }: UserCurriculum): Promise<Curriculum> {
  if (isBuiltIn(id)) {
    throw badInput(
      'id-taken',
      `${path} has the id of a built-in certification`,
      `give it another id, in the file and as its name; or plan the file itself: certplan plan ${path}`,
    );
  }
  const curriculum = await readCurriculum(path);
  if (curriculum.id === id) return curriculum;
  throw badInput(
    'id-and-name',
    `${path} holds the certification "${curriculum.id}", not "${id}"`,
    `name the file ${curriculum.id}.yaml, or write  id: ${id}`,
  );
}

/** @throws UserError, exit code 2, with the faults of the file */
async function readCurriculum(path: string): Promise<Curriculum> {
  if (isFoundations(path)) {
    throw badInput(
      'no-certification',
      `${path} holds foundations, not a certification`,
      'certplan certs lists certifications',
    );
  }
  const text = readCurriculumText(path);
  const { parseCurriculum } = await import('../curriculum/read-yaml.ts');
  // Thrown from here: this bundle would not know an error of the other as one of ours.
  return valueOrFaults(path, parseCurriculum(text));
}

/**
 * The file behind an argument of `curriculum check` and `curriculum links`.
 * @throws UserError, exit code 4, where it is an id of none
 */
export function fileOf(idOrPath: string): string {
  if (isPath(idOrPath)) return idOrPath;
  const own = userCurriculumPath(idOrPath);
  if (own !== null) return own;
  if (idOrPath === FOUNDATIONS || isBuiltIn(idOrPath)) return builtInYaml(idOrPath);
  // An existing file may have any name.
  if (existsSync(idOrPath)) return idOrPath;
  throw unknownCertification(idOrPath, [...ownIds(), FOUNDATIONS]);
}

const ownIds = (): string[] => userCurricula().map(({ id }) => id);

const FOUNDATIONS = 'foundations';

const builtInYaml = (id: string): string => builtInFile(`curricula/${id}.yaml`);

/** The files of all built-in certifications and of the foundations. */
export const builtInFiles = (): string[] =>
  [...certificationIndex().map(({ id }) => id), FOUNDATIONS].map(builtInYaml);
