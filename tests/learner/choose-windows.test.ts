import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWindows } from '../../src/learner/choose-windows.ts';
import { offeredMinutes } from '../../src/learner/window-offer.ts';
import { formatWindow, parseWindows, type Window } from '../../src/learner/windows.ts';
import { WEEKDAYS } from '../../src/time/civil-date.ts';

const minutesPerWeek = fc.integer({ min: 2, max: 120 }).map((halves) => halves * 30);
const session = fc.integer({ min: 40, max: 240 });
/** Longest practice exam or lab: of Azure, of MLA-C02, of MLS-C01. */
const longest = fc.constantFrom(90, 120, 130, 180);

const lengthOf = (window: Window): number => window.to - window.from;
const names = (windows: readonly Window[]): string[] => windows.map(formatWindow);

describe('windows chosen from the hours alone', () => {
  it('begin with evenings, then weekends, then days', () => {
    expect(names(chooseWindows(60, 90, 130))).toEqual(['tue 19:00-20:55']);
    expect(names(chooseWindows(240, 90, 130)).every((name) => / 19:/.test(name))).toBe(true);
    const many = chooseWindows(20 * 60, 90, 130);
    expect(new Set(many.map(({ weekday }) => weekday))).toContain('sun');
    expect(many.some(({ from }) => from < 540)).toBe(false);
    const all = chooseWindows(50 * 60, 90, 130);
    expect(all.some(({ weekday, from }) => weekday === 'mon' && from < 1080)).toBe(true);
  });

  it('offer at least the hours, after breaks', () => {
    fc.assert(
      fc.property(minutesPerWeek, session, longest, (minutes, sitting, unbroken) => {
        const offered = chooseWindows(minutes, sitting, unbroken).reduce(
          (sum, window) => sum + offeredMinutes(lengthOf(window), sitting, [unbroken]),
          0,
        );
        expect(offered).toBeGreaterThanOrEqual(minutes);
      }),
      { numRuns: 500 },
    );
  });

  it('offer a tenth more than the hours to catch up in, at least 45 minutes, and little beyond that', () => {
    fc.assert(
      fc.property(minutesPerWeek, session, longest, (minutes, sitting, unbroken) => {
        const offered = chooseWindows(minutes, sitting, unbroken).reduce(
          (sum, window) => sum + offeredMinutes(lengthOf(window), sitting, [unbroken]),
          0,
        );
        const catchUp = Math.max(45, minutes / 10);
        expect(offered - minutes).toBeLessThan(catchUp + 75);
      }),
      { numRuns: 500 },
    );
  });

  it('are what --when would accept: none overlap, all lie within one day', () => {
    fc.assert(
      fc.property(minutesPerWeek, session, longest, (minutes, sitting, unbroken) => {
        const windows = chooseWindows(minutes, sitting, unbroken);
        expect(parseWindows(names(windows).join('; '))).toEqual(windows);
        expect(windows.every(({ to }) => to <= 1440)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are at least half an hour long each', () => {
    fc.assert(
      fc.property(minutesPerWeek, session, longest, (minutes, sitting, unbroken) => {
        const shortest = Math.min(...chooseWindows(minutes, sitting, unbroken).map(lengthOf));
        expect(shortest).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  it('hold, from five hours on, one as long as the longest session, and 30 minutes more in it or within three dates', () => {
    fc.assert(
      fc.property(minutesPerWeek, session, longest, (minutes, sitting, unbroken) => {
        fc.pre(minutes >= 300);
        const windows = chooseWindows(minutes, sitting, unbroken);
        const need = Math.max(unbroken, 120);
        const good = windows.filter((window) => {
          if (lengthOf(window) < need) return false;
          // After the exam and a break, the review may start in the same window …
          if (lengthOf(window) >= need + 10 + 30) return true;
          // … or in one of the next three dates.
          const day = WEEKDAYS.indexOf(window.weekday);
          return windows.some((other) => {
            const ahead = (WEEKDAYS.indexOf(other.weekday) - day + 7) % 7;
            return ahead >= 1 && ahead <= 3 && lengthOf(other) >= 30;
          });
        });
        expect(good.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same for the same hours', () => {
    expect(chooseWindows(480, 90, 130)).toEqual(chooseWindows(480, 90, 130));
  });
});
