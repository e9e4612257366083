/** A fault in a file, with the path of keys that leads to it; a place is found for it later. */
export type FaultPath = readonly (string | number)[];

export interface Fault {
  readonly path: FaultPath;
  readonly message: string;
  /** What to write instead, where the message does not say it. */
  readonly advice: string | null;
}

/** Where something stands in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlacedFault extends Place {
  readonly message: string;
  readonly advice: string | null;
}

/** Faults that are told of one file: who has more mends these first. */
export const MOST_FAULTS = 1000;
/** Characters of a message; a value from the file may be as long as the file. */
const LONGEST_MESSAGE = 400;

/** Takes faults up to `MOST_FAULTS`, and counts the others. */
export class FaultList<T> {
  readonly faults: T[] = [];
  omitted = 0;

  /** @param make called only while there is room: suggestions take their time */
  add(make: () => T): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(make());
    else this.omitted += 1;
  }
}

/** The message without the rest of a value that is longer than anyone reads. */
export const shortMessage = (message: string): string =>
  message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}…`;

/** `activities[3].minutes`, as error messages name a place inside a file. */
export function formatPath(path: FaultPath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}
