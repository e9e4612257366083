/** Which piece to place now so that the fewest minutes of the window stay unused. */
import { offeredMinutes } from '../learner/window-offer.ts';
import { SHORTEST_PART } from '../workload/segments.ts';
import { FILL_AHEAD } from './constants.ts';
import { type Piece, pieceFor, type Room, unbrokenNeed } from './pieces.ts';
import type { Ready } from './ready-list.ts';
import { type Filler, leastWaste, mostGiven, sumsOf, type WindowRest } from './window-fill.ts';

export interface ChoiceTerms {
  readonly room: Room;
  readonly rest: WindowRest;
  /** Minutes of break that a new sitting would need now; 0 where one begins here anyway. */
  readonly pause: number;
  readonly sessionMinutes: number;
  readonly reviewMinutes: number;
  /** How many reviews may be brought forward to fill the sitting. */
  readonly reviews: number;
}

/**
 * @param order in order of priority; the first of equally good choices is taken
 * @returns the item and its piece; `review` where a review fills the sitting best; null where a
 *   break now leaves more of the window than anything that could be placed before it
 */
export function leastWastefulChoice(
  order: readonly Ready[],
  terms: ChoiceTerms,
): { entry: Ready; piece: Piece } | 'review' | null {
  const { room, rest, sessionMinutes, reviewMinutes } = terms;
  const best = mostGiven(rest, sessionMinutes);
  const pool = order.slice(0, FILL_AHEAD);
  const fillers = pool.map(
    (entry): Filler => ({
      minutes: entry.rest.minutes,
      cuttable: unbrokenNeed(entry.rest) === 0,
    }),
  );
  const reviews = Array<Filler>(terms.reviews).fill({ minutes: reviewMinutes, cuttable: false });

  let chosen: { entry: Ready; piece: Piece } | 'review' | null = null;
  let least = Number.POSITIVE_INFINITY;
  const waste = (minutes: number, sums: readonly boolean[]): number =>
    leastWaste(minutes, sums, rest, sessionMinutes, best);

  for (const [index, entry] of pool.entries()) {
    if (least <= 0) break;
    const others = fillers.filter((_, other) => other !== index);
    const sums = sumsOf([...reviews, ...others], rest.sitting);
    for (const piece of piecesOf(entry, room, sessionMinutes)) {
      const lost = piece.alone ? 0 : waste(piece.minutes, sums);
      if (lost < least) {
        least = lost;
        chosen = { entry, piece };
      }
      if (least <= 0) break;
    }
  }
  if (least > 0 && reviews.length > 0 && reviewMinutes <= room.whole) {
    const lost = waste(reviewMinutes, sumsOf([...reviews.slice(1), ...fillers], rest.sitting));
    if (lost < least) {
      least = lost;
      chosen = 'review';
    }
  }
  const afterBreak = Math.min(
    rest.cap,
    offeredMinutes(Math.max(0, rest.window - terms.pause), sessionMinutes),
  );
  return room.alone === 0 && best - afterBreak < least ? null : chosen;
}

/** Whole first, then ever shorter parts. */
function* piecesOf(entry: Ready, room: Room, sessionMinutes: number): Generator<Piece> {
  const whole = pieceFor(entry.rest, room, sessionMinutes);
  if (whole) yield whole;
  if (unbrokenNeed(entry.rest) > 0) return;
  const longest = Math.floor(Math.min(room.whole, entry.rest.minutes - SHORTEST_PART) / 5) * 5;
  for (let minutes = longest; minutes >= SHORTEST_PART; minutes -= 5) {
    yield { minutes, alone: false, whole: false };
  }
}
