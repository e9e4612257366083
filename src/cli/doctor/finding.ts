/** What `certplan doctor` has to say about one thing. */
export interface Finding {
  /**
   * `damage`: something is lost or wrong; `leftover`: an ended process left it, it does no harm;
   * `note`: nothing is wrong.
   */
  readonly kind: 'damage' | 'leftover' | 'note';
  readonly path: string;
  /** Line of a journal, counted from 1. */
  readonly line: number | null;
  readonly message: string;
  /** What to do; null where nothing has to be done. */
  readonly remedy: string | null;
  readonly repaired: boolean;
}

/** A finding about a whole file that stays as it is. */
export const finding = (
  kind: Finding['kind'],
  path: string,
  message: string,
  more: Partial<Finding> = {},
): Finding => ({ kind, path, line: null, message, remedy: null, repaired: false, ...more });

export const REPAIR = 'certplan doctor --repair';
