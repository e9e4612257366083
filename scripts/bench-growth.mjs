/** Scheduling time for 1 to 10 × the activities, and the exponent of its growth. */
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}/dist/bench-schedule.mjs`;
await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { makeSchedule } from './src/schedule/schedule.ts';
      export { computeWorkload } from './src/workload/workload.ts';
      export { completeSkills, parseSkills } from './src/learner/skills.ts';
      export { parseWindows } from './src/learner/windows.ts';
      export { zoneClock } from './src/time/wall-clock.ts';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
const { makeSchedule, computeWorkload, completeSkills, parseSkills, parseWindows, zoneClock } =
  await import(pathToFileURL(bundle).href);
rmSync(bundle);

const read = (name) => JSON.parse(readFileSync(`${root}/dist/curricula/${name}.json`, 'utf8'));
const curriculum = read('aws-mla-c02');
const learner = {
  skills: completeSkills(parseSkills(['python=3,apis=2,iam=2,statistics=1'])),
  knownTasks: [],
  scoredDomains: {},
  depth: 'standard',
  timeZone: 'Europe/Berlin',
  minutesPerWeek: 480,
  windows: parseWindows('mon,wed 19:00-21:30; sat 09:00-12:30'),
  windowsChosen: false,
  sessionMinutes: 90,
  daysOff: [],
};
const { items, needMinutes, reviews } = computeWorkload(curriculum, read('foundations'), learner);

/** The same work several times over, each copy after nothing of the others. */
const copies = (count) =>
  Array.from({ length: count }, (_, copy) =>
    items
      .filter((item) => copy === 0 || !['practice-exam', 'exam-review'].includes(item.kind))
      .map((item) => ({
        ...item,
        id: `${item.id}#${copy}`,
        after: item.after.map((id) => `${id}#${copy}`),
      })),
  ).flat();

const measure = (count) => {
  const work = copies(count);
  const run = () => {
    const start = performance.now();
    const result = makeSchedule(
      {
        items: work,
        domains: curriculum.domains,
        learner,
        clock: zoneClock(learner.timeZone),
        start: '2026-11-26',
        notBefore: 0,
        busy: [],
        needMinutes: needMinutes * count,
        // The exam guide stays the same, and with it the tasks to be reviewed.
        reviews,
        guide: `${curriculum.guide}#0`,
      },
      { kind: 'none' },
    );
    if (!result.fits) throw new Error(`no schedule for ${count} copies`);
    return performance.now() - start;
  };
  run();
  run();
  return [run(), run(), run(), run(), run()].sort((a, b) => a - b)[2];
};

const one = measure(1);
const ten = measure(10);
const exponent = Math.log10(ten / one);
console.log(
  `scheduling ${items.length} items: ${one.toFixed(1)} ms; ten times as many: ${ten.toFixed(1)} ms; growth exponent ${exponent.toFixed(2)} (goal 1.3) ${exponent <= 1.3 ? 'met' : 'MISSED'}`,
);
