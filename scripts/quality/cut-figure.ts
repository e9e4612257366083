/** Figure 3: the cut against HiGHS. */
import fc from 'fast-check';
import { chooseCut, maximumSaving } from '../../src/workload/cut/choose-cut.ts';
import { largeItems } from '../../tests/workload/cut/random-items.ts';
import { leastLoss } from '../../tests/workload/cut/with-highs.ts';
import { SEED } from './learners.ts';
import type { Figure } from './report.ts';
import { median } from './statistics.ts';

const CASES = 200;
/** Per cent of the exam. */
const SAME = 1e-6;

export function cutFigure(): Figure {
  const cases = fc.sample(fc.tuple(largeItems, fc.double({ min: 0.02, max: 1, noNaN: true })), {
    numRuns: CASES,
    seed: SEED,
  });
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  const unequal: string[] = [];
  let worst = 0;
  for (const [index, [items, share]] of cases.entries()) {
    const minutes = Math.floor(maximumSaving(items) * share);
    const start = performance.now();
    const own = chooseCut(items, minutes)?.weightLost ?? Number.NaN;
    const middle = performance.now();
    const difference = Math.abs(own - leastLoss(items, minutes));
    ownTimes.push(middle - start);
    peerTimes.push(performance.now() - middle);
    if (!(difference < SAME)) {
      unequal.push(`#${index}: ${items.length} items, ${minutes} min to save: ours loses ${own} %`);
    }
    worst = Math.max(worst, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return {
    title: `3. The cut against HiGHS: ${CASES} random cases of 30 to 80 items`,
    lines: [
      `median time: ours ${median(ownTimes).toFixed(1)} ms, HiGHS (in process) ${median(peerTimes).toFixed(1)} ms`,
      ...unequal,
    ],
    summary: `${CASES - unequal.length} of ${CASES} equal; greatest difference ${worst.toExponential(1)} % of the exam's weight`,
    goal: 'equal in every case',
    met: unequal.length === 0,
  };
}
