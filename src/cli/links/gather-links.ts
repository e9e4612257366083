/** The addresses of curriculum files, each once, with the places where it stands. */
import {
  linksOfCurriculum,
  linksOfFoundations,
  type PlacedLink,
} from '../../curriculum/read-yaml.ts';
import { valueOrFaults } from '../../curriculum/value-or-faults.ts';
import { isFoundations } from '../built-in-curricula.ts';
import { readCurriculumText } from '../curriculum-file.ts';

export interface LinkPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The activity, bridge or source that it belongs to. */
  readonly of: string;
}

/**
 * @returns places by address, without the part behind "#": that never reaches a server
 * @throws UserError, exit code 2, where a file cannot be read or has faults
 */
export function gatherLinks(files: readonly string[]): Map<string, LinkPlace[]> {
  const found = new Map<string, LinkPlace[]>();
  for (const file of new Set(files)) {
    for (const { url, line, column, of } of linksIn(file)) {
      const asked = url.replace(/#.*$/, '');
      const places = found.get(asked) ?? [];
      places.push({ file, line, column, of });
      found.set(asked, places);
    }
  }
  return found;
}

function linksIn(file: string): PlacedLink[] {
  const text = readCurriculumText(file);
  return valueOrFaults(
    file,
    isFoundations(file) ? linksOfFoundations(text) : linksOfCurriculum(text),
  );
}
