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

/** Starts node with the arguments, and kills it after so many milliseconds; null: never. */
export function startNode(args: readonly string[], home: string, killAfter: number | null): Victim {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, TZ: 'UTC', CERTPLAN_NOW: NOW, CERTPLAN_HOME: home, HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
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

/** Numbers from 0 to below 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
