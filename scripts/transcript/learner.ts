/** One learner at a terminal: types commands at given times, and what is typed and answered is kept. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumbers } from '../../src/progress/find-sessions.ts';

/** What of `certplan show --json` is needed to find a session. */
export interface ShownSession {
  readonly number: number;
  readonly kind: string;
  readonly domain: string | null;
  readonly start: string;
  readonly minutes: number;
  readonly status: 'planned' | 'done' | 'skipped' | 'missed';
}

/** Columns of her terminal. */
const WIDTH = 100;

interface Answer {
  readonly code: number;
  readonly text: string;
}

const isShown = (value: unknown): value is { readonly sessions: readonly ShownSession[] } =>
  typeof value === 'object' &&
  value !== null &&
  'sessions' in value &&
  Array.isArray(value.sessions);

export class Learner {
  readonly #binary: string;
  readonly #root = mkdtempSync(join(tmpdir(), 'certplan-transcript-'));
  readonly #work = join(this.#root, 'work');
  /** Milliseconds since 1970. */
  #now = 0;
  #code = 0;
  #lines: string[] = [];
  #brief: string[] = [];
  #known: readonly ShownSession[] | null = null;

  /** @param binary path of `dist/certplan.js` */
  constructor(binary: string) {
    this.#binary = binary;
    mkdirSync(this.#work);
  }

  /** Takes the learner's folder away. */
  leave(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** It is that time in Berlin. @throws where it was later before */
  at(date: string, time: string): this {
    // Summer time began on 28 March 2027.
    const now = Date.parse(`${date}T${time}:00${date < '2027-03-28' ? '+01:00' : '+02:00'}`);
    if (now < this.#now) throw new Error(`${date} ${time} is over`);
    this.#now = now;
    return this;
  }

  /** A command whose answer is shown. */
  types(command: string): this {
    const { code, text } = this.#run(command);
    this.#code = code;
    const end = code === 0 ? [] : [`(exit code ${code})`];
    if (this.#lines.length > 0) this.#lines.push('');
    this.#lines.push(...folded(`$ certplan ${command}`), ...text.trimEnd().split('\n'), ...end);
    return this;
  }

  /** A command of which only the line is shown. @throws where it does not end with 0 */
  typesToo(command: string): this {
    const { code, text } = this.#run(command);
    if (code !== 0) throw new Error(`certplan ${command}: exit ${code}\n${text}`);
    this.#brief.push(`$ certplan ${command}`);
    return this;
  }

  /** Sessions ticked as done; only the line is shown. @throws where it does not end with 0 */
  ticks(list: readonly number[], words = ''): this {
    const before = this.sessions;
    const command = `done ${formatNumbers(list, '-').replaceAll(', ', ' ')}${words}`;
    this.typesToo(command);
    // No slot changes: it need not be looked up again.
    this.#known = before.map((session) =>
      list.includes(session.number) ? { ...session, status: 'done' } : session,
    );
    return this;
  }

  /** Whether the last command whose answer is shown ended with 0. */
  get answered(): boolean {
    return this.#code === 0;
  }

  /** A file of the learner, changed by hand. */
  edits(name: string, change: (text: string) => string): this {
    const path = join(this.#work, name);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return this;
  }

  /** All sessions as they are now, in order of time. Looked up beside the transcript. */
  get sessions(): readonly ShownSession[] {
    if (this.#known === null) {
      const { code, text } = this.#run('show --json -q');
      const document: unknown = JSON.parse(text);
      if (code !== 0 || !isShown(document)) throw new Error(`show --json: exit ${code}\n${text}`);
      this.#known = document.sessions;
    }
    return this.#known;
  }

  /** Numbers of the open sessions whose slots lie on a local date. */
  open(date: string): number[] {
    return this.sessions
      .filter(({ start, status }) => start.startsWith(date) && isOpen(status))
      .map(({ number }) => number);
  }

  /** The first open session that is meant. @throws where there is none */
  find(what: string, wanted: (session: ShownSession) => boolean): ShownSession {
    const found = this.sessions.find((session) => isOpen(session.status) && wanted(session));
    if (!found) throw new Error(`no open session is ${what}`);
    return found;
  }

  /** What was typed and answered since the last time; then forgotten. */
  takeLines(): { readonly shown: string[]; readonly brief: string[] } {
    const taken = { shown: this.#lines, brief: this.#brief };
    this.#lines = [];
    this.#brief = [];
    return taken;
  }

  #run(command: string): Answer {
    const path = join(this.#root, 'answer');
    const file = openSync(path, 'w');
    try {
      const { status, error } = spawnSync(process.execPath, [this.#binary, ...words(command)], {
        cwd: this.#work,
        // Both streams into one file: as on a terminal, in the order in which they were written.
        stdio: ['ignore', file, file],
        env: {
          CERTPLAN_HOME: join(this.#root, 'home'),
          CERTPLAN_NOW: new Date(this.#now).toISOString(),
          COLUMNS: String(WIDTH),
          LANG: 'C.UTF-8',
          TZ: 'UTC',
        },
      });
      if (error) throw error;
      if (CHANGING.test(command)) {
        this.#known = null;
        // No two changes at one instant: their order in the journal never rests on chance.
        this.#now += 60_000;
      }
      return { code: status ?? -1, text: readFileSync(path, 'utf8') };
    } finally {
      closeSync(file);
    }
  }
}

/** Commands after which sessions may stand elsewhere, or have another status. */
const CHANGING = /^(plan|done|stop|skip|move|score|replan|adjust|undo|import)\b/;

export const isOpen = (status: ShownSession['status']): boolean =>
  status === 'planned' || status === 'missed';

/** A command line as a shell splits it; double quotes are all that is needed here. */
const words = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** A long command line as it is written in a document: broken before an option. */
function folded(line: string): string[] {
  if (line.length <= WIDTH) return [line];
  const at = line.lastIndexOf(' --', WIDTH - 2);
  return at < 0 ? [line] : [`${line.slice(0, at)} \\`, ...folded(`   ${line.slice(at)}`)];
}
