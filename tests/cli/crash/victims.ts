/** Runs that are killed, and what is left in the journal after them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { StoredEvent } from '../../../src/progress/events.ts';
import { readJournal } from '../../../src/progress/journal.ts';
import { BINARY, NOW } from '../run.ts';

/** How often a run is killed: CI asks for more than a run in between. */
export const KILLS = Number(process.env.CERTPLAN_KILLS ?? 60);

/** Builds the driver beside the tests' data; its path. */
export async function buildDriver(folder: string): Promise<string> {
  const outfile = join(folder, 'driver.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./driver.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

export interface Ended {
  /** null: it was killed before it ended. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Victim {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/**
 * Starts node with the arguments.
 * @param killAfter milliseconds until it is killed; null: never
 * @param from when they begin: at once, or with the first word it says
 */
export function startNode(
  args: readonly string[],
  home: string,
  killAfter: number | null,
  from: 'start' | 'first word' = 'start',
): Victim {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, TZ: 'UTC', CERTPLAN_NOW: NOW, CERTPLAN_HOME: home, HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    let timer: NodeJS.Timeout | null = null;
    const setTimer = (): void => {
      if (killAfter !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
    };
    if (from === 'start') setTimer();
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      setTimer();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
  return { child, ended };
}

/** `certplan ARGS`, killed after so many milliseconds. */
export const certplan = (
  args: readonly string[],
  home: string,
  killAfter: number | null,
): Promise<Ended> => startNode([BINARY, ...args], home, killAfter).ended;

/** The events of a journal that is whole but for a cut-off last line. */
export function eventsOf(path: string): readonly StoredEvent[] {
  const { events, damage } = readJournal(readFileSync(path, 'utf8'));
  if (damage) throw new Error(`${path}:${damage.line}: ${damage.why}`);
  return events;
}

/**
 * A moment within a run, whatever the speed of the machine: most come before its end, some after.
 * @returns a function that draws such moments, in milliseconds
 */
export async function momentsOf(run: () => Promise<unknown>): Promise<() => number> {
  await run();
  const start = Date.now();
  await run();
  const milliseconds = Date.now() - start;
  return () => Math.round(Math.random() * milliseconds * 1.2);
}
