/** Why offered minutes before the end of the content stay unused: each idle stretch with its cause. */
import { isContent } from '../../src/curriculum/vocabulary.ts';
import { dayAt, type Opening } from '../../src/schedule/openings.ts';
import { endOf, type Placement } from '../../src/schedule/placement.ts';
import { isoWeekIndex } from '../../src/time/civil-date.ts';
import type { EpochMinutes } from '../../src/time/wall-clock.ts';
import type { Packing } from './packing.ts';
import { offerOf } from './packing-bound.ts';

const BREAK = 10;
const SHORTEST_PART = 20;

export const CAUSES = {
  'cap-remainder': 'rest of the weekly cap too small for a part (< 20 min)',
  'cap-unused': 'rest of the weekly cap of 20 min or more that no session took',
  'short-rest': 'rest of a window too small for a part (< 20 min), nothing short was ready',
  'nothing-ready': 'order: all content that is left waits for something unfinished',
  'only-long': 'only unbroken sessions were ready, longer than the rest of the window',
  'only-reviews': 'no content was left to start, only practice or reviews',
  'could-be-used': 'an item was ready that fits: the pass left it',
} as const;
export type Cause = keyof typeof CAUSES;

export interface Idle {
  readonly cause: Cause;
  readonly at: EpochMinutes;
  readonly minutes: number;
  /** What could have been used. */
  readonly item: string | null;
}

interface Gap {
  readonly start: EpochMinutes;
  /** Minutes of it that sessions could have filled, breaks taken out. */
  readonly minutes: number;
}

/** Stretches without a session, less the breaks beside neighbours that are full sittings. */
function gapsOf(opening: Opening, inside: readonly Placement[], until: EpochMinutes): Gap[] {
  const gaps: Gap[] = [];
  let from = opening.start;
  let first = true;
  const end = Math.min(opening.end, until);
  for (const session of [...inside, null]) {
    const to = session?.start ?? end;
    const start = first ? from : from + BREAK;
    const stop = session ? to - BREAK : to;
    if (stop - start > 0) gaps.push({ start, minutes: stop - start });
    if (session) from = endOf(session);
    first = false;
  }
  return gaps;
}

export function idleOf(placements: readonly Placement[], packing: Packing): Idle[] {
  const { openings, terms, end } = packing;
  const itemEnds = new Map<string, EpochMinutes>();
  for (const placement of placements) {
    itemEnds.set(placement.item.id, Math.max(itemEnds.get(placement.item.id) ?? 0, endOf(placement)));
  }
  const usedInWeek = new Map<number, number>();
  const week = (placement: Placement): number => isoWeekIndex(placement.day);
  for (const placement of placements) {
    usedInWeek.set(week(placement), (usedInWeek.get(week(placement)) ?? 0) + placement.minutes);
  }

  const idle: Idle[] = [];
  const capLost = new Map<number, number>();
  let index = 0;
  for (const opening of openings) {
    if (opening.start >= end) break;
    while (placements[index] && endOf(placements[index] as Placement) <= opening.start) index += 1;
    const inside: Placement[] = [];
    for (let at = index; at < placements.length; at += 1) {
      const placement = placements[at];
      if (!placement || placement.start >= opening.end) break;
      inside.push(placement);
    }
    const length = Math.min(opening.end, end) - opening.start;
    const placed = inside.reduce((sum, each) => sum + each.minutes, 0);
    let lost = offerOf(length, terms) - placed;
    if (lost <= 0) continue;
    const own = isoWeekIndex(dayAt(opening, opening.start));
    const left = terms.minutesPerWeek - (usedInWeek.get(own) ?? 0);
    const gaps = gapsOf(opening, inside, end).sort((a, b) => b.minutes - a.minutes);
    for (const gap of gaps) {
      const minutes = Math.min(lost, gap.minutes);
      if (minutes <= 0) break;
      lost -= minutes;
      if (left < gap.minutes && left < SHORTEST_PART) {
        if (!capLost.has(own)) {
          capLost.set(own, left);
          if (left > 0) idle.push({ cause: 'cap-remainder', at: gap.start, minutes: left, item: null });
        }
        continue;
      }
      const capped = left < gap.minutes;
      if (capped && capLost.has(own)) continue;
      if (capped) capLost.set(own, left);
      const usable = capped ? left : gap.minutes;
      const [cause, item] = causeOf(gap.start, usable);
      idle.push({ cause, at: gap.start, minutes: Math.min(minutes, usable), item });
    }
    if (lost > 0) idle.push({ cause: 'short-rest', at: opening.start, minutes: lost, item: null });
  }
  return idle;

  function causeOf(at: EpochMinutes, usable: number): [Cause, string | null] {
    const later = placements.filter((each) => each.start > at && each.item.kind !== 'practice-exam' && each.item.kind !== 'exam-review' && each.item.kind !== 'review');
    const ready: Placement[] = [];
    const seen = new Set<string>();
    for (const each of later) {
      if (seen.has(each.item.id)) continue;
      seen.add(each.item.id);
      if (each.item.after.every((id) => (itemEnds.get(id) ?? 0) <= at)) ready.push(each);
    }
    const content = ready.filter(({ item }) => isContent(item.kind));
    const fits = ready.find(({ item, minutes }) => {
      if (item.unbroken || (item.kind === 'lab' && item.segments.length > 0))
        return minutes <= usable && (minutes <= terms.sessionMinutes || true);
      const rest = later.filter((each) => each.item.id === item.id).reduce((sum, each) => sum + each.minutes, 0);
      return rest <= usable || (usable >= SHORTEST_PART && rest >= 2 * SHORTEST_PART);
    });
    if (fits) return ['could-be-used', `${fits.item.kind} ${fits.item.id} ${fits.minutes}`];
    if (ready.length === 0) return ['nothing-ready', null];
    if (usable < SHORTEST_PART) return ['short-rest', null];
    if (content.length === 0) return ['only-reviews', null];
    return ['only-long', content.map(({ item, minutes }) => `${item.kind} ${item.id} ${minutes}`).join(', ')];
  }
}
