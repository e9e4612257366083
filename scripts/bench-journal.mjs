/** A nine-month plan with 1,000 things that happened to it, for the bench. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const EVENTS = 1000;

async function loadCodec() {
  const bundle = `${root}/dist/bench-journal-codec.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ['src/progress/journal.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    logLevel: 'error',
  });
  const codec = await import(pathToFileURL(bundle).href);
  rmSync(bundle);
  return codec;
}

/** The same numbers from 0 to below 1 on every run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a learner does: mostly ticks, some timers, moves, scores and second thoughts. */
function someEvent(random, sessions, earlier) {
  const { number, start, kind } = sessions[Math.floor(random() * sessions.length)];
  const on = '2027-02-01';
  const dice = random();
  if (dice < 0.55) {
    const minutes = dice < 0.2 ? 20 + Math.floor(random() * 80) : null;
    return { type: 'done', numbers: [number], on, minutes, felt: 'good', from: null };
  }
  if (dice < 0.65) return { type: 'started', number };
  if (dice < 0.75) return { type: 'logged', number, on, minutes: 25 };
  if (dice < 0.83) return { type: 'moved', number, start: start + 1440 };
  if (dice < 0.9) return { type: 'skipped', numbers: [number], why: 'know it from work' };
  if (dice < 0.99) {
    const percent = Math.floor(random() * 100);
    const domains = kind === 'practice-exam' ? { d1: percent } : {};
    return { type: 'scored', number, activity: null, on, percent, domains, questions: 20 };
  }
  // As `certplan undo` does: the last thing that happened.
  return { type: 'undone', event: earlier.at(-1) };
}

/** Makes the plan `nine` in the home and lets 1,000 things happen to it. */
export async function makeBusyPlan(program, home, env) {
  const args = ['--skill', 'python=3,apis=2,iam=2,statistics=1', '--hours', '4'];
  execFileSync(
    process.execPath,
    [program, 'plan', 'aws-mla-c02', ...args, '--name', 'nine', '--home', home, '--no-pdf'].concat(
      '--out',
      join(home, 'out'),
    ),
    { env, stdio: 'ignore' },
  );
  const path = join(home, 'plans', 'nine.jsonl');
  const { encodeEvent, readJournal } = await loadCodec();
  const [created] = readJournal(readFileSync(path, 'utf8')).events;
  const { sessions } = created.plan;
  const days = (sessions.at(-1).start - sessions[0].start) / 1440;
  if (days < 265) throw new Error(`the bench's plan takes ${days} days, not nine months`);
  const random = numbers(1);
  const ids = [];
  let at = Date.parse(created.at);
  const lines = Array.from({ length: EVENTS }, (_, index) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const event = someEvent(random, sessions, ids.length > 0 ? ids : [created.id]);
    ids.push(id);
    at += 60_000;
    return `${encodeEvent({ ...event, id, at: new Date(at).toISOString() })}\n`;
  });
  appendFileSync(path, lines.join(''));
}
