/** A fault in a file, with the path of keys that leads to it; a place is found for it later. */
export type FaultPath = readonly (string | number)[];

export interface Fault {
  readonly path: FaultPath;
  readonly message: string;
}

/** `activities[3].minutes`, as error messages name a place inside a file. */
export function formatPath(path: FaultPath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}
