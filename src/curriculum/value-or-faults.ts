/** The value of a file, or an error that names its faults. Reads no YAML itself. */
import { badInput } from '../errors.ts';
import type { PlacedFault } from './fault.ts';

export interface Faulty {
  readonly ok: false;
  /** In the order of the file; no more than anyone mends at once. */
  readonly faults: readonly PlacedFault[];
  /** How many more there are. */
  readonly omitted: number;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | Faulty;

/** Faults that fit into an error message; the check lists all. */
const MOST_IN_MESSAGE = 10;

/** `mine.yaml:41:14  activities[3].minutes: expected …`, one line a fault. */
export const formatFaults = (file: string, faults: readonly PlacedFault[]): string =>
  faults.map((fault) => `${file}:${fault.line}:${fault.column}  ${fault.message}`).join('\n');

/** @throws UserError with the first faults of the file, exit code 2 */
export function valueOrFaults<T>(file: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  const shown = parsed.faults.slice(0, MOST_IN_MESSAGE);
  const more = parsed.faults.length - shown.length + parsed.omitted;
  throw badInput(
    'bad-curriculum',
    `${formatFaults(file, shown)}${more > 0 ? `\nand ${more} more` : ''}`,
    `certplan curriculum check ${file} lists all faults of the file, with advice`,
  );
}
