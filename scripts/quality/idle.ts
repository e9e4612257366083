/** Why offered minutes before the end of the content stay unused: each idle stretch with its cause. */
import type { Opening } from '../../src/schedule/openings.ts';
import { endOf, type Placement } from '../../src/schedule/placement.ts';
import { isoWeekIndex } from '../../src/time/civil-date.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import { SHORTEST_PART } from '../../src/workload/segments.ts';
import type { WorkItem } from '../../src/workload/work-item.ts';
import type { Packing } from './packing.ts';
import { BREAK, offerOf } from './packing-bound.ts';

export const CAUSES = {
  'cap-rest': 'rest of the weekly cap',
  touching: 'break between touching windows, each of which offers all of its minutes',
  breaks: 'more or longer breaks than the offer of the window counts',
  'short-rest': `rest of a window under ${SHORTEST_PART} min, too small for a part`,
  'only-uncut': `rest of ${SHORTEST_PART} min or more: all that was ready is unbroken and longer, or would leave a part too small`,
  order: `rest of ${SHORTEST_PART} min or more: all that is left waits for something unfinished`,
  'left-out': 'an item was ready that fits the rest',
} as const;
export type Cause = keyof typeof CAUSES;

export interface Idle {
  readonly cause: Cause;
  readonly at: EpochMinutes;
  readonly minutes: number;
  /** What was ready. */
  readonly items: readonly string[];
}

interface Gap {
  readonly start: EpochMinutes;
  readonly minutes: number;
}

/** Free stretches of an opening once each session has its breaks. */
function gapsOf(opening: Opening, inside: readonly Placement[], until: EpochMinutes): Gap[] {
  const gaps: Gap[] = [];
  let from = opening.start;
  for (const session of inside) {
    gaps.push({ start: from, minutes: session.start - BREAK - from });
    from = endOf(session) + BREAK;
  }
  gaps.push({ start: from, minutes: until - from });
  return gaps.filter(({ minutes }) => minutes > 0);
}

/** @param placements in order of time */
export function idleOf(placements: readonly Placement[], packing: Packing): Idle[] {
  const { openings, terms, end } = packing;
  const ends = new Map<string, EpochMinutes>();
  const usedInWeek = new Map<number, number>();
  for (const placement of placements) {
    const { item, day, minutes } = placement;
    ends.set(item.id, endOf(placement));
    const week = isoWeekIndex(day);
    usedInWeek.set(week, (usedInWeek.get(week) ?? 0) + minutes);
  }
  const work = placements.filter(
    ({ item }) => !['practice-exam', 'exam-review', 'review'].includes(item.kind),
  );

  /** Items that could have begun, or gone on, at an instant, with the minutes that were left of them. */
  function readyAt(instant: EpochMinutes): { item: WorkItem; next: number; left: number }[] {
    const ready = new Map<string, { item: WorkItem; next: number; left: number }>();
    for (const { item, start, minutes } of work) {
      if (start < instant || item.after.some((id) => (ends.get(id) ?? 0) > instant)) continue;
      const known = ready.get(item.id);
      if (known) known.left += minutes;
      else ready.set(item.id, { item, next: minutes, left: minutes });
    }
    return [...ready.values()];
  }

  function causeOf({ start, minutes }: Gap): { cause: Cause; items: string[] } {
    const ready = readyAt(start);
    const items = ready.map(({ item, left }) => `${item.id} (${left})`);
    const fits = ready.filter(({ item, next, left }) =>
      item.unbroken || (item.kind === 'lab' && item.segments.length > 0)
        ? next <= minutes
        : left <= minutes || (minutes >= SHORTEST_PART && left >= 2 * SHORTEST_PART),
    );
    if (fits.length > 0) return { cause: 'left-out', items: fits.map(({ item }) => item.id) };
    if (minutes < SHORTEST_PART) return { cause: 'short-rest', items };
    return { cause: ready.length === 0 ? 'order' : 'only-uncut', items };
  }

  const idle: Idle[] = [];
  const capped = new Set<number>();
  let first = 0;
  for (const [index, opening] of openings.entries()) {
    if (opening.start >= end) break;
    const until = Math.min(opening.end, end);
    while (first < placements.length && endOf(placements[first] as Placement) <= opening.start) {
      first += 1;
    }
    const inside = placements.slice(first).filter(({ start }) => start < until);
    let lost =
      offerOf(until - opening.start, terms) - inside.reduce((sum, { minutes }) => sum + minutes, 0);
    const add = (cause: Cause, at: EpochMinutes, minutes: number, items: string[] = []): void => {
      const counted = Math.min(lost, minutes);
      if (counted > 0) idle.push({ cause, at, minutes: counted, items });
      lost -= Math.max(0, counted);
    };
    if (lost <= 0) continue;
    if (openings[index - 1]?.end === opening.start) {
      const before = placements[first - 1];
      const free = before ? endOf(before) + BREAK - opening.start : 0;
      add('touching', opening.start, Math.min(free, (inside[0]?.start ?? until) - opening.start));
    }
    const week = isoWeekIndex(opening.day);
    const left = terms.minutesPerWeek - (usedInWeek.get(week) ?? 0);
    for (const gap of gapsOf(opening, inside, until).sort((a, b) => b.minutes - a.minutes)) {
      if (left >= gap.minutes) {
        const { cause, items } = causeOf(gap);
        add(cause, gap.start, gap.minutes, items);
        continue;
      }
      // What the cap forbids is not lost, but for its rest, once.
      if (!capped.has(week)) add('cap-rest', gap.start, left);
      capped.add(week);
      lost -= Math.min(lost, gap.minutes);
    }
    add('breaks', opening.start, lost);
  }
  return idle;
}
