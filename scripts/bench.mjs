/**
 * How long whole commands take, as ratios to a bare `node -e 0` measured in the same run: medians
 * of interleaved runs, so that the speed of the machine cancels out. And how scheduling grows.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBusyPlan } from './bench-journal.mjs';
import { prepareKhal } from './bench-khal.mjs';
import { makeYearPlan, reportYear } from './bench-year.mjs';

const program = fileURLToPath(new URL('../dist/certplan.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'certplan-bench-'));
const env = { ...process.env, CERTPLAN_NOW: '2026-11-25T12:00:00Z', CERTPLAN_HOME: home };
const ROUNDS = Number(process.argv[2] ?? 30);

const skills = ['--skill', 'python=3,apis=2,iam=2,statistics=1'];
const plan = ['plan', 'aws-mla-c02', ...skills, '--hours', '8'];
/** In the middle of the nine-month plan with 1,000 events. */
const DAY = '2027-03-15';
const busy = { CERTPLAN_HOME: join(home, 'busy'), CERTPLAN_NOW: `${DAY}T10:00:00Z` };

const commands = [
  { name: '--version', goal: 1.2, args: ['--version'] },
  { name: 'certs', goal: 1.3, args: ['certs'] },
  { name: 'today, 1,000 events', goal: 1.4, args: ['today'], env: busy },
  { name: 'show', goal: 1.6, args: ['show'] },
  { name: 'plan --dry-run', goal: 2.5, args: [...plan, '--dry-run'] },
  {
    name: 'plan, all files, six months',
    goal: 7,
    args: [...plan, '--name', 'bench', '--force', '--out', join(home, 'out')],
  },
];

const time = ([command, ...args], more = {}) => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, {
    env: { ...env, ...more },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return milliseconds;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  execFileSync(process.execPath, [program, ...plan, '--out', join(home, 'out')], {
    env,
    stdio: 'ignore',
  });
  await makeBusyPlan(program, busy.CERTPLAN_HOME, env);
  const year = makeYearPlan(program, home, env);
  const khal = prepareKhal(home, join(busy.CERTPLAN_HOME, 'out', 'nine.ics'), DAY);

  const lines = [
    { name: 'bare node', command: [process.execPath, '-e', '0'] },
    ...[...commands, ...year.lines].map(({ args, ...rest }) => ({
      ...rest,
      command: [process.execPath, program, ...args],
    })),
    ...(khal ? [{ name: 'khal list, the same sessions', command: khal }] : []),
  ].map((line) => ({ ...line, times: [] }));
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const line of lines) {
      const milliseconds = time(line.command, line.env);
      // The first round only warms the file cache.
      if (round > 0) line.times.push(milliseconds);
    }
  }
  const unit = median(lines[0].times);
  console.log(`medians of ${ROUNDS} interleaved runs; bare node -e 0: ${unit.toFixed(1)} ms`);
  console.log('command                        ms   ratio   goal');
  for (const line of lines) line.milliseconds = median(line.times);
  for (const { name, goal, milliseconds } of lines.slice(1)) {
    const ratio = milliseconds / unit;
    const verdict = goal === undefined ? '' : ratio <= goal ? 'met' : 'MISSED';
    console.log(
      `${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(5)}  ${ratio.toFixed(2).padStart(6)}  ${String(goal ?? '').padStart(5)}  ${verdict}`,
    );
  }
  const yearly = lines.filter(({ file }) => file !== undefined);
  const start = lines.find(({ name }) => name === '--version');
  reportYear(year.sessions, yearly, start, env);
} finally {
  rmSync(home, { recursive: true, force: true });
}

await import('./bench-growth.mjs');
