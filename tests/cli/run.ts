/**
 * Runs the program as a user does: the built file, in a folder of its own, with an environment of
 * its own. Nothing of the caller's environment but the path reaches it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const BINARY = fileURLToPath(new URL('../../dist/certplan.js', import.meta.url));
export const NOW = '2026-11-25T12:00:00Z';
/** Preparations run the program several times; busy machines take their time. */
export const HOOK_MILLISECONDS = 60_000;

export interface Outcome {
  /** null: killed, for example because it did not end in time. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

export interface RunOptions {
  readonly cwd: string;
  /** undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  readonly timeoutMilliseconds?: number;
}

const environment = (changes: RunOptions['env'] = {}): NodeJS.ProcessEnv => {
  const all: Readonly<Record<string, string | undefined>> = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    CERTPLAN_NOW: NOW,
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

/** Any command, with the controlled environment. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, input = '', timeoutMilliseconds = 45_000 }: RunOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environment(env),
      timeout: timeoutMilliseconds,
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const bytes = Buffer.concat(stdout);
      const error = Buffer.concat(stderr);
      resolve({ code, stdout: bytes.toString('utf8'), stderr: error.toString('utf8'), bytes });
    });
    // A program that has ended does not read what it is sent.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** `node dist/certplan.js ARGS`. */
export const run = (args: readonly string[], options: RunOptions): Promise<Outcome> =>
  runCommand(process.execPath, [BINARY, ...args], options);

/**
 * Runs it and closes one of its streams at once, as a reader does that wants no more.
 * @returns exit code, and what came on the other stream
 */
export function runWithClosed(
  stream: 'stdout' | 'stderr',
  args: readonly string[],
  { cwd, env }: RunOptions,
): Promise<{ readonly code: number | null; readonly other: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BINARY, ...args], { cwd, env: environment(env) });
    let other = '';
    const open = stream === 'stdout' ? child.stderr : child.stdout;
    child[stream].destroy();
    open.on('data', (chunk: Buffer) => {
      other += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, other }));
    child.stdin.end();
  });
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A fresh place: `work` is the current folder, `home` where plans are kept. */
export class Sandbox {
  readonly root = mkdtempSync(join(tmpdir(), 'certplan-test-'));
  readonly work = join(this.root, 'work');
  readonly home = join(this.root, 'home');

  constructor() {
    mkdirSync(this.work);
    mkdirSync(this.home);
    made.push(this.root);
  }

  options(extra: Partial<RunOptions> = {}): RunOptions {
    return {
      cwd: this.work,
      ...extra,
      env: { HOME: this.root, CERTPLAN_HOME: this.home, ...extra.env },
    };
  }

  run(args: readonly string[], extra: Partial<RunOptions> = {}): Promise<Outcome> {
    return run(args, this.options(extra));
  }

  /** As `run`, and the run must end with 0. */
  async ok(args: readonly string[], extra: Partial<RunOptions> = {}): Promise<Outcome> {
    const outcome = await this.run(args, extra);
    if (outcome.code !== 0) {
      throw new Error(`certplan ${args.join(' ')}: exit ${outcome.code}\n${outcome.stderr}`);
    }
    return outcome;
  }

  /** Every folder and file with the fingerprint of its content. */
  snapshot(folder = this.root): Record<string, string> {
    const found: Record<string, string> = {};
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      found[path.slice(folder.length + 1)] = entry.isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : 'folder';
    }
    return found;
  }

  /** Files below the home that hold these bytes. */
  copiesOf(content: Buffer): string[] {
    const wanted = createHash('sha256').update(content).digest('hex');
    return Object.entries(this.snapshot(this.home)).flatMap(([path, print]) =>
      print === wanted ? [path] : [],
    );
  }

  read(name: string): string {
    return readFileSync(join(this.work, name), 'utf8');
  }

  journal(name: string): string {
    return join(this.home, 'plans', `${name}.jsonl`);
  }
}

/** No line of a stack trace, and none of Node's own reports of a crash. */
export const STACK = /^\s+at |node:internal|Node\.js v\d/m;

export interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint: string | null;
    readonly feasibility?: FeasibilityDocument;
  };
}

export type RemedyDocument =
  | { readonly kind: 'hours'; readonly value: number | null }
  | { readonly kind: 'exam'; readonly value: string | null }
  | { readonly kind: 'depth'; readonly value: 'essential' | null }
  | {
      readonly kind: 'cut';
      readonly activities: readonly string[] | null;
      readonly minutesSaved?: number;
      readonly weightLost?: number;
    };

export interface FeasibilityDocument {
  readonly verdict: string;
  readonly neededMinutes: number;
  readonly availableMinutes: number;
  readonly cushionMinutes: number;
  readonly remedies: readonly RemedyDocument[];
}

/** One JSON document and nothing else. */
export const parseJson = <T>(text: string): T => JSON.parse(text) as T;
