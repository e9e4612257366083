/** Most items need no search: deciding them the other way would cost more than is allowed. */
import type { Bound } from './lower-bound.ts';
import type { Program } from './program.ts';

export interface Settled {
  /** By item: true is cut, false stays, null is open. */
  readonly cut: readonly (boolean | null)[];
  /** What the decisions cost over the bound. */
  readonly over: number;
}

/**
 * Decides what cannot be otherwise in any choice that costs at most `allowed` over the bound, and
 * what follows from that by the rules. Null where there is no such choice.
 */
export function settle(program: Program, bound: Bound, allowed: number): Settled | null {
  const cut: (boolean | null)[] = bound.reduced.map((cost) =>
    Math.abs(cost) > allowed ? cost < 0 : null,
  );
  let grew = false;
  let sound = true;
  const decide = (item: number, value: boolean): void => {
    if (cut[item] === value) return;
    if (cut[item] === null) {
      cut[item] = value;
      grew = true;
    } else {
      sound = false;
    }
  };
  do {
    grew = false;
    for (const [before, item] of program.edges) {
      if (cut[before] === true) decide(item, true);
      if (cut[item] === false) decide(before, false);
    }
    for (const set of program.oneStays) {
      const [first, ...others] = set.filter((item) => cut[item] !== true);
      if (first === undefined) sound = false;
      else if (others.length === 0) decide(first, false);
    }
  } while (grew && sound);
  if (!sound) return null;

  let over = 0;
  for (const [item, cost] of bound.reduced.entries()) {
    if (cut[item] !== null && cut[item] !== cost < 0) over += Math.abs(cost);
  }
  return over > allowed ? null : { cut, over };
}
