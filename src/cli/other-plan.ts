/** A file that was made from another plan than the one it is given to. */
import { badInput, UserError } from '../errors.ts';
import type { LoadedPlan, PlanStore } from './store.ts';

export interface ForeignFile {
  readonly file: string;
  /** True for the plan that it was made from. */
  readonly isOf: (loaded: LoadedPlan) => boolean;
  /** What to do where that plan is not kept here. */
  readonly otherwise: string;
}

/**
 * Says whose file it is, where that plan is kept here, too.
 * @param name the plan that it was given to
 */
export function ofAnotherPlan(
  store: PlanStore,
  name: string,
  { file, isOf, otherwise }: ForeignFile,
): UserError {
  const owner = store
    .names()
    .find((candidate) => candidate !== name && owns(store, candidate, isOf));
  return badInput(
    'other-plan',
    `${file} belongs to another plan than "${name}"${owner === undefined ? '' : `: to "${owner}"`}`,
    owner === undefined ? otherwise : `certplan import ${file} --plan ${owner}`,
  );
}

function owns(store: PlanStore, name: string, isOf: ForeignFile['isOf']): boolean {
  try {
    return isOf(store.load(name));
  } catch (error) {
    // A damaged journal must not hide what is wrong with the file.
    if (error instanceof UserError) return false;
    throw error;
  }
}
