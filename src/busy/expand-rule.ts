/**
 * A recurrence rule laid on the calendar. Written here because ical.js never returns from some
 * rules, misreads others (BYSETPOS by week, BYMONTH with INTERVAL) and walks from the start even
 * where that lies decades back.
 */
import type { Budget } from './budget.ts';
import { dayOf, type WallSeconds } from './moment.ts';
import type { Rule } from './rule.ts';
import { completeRule } from './rule-days.ts';
import { periods } from './rule-periods.ts';

export interface Expansion {
  /** Wall times within the window, in order. */
  readonly walls: readonly WallSeconds[];
  /** False where the limit of steps ended it early. */
  readonly complete: boolean;
}

export interface WallWindow {
  readonly from: WallSeconds;
  /** Exclusive. */
  readonly to: WallSeconds;
}

export interface RuleInPlace {
  readonly rule: Rule;
  /** The event's first wall time; it bounds the rule but is added only where the rule names it. */
  readonly start: WallSeconds;
  /** Last wall time allowed. */
  readonly until: WallSeconds | null;
  /** Days without a time of day. */
  readonly isDate: boolean;
}

/** The wall times within the window that the rule names. */
export function expandRule(place: RuleInPlace, window: WallWindow, budget: Budget): Expansion {
  const { start } = place;
  const rule = completeRule(place.rule, dayOf(start));
  const walls: WallSeconds[] = [];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  const last = Math.min(window.to - 1, place.until ?? Number.POSITIVE_INFINITY);
  if (left <= 0 || last < start) return { walls, complete: true };

  const purse = budget.forOneRule();
  if (!purse.spend(1)) return { walls, complete: false };
  // A counted rule has to be walked from its start, any other from just before the window.
  const reach = rule.count === null ? Math.max(start, window.from) : start;
  for (const period of periods(rule, start, reach, place.isDate)) {
    if (!purse.spend(period.cost + period.size)) return { walls, complete: false };
    for (const wall of inPositions(rule, period.walls())) {
      if (wall < start) continue;
      if (wall > last) return { walls, complete: true };
      if (wall >= window.from) walls.push(wall);
      left -= 1;
      if (left <= 0) return { walls, complete: true };
    }
    if (period.next > last) break;
  }
  return { walls, complete: true };
}

/** BYSETPOS: the first, the last … of what a period names. */
function inPositions(rule: Rule, walls: readonly WallSeconds[]): readonly WallSeconds[] {
  if (rule.positions.length === 0) return walls;
  const wanted = new Set(
    rule.positions.map((position) => (position > 0 ? position - 1 : walls.length + position)),
  );
  return walls.filter((_, index) => wanted.has(index));
}
