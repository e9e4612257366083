import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenSitting, offeredMinutes } from '../../src/learner/window-offer.ts';

/**
 * The most minutes of study in a stretch, found by trying every length of the first sitting, with
 * at least ten minutes before the next.
 */
function mostStudy(length: number, session: number): number {
  const most: number[] = [];
  for (let room = 0; room <= length; room += 1) {
    let best = 0;
    for (let sitting = 1; sitting <= Math.min(session, room); sitting += 1) {
      best = Math.max(best, sitting + (most[room - sitting - 10] ?? 0));
    }
    most.push(best);
  }
  return most[length] ?? 0;
}

const length = fc.integer({ min: 0, max: 700 });
const session = fc.integer({ min: 40, max: 240 });

describe('a stretch of time', () => {
  it.each([
    [90, 90, 90],
    [95, 90, 90],
    [100, 90, 90],
    [120, 90, 110],
    [190, 90, 180],
    [200, 90, 180],
    [240, 90, 220],
    [0, 90, 0],
  ])('of %i minutes offers sittings of %i at most %i minutes', (stretch, sitting, minutes) => {
    expect(offeredMinutes(stretch, sitting)).toBe(minutes);
  });

  it('offers what the best sharing out into sittings and breaks gives', () => {
    fc.assert(
      fc.property(length, session, (stretch, sitting) => {
        expect(offeredMinutes(stretch, sitting)).toBe(mostStudy(stretch, sitting));
      }),
      { numRuns: 300 },
    );
  });

  it('offers at least the longest unbroken session that fits', () => {
    expect(offeredMinutes(180, 90, [130, 180])).toBe(180);
    expect(offeredMinutes(180, 90, [130, 185])).toBe(170);
    fc.assert(
      fc.property(
        length,
        session,
        fc.array(fc.integer({ min: 60, max: 240 })),
        (stretch, sitting, unbroken) => {
          const fitting = unbroken.filter((minutes) => minutes <= stretch);
          expect(offeredMinutes(stretch, sitting, unbroken)).toBe(
            Math.max(mostStudy(stretch, sitting), ...fitting),
          );
        },
      ),
    );
  });

  it('never offers less when it is longer', () => {
    fc.assert(
      fc.property(length, fc.integer({ min: 0, max: 60 }), session, (stretch, more, sitting) => {
        expect(offeredMinutes(stretch + more, sitting)).toBeGreaterThanOrEqual(
          offeredMinutes(stretch, sitting),
        );
      }),
    );
  });
});

describe('even sittings', () => {
  it('share two hours out as 55 + 55, not 90 + 20', () => expect(evenSitting(120, 90)).toBe(55));

  it('keep one sitting whole where one is all that fits', () => {
    expect(evenSitting(60, 90)).toBe(60);
    expect(evenSitting(95, 90)).toBe(90);
  });

  it('are no longer than the longest sitting, and lose no minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 700 }), session, (stretch, sitting) => {
        const even = evenSitting(stretch, sitting);
        expect(even).toBeLessThanOrEqual(sitting);
        expect(offeredMinutes(stretch, even)).toBe(offeredMinutes(stretch, sitting));
      }),
      { numRuns: 500 },
    );
  });
});
