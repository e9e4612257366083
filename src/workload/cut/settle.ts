/** Most items need no search: deciding them the other way would break a limit. */
import { against, type Limit } from './lower-bound.ts';
import type { Program, Settled } from './program.ts';

/**
 * Decides what cannot be otherwise in any choice within the limits, and what follows from that by
 * the rules. Null where there is no such choice.
 *
 * @param settled decided already
 */
export function settle(
  program: Program,
  settled: Settled,
  limits: readonly Limit[],
): Settled | null {
  const isPossible = (item: number, isCut: boolean): boolean =>
    limits.every((limit) => against(limit, item, isCut) <= limit.allowed);
  const cut = [...settled];
  let grew = false;
  let sound = true;
  const decide = (item: number, isCut: boolean): void => {
    if (cut[item] === isCut) return;
    if (cut[item] === null) {
      cut[item] = isCut;
      grew = true;
    } else {
      sound = false;
    }
  };
  for (const item of cut.keys()) {
    if (settled[item] !== null) continue;
    if (!isPossible(item, true)) decide(item, false);
    if (!isPossible(item, false)) decide(item, true);
  }
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
  return sound ? cut : null;
}
