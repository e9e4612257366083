/** The folder of the user's own curricula: what lies there, without reading it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from './data-folder.ts';

/** As ids of certifications are written; a file of another name is none of ours. */
const FILE = /^([a-z0-9][a-z0-9._-]{0,63}?)\.ya?ml$/;
const ENDINGS = ['.yaml', '.yml'] as const;

export interface UserCurriculum {
  readonly id: string;
  readonly path: string;
}

/** Where files named `ID.yaml` are found by their id. */
export const userCurriculaFolder = (): string => join(configFolder(), 'curricula');

/** By id; of `ID.yaml` and `ID.yml` only the first. A folder that is not there holds none. */
export function userCurricula(): UserCurriculum[] {
  const folder = userCurriculaFolder();
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return [];
  }
  const found = new Map<string, UserCurriculum>();
  for (const name of names) {
    const id = FILE.exec(name)?.[1];
    if (id !== undefined && !found.has(id)) found.set(id, { id, path: join(folder, name) });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @returns the path of the file; null where there is none */
export function userCurriculumPath(id: string): string | null {
  if (!FILE.test(`${id}.yaml`)) return null;
  for (const ending of ENDINGS) {
    const path = join(userCurriculaFolder(), `${id}${ending}`);
    if (existsSync(path)) return path;
  }
  return null;
}
