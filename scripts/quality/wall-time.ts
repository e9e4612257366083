/** Figure 6: time of a plan in a warm process, and how the time of scheduling grows. */
import { spawnSync } from 'node:child_process';
import { planFor, SEED, sampleLearners } from './learners.ts';
import type { Figure } from './report.ts';
import { quantile } from './statistics.ts';

const LEARNERS = 200;
const WARM_UP = 20;
const GROWTH_GOAL = 1.3;

export function wallTimeFigure(root: string): Figure {
  const times: number[] = [];
  for (const [index, options] of sampleLearners(LEARNERS + WARM_UP, SEED).entries()) {
    const start = performance.now();
    const plan = planFor(options, index);
    if (plan && index >= WARM_UP) times.push(performance.now() - start);
  }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/bench-growth.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  const exponent = Number(/growth exponent (\d+(?:\.\d+)?)/.exec(stdout)?.[1] ?? Number.NaN);
  const failed = status === 0 ? [] : [`bench-growth.mjs failed: ${stderr.trim().split('\n')[0]}`];
  return {
    title: `6. Time of a plan (workload and schedule, warm process): ${times.length} learners`,
    lines: [stdout.trim(), ...failed].filter((line) => line !== ''),
    summary: `median ${quantile(times, 0.5).toFixed(1)} ms, 95th percentile ${quantile(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms; growth exponent ${exponent.toFixed(2)}`,
    goal: `growth exponent at most ${GROWTH_GOAL}`,
    met: Number.isNaN(exponent) ? null : exponent <= GROWTH_GOAL,
  };
}
