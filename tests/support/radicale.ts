/** A Radicale (CalDAV) server of its own, on this machine alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { hasCommand } from './peers.ts';

const PYTHON = '/usr/bin/python3';
const PATIENCE_MILLISECONDS = 20_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** True where it is installed. */
export const hasRadicale = (): boolean => hasCommand(PYTHON, ['-m', 'radicale', '--version']);

export class Radicale {
  private constructor(
    private readonly server: ChildProcess,
    private readonly base: string,
  ) {}

  /** @param folder where it keeps what it has */
  static async start(folder: string): Promise<Radicale> {
    const port = await freePort();
    const config = join(folder, 'config');
    writeFileSync(
      config,
      `[server]
hosts = 127.0.0.1:${port}
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = ${folder}/collections
`,
    );
    const server = spawn(PYTHON, ['-m', 'radicale', '--config', config], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C.UTF-8' },
    });
    const radicale = new Radicale(server, `http://127.0.0.1:${port}`);
    const until = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      try {
        await fetch(`${radicale.base}/.web/`);
        return radicale;
      } catch (error) {
        if (Date.now() > until || server.exitCode !== null) {
          radicale.stop();
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  stop(): void {
    this.server.kill();
  }

  /** @returns the status */
  async request(method: string, path: string, body?: string): Promise<number> {
    const response = await this.ask(method, path, body);
    await response.arrayBuffer();
    return response.status;
  }

  async text(path: string): Promise<string> {
    return (await this.ask('GET', path)).text();
  }

  private ask(method: string, path: string, body?: string): Promise<Response> {
    return fetch(`${this.base}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from('learner:any').toString('base64')}`,
        'content-type': 'text/calendar; charset=utf-8',
      },
      ...(body === undefined ? {} : { body }),
    });
  }
}
