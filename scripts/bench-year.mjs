/** A plan of one year, and the documents that are exported of it, for the bench. */
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('./bench-cpu.cjs', import.meta.url));
const WEEKS = { least: 50, most: 54 };
const SESSIONS_AT_LEAST = 350;
const MEGABYTE = 1_000_000;

/**
 * Makes the plan `year` in a home of its own.
 * @returns lines for the bench: `beyond` is the goal in milliseconds beyond the program's start, `seconds` one
 *   for the whole command, `file` what it writes and `megabytes` how large that may be
 */
export function makeYearPlan(program, home, env) {
  const year = { CERTPLAN_HOME: join(home, 'year') };
  const skills = ['--skill', 'python=0,apis=0,iam=0,statistics=0', '--hours', '5'];
  const run = (...args) =>
    execFileSync(process.execPath, [program, ...args], {
      env: { ...env, ...year },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 10 * MEGABYTE,
    });
  run('plan', 'aws-mla-c02', ...skills, '--name', 'year', '--no-ics', '--no-pdf', '--no-checklist');
  const { sessions } = JSON.parse(run('export', 'json'));
  const span = Date.parse(sessions.at(-1).start) - Date.parse(sessions[0].start);
  const weeks = span / (7 * 86_400_000);
  if (weeks < WEEKS.least || weeks > WEEKS.most || sessions.length < SESSIONS_AT_LEAST) {
    throw new Error(`the bench's year has ${weeks} weeks and ${sessions.length} sessions`);
  }
  const line = (format, goals) => {
    const file = join(home, `year.${format}`);
    return {
      name: `export ${format}, a year`,
      args: ['export', format, '-o', file, ...(format === 'pdf' ? ['--paper', 'a4'] : [])],
      env: year,
      file,
      ...goals,
    };
  };
  return {
    sessions: sessions.length,
    lines: [
      line('ics', { beyond: 100 }),
      line('html', { beyond: 100 }),
      line('pdf', { seconds: 1.5, megabytes: 2 }),
    ],
  };
}

const verdict = (value, goal) => (value <= goal ? 'met' : 'MISSED');

/** Processor time of one command in milliseconds, user and system, the least of some runs. */
function cpuOf([command, ...args], env) {
  const times = Array.from({ length: 5 }, () => {
    const { stderr } = spawnSync(command, ['--require', preload, ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return Number(/cpu (\d+) µs/.exec(stderr)?.[1]) / 1000;
  });
  return Math.min(...times);
}

/**
 * @param lines with their command and the median of their milliseconds
 * @param start the same of the program's own start (`--version`)
 * @param env what a line's own variables are added to
 */
export function reportYear(sessions, lines, start, env) {
  const startCpu = cpuOf(start.command, env);
  console.log(`\na year's plan, ${sessions} sessions; beyond is what ${start.name} does not take`);
  console.log('command                      cpu ms   ms beyond   cpu beyond   goal');
  for (const line of lines) {
    const cpu = cpuOf(line.command, { ...env, ...line.env });
    const beyond = line.milliseconds - start.milliseconds;
    const goal =
      line.beyond === undefined
        ? `${line.seconds} s ${verdict(line.milliseconds, line.seconds * 1000)}`
        : `${line.beyond} ms beyond ${verdict(beyond, line.beyond)}`;
    const size = statSync(line.file).size / MEGABYTE;
    const room =
      line.megabytes === undefined ? '' : ` of ${line.megabytes} ${verdict(size, line.megabytes)}`;
    console.log(
      [
        line.name.padEnd(28),
        cpu.toFixed(0).padStart(6),
        beyond.toFixed(0).padStart(11),
        (cpu - startCpu).toFixed(0).padStart(12),
        `  ${goal}; ${size.toFixed(2)} MB${room}`,
      ].join(' '),
    );
  }
}
