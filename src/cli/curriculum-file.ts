/** A curriculum file that a command line names. */
import { readFileSync, statSync } from 'node:fs';
import type { PlacedFault } from '../curriculum/read-yaml.ts';
import { badInput } from '../errors.ts';
import { systemReason } from './files.ts';

const MAX_BYTES = 1_000_000;

/**
 * @returns its text; a fault where it is too large
 * @throws UserError, exit code 2, where it cannot be read
 */
export function readCurriculumFile(file: string): string | PlacedFault {
  try {
    if (statSync(file).size > MAX_BYTES) {
      return { line: 1, column: 1, message: 'the file is larger than 1 MB' };
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw badInput('cannot-read', `cannot read ${file}: ${systemReason(error)}`, 'check the path');
  }
}
