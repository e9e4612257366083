/**
 * How long whole commands take, as ratios to a bare `node -e 0` measured in the same run: medians
 * of interleaved runs, so that the speed of the machine cancels out. And how scheduling grows.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../dist/certplan.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'certplan-bench-'));
const env = { ...process.env, CERTPLAN_NOW: '2026-11-25T12:00:00Z', CERTPLAN_HOME: home };
const ROUNDS = Number(process.argv[2] ?? 15);

const skills = ['--skill', 'python=3,apis=2,iam=2,statistics=1'];
const commands = [
  { name: '--version', goal: 1.2, args: ['--version'] },
  { name: 'certs', goal: 1.4, args: ['certs'] },
  { name: 'show', goal: 1.6, args: ['show'] },
  {
    name: 'plan --dry-run',
    goal: 2.5,
    args: ['plan', 'aws-mla-c02', ...skills, '--hours', '8', '--dry-run'],
  },
  {
    name: 'plan, all files, six months',
    goal: 7,
    args: [
      'plan',
      'aws-mla-c02',
      ...skills,
      '--hours',
      '8',
      '--name',
      'bench',
      '--force',
      '--out',
      join(home, 'out'),
    ],
  },
];

const time = (args) => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return milliseconds;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  execFileSync(
    process.execPath,
    [program, 'plan', 'aws-mla-c02', ...skills, '--hours', '8', '--out', join(home, 'out')],
    { env, stdio: 'ignore' },
  );
  const bare = [];
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const zero = time(['-e', '0']);
    // The first round only warms the file cache.
    if (round > 0) bare.push(zero);
    for (const { name, args } of commands) {
      const milliseconds = time([program, ...args]);
      if (round > 0) times.get(name).push(milliseconds);
    }
  }
  const unit = median(bare);
  console.log(`medians of ${ROUNDS} interleaved runs; bare node -e 0: ${unit.toFixed(1)} ms`);
  console.log('command                        ms   ratio   goal');
  for (const { name, goal } of commands) {
    const milliseconds = median(times.get(name));
    const ratio = milliseconds / unit;
    console.log(
      `${name.padEnd(28)} ${milliseconds.toFixed(0).padStart(5)}  ${ratio.toFixed(2).padStart(6)}  ${String(goal).padStart(5)}  ${ratio <= goal ? 'met' : 'MISSED'}`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

await import('./bench-growth.mjs');
