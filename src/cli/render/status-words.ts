import type { Status } from '../../curriculum/lifecycle.ts';

/** Where an exam stands, in a word. */
export const STATUS_WORDS = {
  announced: 'announced',
  beta: 'beta',
  active: 'current',
  retiring: 'retiring',
  retired: 'retired',
} as const satisfies Record<Status, string>;
